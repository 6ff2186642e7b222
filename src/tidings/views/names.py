"""Who is who in a record: ids to names that a person can read."""

from dataclasses import dataclass
from functools import cached_property

from tidings.model.mention import Entity
from tidings.model.record import Record
from tidings.model.span import Span
from tidings.model.statement import Speaker, Statement

#: Longer descriptions are cut.
MOST_WORDS = 9
CONDITION_WORDS = 7


@dataclass(frozen=True)
class Names:
    """Looks names up in one record."""

    record: Record

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.record.entities}

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.record.statements}

    def words(self, span: Span, most: int = MOST_WORDS) -> str:
        """Return the words of a span on one line, cut after so many."""
        return _cut(span.of(self.record.report.text), most)

    def entity(self, id: str | None, span: Span | None = None) -> str:  # noqa: A002 - the record's own name for it
        """Return the name of an entity, else its role, else the words that name it."""
        entity = self._entities.get(id or "")
        known = entity and (entity.name or entity.role)
        if known:
            return known
        place = span or (entity and entity.span)
        return self.words(place) if place else "somebody"

    def speaker(self, speaker: Speaker | None) -> str:
        """Return the short name of a speaker."""
        if speaker is None:
            return "somebody"
        if not speaker.named and speaker.role:
            return speaker.role
        return self.entity(speaker.entity, speaker.span)

    def speaker_in_full(self, speaker: Speaker | None) -> tuple[str, str]:
        """Return the name of a speaker and, more quietly, the capacity in which it speaks."""
        name = self.speaker(speaker)
        if speaker is None:
            return name, ""
        if not speaker.named:
            return name, ", ".join(filter(None, ["not named", _cut(speaker.on_condition or "", CONDITION_WORDS)]))
        return name, speaker.role if speaker.role and speaker.role != name else ""

    def source(self, source: str) -> str:
        """Return who gives a figure or a fact; "" when the report itself does."""
        if source in self._statements:
            return self.speaker(self._statements[source].speaker)
        return self.entity(source) if source in self._entities else ""

    def sources(self, sources: tuple[str, ...]) -> list[str]:
        """Return who tells of something, each once; none when the report itself tells it."""
        if "report" in sources:
            return []
        return list(dict.fromkeys(filter(None, map(self.source, sources))))


def _cut(words: str, most: int) -> str:
    found = words.split()
    return " ".join(found[:most]) + ("…" if len(found) > most else "")

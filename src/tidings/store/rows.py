"""Rows of a report that are not about events: who said what, strengths, relations, threads, problems."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tidings.model.force import ForceLevel
from tidings.model.mention import Entity
from tidings.model.place import Place
from tidings.model.record import Record
from tidings.model.relation import Thread
from tidings.model.span import Span
from tidings.model.statement import Statement
from tidings.model.when import Interval, When
from tidings.store import tables as t
from tidings.store.keys import row_key
from tidings.store.overlay import Overlay

Row = dict[str, Any]
#: Rows by table name, to be inserted in this order.
Rows = dict[str, list[Row]]

#: Categories of actor whose word is official.
OFFICIAL = frozenset({"state", "government", "military", "police", "court", "official", "agency", "igo", "alliance"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the rows of one report are made of: its record as people left it, and who its actors are."""

    key: int
    added_at: str
    overlay: Overlay
    actors: Mapping[str, int] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    events: Mapping[str, int] = field(default_factory=dict)

    @property
    def record(self) -> Record:
        """The record with its corrections."""
        return self.overlay.record

    def review(self, item: str) -> str:
        """Return what a person last decided on an item."""
        return self.overlay.reviews.get(item, "open")

    def actor(self, entity: str | None) -> int | None:
        """Return the key of the actor that an entity is."""
        return self.actors.get(entity or "")

    def name(self, entity: str | None) -> str | None:
        """Return how an entity is called."""
        found = self.entities.get(entity or "")
        return (found.name or found.role or self.quote(found.span)) if found else None

    def quote(self, span: Span | None) -> str | None:
        """Return the words of a span."""
        return span.of(self.record.report.text) if span else None

    def source_name(self, source: str) -> str | None:
        """Return who a source is, in words; None for the report itself."""
        statement = self.statements.get(source)
        if statement is None:
            return self.name(source)
        return speaker_name(self, statement)

    def is_official(self, source: str) -> bool:
        """Say whether a source speaks for a state, its organs or an international body."""
        statement = self.statements.get(source)
        entity = statement.speaker.entity if statement and statement.speaker else source
        found = self.entities.get(entity or "")
        body = self.entities.get(found.affiliation or "") if found else None
        return any(one is not None and one.category in OFFICIAL for one in (found, body))

    def place(self, mention: str | None) -> Place | None:
        """Return the place that a mention names."""
        found = [place for place in self.record.places if place.mention == mention]
        return next((place for place in found if place.main), found[0] if found else None)


def scope_of(key: int, added_at: str, overlay: Overlay, actors: Mapping[str, int]) -> Scope:
    """Return the scope of a report's rows."""
    record = overlay.record
    return Scope(
        key=key,
        added_at=added_at,
        overlay=overlay,
        actors=actors,
        entities={entity.id: entity for entity in record.entities},
        statements={statement.id: statement for statement in record.statements},
        events={event.id: row_key(key, n) for n, event in enumerate(record.events)},
    )


def other_rows(scope: Scope) -> Rows:
    """Return the rows of everything but events."""
    record = scope.record
    return {
        t.statements.name: [_statement(scope, n, s) for n, s in enumerate(record.statements)],
        t.force_levels.name: [_force_level(scope, n, f) for n, f in enumerate(record.force_levels)],
        t.force_conditions.name: [
            row for n, force_level in enumerate(record.force_levels) for row in _conditions(scope, n, force_level)
        ],
        t.relations.name: list(_relations(scope)),
        t.threads.name: [_thread(scope, n, thread) for n, thread in enumerate(record.threads)],
        t.problems.name: [
            {"report_key": scope.key, "kind": problem.kind, "message": problem.message} for problem in record.problems
        ],
    }


def days(when: Interval | When | None) -> Row:
    """Return the columns of an interval."""
    return {"date_from": when.from_ if when else None, "date_to": when.to if when else None}


def span_columns(span: Span) -> Row:
    """Return the columns of a span."""
    return {"start": span.start, "end": span.end}


def speaker_name(scope: Scope, statement: Statement) -> str | None:
    """Return who speaks, in words."""
    speaker = statement.speaker
    if speaker is None:
        return None
    return scope.name(speaker.entity) or scope.quote(speaker.span) or speaker.role


def _statement(scope: Scope, position: int, statement: Statement) -> Row:
    speaker = statement.speaker
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    whole = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else Span(0, 0)
    return {
        "key": row_key(scope.key, position),
        "report_key": scope.key,
        "id": statement.id,
        "actor_key": scope.actor(speaker.entity) if speaker else None,
        "speaker": speaker_name(scope, statement),
        "role": speaker.role if speaker else None,
        "named": bool(speaker and speaker.named),
        "on_condition": speaker.on_condition if speaker else None,
        "act": statement.act.value,
        "form": statement.form.value,
        "cue": scope.quote(statement.cue),
        "content": " … ".join(_words(scope, statement.content)),
        **days(statement.when),
        "venue": statement.venue,
        "review": scope.review(statement.id),
        **span_columns(whole),
    }


def _words(scope: Scope, spans: Iterable[Span]) -> Iterator[str]:
    return (span.of(scope.record.report.text) for span in spans)


def _force_level(scope: Scope, position: int, force_level: ForceLevel) -> Row:
    place = scope.place(force_level.place)
    return {
        "key": row_key(scope.key, position),
        "report_key": scope.key,
        "id": force_level.id,
        "force_key": scope.actor(force_level.force),
        "force_name": scope.name(force_level.force),
        "owner_key": scope.actor(force_level.owner),
        "owner_name": scope.name(force_level.owner),
        "place_name": place.name if place else None,
        "geonames_id": place.geonames_id if place else None,
        "place_precision": str(place.precision) if place and place.precision else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "unit": force_level.unit[:60],
        "count_from": force_level.from_,
        "count_to": force_level.to,
        "to_at_most": force_level.to_at_most,
        "change": force_level.change,
        "approximate": force_level.approximate,
        "status": force_level.status.value,
        **days(force_level.when),
        "words": scope.quote(force_level.span),
        "source_name": scope.source_name(force_level.source),
        "review": scope.review(force_level.id),
        **span_columns(force_level.span),
    }


def _conditions(scope: Scope, position: int, force_level: ForceLevel) -> Iterator[Row]:
    for number, condition in enumerate(force_level.conditions):
        yield {
            "force_level_key": row_key(scope.key, position),
            "position": number,
            "kind": condition.kind.value,
            "judgement": scope.overlay.judgements.get((force_level.id, f"conditions.{number}")),
            "by_name": scope.name(condition.by),
            "words": scope.quote(condition.span),
            **span_columns(condition.span),
        }


def _relations(scope: Scope) -> Iterator[Row]:
    for relation in scope.record.relations:
        yield {
            "report_key": scope.key,
            "relation": relation.relation.value,
            "from_key": scope.actor(relation.from_),
            "from_name": scope.name(relation.from_) or relation.from_,
            "to_key": scope.actor(relation.to),
            "to_name": scope.name(relation.to) or relation.to,
            "hedge": relation.hedge,
            "source_name": scope.source_name(relation.source),
            **span_columns(relation.span),
        }


def _thread(scope: Scope, position: int, thread: Thread) -> Row:
    item = f"t{position}"
    is_closed = scope.overlay.closed.get(item, thread.status.value == "done")
    return {
        "key": row_key(scope.key, position),
        "report_key": scope.key,
        "position": position,
        "kind": thread.kind.value,
        "by_key": scope.actor(thread.by),
        "by_name": scope.name(thread.by),
        "about_key": scope.events.get(thread.about or ""),
        "status": thread.status.value,
        "is_open": not is_closed,
        "why": "",
        **days(thread.when),
        "words": scope.quote(thread.span),
        "review": scope.review(item),
        **span_columns(thread.span),
    }

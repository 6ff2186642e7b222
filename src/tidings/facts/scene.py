"""Scene: everything that is known of a report before statements and events are built.

Rules that need to know who, where or when ask the scene; it is complete before the
first of them runs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.facts.actors.actors import Actors
from tidings.model.mention import Mention
from tidings.model.place import Place
from tidings.model.reading import Reading, Token
from tidings.model.report import Report, Written, Zone, ZoneKind
from tidings.model.span import Span
from tidings.model.time import Time


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A report's reading with its zones, mentions, times, places and actors."""

    report: Report
    zones: tuple[Zone, ...]
    reading: Reading
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    written: Written
    places: tuple[Place, ...]
    actors: Actors

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.report.text

    def zone_at(self, offset: int) -> ZoneKind | None:
        """Return the kind of the zone that an offset lies in."""
        return next((z.kind for z in self.zones if z.start <= offset < z.end), None)

    def times_in(self, span: Span) -> tuple[Time, ...]:
        """Return the time expressions inside a span."""
        return tuple(t for t in self.times if span.covers(t.span))

    def places_in(self, span: Span) -> tuple[Place, ...]:
        """Return the resolved or unresolved places inside a span."""
        return tuple(p for p in self.places if span.covers(p.span))

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions inside a span."""
        return tuple(m for m in self.mentions if span.covers(m.span))

    def body_tokens(self) -> Sequence[Token]:
        """Return the tokens of headline, dateline and body: captions make no events."""
        kept = {ZoneKind.BODY, ZoneKind.HEADLINE}
        return [t for t in self.reading.tokens if self.zone_at(t.start) in kept]

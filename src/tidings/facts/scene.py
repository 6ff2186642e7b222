"""Scene: everything that is known of a report before statements and events are built.

Rules that need to know who, where or when ask the scene; it is complete before the
first of them runs.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

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
        last = bisect_right(self._zone_starts, offset) - 1
        return self.zones[last].kind if last >= 0 and offset < self.zones[last].end else None

    def times_in(self, span: Span) -> tuple[Time, ...]:
        """Return the time expressions inside a span."""
        first, last = bisect_left(self._time_starts, span.start), bisect_right(self._time_starts, span.end)
        return tuple(t for t in self.times[first:last] if span.covers(t))

    def time_at(self, offset: int) -> Time | None:
        """Return the time expression that an offset lies in; times do not overlap."""
        last = bisect_right(self._time_starts, offset) - 1
        return self.times[last] if last >= 0 and offset < self.times[last].end else None

    def places_in(self, span: Span) -> tuple[Place, ...]:
        """Return the resolved or unresolved places inside a span."""
        return tuple(p for p in self.places_from(span.start, span.end + 1) if span.covers(p))

    def places_from(self, start: int, end: int) -> tuple[Place, ...]:
        """Return the places that begin in a half-open stretch of the text."""
        return self.places[bisect_left(self._place_starts, start) : bisect_left(self._place_starts, end)]

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions inside a span."""
        first, last = bisect_left(self._mention_starts, span.start), bisect_right(self._mention_starts, span.end)
        return tuple(m for m in self.mentions[first:last] if span.covers(m))

    def mention_at(self, offset: int) -> Mention | None:
        """Return the mention that an offset lies in; mentions do not overlap."""
        last = bisect_right(self._mention_starts, offset) - 1
        return self.mentions[last] if last >= 0 and offset < self.mentions[last].end else None

    def mention(self, mention_id: str) -> Mention | None:
        """Return a mention by its id."""
        return self._mentions_by_id.get(mention_id)

    def body_tokens(self) -> Sequence[Token]:
        """Return the tokens of headline, dateline and body: captions make no events."""
        return self._body_tokens

    @cached_property
    def _body_tokens(self) -> tuple[Token, ...]:
        kept = {ZoneKind.BODY, ZoneKind.HEADLINE}
        return tuple(t for t in self.reading.tokens if self.zone_at(t.start) in kept)

    @cached_property
    def _zone_starts(self) -> tuple[int, ...]:
        return tuple(zone.start for zone in self.zones)

    @cached_property
    def _mention_starts(self) -> tuple[int, ...]:
        return tuple(mention.start for mention in self.mentions)

    @cached_property
    def _time_starts(self) -> tuple[int, ...]:
        return tuple(time.start for time in self.times)

    @cached_property
    def _place_starts(self) -> tuple[int, ...]:
        return tuple(place.start for place in self.places)

    @cached_property
    def _mentions_by_id(self) -> dict[str, Mention]:
        return {mention.id: mention for mention in self.mentions}

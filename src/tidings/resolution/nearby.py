"""What a report says around an event: the names, the rare words, the towns.

The event that a report is about is known by all of the report; any other one by what
stands within a few lines of the words that tell it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tidings.model.event import Event
from tidings.model.mention import Entity, MentionKind
from tidings.model.place import PlacePrecision
from tidings.model.record import Record
from tidings.model.report import ZoneKind
from tidings.model.span import Span
from tidings.resolution.table import common_words
from tidings.resources.registry import name_key

#: Characters before and after the words of an event that is not the report's main one.
REACH = 250
MOST_WORDS = 80
MOST_NAMES = 12
MOST_PLACES = 8

_READ = (ZoneKind.HEADLINE, ZoneKind.DATELINE, ZoneKind.BODY, ZoneKind.CAPTION)
_TOKEN = re.compile(r"\d{1,2}-(?:year|month)s?-old|\d[\d,]{2,}\s+(?:block\b|[A-Z]\w+)|[^\W\d_]+(?:['’][^\W\d_]+)?")
_POSSESSIVE = re.compile(r"['’]s?$")
#: Officials and media are named in reports of many incidents.
_RECURRING = frozenset({"police", "official", "court", "government", "state", "media", "agency", "igo", "alliance"})
_SMALL = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT})
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """What stands around an event, folded to lower case; `places` are GeoNames ids."""

    names: frozenset[str]
    words: frozenset[str]
    places: frozenset[int]


def find_nearby(record: Record, event: Event, *, is_main: bool) -> Nearby:
    """Return what a report says around an event."""
    spans = _whole(record) if is_main else _around(record, event)
    names = tuple(_names(record, spans))[:MOST_NAMES]
    known = {word for name in names for word in name.split()} | set(_furniture(record))
    words = (word for word in _words(record, spans) if word not in known)
    return Nearby(names=frozenset(names), words=_first(words, MOST_WORDS), places=_places(record, spans))


def _first(words: Iterable[str], most: int) -> frozenset[str]:
    """Return the first different words; the others are not even looked at."""
    found: set[str] = set()
    for word in words:
        found.add(word)
        if len(found) == most:
            break
    return frozenset(found)


def _whole(record: Record) -> tuple[Span, ...]:
    return tuple(zone.span for zone in record.zones if zone.kind in _READ)


def _around(record: Record, event: Event) -> tuple[Span, ...]:
    size = len(record.report.text)
    near = [Span(max(0, m.start - REACH), min(size, m.end + REACH)) for m in (event.trigger, *event.mentions)]
    return tuple(Span(max(n.start, z.start), min(n.end, z.end)) for z in _whole(record) for n in near if n.overlaps(z))


def _names(record: Record, spans: Sequence[Span]) -> Iterator[str]:
    """Yield the full names of people, leaving out those who speak for a body."""
    speakers = {s.speaker.entity for s in record.statements if s.speaker is not None and s.speaker.role}
    for entity in record.entities:
        if entity.kind is MentionKind.PERSON and _is_telling(entity, speakers) and _is_in(entity.span, spans):
            yield name_key(entity.name or "")


def _is_telling(entity: Entity, speakers: set[str | None]) -> bool:
    if not entity.name or entity.name == entity.role or entity.category in _RECURRING:
        return False
    is_official = entity.id in speakers and entity.category != "civilian"
    return not is_official and all(word[0].isupper() for word in entity.name.split() if word[0].isalpha())


def _words(record: Record, spans: Sequence[Span]) -> Iterator[str]:
    """Yield the words that few reports use, an age, and a figure that stands before a street or a block."""
    for span in spans:
        words = span.of(record.report.text)
        shouted = words.isupper()
        for match in _TOKEN.finditer(words):
            if shouted or not match[0].isupper():
                yield from _telling(_POSSESSIVE.sub("", match[0]))


def _telling(token: str) -> Iterator[str]:
    """Yield the word of a token in the singular, unless it is short, a contraction or any report's."""
    word = name_key(token)
    if word[0].isdigit():
        yield word
    elif len(word) >= _LEAST_LETTERS and word.isalpha() and token.isalpha() and not _forms(word) & common_words():
        yield word.removesuffix("s")


def _forms(word: str) -> set[str]:
    return {word, word + "s", word.removesuffix("s")}


def _furniture(record: Record) -> Iterator[str]:
    """Yield the words of what recurs in a publisher's reports and in a town's: media and resolved places."""
    for entity in record.entities:
        if entity.category == "media":
            yield from name_key(entity.name or "").split()
    for place in record.places:
        if place.geonames_id is not None:
            yield from (word.removesuffix("s") for word in name_key(place.name).split())


def _places(record: Record, spans: Sequence[Span]) -> frozenset[int]:
    found = [
        place.geonames_id
        for place in record.places
        if place.geonames_id is not None and place.precision in _SMALL and _is_in(place.span, spans)
    ]
    often = sorted(dict.fromkeys(found), key=lambda place: -found.count(place))
    return frozenset(often[:MOST_PLACES])


def _is_in(span: Span | None, spans: Sequence[Span]) -> bool:
    return span is not None and any(s.overlaps(span) for s in spans)

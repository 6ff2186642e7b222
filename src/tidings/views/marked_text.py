"""A report's text cut into pieces, each with the evidence that covers it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tidings.model.report import Zone, ZoneKind
from tidings.model.span import Span

#: Zones in which a report tells something.
TELLING = frozenset({ZoneKind.BODY, ZoneKind.HEADLINE, ZoneKind.DATELINE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words in a row: what they are evidence of ("harm agent"), and whether they lie outside the story."""

    text: str
    start: int
    marks: str
    is_aside: bool


def cut_text(text: str, zones: Sequence[Zone], marks: Iterable[tuple[str, Span]]) -> tuple[Piece, ...]:
    """Return the whole text in pieces; put together again they are the text."""
    found = [(kind, span) for kind, span in marks if span.end > span.start]
    edges = {0, len(text), *_edges(span for _, span in found), *_edges(zone.span for zone in zones)}
    borders = sorted(edge for edge in edges if 0 <= edge <= len(text))
    return tuple(_pieces(text, zones, found, borders))


def _edges(spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        yield from (span.start, span.end)


def _pieces(
    text: str, zones: Sequence[Zone], marks: Sequence[tuple[str, Span]], borders: Sequence[int]
) -> Iterator[Piece]:
    for start, end in pairwise(borders):
        covering = dict.fromkeys(kind for kind, span in marks if span.start <= start and end <= span.end)
        telling = [zone for zone in zones if zone.start <= start and end <= zone.end and zone.kind in TELLING]
        yield Piece(text=text[start:end], start=start, marks=" ".join(covering), is_aside=bool(zones) and not telling)

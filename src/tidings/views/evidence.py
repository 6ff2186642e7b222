"""A text cut at the ends of its evidence, so that each piece can be marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tidings.model.span import Span
from tidings.views.page import Line, ReportPage


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of evidence: the key of its section and what it shows, in words."""

    span: Span
    key: str
    says: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with all the marks that lie over it, the widest first."""

    text: str
    marks: tuple[Mark, ...]


def find_marks(page: ReportPage) -> tuple[Mark, ...]:
    """Return the evidence of every line of a page, in text order."""
    found = (
        Mark(span, section.key, line.text)
        for section in page.sections
        for line in _all_lines(section.lines)
        for span in line.evidence
        if span.end > span.start
    )
    return tuple(sorted(set(found), key=lambda mark: (mark.span.start, -mark.span.end, mark.key, mark.says)))


def cut_at_marks(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Yield the whole text in pieces that are marked evenly."""
    known = tuple(mark for mark in marks if mark.span.end <= len(text))
    edges = sorted({0, len(text), *(edge for mark in known for edge in (mark.span.start, mark.span.end))})
    starting: dict[int, list[Mark]] = {}
    for mark in known:
        starting.setdefault(mark.span.start, []).append(mark)
    open_: list[Mark] = []
    for start, end in pairwise(edges):
        open_ = [mark for mark in (*open_, *starting.get(start, ())) if mark.span.end > start]
        yield Piece(text[start:end], tuple(open_))


def _all_lines(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield line
        yield from _all_lines(line.below)

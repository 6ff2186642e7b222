"""Drafts: attributions as they are found, before speaker and act are worked out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tidings.model.reading import Reading, Token
from tidings.model.span import Span, Stretch

#: "U.S." keeps its full stop.
_ABBREVIATED = re.compile(r"\b(?:[A-Za-z]\.){2,}\Z")
_LONGEST_ABBREVIATION = 8
_LOOSE_ENDS = " \t\n\r\u00a0,.;:–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Who (`source`) is said to have said what (`contents`) by which words (`cue`)."""

    cue: Span | None
    source: Span | None
    contents: tuple[Span, ...]
    rule: str
    why: str

    @property
    def parts(self) -> tuple[Span, ...]:
        """Its cue, source and contents, those that there are."""
        return tuple(span for span in (self.cue, self.source, *self.contents) if span is not None)

    @property
    def start(self) -> int:
        """Where the attribution begins."""
        return min(span.start for span in (self.cue, *self.contents) if span is not None)

    @property
    def end(self) -> int:
        """Where the attribution ends."""
        return max(span.end for span in (self.cue, *self.contents) if span is not None)

    def covers(self, span: Stretch) -> bool:
        """Say whether a span lies inside the content."""
        return any(piece.covers(span) for piece in self.contents)

    def touches(self, span: Span) -> bool:
        """Say whether a span overlaps the content."""
        return any(piece.overlaps(span) for piece in self.contents)


def trimmed(text: str, span: Span, quotations: Sequence[Span] = ()) -> Span | None:
    """Return a span without loose marks at its ends, None if nothing is left.

    A closing mark inside a quotation ("…," he said) stays, a bracket that closes nothing goes.
    """
    start, end = span.start, span.end
    while start < end and text[start] in _LOOSE_ENDS:
        start += 1
    while end > start and _is_loose(text, start, end) and not any(q.start < end < q.end for q in quotations):
        if _ABBREVIATED.search(text, max(start, end - _LONGEST_ABBREVIATION), end):
            break
        end -= 1
    return Span(start, end) if start < end else None


def _is_loose(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    return last in _LOOSE_ENDS or (last == ")" and text.find("(", start, end) < 0)


def overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return those of some spans in text order, which do not overlap each other, that overlap a span."""
    first = bisect_right(spans, span.start, key=attrgetter("end"))
    return spans[first : bisect_left(spans, span.end, first, key=attrgetter("start"))]


def pieces(tokens: Iterable[Token], reading: Reading, quotations: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return the stretches that a set of tokens of one clause fills, without loose marks."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and token.index == runs[-1][-1].index + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    spans = (trimmed(reading.text, Span(run[0].start, run[-1].end), quotations) for run in runs)
    return tuple(span for span in spans if span is not None)


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in text order, those that touch made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and not text[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)

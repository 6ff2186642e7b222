"""Pieces: stretches of a report on their way to becoming zones."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tidings.model.report import ZoneKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch without white space at its ends, with the purpose it seems to have."""

    start: int
    end: int
    kind: ZoneKind
    why: str

    def text(self, report_text: str) -> str:
        """Return the words of the piece."""
        return report_text[self.start : self.end]


def trimmed(text: str, start: int, end: int, kind: ZoneKind, why: str) -> tuple[Piece, ...]:
    """Return the stretch as a piece without white space around it, or nothing if it is blank."""
    words = text[start:end]
    kept = words.strip()
    if not kept:
        return ()
    first = start + len(words) - len(words.lstrip())
    return (Piece(first, first + len(kept), kind, why),)


def lines_of(text: str) -> tuple[Piece, ...]:
    """Return every non-blank line as a body piece: what a line is else is decided later."""
    found: list[Piece] = []
    for line in re.finditer(r"[^\r\n\u2028\u2029]+", text):
        found += trimmed(text, line.start(), line.end(), ZoneKind.BODY, "running text")
    return tuple(found)


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Join neighbours of one kind that belong together: body text, credits, boilerplate, headlines."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before is not None and before.kind is piece.kind and piece.kind not in _APART:
            found[-1] = Piece(before.start, piece.end, before.kind, before.why)
        else:
            found.append(piece)
    return tuple(found)


_APART = {ZoneKind.CAPTION, ZoneKind.DATELINE, ZoneKind.PAGE_DATE, ZoneKind.HEADLINE}

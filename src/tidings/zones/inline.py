"""What stands inside a paragraph and is no part of the story: credits, broadcasters' captions, closing notes."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tidings.model.report import ZoneKind
from tidings.resources import load_table
from tidings.zones.pieces import Piece, trimmed

LONGEST_CAPTION_BEFORE_CREDIT = 400
SHORTEST_CAPTION_WORDS = 3
LONGEST_CREDIT_WORDS = 4


def cut_inline(text: str, line: Piece) -> tuple[Piece, ...]:
    """Return a body line as pieces, with what is no story cut out of it."""
    found: list[Piece] = []
    for piece in _cut_broadcast(text, line):
        parts = _cut_credits(text, piece) if piece.kind is ZoneKind.BODY else (piece,)
        for part in parts:
            found += _cut_tail(text, part) if part.kind is ZoneKind.BODY else (part,)
    return tuple(found)


def _cut_broadcast(text: str, line: Piece) -> Iterator[Piece]:
    """Yield a line of "Image copyright X Image caption Y" and the story around it, which has no marks between."""
    position = line.start
    for match in _broadcast_pattern().finditer(text, line.start, line.end):
        yield from trimmed(text, position, match.start(), line.kind, line.why)
        position = _broadcast_end(text, match.end(), line.end, match["mark"])
        kind = ZoneKind.CAPTION if match["mark"] == "caption" else ZoneKind.CREDIT
        yield from trimmed(text, match.start(), position, kind, f"marked “{match.group().strip()}”")
    yield from trimmed(text, position, line.end, line.kind, line.why)


def _cut_credits(text: str, line: Piece) -> Iterator[Piece]:
    """Yield a line cut at bracketed credits; a short piece before the first of them is its caption."""
    position = line.start
    for match in _credit_pattern().finditer(text, line.start, line.end):
        before = text[position : match.start()]
        is_caption = position == line.start and _is_caption(before) and not match.group().lower().startswith("(source")
        kind, why = (ZoneKind.CAPTION, "a picture's credit follows") if is_caption else (line.kind, line.why)
        yield from trimmed(text, position, match.start(), kind, why)
        yield from trimmed(text, match.start(), match.end(), ZoneKind.CREDIT, "names the maker of a picture")
        position = match.end()
    yield from trimmed(text, position, line.end, line.kind, line.why)


def has_credit(line: str) -> bool:
    """Say whether a bracketed credit stands in a line."""
    return bool(_credit_pattern().search(line))


def _is_caption(before: str) -> bool:
    sentences = len(re.findall(r"[a-z)][.!?]\s+[A-Z]", before)) + 1
    return len(before) <= LONGEST_CAPTION_BEFORE_CREDIT and sentences <= 2  # noqa: PLR2004 - a caption has a sentence or two


def _cut_tail(text: str, line: Piece) -> Iterator[Piece]:
    match = _tail_pattern().search(text[line.start : line.end])
    cut = line.start + match.start() if match else line.end
    yield from trimmed(text, line.start, cut, line.kind, line.why)
    yield from trimmed(text, cut, line.end, ZoneKind.BOILERPLATE, "a note on the making of the story")


@cache
def _broadcast_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:Image|Media|Video) (?P<mark>copyright|source|caption)\s+(?=\S)")


def _broadcast_end(text: str, start: int, end: int, mark: str) -> int:
    """Return where a broadcaster's credit or caption ends.

    It has no mark of its own: the first word of the next sentence tells, by its capital; a credit is short.
    """
    ends = _ends_caption if mark == "caption" else _ends_credit
    for number, (before, word) in enumerate(pairwise(re.finditer(r"\S+", text[start:end])), start=1):
        closed = before.group().endswith((".", "!", "?")) or word.group() in {"Image", "Media", "Video"}
        if closed or ends(number, before, word):
            return start + before.end()
    return end


def _ends_caption(number: int, before: re.Match[str], word: re.Match[str]) -> bool:
    if not (before.group()[-1].islower() and word.group()[0].isupper()):
        return False
    plain = before.group()[0].islower() and before.group() not in _words("open_words")
    return _opens(word) or (plain and number > SHORTEST_CAPTION_WORDS)


def _ends_credit(number: int, _before: re.Match[str], word: re.Match[str]) -> bool:
    return _opens(word) or number >= LONGEST_CREDIT_WORDS


def _opens(word: re.Match[str]) -> bool:
    return word.group().rstrip(",") in _words("openers")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("zones.toml")["caption"][key])


@cache
def _credit_pattern() -> re.Pattern[str]:
    return re.compile("|".join(load_table("zones.toml")["credit"]["inline"]), re.IGNORECASE)


@cache
def _tail_pattern() -> re.Pattern[str]:
    return re.compile("|".join(load_table("zones.toml")["boilerplate"]["tail"]), re.IGNORECASE)

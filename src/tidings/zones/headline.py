"""Headlines: the title at the top, or a first short line without a full stop."""

import re
from itertools import pairwise, takewhile

from tidings.model.report import ZoneKind
from tidings.zones.dateline import dateline_end, is_upper_case
from tidings.zones.inline import has_credit
from tidings.zones.pieces import Piece, trimmed

MOST_WORDS = 28
LINES_WITH_A_TITLE = 6
_ASIDE = {ZoneKind.PAGE_DATE, ZoneKind.BOILERPLATE, ZoneKind.CREDIT}


def mark_headlines(text: str, lines: tuple[Piece, ...], title: str | None) -> tuple[Piece, ...]:
    """Return the lines with headlines marked; a line that runs on after its title is cut in two."""
    if title:
        marked = _mark_titles(text, lines, title)
        if marked != lines:
            return _mark_deck(text, marked)
    marked = _mark_short_lines(text, lines)
    return marked if marked != lines else _mark_inline(text, lines)


def _mark_titles(text: str, lines: tuple[Piece, ...], title: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    done = -1
    for number, line in enumerate(lines):
        if line.start < done:
            done = _rest_of_line(text, line, done, found)
            continue
        end = _end_of_title(text, line.start, title) if number < LINES_WITH_A_TITLE else None
        if end is None:
            found.append(line)
            continue
        found.append(Piece(line.start, end, ZoneKind.HEADLINE, "repeats the title"))
        done = _rest_of_line(text, line, end, found)
    return tuple(found)


def _rest_of_line(text: str, line: Piece, end: int, found: list[Piece]) -> int:
    """Keep what stands on a line after the title; return where the title ends."""
    if line.end > end:
        found.extend(trimmed(text, end, line.end, line.kind, line.why))
    return end


def _end_of_title(text: str, start: int, title: str) -> int | None:
    """Return where the title that begins at `start` ends, white space and marks left aside."""
    wanted = [c.lower() for c in title if c.isalnum()]
    position = start
    for char in wanted:
        while position < len(text) and not text[position].isalnum():
            position += 1
        if position >= len(text) or text[position].lower() != char:
            return None
        position += 1
    end = position + len(list(takewhile(_closes, text[position : position + 10])))
    return None if not wanted or _same_line(text, position, end) else end


def _closes(char: str) -> bool:
    return char in ".!?”’\"'…)"


def _same_line(text: str, position: int, end: int) -> bool:
    """Say whether a sentence merely begins with the title: no mark closes it and its line goes on."""
    closed = any(c in ".!?…" for c in text[position:end])
    return not closed and bool(text[end:].partition("\n")[0].strip())


def _mark_deck(text: str, lines: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Mark the line below the title as well, when it is no sentence and the story follows."""
    last = max(number for number, line in enumerate(lines) if line.kind is ZoneKind.HEADLINE)
    if last + 2 >= len(lines) or lines[last + 1].kind is not ZoneKind.BODY:
        return lines
    deck, below = lines[last + 1], lines[last + 2]
    if not _is_title_like(deck.text(text), below.text(text)):
        return lines
    marked = Piece(deck.start, deck.end, ZoneKind.HEADLINE, "a line below the title without a full stop")
    return (*lines[: last + 1], marked, *lines[last + 2 :])


def _mark_short_lines(text: str, lines: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Mark the first line and a second one below it, when neither is a sentence and a story follows."""
    running = [n for n, line in enumerate(lines) if line.kind not in _ASIDE]
    heads: list[int] = []
    for number, after in list(pairwise(running))[:2]:
        if not _is_title_like(lines[number].text(text), lines[after].text(text)):
            break
        heads.append(number)
    return tuple(
        Piece(line.start, line.end, ZoneKind.HEADLINE, "a short line above the story without a full stop")
        if number in heads
        else line
        for number, line in enumerate(lines)
    )


def _is_title_like(line: str, below: str) -> bool:
    words = line.split()
    sentence_like = line.rstrip("”\"')").endswith((".", ":", ",", ";", "…")) and not line.endswith("...")
    fits = 1 < len(words) <= MOST_WORDS and not words[0][0].islower() and not sentence_like
    return (
        fits
        and not has_credit(line)
        and dateline_end(line, opens_story=True) is None
        and (len(below) > len(line) or below.endswith("."))
    )


def _mark_inline(text: str, lines: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Cut a title off that stands before a dateline on the same line: "Title. PLACE -- Story"."""
    if not lines or is_upper_case(lines[0].text(text)):
        return lines
    first = lines[0]
    found = re.match(r"[^.!?]{15,140}[.!?]\s+(?=[A-Z])", first.text(text))
    if not found or dateline_end(first.text(text)[found.end() :], opens_story=True) is None:
        return lines
    cut = first.start + found.end()
    head = trimmed(text, first.start, cut, ZoneKind.HEADLINE, "stands before the dateline")
    return (*head, *trimmed(text, cut, first.end, first.kind, first.why), *lines[1:])

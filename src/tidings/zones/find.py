"""Zones of a report: its lines by purpose, then what stands inside the lines."""

from itertools import pairwise

from tidings.model.report import Zone, ZoneKind
from tidings.zones.dateline import dateline_end
from tidings.zones.headline import mark_headlines
from tidings.zones.inline import cut_inline
from tidings.zones.pieces import Piece, joined, lines_of, trimmed
from tidings.zones.whole_lines import is_dated_picture, is_live_scene, kind_of_line, shows_a_scene

LINES_AT_THE_TOP = 8


def find_zones(text: str, title: str | None = None) -> tuple[Zone, ...]:
    """Return the zones of a text in text order; they do not overlap and hold every word of it."""
    lines = tuple(_by_own_words(text, line) for line in lines_of(text))
    lines = mark_headlines(text, lines, title)
    lines = _mark_captions(text, lines)
    pieces = _cut_datelines(text, lines)
    cut = [part for piece in pieces for part in (cut_inline(text, piece) if piece.kind is ZoneKind.BODY else (piece,))]
    return tuple(Zone(kind=p.kind, start=p.start, end=p.end, why=p.why) for p in joined(cut))


def _by_own_words(text: str, line: Piece) -> Piece:
    found = kind_of_line(line.text(text))
    return Piece(line.start, line.end, *found) if found else line


def _mark_captions(text: str, lines: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Mark body lines as captions where a neighbour speaks for it: a credit below, or the top of the page above."""
    found: list[Piece] = []
    story_open = False
    for line, below in pairwise((*lines, None)):
        if line is None:
            break
        why = _why_caption(text, line, below, story_open=story_open, number=len(found))
        found.append(Piece(line.start, line.end, ZoneKind.CAPTION, why) if why else line)
        story_open = story_open or found[-1].kind is ZoneKind.BODY
    return tuple(found)


def _why_caption(text: str, line: Piece, below: Piece | None, *, story_open: bool, number: int) -> str | None:
    if line.kind is not ZoneKind.BODY or below is None:
        return None
    words = line.text(text)
    dated, shows = is_dated_picture(words), shows_a_scene(words)
    if below.kind is ZoneKind.CREDIT and (dated or shows):
        return "what a picture shows, with its credit below"
    if dated and shows and (story_open or dateline_end(below.text(text), opens_story=True) is not None):
        return "one sentence on what can be seen, closed by a full date"
    if 0 < number < LINES_AT_THE_TOP and is_live_scene(words):
        return "one short sentence in the present tense on what can be seen"
    return None


def _cut_datelines(text: str, lines: tuple[Piece, ...]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    story_open = False
    for line in lines:
        if line.kind is not ZoneKind.BODY:
            found.append(line)
            continue
        end = dateline_end(line.text(text), opens_story=not story_open)
        if end:
            found += trimmed(text, line.start, line.start + end, ZoneKind.DATELINE, "place and agency before the story")
            found += trimmed(text, line.start + end, line.end, line.kind, line.why)
        else:
            found.append(line)
        story_open = True
    return tuple(found)

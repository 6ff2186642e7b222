"""Sentences: cut a stretch of text into sentences, with offsets.

A blank line ends a sentence. A single line break does not if the line was cut
by a page width (hard-wrapped text); otherwise it does.
"""

import re
from collections.abc import Iterable, Iterator

import sentencex

from tidings.encoder.words import TITLES

#: Lines longer than this were not wrapped: each is a paragraph of its own.
_WIDEST_WRAP = 120
#: A line this short was broken on purpose (headline, byline, list).
_SHORTEST_WRAPPED = 40
#: So few words on a line of their own within a sentence are those of a link.
_LINK_WORDS = 5

#: So many letters around a stop show whether it ends a sentence.
_AHEAD = 24
_DAYS = (
    r"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_ZONES = r"[A-Z]{2,4}T\b|GMT|UTC|Eastern|Central|Pacific|Mountain"
#: What stands before a stop, and what behind it shows that the sentence goes on.
_NO_ENDS = (
    (
        re.compile(rf"(?:^|[^\w.])(?:{TITLES}|Mmes|Ald|Ofc|Tpr|Sgts|Lts)\.$"),
        re.compile(r"\s*[A-Z]"),
    ),
    (re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE), re.compile(rf"\s*\(?(?:{_DAYS}|{_ZONES})")),
    (re.compile(r"(?:^|[^\w.])[A-Z][a-z]{1,4}\.$"), re.compile(r"\s*[a-z]")),
)

_BLANK = re.compile(r"[^\S\n]*\n(?:[^\S\n]*\n)+")
#: A paragraph is read in pieces of at most this many characters.
_LONGEST_PIECE = 20_000


def find_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the half-open offsets of the sentences in a stretch of text, without outer space."""
    for first, last in _blocks(text, start, len(text) if end is None else end):
        for begin, stop in _joined(text, _segments(text, first, last)):
            bare = text[begin:stop].strip()
            if bare:
                start = text.index(bare, begin)
                yield start, start + len(bare)


def _segments(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a stretch as the splitter cuts them, outer space included."""
    for sentence in sentencex.segment("en", text[first:last]):
        yield first, first + len(sentence)
        first += len(sentence)


def _joined(text: str, segments: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the sentences, those whole that were cut behind an abbreviation: "Ms. Ray", "7 p.m. Friday"."""
    begin: int | None = None
    for first, last in segments:
        begin = first if begin is None else begin
        if not _goes_on(text[begin:last].rstrip(), text[last : last + _AHEAD]):
            yield begin, last
            begin = None
    if begin is not None:
        yield begin, last


def _goes_on(said: str, following: str) -> bool:
    """Say whether the stop behind a title, an hour or a state's short name ends no sentence."""
    return any(end.search(said[-_AHEAD:]) and then.match(following) for end, then in _NO_ENDS)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield stretches that no sentence crosses."""
    for first, last in _between(text, start, end):
        for begin, stop in _unwrapped(text, first, last):
            cut = begin
            while stop - cut > _LONGEST_PIECE:
                following = text.rfind(" ", cut + 1, cut + _LONGEST_PIECE) + 1 or cut + _LONGEST_PIECE
                yield cut, following
                cut = following
            yield cut, stop


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what lies between blank lines."""
    for blank in _BLANK.finditer(text, start, end):
        if blank.start() > start:
            yield start, blank.start()
        start = blank.end()
    if start < end:
        yield start, end


def _unwrapped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield runs of lines of one paragraph that only a page width keeps apart."""
    lines = text[start:end].split("\n")
    width = max(len(line.rstrip()) for line in lines)
    begin = position = start
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        position += len(line) + 1
        if not (_is_wrapped(line, following, width) or _is_cut(line, following)):
            yield begin, min(position - 1, end)
            begin = position
    if begin < end:
        yield begin, end


def _is_cut(line: str, following: str) -> bool:
    """Say whether a line breaks off within a sentence, as around the few words of a link: the next begins small."""
    is_link = min(len(line.split()), len(following.split())) <= _LINK_WORDS
    return is_link and line.rstrip()[-1:].isalnum() and following.lstrip()[:1].islower()


def _is_wrapped(line: str, following: str, width: int) -> bool:
    """Say whether the page width broke a line: the next word did not fit."""
    length = len(line.rstrip())
    words = following.split(maxsplit=1)
    return (
        bool(words) and length >= _SHORTEST_WRAPPED and width <= _WIDEST_WRAP and length + 1 + len(words[0]) > width - 8
    )

"""Sentences: cut a stretch of text into sentences, with offsets.

A blank line ends a sentence. A single line break does not if the line was cut
by a page width (hard-wrapped text); otherwise it does.
"""

import re
from collections.abc import Iterator

import sentencex

from tidings.encoder.words import TITLES

_TITLED = re.compile(rf"(?:^|\s)(?:{TITLES})\.$")
#: Lines longer than this were not wrapped: each is a paragraph of its own.
_WIDEST_WRAP = 120
#: A line this short was broken on purpose (headline, byline, list).
_SHORTEST_WRAPPED = 40
#: So few words on a line of their own within a sentence are those of a link.
_LINK_WORDS = 5

_BLANK = re.compile(r"[^\S\n]*\n(?:[^\S\n]*\n)+")
#: A paragraph is read in pieces of at most this many characters.
_LONGEST_PIECE = 20_000


def find_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the half-open offsets of the sentences in a stretch of text, without outer space."""
    for first, last in _blocks(text, start, len(text) if end is None else end):
        begin = offset = first
        for sentence in sentencex.segment("en", text[first:last]):
            offset += len(sentence)
            bare = text[begin:offset].strip()
            if bare and not (_TITLED.search(bare) and offset < last):
                start = text.index(bare, begin)
                yield start, start + len(bare)
                begin = offset


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

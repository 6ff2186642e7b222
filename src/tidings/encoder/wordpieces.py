"""Wordpieces: turn a word into vocabulary ids and a shape class that keeps its casing."""

import re
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

CLS, SEP, UNKNOWN = 101, 102, 100
#: A word longer than this many pieces is read by its beginning.
LONGEST_WORD_PIECES = 10
_LONGEST_CACHE = 200_000

#: Shape classes, in the order of the shape embedding; 0 is for the marks around a window.
SHAPES = (
    "none",
    "lower",
    "title",
    "upper",
    "initial",
    "mixed",
    "digits",
    "number",
    "letters-digits",
    "stop",
    "quote",
    "mark",
)
_QUOTES = "\"'“”‘’«»`"
_NUMBER = re.compile(r"[\d.,:/%-]*\d[\d.,:/%-]*")


class WordPieces:
    """The vocabulary, with a memory of the words seen."""

    def __init__(self, path: Path) -> None:
        """Load a `tokenizers` file."""
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._seen: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Return the ids of a word, at least one."""
        ids = self._seen.get(word)
        if ids is None:
            if len(self._seen) >= _LONGEST_CACHE:
                self._seen.clear()
            encoded = self._tokenizer.encode(word[:100], add_special_tokens=False)
            ids = tuple(encoded.ids[:LONGEST_WORD_PIECES]) or (UNKNOWN,)
            self._seen[word] = ids
        return ids


@lru_cache(maxsize=100_000)
def shape_of(word: str) -> int:
    """Return the shape class of a word, an index into SHAPES."""
    if not any(character.isalnum() for character in word):
        return _shape_of_mark(word)
    if word.isdigit():
        return 6
    if _NUMBER.fullmatch(word):
        return 7
    if word[0] not in _QUOTES and any(character.isdigit() for character in word):
        return 8
    return _shape_of_letters(word)


def _shape_of_mark(word: str) -> int:
    """Return the shape class of a mark or a run of marks."""
    if word[0] in _QUOTES:
        return 10 if len(word) <= len("''") else 5
    return 9 if word in {".", ",", ";", ":", "!", "?"} else 11


def _shape_of_letters(word: str) -> int:
    """Return the shape class of a word of letters, clitics and abbreviations among them."""
    if word.islower():
        return 1
    if word.isupper():
        return 4 if sum(character.isalpha() for character in word) == 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 2
    return 5

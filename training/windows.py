"""Windows: documents cut into stretches of whole sentences, at random lengths, and batched."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from tidings.encoder.wordpieces import CLS, SEP, SHAPES, WordPieces, shape_of
from training.documents import NO_TARGET, Document
from training.labels import HEADS, LINKS

LONGEST_WINDOW_PIECES = 180
LONGEST_SENTENCE_PIECES = 250
#: How often a window is a single sentence, is read in capitals, and without any.
SINGLE, CAPITALS, NO_CAPITALS = 0.15, 0.10, 0.03
#: How often a window of a corpus in capitals is read as if it were in ordinary case.
RECASED = 0.5

_LOWER, _TITLE, _UPPER, _INITIAL, _MIXED = (
    SHAPES.index(name) for name in ("lower", "title", "upper", "initial", "mixed")
)
_LETTERS = (_LOWER, _TITLE, _UPPER, _INITIAL, _MIXED)


@dataclass(frozen=True, slots=True)
class Pieces:
    """A document's wordpieces: ids, where each word's begin, and a shape per word."""

    ids: NDArray[np.int64]
    begins: NDArray[np.int64]
    shapes: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """Words first to last (half-open) of a document, and how to show their casing."""

    document: Document
    pieces: Pieces
    first: int
    last: int
    casing: str

    @property
    def length(self) -> int:
        """How many wordpieces the window has, with the marks around it."""
        return int(self.pieces.begins[self.last] - self.pieces.begins[self.first]) + 2


def to_pieces(document: Document, vocabulary: WordPieces) -> Pieces:
    """Return a document's wordpieces."""
    found = [vocabulary.of(word) for word in document.words]
    begins = np.concatenate([[0], np.cumsum([len(ids) for ids in found])]).astype(np.int64)
    return Pieces(
        np.array([i for ids in found for i in ids]), begins, np.array([shape_of(word) for word in document.words])
    )


def find_windows(document: Document, pieces: Pieces, chance: random.Random, *, varied: bool = True) -> list[Window]:
    """Cut a document into windows of whole sentences."""
    found: list[Window] = []
    first = 0
    while first < len(document.sentences):
        limit = LONGEST_WINDOW_PIECES
        if varied:
            limit = 0 if chance.random() < SINGLE else chance.randint(60, LONGEST_WINDOW_PIECES)
        begin, last = document.sentences[first][0], first + 1
        while (
            last < len(document.sentences)
            and pieces.begins[document.sentences[last][1]] - pieces.begins[begin] <= limit
        ):
            last += 1
        stop = document.sentences[last - 1][1]
        while pieces.begins[stop] - pieces.begins[begin] > LONGEST_SENTENCE_PIECES:
            stop -= 1
        found.append(Window(document, pieces, begin, stop, _casing(document, chance) if varied else "as-is"))
        first = last
    return found


def _casing(document: Document, chance: random.Random) -> str:
    """Draw how to show a window's casing."""
    draw = chance.random()
    if document.corpus == "muc4":
        return "guessed" if draw < RECASED else "lower" if draw < RECASED + NO_CAPITALS else "as-is"
    return "upper" if draw < CAPITALS else "lower" if draw < CAPITALS + NO_CAPITALS else "as-is"


def to_batches(windows: Sequence[Window], chance: random.Random, padded_pieces: int) -> list[list[Window]]:
    """Group windows of like length into batches of at most so many padded wordpieces."""
    shuffled = list(windows)
    chance.shuffle(shuffled)
    batches: list[list[Window]] = []
    for start in range(0, len(shuffled), 100):
        batch: list[Window] = []
        for window in sorted(shuffled[start : start + 100], key=lambda window: window.length):
            if batch and window.length * (len(batch) + 1) > padded_pieces:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
    return batches


class Casing:
    """The usual shape of a word in ordinary text, learned from the cased corpora."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Count the shapes of words that do not begin a sentence."""
        counts: dict[str, Counter[int]] = {}
        for document in documents:
            for first, last in document.sentences:
                for word in document.words[first + 1 : last]:
                    if word[0].isalpha():
                        counts.setdefault(word.lower(), Counter())[shape_of(word)] += 1
        self._usual = {word: shapes.most_common(1)[0][0] for word, shapes in counts.items()}

    def shape(self, word: str) -> int:
        """Return the usual shape; an unknown word is taken for a name."""
        return self._usual.get(word.lower(), _TITLE)


def shapes_of(window: Window, casing: Casing) -> NDArray[np.int64]:
    """Return the shape of every word of a window, in the casing drawn for it."""
    shapes = window.pieces.shapes[window.first : window.last].copy()
    letters = np.isin(shapes, _LETTERS)
    words = window.document.words[window.first : window.last]
    if window.casing == "upper":
        single = np.array([sum(map(str.isalpha, word)) == 1 for word in words])
        shapes[letters] = np.where(single[letters], _INITIAL, _UPPER)
    elif window.casing == "lower":
        shapes[letters] = _LOWER
    elif window.casing == "guessed":
        starts = {first for first, _ in window.document.sentences}
        for index, word in enumerate(words):
            if letters[index]:
                shapes[index] = casing.shape(word)
                if window.first + index in starts and shapes[index] == _LOWER:
                    shapes[index] = _TITLE
    return shapes


def to_tensors(batch: Sequence[Window], casing: Casing) -> dict[str, Tensor]:
    """Return the network's inputs and every target of a batch; -1 is no target."""
    pieces = max(window.length for window in batch)
    words = max(window.last - window.first for window in batch)
    arrays: dict[str, NDArray[np.int64]] = {
        "ids": np.zeros((len(batch), pieces), dtype=np.int64),
        "shapes": np.zeros((len(batch), pieces), dtype=np.int64),
        "first": np.zeros((len(batch), words), dtype=np.int64),
        "sentence": np.full((len(batch), words), -1, dtype=np.int64),
    }
    for name in (*HEADS, *LINKS, "governors", "relations"):
        arrays[name] = np.full((len(batch), words), NO_TARGET, dtype=np.int64)
    for row, window in enumerate(batch):
        _fill({name: array[row] for name, array in arrays.items()}, window, casing)
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def _fill(row: dict[str, NDArray[np.int64]], window: Window, casing: Casing) -> None:
    """Write one window into its row of the arrays."""
    document, given, first, last = window.document, window.pieces, window.first, window.last
    count = last - first
    ids = given.ids[given.begins[first] : given.begins[last]]
    row["ids"][0], row["ids"][1 : len(ids) + 1], row["ids"][len(ids) + 1] = CLS, ids, SEP
    sizes = np.diff(given.begins[first : last + 1])
    row["shapes"][1 : len(ids) + 1] = np.repeat(shapes_of(window, casing), sizes)
    row["first"][:count] = given.begins[first:last] - given.begins[first] + 1
    starts = np.zeros(count, dtype=np.int64)
    starts[[begin - first for begin, _ in document.sentences if first < begin < last]] = 1
    row["sentence"][:count] = np.cumsum(starts)
    for head, numbers in document.targets.items():
        row[head][:count] = numbers[first:last]
    if document.governors is not None and document.relations is not None:
        inside = (document.governors[first:last] >= first) & (document.governors[first:last] < last)
        row["governors"][:count] = np.where(inside, document.governors[first:last] - first, NO_TARGET)
        row["relations"][:count] = np.where(inside, document.relations[first:last], NO_TARGET)
    for role, cues in document.links.items():
        here = cues[first:last]
        inside = (here >= first) & (here < last)
        row[role][:count] = np.where(here < 0, NO_TARGET, np.where(inside, here - first + 1, 0))

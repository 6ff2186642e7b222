"""Windows: whole sentences packed into the stretches that the encoder reads at a time.

The network is given one window at a time: nothing is padded, which saves a fifth of
its time, and a window reads the same whatever is read with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.wordpieces import CLS, SEP

LONGEST_WINDOW_PIECES = 180
LONGEST_SENTENCE_PIECES = 250


@dataclass(frozen=True, slots=True)
class Piece:
    """A word as the network sees it: vocabulary ids and a shape class."""

    ids: tuple[int, ...]
    shape: int


@dataclass(frozen=True, slots=True)
class Window:
    """Words first to last (half-open) of a text; `starts` are the words that begin its sentences."""

    first: int
    last: int
    starts: tuple[int, ...]
    pieces: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What the network is given for a window; arrays are (1, pieces) or (1, words), without padding."""

    window: Window
    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    first: NDArray[np.int64]
    sentence: NDArray[np.int64]


def find_windows(
    words: Sequence[Piece], sentences: Sequence[tuple[int, int]], borders: frozenset[int] = frozenset()
) -> Iterator[Window]:
    """Yield windows that cover every word once.

    `sentences` are half-open word ranges, in order, without gaps; no window reaches
    across a word in `borders`.

    """
    run: list[tuple[int, int, int]] = []
    length = 0
    for start, end in sentences:
        for first, last, pieces in _bounded(words, start, end):
            if run and (length + pieces > LONGEST_WINDOW_PIECES or first in borders):
                yield _window(run, length)
                run, length = [], 0
            run.append((first, last, pieces))
            length += pieces
    if run:
        yield _window(run, length)


def to_batch(words: Sequence[Piece], window: Window) -> Batch:
    """Return the arrays of a window, whose words are among those of its text."""
    inside = words[window.first : window.last]
    sizes = np.array([len(word.ids) for word in inside])
    shapes = np.zeros(window.pieces + 2, dtype=np.int64)
    shapes[1:-1] = np.repeat([word.shape for word in inside], sizes)
    begins = np.zeros(len(inside), dtype=np.int64)
    begins[[start - window.first for start in window.starts[1:]]] = 1
    return Batch(
        window,
        ids=np.array([[CLS, *chain.from_iterable(word.ids for word in inside), SEP]], dtype=np.int64),
        shapes=shapes[None],
        first=(np.cumsum(sizes) - sizes + 1)[None],
        sentence=np.cumsum(begins)[None],
    )


def _bounded(words: Sequence[Piece], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield a sentence, cut where it is longer than a window may be."""
    first, length = start, 0
    for index in range(start, end):
        size = len(words[index].ids)
        if length + size > LONGEST_SENTENCE_PIECES:
            yield first, index, length
            first, length = index, 0
        length += size
    if first < end:
        yield first, end, length


def _window(run: list[tuple[int, int, int]], length: int) -> Window:
    """Return the window of some sentences that follow each other."""
    return Window(run[0][0], run[-1][1], tuple(first for first, _, _ in run), length)

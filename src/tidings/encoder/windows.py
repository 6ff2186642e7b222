"""Windows: whole sentences packed into the stretches that the encoder reads at a time.

Windows of like length share a batch; batches are small because small ones are
faster, and never mix reports, so that a report reads the same whatever is read with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.wordpieces import CLS, SEP

LONGEST_WINDOW_PIECES = 180
LONGEST_SENTENCE_PIECES = 250
PADDED_PIECES = 512
#: Windows are sorted by length among so many neighbours, so that a long text is not held whole.
_NEIGHBOURS = 64


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
    """What the network is given for some windows; arrays are (windows, pieces) or (windows, words)."""

    windows: tuple[Window, ...]
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


def to_batches(words: Sequence[Piece], windows: Sequence[Window]) -> Iterator[Batch]:
    """Yield the windows in batches of like length."""
    for start in range(0, len(windows), _NEIGHBOURS):
        batch: list[Window] = []
        for window in sorted(windows[start : start + _NEIGHBOURS], key=lambda window: (window.pieces, window.first)):
            if batch and (window.pieces + 2) * (len(batch) + 1) > PADDED_PIECES:
                yield _batch(words, batch)
                batch = []
            batch.append(window)
        yield _batch(words, batch)


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


def _batch(words: Sequence[Piece], windows: Sequence[Window]) -> Batch:
    """Return the arrays of some windows, padded to the longest."""
    pieces = max(window.pieces for window in windows) + 2
    count = max(window.last - window.first for window in windows)
    ids, shapes = np.zeros((2, len(windows), pieces), dtype=np.int64)
    first = np.zeros((len(windows), count), dtype=np.int64)
    sentence = np.full((len(windows), count), -1, dtype=np.int64)
    for row, window in enumerate(windows):
        inside = words[window.first : window.last]
        sizes = np.array([len(word.ids) for word in inside])
        ids[row, : window.pieces + 2] = [CLS, *(number for word in inside for number in word.ids), SEP]
        shapes[row, 1 : window.pieces + 1] = np.repeat([word.shape for word in inside], sizes)
        first[row, : len(inside)] = np.cumsum(sizes) - sizes + 1
        begins = np.zeros(len(inside), dtype=np.int64)
        begins[[start - window.first for start in window.starts[1:]]] = 1
        sentence[row, : len(inside)] = np.cumsum(begins)
    return Batch(tuple(windows), ids, shapes, first, sentence)

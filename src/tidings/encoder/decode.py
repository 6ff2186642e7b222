"""Decoding: from the scores of a tagging head to labelled stretches of words."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.labels import Head

_IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words first to last (half-open) with a label and its mean probability."""

    first: int
    last: int
    label: str
    score: float


def find_stretches(head: Head, scores: NDArray[np.float32]) -> Iterator[Stretch]:
    """Yield what one head found among the words of a window, in order.

    `scores` is (words, tags of this head).
    """
    path = scores.argmax(-1)
    if head.scheme == "bio":
        repair(path, scores)
    found = np.flatnonzero(path)
    if not len(found):
        return
    chosen = scores[found]
    certainty = 1 / np.exp(chosen - chosen[np.arange(len(found)), path[found]][:, None]).sum(-1)
    for first, last in _runs(head, path, found):
        score = float(certainty[np.searchsorted(found, first) :][: last - first].mean())
        yield Stretch(first, last, head.tags[path[first]].removeprefix("B-"), round(score, 4))


def best_tags(head: Head, scores: NDArray[np.float32]) -> tuple[str, ...]:
    """Return the best tag of every word, for a head that labels single words."""
    return tuple(head.tags[number] for number in scores.argmax(-1))


def best_path(scores: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the best sequence of BIO tags in which every I- follows its own B- or I- (Viterbi).

    Tags are O, B-a, I-a, B-b, I-b and so on; `scores` is (words, tags).
    """
    count = scores.shape[1]
    inner = np.arange(2, count, 2)
    best = scores[0].astype(np.float64)
    best[inner] = _IMPOSSIBLE
    back = np.zeros(scores.shape, dtype=np.intp)
    for position in range(1, len(scores)):
        champion = int(best.argmax())
        came = np.full(count, champion, dtype=np.intp)
        came[inner] = np.where(best[inner] >= best[inner - 1], inner, inner - 1)
        back[position] = came
        best = best[came] + scores[position]
    path = np.empty(len(scores), dtype=np.intp)
    path[-1] = best.argmax()
    for position in range(len(scores) - 1, 0, -1):
        path[position - 1] = back[position, path[position]]
    return path


def repair(path: NDArray[np.intp], scores: NDArray[np.float32]) -> None:
    """Put the best tags right in place where an I- does not follow its own B- or I-.

    Only the neighbourhood is decoded anew: from a word that stands after an O to the
    end of the run. Elsewhere the best tag of each word is the best path.
    """
    while True:
        before = np.concatenate([[0], path[:-1]])
        wrong = np.flatnonzero((path > 0) & (path % 2 == 0) & (before != path) & (before != path - 1))
        if not len(wrong):
            return
        begin, end = max(0, int(wrong[0]) - 1), int(wrong[0]) + 1
        while begin > 0 and path[begin - 1]:
            begin -= 1
        while end < len(path) and path[end] > 0 and path[end] % 2 == 0:
            end += 1
        path[begin:end] = best_path(scores[begin:end])


def _runs(head: Head, path: NDArray[np.intp], found: NDArray[np.intp]) -> Iterator[tuple[int, int]]:
    """Yield the labelled runs of a valid sequence of tags; `found` is where it is not O."""
    inside = path[found] % 2 == 0 if head.scheme == "bio" else np.zeros(len(found), dtype=bool)
    starts = np.flatnonzero(~inside)
    for start, end in zip(starts, [*starts[1:], len(found)], strict=True):
        yield int(found[start]), int(found[end - 1]) + 1

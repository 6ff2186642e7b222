"""Decoding: from the scores of a tagging head to labelled stretches of words.

The words of many windows are decoded at once: numpy costs the same for few as for many.
"""

from collections.abc import Iterator, Sequence
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


def find_stretches(
    head: Head,
    scores: NDArray[np.float32],
    borders: Sequence[int] = (0,),
    marks: NDArray[np.bool_] | None = None,
) -> Iterator[Stretch]:
    """Yield what one head found among the words of some windows, in order.

    A stretch that begins or ends with marks is made shorter; of marks alone there is none.

    Args:
        head: what the columns mean.
        scores: (words, tags of this head), the words of all windows after each other.
        borders: where the windows begin; no stretch reaches across.
        marks: which words are punctuation; None if that does not matter.

    """
    path = scores.argmax(-1)
    if head.scheme == "bio":
        repair(path, scores, borders)
    found = np.flatnonzero(path)
    if not len(found):
        return
    begins = np.flatnonzero(path[found] % 2) if head.scheme == "bio" else np.arange(len(found))
    first, last = found[begins], found[np.append(begins[1:], len(found)) - 1] + 1
    labels = path[first]
    score = _certainty(scores[found], path[found], begins)
    if marks is not None:
        first, last = _without_marks(first, last, marks)
    names = [tag.removeprefix("B-") for tag in head.tags]
    for one, end, label, sure in zip(first.tolist(), last.tolist(), labels.tolist(), score.tolist(), strict=True):
        if one < end:
            yield Stretch(one, end, names[label], round(sure, 4))


def _certainty(scores: NDArray[np.float32], path: NDArray[np.intp], begins: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return the mean probability of every run of words; a run begins at each of `begins`."""
    certainty = 1 / np.exp(scores - scores[np.arange(len(path)), path][:, None]).sum(-1)
    lengths = np.diff(begins, append=len(path))
    means: NDArray[np.float64] = np.add.reduceat(certainty, begins, dtype=np.float64) / lengths
    return means


def _without_marks(
    first: NDArray[np.intp], last: NDArray[np.intp], marks: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the stretches from their first to their last word that is no mark."""
    words = np.flatnonzero(~marks)
    after, before = np.searchsorted(words, first), np.searchsorted(words, last) - 1
    ends = np.append(words, len(marks))
    return ends[after], np.where(before >= after, ends[before] + 1, 0)


def best_tags(head: Head, scores: NDArray[np.float32]) -> tuple[str, ...]:
    """Return the best tag of every word, for a head that labels single words."""
    return tuple(head.tags[number] for number in scores.argmax(-1).tolist())


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


def repair(path: NDArray[np.intp], scores: NDArray[np.float32], borders: Sequence[int] = (0,)) -> None:
    """Put the best tags right in place where an I- does not follow its own B- or I-.

    Only the neighbourhood is decoded anew: from a word that stands after an O, or at a
    border, to the end of the run. Elsewhere the best tag of each word is the best path.
    """
    fresh = set(borders)
    while True:
        before = np.concatenate([[0], path[:-1]])
        before[list(fresh)] = 0
        wrong = np.flatnonzero((path > 0) & (path % 2 == 0) & (before != path) & (before != path - 1))
        if not len(wrong):
            return
        done = 0
        for place in wrong.tolist():
            if place >= done:
                begin, done = _neighbourhood(path, place, fresh)
                path[begin:done] = best_path(scores[begin:done])


def _neighbourhood(path: NDArray[np.intp], place: int, fresh: set[int]) -> tuple[int, int]:
    """Return the words to decode anew around a wrong one (half-open)."""
    begin, end = place, place + 1
    if begin not in fresh:
        begin -= 1
        while begin not in fresh and path[begin - 1]:
            begin -= 1
    while end < len(path) and end not in fresh and path[end] > 0 and path[end] % 2 == 0:
        end += 1
    return begin, end

"""Decoding: from the scores of a tagging head to labelled stretches of words.

The words of many windows are decoded at once: numpy costs the same for few as for many.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.labels import Head


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
    if head.scheme == "bio":
        path = best_paths(scores, head.after, borders)
        # What goes on from before the window begins with it.
        path[[place for place in borders if path[place] and path[place] % 2 == 0]] -= 1
    else:
        path = scores.argmax(-1)
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


def best_paths(
    scores: NDArray[np.float32], after: NDArray[np.float32], borders: Sequence[int] = (0,)
) -> NDArray[np.intp]:
    """Return the best sequence of tags of every window (Viterbi), all windows step by step together.

    Args:
        scores: (words, tags), the words of all windows after each other.
        after: how well a tag goes after another, (tags before, tags).
        borders: where the windows begin.

    """
    lengths = np.diff([*borders, len(scores)])
    inside = np.arange(lengths.max()) < lengths[:, None]
    padded = np.zeros((*inside.shape, scores.shape[1]), np.float32)
    padded[inside] = scores
    best, before = padded.copy(), np.ascontiguousarray(after.T)
    for place in range(1, inside.shape[1]):
        last = best[:, place - 1]
        step = (last[:, None, :] + before).max(-1) + padded[:, place]
        best[:, place] = np.where(inside[:, place, None], step, last)
    path = np.empty(inside.shape, np.intp)
    path[:, -1] = best[:, -1].argmax(-1)
    for place in range(inside.shape[1] - 1, 0, -1):
        came = (best[:, place - 1] + before[path[:, place]]).argmax(-1)
        path[:, place - 1] = np.where(inside[:, place], came, path[:, place])
    return path[inside]

"""Decoding: from the scores of a tagging head to labelled stretches of words."""

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


def find_stretches(head: Head, scores: NDArray[np.float32]) -> Iterator[Stretch]:
    """Yield what one head found among the words of a window, in order.

    `scores` is (words, tags of this head).

    """
    path = scores.argmax(-1)
    if not path.any():
        return
    if head.scheme == "bio" and not _is_valid(path):
        path = best_path(scores)
    if not path.any():
        return
    probabilities = _softmax(scores)
    for first, last, label in _runs(head, path):
        score = float(probabilities[np.arange(first, last), path[first:last]].mean())
        yield Stretch(first, last, label, round(score, 4))


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


def _is_valid(path: NDArray[np.intp]) -> bool:
    """Say whether every I- follows its own B- or I-."""
    before = np.concatenate([[0], path[:-1]])
    inner = (path > 0) & (path % 2 == 0)
    return bool(np.all(~inner | (before == path) | (before == path - 1)))


def _runs(head: Head, path: Sequence[int] | NDArray[np.intp]) -> Iterator[tuple[int, int, str]]:
    """Yield the labelled runs of a valid sequence of tags."""
    first, label = -1, ""
    for position, number in enumerate([*path, 0]):
        tag = head.tags[number]
        continues = head.scheme == "bio" and tag.startswith("I-")
        if first >= 0 and not continues:
            yield first, position, label
            first = -1
        if number and not continues:
            first, label = position, tag.removeprefix("B-") if head.scheme == "bio" else tag


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return probabilities along the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), dtype=np.float32)

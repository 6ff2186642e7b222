"""Results: what the heads say about windows, decoded."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.attribution import Linked, find_linked
from tidings.encoder.decode import Stretch, best_tags, find_stretches
from tidings.encoder.labels import Labels
from tidings.encoder.network import Answers
from tidings.encoder.tree import find_tree
from tidings.encoder.windows import Window

_UPOS = "upos"
_ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True)
class Result:
    """A window's words, decoded. All positions count from the window's first word.

    `governors` holds a word's own position for a root; `stretches` is by head.
    """

    window: Window
    upos: tuple[str, ...]
    governors: tuple[int, ...]
    relations: tuple[str, ...]
    stretches: Mapping[str, Sequence[Stretch]]
    linked: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says about one window; see `Answers`."""

    window: Window
    tags: NDArray[np.float32]
    arcs: NDArray[np.float32]
    relations: NDArray[np.float32]
    links: NDArray[np.float32]


def scores_of(window: Window, answers: Answers) -> Scores:
    """Return the scores of a window that was a batch of its own."""
    return Scores(window, answers.tags[0], answers.arcs[0], answers.relations[0], answers.links[0])


def decode(labels: Labels, windows: Sequence[Scores]) -> list[Result]:
    """Return the result of every window."""
    if not windows:
        return []
    tags = np.concatenate([scores.tags for scores in windows])
    borders = np.cumsum([0, *(len(scores.tags) for scores in windows)]).tolist()
    upos_head = labels.head(_UPOS)
    upos = best_tags(upos_head, tags[:, upos_head.first : upos_head.last])
    marks = np.array([tag == "PUNCT" for tag in upos])
    stretches: list[dict[str, list[Stretch]]] = [{} for _ in windows]
    for head in labels.heads:
        if head.name != _UPOS:
            of_head = tags[:, head.first : head.last]
            found = find_stretches(head, of_head, borders[:-1], None if head.name == _ATTRIBUTION else marks)
            for window, inside in zip(stretches, _by_window(found, borders), strict=True):
                window[head.name] = inside
    return [
        _result(labels, scores, upos[first:last], found)
        for scores, first, last, found in zip(windows, borders[:-1], borders[1:], stretches, strict=True)
    ]


def _by_window(stretches: Iterable[Stretch], borders: Sequence[int]) -> list[list[Stretch]]:
    """Return the stretches of every window, counted from its first word."""
    found: list[list[Stretch]] = [[] for _ in borders[1:]]
    for one in stretches:
        number = bisect_right(borders, one.first) - 1
        first = borders[number]
        found[number].append(Stretch(one.first - first, one.last - first, one.label, one.score))
    return found


def _result(
    labels: Labels, scores: Scores, upos: tuple[str, ...], stretches: Mapping[str, Sequence[Stretch]]
) -> Result:
    """Return the result of a window whose words and stretches are known."""
    window = scores.window
    governors = _governors(window, scores.arcs)
    links = dict(zip(labels.links, scores.links, strict=True))
    return Result(
        window,
        upos,
        governors,
        _relations(labels, governors, scores.relations),
        stretches,
        find_linked(stretches[_ATTRIBUTION], links, [start - window.first for start in window.starts]),
    )


def _governors(window: Window, arcs: NDArray[np.float32]) -> tuple[int, ...]:
    """Return the governors of all sentences of a window."""
    found: list[int] = []
    for start, end in zip(window.starts, [*window.starts[1:], window.last], strict=True):
        first, last = start - window.first, end - window.first
        found += (find_tree(arcs[first:last, first:last]) + first).tolist()
    return tuple(found)


def _relations(labels: Labels, governors: tuple[int, ...], scores: NDArray[np.float32]) -> tuple[str, ...]:
    """Return every word's relation: "root" for roots, and for them alone."""
    root = labels.relations.index("root")
    scores = scores.copy()
    scores[:, root] = -np.inf
    best = scores.argmax(-1).tolist()
    return tuple("root" if governor == n else labels.relations[best[n]] for n, governor in enumerate(governors))

"""Results: what the heads say about one window, decoded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.attribution import Linked, find_linked
from tidings.encoder.decode import Stretch, best_tags, find_stretches
from tidings.encoder.labels import Labels
from tidings.encoder.network import Answers
from tidings.encoder.tree import find_tree
from tidings.encoder.windows import Batch, Window

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
    stretches: dict[str, tuple[Stretch, ...]]
    linked: tuple[Linked, ...]


def decode_batch(labels: Labels, batch: Batch, answers: Answers) -> list[Result]:
    """Return the result of every window of a batch."""
    return [decode_window(labels, window, answers, row) for row, window in enumerate(batch.windows)]


def decode_window(labels: Labels, window: Window, answers: Answers, row: int) -> Result:
    """Return the result of the window in one row of a batch."""
    count = window.last - window.first
    tags = answers.tags[row, :count]
    upos_head = labels.head(_UPOS)
    upos = best_tags(upos_head, tags[:, upos_head.first : upos_head.last])
    stretches = {
        head.name: tuple(find_stretches(head, tags[:, head.first : head.last]))
        for head in labels.heads
        if head.name != _UPOS
    }
    stretches |= {name: tuple(_trimmed(found, upos)) for name, found in stretches.items() if name != _ATTRIBUTION}
    governors = _governors(window, answers.arcs[row, :count, :count])
    scores = {role: answers.links[row, number, :count, : count + 1] for number, role in enumerate(labels.links)}
    return Result(
        window,
        upos,
        governors,
        _relations(labels, governors, answers.relations[row, :count]),
        stretches,
        find_linked(stretches[_ATTRIBUTION], scores, [start - window.first for start in window.starts]),
    )


def _trimmed(stretches: Iterable[Stretch], upos: Sequence[str]) -> Iterator[Stretch]:
    """Yield stretches without marks at their ends, leaving out those that are nothing else."""
    for stretch in stretches:
        inside = [n for n in range(stretch.first, stretch.last) if upos[n] != "PUNCT"]
        if inside:
            yield replace(stretch, first=inside[0], last=inside[-1] + 1)


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
    best = scores.argmax(-1)
    return tuple("root" if governor == n else labels.relations[best[n]] for n, governor in enumerate(governors))

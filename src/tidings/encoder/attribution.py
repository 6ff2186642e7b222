"""Attributions: bring sources, cues and contents of a window together."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.decode import Stretch

#: What a cue's score loses for every word in between, and for standing in another sentence.
PER_WORD = 0.05
APART = 3.0


@dataclass(frozen=True, slots=True)
class Linked:
    """A cue with the sources and the pieces of content that point at it."""

    cue: Stretch
    sources: tuple[Stretch, ...]
    contents: tuple[Stretch, ...]


def find_linked(
    stretches: Sequence[Stretch], links: Mapping[str, NDArray[np.float32]], starts: Sequence[int]
) -> tuple[Linked, ...]:
    """Return the attributions of a window in the order of their cues.

    A source or content belongs to the cue its first word points at, among the cues
    that were found and near ones rather than far ones; it stays alone if it rather
    points at none. `links` are scores by label, (words, words + 1), the first column
    for none; `starts` are the words that begin sentences.
    """
    cues = [stretch for stretch in stretches if stretch.label == "cue"]
    if not cues:
        return ()
    found: dict[str, list[list[Stretch]]] = {role: [[] for _ in cues] for role in links}
    columns = np.array([0, *(cue.first + 1 for cue in cues)])
    for stretch in stretches:
        if stretch.label in found:
            scores = links[stretch.label][stretch.first, columns]
            remoteness = [_remoteness(stretch, cue, starts) for cue in cues]
            chosen = int((scores[1:] - remoteness).argmax())
            if scores[chosen + 1] > scores[0]:
                found[stretch.label][chosen].append(stretch)
    parts = zip(cues, found["source"], found["content"], strict=True)
    return tuple(Linked(cue, tuple(sources), tuple(contents)) for cue, sources, contents in parts)


def _remoteness(stretch: Stretch, cue: Stretch, starts: Sequence[int]) -> float:
    """Return what is taken off a cue's score for its distance in words and sentences."""
    gap = max(0, cue.first - stretch.last, stretch.first - cue.last)
    apart = bisect_right(starts, cue.first) != bisect_right(starts, stretch.first)
    return PER_WORD * gap + APART * apart

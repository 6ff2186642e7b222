"""Attributions: bring sources, cues and contents of a window together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.decode import Stretch


@dataclass(frozen=True, slots=True)
class Linked:
    """A cue with the sources and the pieces of content that point at it."""

    cue: Stretch
    sources: tuple[Stretch, ...]
    contents: tuple[Stretch, ...]


def find_linked(stretches: Sequence[Stretch], links: Mapping[str, NDArray[np.float32]]) -> tuple[Linked, ...]:
    """Return the attributions of a window in the order of their cues.

    A source or content belongs to the cue its first word points at, among the cues
    that were found; it stays alone if it rather points at none.

    Args:
        stretches: what the attribution head found.
        links: by label, the scores (words, words + 1); the first column means none.

    """
    cues = [stretch for stretch in stretches if stretch.label == "cue"]
    found: dict[str, list[list[Stretch]]] = {role: [[] for _ in cues] for role in ("source", "content")}
    if not cues:
        return ()
    columns = np.array([0, *(cue.first + 1 for cue in cues)])
    for stretch in stretches:
        if stretch.label in found:
            chosen = int(links[stretch.label][stretch.first, columns].argmax())
            if chosen:
                found[stretch.label][chosen - 1].append(stretch)
    parts = zip(cues, found["source"], found["content"], strict=True)
    return tuple(Linked(cue, tuple(sources), tuple(contents)) for cue, sources, contents in parts)

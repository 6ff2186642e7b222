"""Labels: what the heads of an encoder file may say, read from the file beside it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_IMPOSSIBLE = -1e4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Head:
    """One tagging head: its columns in the network's answer, its tags, and how to read them.

    `scheme` is "bio" (O, B-x, I-x) or "word" (one label a word, "O" for none). `after` scores one
    tag after another, (tags before, tags); for a head that labels single words it is empty.
    """

    name: str
    scheme: str
    first: int
    tags: tuple[str, ...]
    after: NDArray[np.float32]

    @property
    def last(self) -> int:
        """One past the head's last column."""
        return self.first + len(self.tags)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Every head of an encoder, the relations of its parser, the labels that point at a cue."""

    version: str
    heads: tuple[Head, ...]
    relations: tuple[str, ...]
    links: tuple[str, ...]

    def head(self, name: str) -> Head:
        """Return a head by its name."""
        return next(head for head in self.heads if head.name == name)


def load_labels(path: Path) -> Labels:
    """Return the labels that `training/export.py` wrote."""
    given = json.loads(path.read_text(encoding="utf-8"))
    heads, first = [], 0
    for head in given["heads"]:
        tags = tuple(head["tags"])
        after = scores_after(tags, head.get("after")) if head["scheme"] == "bio" else np.zeros((0, 0), np.float32)
        heads.append(Head(name=head["name"], scheme=head["scheme"], first=first, tags=tags, after=after))
        first += len(tags)
    return Labels(
        version=given["version"], heads=tuple(heads), relations=tuple(given["relations"]), links=tuple(given["links"])
    )


def scores_after(tags: Sequence[str], learned: Sequence[Sequence[float]] | None = None) -> NDArray[np.float32]:
    """Return the scores of one tag after another, with I-x ruled out but after B-x and I-x."""
    wrong = [[tag.startswith("I-") and before[2:] != tag[2:] for tag in tags] for before in tags]
    scores = np.zeros((len(tags), len(tags)), np.float32) if learned is None else np.array(learned, np.float32)
    scores[np.array(wrong)] = _IMPOSSIBLE
    return scores

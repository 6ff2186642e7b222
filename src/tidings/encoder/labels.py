"""Labels: what the heads of an encoder file may say, read from the file beside it."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One tagging head: its columns in the network's answer, its tags, and how to read them.

    `scheme` is "bio" (O, B-x, I-x) or "word" (one label a word, "O" for none).
    """

    name: str
    scheme: str
    first: int
    tags: tuple[str, ...]

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
        heads.append(Head(name=head["name"], scheme=head["scheme"], first=first, tags=tuple(head["tags"])))
        first += len(head["tags"])
    return Labels(
        version=given["version"], heads=tuple(heads), relations=tuple(given["relations"]), links=tuple(given["links"])
    )

"""Treebanks: CoNLL-U sentences, with the treebank's words brought to this project's words."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tidings.encoder.words import find_words
from training.documents import NO_TARGET, TARGETS, Document
from training.labels import RELATIONS

_NUMBERS = {relation: number for number, relation in enumerate(RELATIONS)}


@dataclass(frozen=True, slots=True)
class Node:
    """A word of a treebank: offsets in its sentence, governor (its own index for a root)."""

    start: int
    end: int
    upos: str
    head: int
    relation: str


@dataclass(slots=True)
class _Growing:
    """A document that sentences are added to."""

    document: Document
    upos: list[int] = field(default_factory=list)
    governors: list[int] = field(default_factory=list)
    relations: list[int] = field(default_factory=list)

    def add(self, text: str, rows: list[list[str]]) -> None:
        """Append a sentence, if its words can be brought to ours."""
        nodes, words = _nodes(text, rows), list(find_words(text))
        joined = _joined(nodes, words) if nodes else None
        if joined is None:
            return
        base = len(self.document.words)
        for (start, end), (tag, head, relation) in zip(words, joined, strict=True):
            self.document.words.append(text[start:end])
            self.document.offsets.append((start, end))
            self.upos.append(TARGETS["upos"].number([tag]))
            self.governors.append(base + head)
            self.relations.append(_number_of(relation))
        self.document.sentences.append((base, len(self.document.words)))

    def finished(self) -> Document:
        """Return the document with its targets."""
        self.document.targets = {"upos": np.array(self.upos, dtype=np.int32)}
        self.document.governors = np.array(self.governors, dtype=np.int32)
        self.document.relations = np.array(self.relations, dtype=np.int32)
        return self.document


def load_treebank(path: Path, corpus: str) -> Iterator[Document]:
    """Yield the documents of a CoNLL-U file, leaving out sentences whose words cannot be brought together."""
    growing: _Growing | None = None
    for identifier, text, rows in _sentences(path):
        if growing is None or growing.document.id != identifier:
            if growing:
                yield growing.finished()
            growing = _Growing(Document(identifier, corpus, [], [], []))
        growing.add(text, rows)
    if growing:
        yield growing.finished()


def _sentences(path: Path) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Yield the id of the document, the text and the rows of every sentence."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    identifier = ""
    for block in blocks:
        lines = block.strip().split("\n")
        given = dict(line[1:].split("=", 1) for line in lines if line.startswith("#") and "=" in line)
        found = {name.strip(): value.strip() for name, value in given.items()}
        identifier = found.get("newdoc id", identifier)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            yield identifier, found["text"], rows


def _number_of(relation: str) -> int:
    """Return the number of a relation, of its universal part if we do not keep the subtype."""
    return _NUMBERS.get(relation, _NUMBERS.get(relation.partition(":")[0], NO_TARGET))


def _nodes(text: str, rows: list[list[str]]) -> list[Node] | None:
    """Return the words of a sentence with offsets, None when the text does not hold them."""
    kept = [row for row in rows if row[0].isdigit()]
    position, nodes = 0, []
    for row in kept:
        start = text.find(row[1], position)
        if start < 0 or text[position:start].strip():
            return None
        position = start + len(row[1])
        number = int(row[0]) - 1
        nodes.append(Node(start, position, row[3], int(row[6]) - 1 if row[6] != "0" else number, row[7]))
    return nodes


def _joined(nodes: list[Node], words: list[tuple[int, int]]) -> list[tuple[str, int, str]] | None:
    """Return (tag, governor, relation) of every word of ours, None where borders cross.

    Several words of ours in one of the treebank: the last governs the others.
    Several words of the treebank in one of ours: the one that governs the others stands for all.
    """
    inside = [[n for n, node in enumerate(nodes) if node.start < end and start < node.end] for start, end in words]
    if any(not found for found in inside) or {n for found in inside for n in found} != set(range(len(nodes))):
        return None
    carrier: dict[int, int] = {}
    for index, found in enumerate(inside):
        if len(found) > 1 and any(nodes[n].start < words[index][0] or nodes[n].end > words[index][1] for n in found):
            return None
        for n in found:
            carrier[n] = index
    result = []
    for index, ((start, end), found) in enumerate(zip(words, inside, strict=True)):
        top = next((n for n in found if nodes[n].head not in found or nodes[n].head == n), found[0])
        node = nodes[top]
        if carrier[top] != index:
            mark = node.upos == "PUNCT" or (end - start == 1 and node.upos not in {"NUM", "SYM"} and index > 0)
            result.append(("PUNCT" if mark else node.upos, carrier[top], "punct" if mark else "compound"))
        else:
            result.append((node.upos, carrier[node.head], node.relation))
    return result

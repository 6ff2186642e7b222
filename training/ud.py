"""Treebanks: CoNLL-U sentences, with the treebank's words brought to this project's words."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
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


def load_treebank(path: Path, corpus: str) -> Iterator[Document]:
    """Yield the documents of a CoNLL-U file, leaving out sentences whose words cannot be brought together."""
    document: Document | None = None
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows: list[list[str]] = []
        text = ""
        for line in file:
            if line.startswith("# newdoc id"):
                if document:
                    yield _finished(document)
                document = Document(line.split("=", 1)[1].strip(), corpus, [], [], [])
            elif line.startswith("# text ="):
                text = line.split("=", 1)[1].strip()
            elif line.strip() and not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))
            elif rows and document:
                _add(document, text, rows)
                rows = []
        if rows and document:
            _add(document, text, rows)
    if document:
        yield _finished(document)


def _finished(document: Document) -> Document:
    """Turn the lists that grew into arrays."""
    document.targets = {head: np.array(numbers, dtype=np.int32) for head, numbers in document.targets.items()}
    document.governors = np.array(document.governors, dtype=np.int32)
    document.relations = np.array(document.relations, dtype=np.int32)
    return document


def _add(document: Document, text: str, rows: list[list[str]]) -> None:
    """Append one sentence to a growing document."""
    nodes = _nodes(text, rows)
    words = list(find_words(text))
    joined = _joined(nodes, words) if nodes else None
    if joined is None:
        return
    base = len(document.words)
    document.governors = document.governors if document.governors is not None else []  # type: ignore[assignment]
    document.relations = document.relations if document.relations is not None else []  # type: ignore[assignment]
    upos = document.targets.setdefault("upos", [])  # type: ignore[arg-type]
    for (start, end), (tag, head, relation) in zip(words, joined, strict=True):
        document.words.append(text[start:end])
        document.offsets.append((start, end))
        document.governors.append(base + head)  # type: ignore[union-attr]
        document.relations.append(_NUMBERS.get(relation, _NUMBERS.get(relation.partition(":")[0], NO_TARGET)))  # type: ignore[union-attr]
        upos.append(TARGETS["upos"].number([tag]))  # type: ignore[attr-defined]
    document.sentences.append((base, len(document.words)))


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

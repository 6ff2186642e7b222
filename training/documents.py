"""Documents: annotated text as words and sentences, with a target per word and head."""

import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidings.encoder.sentences import find_sentences
from tidings.encoder.words import find_words
from training.labels import HEADS, Targets

TARGETS: dict[str, Targets] = {head: Targets(tags) for head, (_, tags) in HEADS.items()}
NO_TARGET = -1


@dataclass(slots=True)
class Document:
    """One text of a corpus. Word indices count from the start of the document.

    `targets` holds numbers of `TARGETS`; `governors` is a word's governor (itself
    for a root), `relations` the relation; `links` the word that begins the cue.
    """

    id: str
    corpus: str
    words: list[str]
    offsets: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    targets: dict[str, NDArray[np.int32]] = field(default_factory=dict)
    governors: NDArray[np.int32] | None = None
    relations: NDArray[np.int32] | None = None
    links: dict[str, NDArray[np.int32]] = field(default_factory=dict)

    def words_in(self, start: int, end: int) -> range:
        """Return the indices of the words that overlap a stretch of the text."""
        first = bisect_right(self.offsets, start, key=lambda offset: offset[1])
        return range(first, bisect_left(self.offsets, end, key=lambda offset: offset[0]))


def load_lines(folder: Path, split: str) -> Iterator[dict[str, Any]]:
    """Yield the documents of one split of a corpus."""
    packed = folder / f"{split}.jsonl.gz"
    with (
        gzip.open(packed, "rt", encoding="utf-8")
        if packed.exists()
        else (folder / f"{split}.jsonl").open(encoding="utf-8") as lines
    ):
        for line in lines:
            yield json.loads(line)


def to_document(line: Mapping[str, Any], corpus: str) -> Document:
    """Return the words and sentences of a text, without targets."""
    words: list[str] = []
    offsets: list[tuple[int, int]] = []
    sentences: list[tuple[int, int]] = []
    text = line["text"]
    for start, end in find_sentences(text):
        found = list(find_words(text, start, end))
        if found:
            sentences.append((len(words), len(words) + len(found)))
            offsets += found
            words += [text[first:last] for first, last in found]
    return Document(line["id"], corpus, words, offsets, sentences)


def outermost(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the spans that no longer one overlaps, in text order."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(set(spans), key=lambda span: (span[0] - span[1], span)):
        if not any(span[0] < other[1] and other[0] < span[1] for other in kept):
            kept.append(span)
    return sorted(kept)


def set_spans(
    document: Document,
    head: str,
    spans: Iterable[tuple[int, int, str]],
    *,
    unmarked: Sequence[str] = ("O",),
    loose: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Set the targets of a head from spans with offsets and a label.

    `unmarked` are the tags allowed where no span is; `loose` are labels that stand for
    a set of tags, the same for every word of the span.

    """
    scheme, targets = HEADS[head][0], TARGETS[head]
    numbers = np.full(len(document.words), targets.number(unmarked), dtype=np.int32)
    for start, end, label in outermost(spans):
        for position, index in enumerate(document.words_in(start, end)):
            if loose and label in loose:
                numbers[index] = targets.number(loose[label])
            else:
                numbers[index] = targets.number([label if scheme == "word" else f"{'I' if position else 'B'}-{label}"])
    document.targets[head] = numbers

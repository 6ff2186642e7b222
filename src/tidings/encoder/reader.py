"""Reader: from text to a Reading, by way of words, windows and the network."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Self

from tidings.encoder.decode import Stretch
from tidings.encoder.labels import Labels, load_labels
from tidings.encoder.lemmas import find_lemma
from tidings.encoder.network import Network, OnnxNetwork
from tidings.encoder.results import Result, decode, scores_of
from tidings.encoder.sentences import find_sentences
from tidings.encoder.windows import Piece, find_windows, to_batch
from tidings.encoder.wordpieces import WordPieces, shape_of
from tidings.encoder.words import find_words
from tidings.errors import EncoderFileMissing
from tidings.model.reading import ROOT, AttributionLink, LabelledSpan, Reading, Sentence, Token
from tidings.model.span import Span

DATA = Path(__file__).parent / "data"
#: So many windows are decoded at once, so that the scores of a long text are not held whole.
_TOGETHER = 64


@dataclass(slots=True)
class _Layout:
    """Words and sentences of a text, before the network has seen them."""

    text: str
    words: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    offsets: list[tuple[int, int]] = field(default_factory=list)
    borders: set[int] = field(default_factory=set)

    def add(self, segment: Span) -> None:
        """Append the sentences of a segment."""
        self.borders.add(len(self.words))
        for start, end in find_sentences(self.text, segment.start, segment.end):
            found = list(find_words(self.text, start, end))
            if found:
                self.sentences.append((len(self.words), len(self.words) + len(found)))
                self.offsets.append((start, end))
                self.words += found


class Encoder:
    """The encoder, loaded and ready to read."""

    def __init__(self, network: Network, pieces: WordPieces, labels: Labels) -> None:
        """Put an encoder together; `load` is the usual way."""
        self._network, self._pieces, self._labels = network, pieces, labels

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 2) -> Self:
        """Return the encoder in a folder, the one in this package by default.

        Args:
            path: folder with encoder.onnx, tokenizer.json and labels.json, or that encoder.onnx.
            threads: how many batches of a text are worked on at a time.

        Raises:
            EncoderFileMissing: when there is no such file.
        """
        folder = DATA if path is None else path.parent if path.suffix == ".onnx" else path
        if not (folder / "encoder.onnx").is_file():
            raise EncoderFileMissing(folder / "encoder.onnx")
        network = OnnxNetwork.load(folder / "encoder.onnx", threads)
        return cls(network, WordPieces(folder / "tokenizer.json"), load_labels(folder / "labels.json"))

    def with_threads(self, threads: int) -> "Encoder":
        """Return this encoder with another number of threads; they share what was loaded."""
        return Encoder(self._network.with_threads(threads), self._pieces, self._labels)

    @property
    def version(self) -> str:
        """The version of the weights, for a record's provenance."""
        return self._labels.version

    def read(self, text: str, segments: Sequence[Span] | None = None) -> Reading:
        """Return what the encoder finds in a text. The same text gives the same reading.

        `segments` are stretches in text order that are read apart from each other, such
        as zones; outside them there are no tokens. By default the text is one segment.
        Sentences end at blank lines in any case.

        """
        layout = _Layout(text)
        for segment in [Span(0, len(text))] if segments is None else segments:
            layout.add(segment)
        words = [text[start:end] for start, end in layout.words]
        return _to_reading(layout, self.decode(words, layout.sentences, frozenset(layout.borders)))

    def decode(
        self, words: Sequence[str], sentences: Sequence[tuple[int, int]], borders: frozenset[int] = frozenset()
    ) -> list[Result]:
        """Return what the heads say about words that are already cut, window by window.

        `sentences` are half-open word ranges that cover all words in order; no window
        reaches across a word in `borders`.

        """
        pieces = [Piece(self._pieces.of(word), shape_of(word)) for word in words]
        batches = (to_batch(pieces, window) for window in find_windows(pieces, sentences, borders))
        scores = (scores_of(batch.window, answers) for batch, answers in self._network.answer(batches))
        results: list[Result] = []
        while some := list(islice(scores, _TOGETHER)):
            results += decode(self._labels, some)
        return results

    def read_many(self, texts: Iterable[str]) -> Iterator[Reading]:
        """Yield the reading of every text, in order."""
        for text in texts:
            yield self.read(text)


def _to_reading(layout: _Layout, results: Sequence[Result]) -> Reading:
    """Put the results of a text's windows together."""
    spans: dict[str, list[LabelledSpan]] = {}
    links: list[AttributionLink] = []
    for result in results:
        base = result.window.first
        for head, stretches in result.stretches.items():
            spans.setdefault(head, []).extend(_span(layout, base, stretch) for stretch in stretches)
        for linked in result.linked:
            sources = tuple(_span(layout, base, stretch) for stretch in linked.sources)
            contents = tuple(_span(layout, base, stretch) for stretch in linked.contents)
            links.append(AttributionLink(_span(layout, base, linked.cue), sources, contents))
    return Reading(
        text=layout.text,
        tokens=tuple(_tokens(layout, results)),
        sentences=tuple(_sentences(layout)),
        spans={head: tuple(found) for head, found in spans.items()},
        attributions=tuple(links),
    )


def _span(layout: _Layout, base: int, stretch: Stretch) -> LabelledSpan:
    """Return a stretch of words as a span of the text."""
    start, end = layout.words[base + stretch.first][0], layout.words[base + stretch.last - 1][1]
    return LabelledSpan(start, end, stretch.label, stretch.score)


def _sentences(layout: _Layout) -> Iterator[Sentence]:
    """Yield the sentences with their words."""
    for index, ((first, last), (start, end)) in enumerate(zip(layout.sentences, layout.offsets, strict=True)):
        yield Sentence(index, first, last, start, end)


def _tokens(layout: _Layout, results: Sequence[Result]) -> Iterator[Token]:
    """Yield the words with their grammar."""
    sentences = [index for index, (first, last) in enumerate(layout.sentences) for _ in range(first, last)]
    for result in results:
        base = result.window.first
        for n, (upos, governor, relation) in enumerate(
            zip(result.upos, result.governors, result.relations, strict=True)
        ):
            start, end = layout.words[base + n]
            word = layout.text[start:end]
            head = ROOT if governor == n else base + governor
            yield Token(base + n, start, end, word, find_lemma(word, upos), upos, head, relation, sentences[base + n])

"""Checks: the development figures of a network while it is being trained."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import torch

from tidings.encoder.labels import load_labels
from tidings.encoder.network import Answers
from tidings.encoder.reader import Encoder
from tidings.encoder.windows import Batch
from tidings.encoder.wordpieces import WordPieces
from training.labels import to_labels
from training.measure import measure
from training.network import Network

#: Documents of each corpus that are read at a checkpoint.
_FEW = 10


class TorchNetwork:
    """A network under training, in the place of the exported file."""

    def __init__(self, network: Network) -> None:
        """Wrap a network."""
        self._network = network

    def answer(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Answers]]:
        """Yield every batch with the scores of every head."""
        self._network.eval()
        for batch in batches:
            yield batch, self._run(batch)

    def _run(self, batch: Batch) -> Answers:
        """Return the scores of every head for one batch."""
        arrays = (batch.ids, batch.shapes, batch.first, batch.sentence)
        device = next(self._network.parameters()).device
        with torch.no_grad():
            answers = self._network(*(torch.from_numpy(array).to(device) for array in arrays))
        found = (answers.tags, answers.arcs, answers.relations, answers.links)
        return Answers(*(scores.cpu().numpy() for scores in found))


class Check:
    """Measures a network on a few development documents."""

    def __init__(self, corpora: Path, out: Path) -> None:
        """Remember where the corpora and the vocabulary are."""
        self._corpora, self._out = corpora, out

    def __call__(self, network: Network) -> dict[str, float]:
        """Return the main figures."""
        path = self._out / "labels.json"
        path.write_text(json.dumps(to_labels("training")), encoding="utf-8")
        encoder = Encoder(TorchNetwork(network), WordPieces(self._out / "tokenizer.json"), load_labels(path))
        return measure(encoder, self._corpora, _FEW)

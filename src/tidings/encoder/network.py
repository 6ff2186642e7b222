"""The network: runs the encoder's ONNX file on batches of windows."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tidings.encoder.windows import Batch


@dataclass(frozen=True, slots=True)
class Answers:
    """What the network says about a batch.

    Shapes: `tags` (windows, words, tags of all heads), `arcs` (windows, words, words),
    `relations` (windows, words, relations), `links` (windows, roles, words, words + 1;
    the first column means that the word points nowhere).
    """

    tags: NDArray[np.float32]
    arcs: NDArray[np.float32]
    relations: NDArray[np.float32]
    links: NDArray[np.float32]


class Network(Protocol):
    """Anything that answers for a batch of windows."""

    def answer(self, batch: Batch) -> Answers:
        """Return the scores of every head."""


class OnnxNetwork:
    """The encoder's file in ONNX Runtime, on the processor."""

    def __init__(self, path: Path, threads: int) -> None:
        """Load the file once; it is safe to call from several threads."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.add_session_config_entry("session.intra_op.allow_spinning", "0" if threads == 1 else "1")
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def answer(self, batch: Batch) -> Answers:
        """Return the scores of every head."""
        given = {"ids": batch.ids, "shapes": batch.shapes, "first": batch.first, "sentence": batch.sentence}
        return Answers(*self._session.run(["tags", "arcs", "relations", "links"], given))

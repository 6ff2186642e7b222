"""The network: runs the encoder's ONNX file on batches of windows."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tidings.encoder.windows import Batch


@dataclass(frozen=True, slots=True)
class Answers:
    """What the network says about a batch of windows.

    Shapes: `tags` (windows, words, tags of all heads), `arcs` (windows, words, words),
    `relations` (windows, words, relations), `links` (windows, roles, words, words + 1;
    the first column means that the word points nowhere).
    """

    tags: NDArray[np.float32]
    arcs: NDArray[np.float32]
    relations: NDArray[np.float32]
    links: NDArray[np.float32]


class Network(Protocol):
    """Anything that answers for batches of windows."""

    def answer(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Answers]]:
        """Yield every batch with the scores of every head, in order."""

    def with_threads(self, threads: int) -> "Network":
        """Return the same network for another number of threads."""


class OnnxNetwork:
    """The encoder's file in ONNX Runtime, on the processor.

    A batch is worked on by one thread, so that the answer does not depend on how many
    there are; several batches are worked on at a time.
    """

    def __init__(self, session: onnxruntime.InferenceSession, threads: int) -> None:
        """Use a session, which several threads may share; `load` is the usual way."""
        self._session, self._threads = session, threads
        self._pool = ThreadPoolExecutor(threads) if threads > 1 else None

    @classmethod
    def load(cls, path: Path, threads: int) -> Self:
        """Return the network in a file."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        return cls(onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"]), threads)

    def with_threads(self, threads: int) -> Self:
        """Return the same network for another number of threads; the file is not loaded again."""
        return type(self)(self._session, threads)

    def answer(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Answers]]:
        """Yield every batch with the scores of every head, in order."""
        if self._pool is None:
            yield from ((batch, self._run(batch)) for batch in batches)
            return
        waiting: deque[tuple[Batch, Future[Answers]]] = deque()
        for batch in batches:
            waiting.append((batch, self._pool.submit(self._run, batch)))
            if len(waiting) > 2 * self._threads:
                first, answers = waiting.popleft()
                yield first, answers.result()
        for first, answers in waiting:
            yield first, answers.result()

    def _run(self, batch: Batch) -> Answers:
        """Return the scores of every head for one batch."""
        given = {"ids": batch.ids, "shapes": batch.shapes, "first": batch.first, "sentence": batch.sentence}
        return Answers(*self._session.run(["tags", "arcs", "relations", "links"], given))

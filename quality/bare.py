"""A yardstick of speed: one pass of a bare encoder over some articles (`python -m training.bare` makes it)."""

import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

#: Small batches of sentences of like length are the fastest.
PADDED_PIECES = 512
LONGEST = 510
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def time_bare_passes(folder: Path, texts: Sequence[str], threads: int = 2) -> float:
    """Return the articles a second that a bare encoder passes over, tokenising included, loading not."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    _pass_over(session, tokenizer, texts[0])
    start = time.monotonic()
    for text in texts:
        _pass_over(session, tokenizer, text)
    return len(texts) / (time.monotonic() - start)


def _pass_over(session: onnxruntime.InferenceSession, tokenizer: Tokenizer, text: str) -> None:
    sentences = [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]
    pieces = sorted((found.ids[:LONGEST] for found in tokenizer.encode_batch(sentences)), key=len)
    for batch in _batches(pieces):
        session.run(None, dict(zip(("ids", "mask"), _pad(batch), strict=True)))


def _batches(pieces: Sequence[list[int]]) -> Iterator[Sequence[list[int]]]:
    """Yield runs of sentences, the shortest first, of few wordpieces with padding."""
    first = 0
    for last in range(1, len(pieces) + 1):
        if last == len(pieces) or (last + 1 - first) * len(pieces[last]) > PADDED_PIECES:
            yield pieces[first:last]
            first = last


def _pad(batch: Sequence[list[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    ids = np.zeros((len(batch), len(batch[-1])), np.int64)
    mask = np.zeros_like(ids)
    for row, found in enumerate(batch):
        ids[row, : len(found)], mask[row, : len(found)] = found, 1
    return ids, mask

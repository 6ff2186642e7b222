"""Copies: syndicated, excerpted and lightly edited reports, found by the runs of words they share.

A run is five words in a row, figures written as one sign: an update that differs in its
figures alone is a copy when sources are counted, and its figures stay in its own record.
Bands find candidates in an index, and `copy_similarity` verifies them: two bands of
different kinds, because MinHash finds reports that are alike as wholes, and the runs with
the lowest hashes find a short excerpt of a long report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from tidings.model.record import Record
from tidings.model.report import ZoneKind
from tidings.resolution.table import copy_rule
from tidings.resources.registry import name_key

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,:]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What two texts share: `similarity` is the share of the shorter one's runs of words."""

    similarity: float
    is_copy: bool
    why: str


def find_body(record: Record) -> str:
    """Return the words of a report that copies are known by: its body, without captions and page furniture."""
    text = record.report.text
    body = [zone.span.of(text) for zone in record.zones if zone.kind is ZoneKind.BODY]
    return "\n".join(body) if body else text


def find_bands(text: str) -> tuple[str, ...]:
    """Return what to index a text under: a copy of it shares at least one of these, an unrelated text none.

    No band for a text that is too short to be told from another.
    """
    hashes = _run_hashes(text)
    rule = copy_rule()
    if len(hashes) < rule.least_runs:
        return ()
    lowest = np.sort(hashes[hashes % np.uint64(rule.sample) == 0])[: rule.most_samples]
    return (*_minhash_bands(hashes, rule.bands, rule.rows), *(f"r{value:016x}" for value in lowest))


def copy_similarity(text_a: str, text_b: str) -> float:
    """Return the share of the shorter text's runs of words that the other has too, from 0 to 1."""
    a, b = _run_hashes(text_a), _run_hashes(text_b)
    shorter = min(len(a), len(b))
    return len(np.intersect1d(a, b, assume_unique=True)) / shorter if shorter else 0.0


def is_copy(text_a: str, text_b: str) -> bool:
    """Say whether one of two texts is a copy, an excerpt or a light edit of the other."""
    return compare_texts(text_a, text_b).is_copy


def compare_texts(text_a: str, text_b: str) -> Copy:
    """Return how much two texts share, whether that makes them copies, and why in words."""
    rule = copy_rule()
    shorter = min(len(_run_hashes(text_a)), len(_run_hashes(text_b)))
    similarity = copy_similarity(text_a, text_b)
    least = rule.least_share if shorter >= rule.short_runs else rule.least_share_short
    found = shorter >= rule.least_runs and similarity >= least
    share = f"{similarity:.0%} of the shorter text's {shorter} runs of {rule.run_words} words are in the other"
    return Copy(similarity=similarity, is_copy=found, why=f"{share}; a copy from {least:.0%}")


@lru_cache(maxsize=256)
def _run_hashes(text: str) -> NDArray[np.uint64]:
    """Return the distinct hashes of a text's runs of words, sorted."""
    size = copy_rule().run_words
    words = ["#" if word[0].isdigit() else word for word in _WORD.findall(name_key(text))]
    runs = {" ".join(words[n : n + size]) for n in range(len(words) - size + 1)}
    values = [int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs]
    return np.sort(np.array(values, dtype=np.uint64))


def _minhash_bands(hashes: NDArray[np.uint64], bands: int, rows: int) -> Iterator[str]:
    """Yield one band per so many rows of the sketch; seed and scheme are named because bands are kept."""
    sketch = MinHash(num_perm=bands * rows, seed=1, hashfunc=int, scheme="affine32")
    sketch.update_batch((hashes & np.uint64(0xFFFFFFFF)).tolist())
    values = np.asarray(sketch.digest(), dtype=np.uint64).reshape(bands, rows)
    for number, band in enumerate(values):
        yield f"m{number:02x}{blake2b(band.tobytes(), digest_size=8).hexdigest()}"

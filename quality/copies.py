"""Copies: whether edited versions of a report are found, and reports of other incidents left alone."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from quality.corpus import Row
from quality.gathering import find_copy_groups
from tidings.model.record import Record
from tidings.resolution import compare_texts, find_bands, find_body

LEAST_WORDS = 80
SAMPLE = 150

Edit = Callable[[str, random.Random], str]


def measure_copies(records: Sequence[Record], gold: Mapping[str, str]) -> Row:
    """Return how many pairs of reports are taken for copies, and how many edited versions are found."""
    groups = find_copy_groups(records)
    pairs = [(a, b) for a, b in combinations(sorted(groups), 2) if groups[a] == groups[b]]
    within = sum(gold[a] == gold[b] for a, b in pairs)
    bodies = [body for body in map(find_body, records) if len(body.split()) >= LEAST_WORDS][:SAMPLE]
    found = {"pairs taken for copies": len(pairs), "of these in one gold incident": within}
    return found | {f"found: {name}": _share_found(bodies, edit) for name, edit in EDITS.items()}


def _share_found(bodies: Sequence[str], edit: Edit) -> str:
    """Return how many edited bodies are found by an index and then taken for copies."""
    rng = random.Random(1)  # noqa: S311 - for repeatable edits
    right = indexed = 0
    for body in bodies:
        edited = edit(body, rng)
        shares = bool(set(find_bands(body)) & set(find_bands(edited)))
        indexed += shares
        right += shares and compare_texts(body, edited).is_copy
    return f"{right} of {len(bodies)} ({indexed} by the index)"


def _new_figures(text: str, rng: random.Random) -> str:
    return re.sub(r"\d+", lambda _: str(rng.randint(2, 99)), text)


def _other_lead(text: str, _: random.Random) -> str:
    first = re.search(r"[.!?]\s", text)
    return "Officials gave the following account of events on the day. " + text[first.end() if first else 0 :]


def _word_edits(text: str, rng: random.Random) -> str:
    words = text.split()
    for start in range(0, len(words), 14):
        words[min(start + rng.randint(0, 13), len(words) - 1)] = "reportedly"
    return " ".join(words)


def _excerpt(text: str, _: random.Random) -> str:
    words = text.split()
    return " ".join(words[: max(len(words) * 2 // 5, 40)])


def _taken_up(text: str, _: random.Random) -> str:
    """Stand within a longer report that has as much again of its own."""
    own = " ".join(f"paragraph {n} tells what else was known at hour {n} of the day" for n in range(len(text) // 60))
    return f"{own}\n{text}\n{own}"


EDITS: dict[str, Edit] = {
    "other figures": _new_figures,
    "another first sentence": _other_lead,
    "one word in 14 changed": _word_edits,
    "the first 40 %": _excerpt,
    "taken up in a longer report": _taken_up,
}

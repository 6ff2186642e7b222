"""Counts of a score, document by document, and the interval that a bootstrap gives."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

RESAMPLES = 1000
SEED = 20260101


@dataclass
class Counts:
    """What one document adds to a score: matched predictions, predictions, matched golds, golds."""

    correct: float = 0
    predicted: float = 0
    found: float = 0
    gold: float = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the sum of two counts."""
        return Counts(
            self.correct + other.correct,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 when there was nothing to find and nothing was."""
        if not self.predicted and not self.gold:
            return 1.0
        precision = self.correct / self.predicted if self.predicted else 0.0
        recall = self.found / self.gold if self.gold else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass
class Tally:
    """Counts of every figure of a task, one row a document."""

    rows: list[dict[str, Counts]] = field(default_factory=list)

    def figures(self) -> dict[str, dict[str, float]]:
        """Return each figure with its 95 % bootstrap interval over documents."""
        names = sorted({name for row in self.rows for name in row})
        return {name: self._figure(name) for name in names}

    def _figure(self, name: str) -> dict[str, float]:
        rows = [row.get(name, Counts()) for row in self.rows]
        chance = random.Random(SEED)  # noqa: S311 - resampling, not secrecy
        drawn = sorted(total(chance.choices(rows, k=len(rows))).f1 for _ in range(RESAMPLES))
        low, high = drawn[round(RESAMPLES * 0.025)], drawn[round(RESAMPLES * 0.975) - 1]
        return {"value": total(rows).f1, "low": low, "high": high}


def total(rows: Iterable[Counts]) -> Counts:
    """Return the sum of many counts."""
    return sum(rows, Counts())


def hits(right: float, asked: float) -> Counts:
    """Return an accuracy as counts: so many right of so many asked."""
    return Counts(right, asked, right, asked)


def pairs(matched: float, predicted: int, gold: int) -> Counts:
    """Return one-to-one matches as counts."""
    return Counts(matched, predicted, matched, gold)


def same(gold: Iterable[object], predicted: Iterable[object]) -> Counts:
    """Return how many items are equal, each counted once."""
    wanted, given = Counter(gold), Counter(predicted)
    return pairs(sum((wanted & given).values()), sum(given.values()), sum(wanted.values()))


def match(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return a largest one-to-one matching; `edges[i]` are the candidates of i, best first.

    Source: Kuhn's augmenting paths.
    """
    taken: dict[int, int] = {}

    def grow(left: int, seen: set[int]) -> bool:
        for right in edges[left]:
            if right not in seen:
                seen.add(right)
                if right not in taken or grow(taken[right], seen):
                    taken[right] = left
                    return True
        return False

    for left in range(len(edges)):
        grow(left, set())
    return {left: right for right, left in taken.items()}

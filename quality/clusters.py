"""Scores of clusterings: B-cubed over items, and precision and recall over pairs of items."""

from collections import Counter
from collections.abc import Mapping

from quality.corpus import Row


def score_clusters(gold: Mapping[str, str], found: Mapping[str, str]) -> Row:
    """Return B-cubed and pairwise scores of a clustering; every item of `gold` is in `found`.

    B-cubed (Bagga and Baldwin 1998): of each item's found cluster the share that is in its gold
    cluster, and the other way round, in the mean over items.
    """
    golds, founds = Counter(gold.values()), Counter(found[item] for item in gold)
    both = Counter((gold[item], found[item]) for item in gold)
    precision = sum(n * n / founds[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / golds[g] for (g, _), n in both.items()) / len(gold)
    right, said, there = (sum(map(_pairs, each.values())) for each in (both, founds, golds))
    return {
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": _f1(precision, recall),
        "pair_precision": right / said if said else 1.0,
        "pair_recall": right / there if there else 1.0,
        "incidents": len(founds),
    }


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

import pytest
from quality.clusters import score_clusters

GOLD = {"a": "1", "b": "1", "c": "1", "d": "2"}


def test_the_same_clusters_under_other_names_score_full_marks():
    found = score_clusters(GOLD, {"a": "x", "b": "x", "c": "x", "d": "y"})
    assert (found["b3_f1"], found["pair_precision"], found["pair_recall"]) == (1.0, 1.0, 1.0)


def test_everything_in_one_cluster_has_full_recall_and_poor_precision():
    found = score_clusters(GOLD, dict.fromkeys(GOLD, "x"))
    assert found["b3_recall"] == 1.0
    assert found["b3_precision"] == pytest.approx((3 * 3 / 4 + 1 / 4) / 4)
    assert found["pair_precision"] == 3 / 6


def test_everything_alone_has_full_precision_and_no_pair():
    found = score_clusters(GOLD, {item: item for item in GOLD})
    assert (found["b3_precision"], found["pair_precision"], found["pair_recall"]) == (1.0, 1.0, 0.0)
    assert found["b3_recall"] == pytest.approx((3 * 1 / 3 + 1) / 4)

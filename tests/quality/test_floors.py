"""The gate: what breaks a floor, what raises it, and what it takes to lower one."""

import pytest
from quality.floors import compare


def result(value, documents=3):
    return {"corpus": "samples", "documents": documents, "figures": {"facts": {"value": value}}}


@pytest.fixture
def baseline():
    return {
        "corpora": {"samples": {"digest": "d", "documents": 3, "floors": {"facts": 0.8}}},
        "lowered": [],
    }


def test_a_figure_below_its_floor_breaks_it(baseline):
    assert compare(baseline, result(0.7), "d").broken == ["samples facts: 0.700, floor 0.800"]


def test_the_last_digit_of_another_processor_breaks_nothing(baseline):
    assert not compare(baseline, result(0.797), "d").broken


def test_a_better_figure_raises_its_floor(baseline):
    compare(baseline, result(0.9), "d")
    assert baseline["corpora"]["samples"]["floors"] == {"facts": 0.9}


def test_a_reason_lowers_a_floor_and_is_kept(baseline):
    verdict = compare(baseline, result(0.7), "d", "the rule was wrong")
    assert not verdict.broken
    assert baseline["corpora"]["samples"]["floors"] == {"facts": 0.7}
    assert [row["reason"] for row in baseline["lowered"]] == ["the rule was wrong"]


@pytest.mark.parametrize(("digest", "documents"), [("other", 3), ("d", 2)])
def test_other_documents_are_no_comparison(baseline, digest, documents):
    assert compare(baseline, result(0.9, documents), digest).broken


def test_a_figure_that_is_no_longer_measured_breaks_its_floor(baseline):
    empty = {"corpus": "samples", "documents": 3, "figures": {}}
    assert compare(baseline, empty, "d").broken


def test_a_corpus_without_floors_gets_its_figures():
    baseline = {"corpora": {}, "lowered": []}
    assert not compare(baseline, result(0.5), "d").broken
    assert baseline["corpora"]["samples"]["floors"] == {"facts": 0.5}

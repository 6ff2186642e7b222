"""Agreement: Krippendorff's alpha where it is defined, and plain counts beside it."""

import pytest

from tidings.views.agreement import find_differences, measure_agreement


def alpha_of(items, field="verdict"):
    return next(row for row in measure_agreement(items) if row.field == field)


def coded(*values, field="verdict"):
    return [{"Ada": {field: a}, "Ben": {field: b}} for a, b in values]


def test_full_agreement_on_several_values_is_one():
    found = alpha_of(coded(("accept", "accept"), ("reject", "reject")))
    assert (found.alpha, found.pairs, found.same) == (1.0, 2, 2)


def test_alpha_is_not_defined_where_all_values_are_the_same():
    found = alpha_of(coded(("accept", "accept"), ("accept", "accept")))
    assert (found.alpha, found.same) == (None, 2)


def test_opposite_judgements_are_worse_than_chance():
    assert alpha_of(coded(("accept", "reject"), ("reject", "accept"))).alpha < 0


@pytest.mark.parametrize(("near", "far"), [(("3", "4"), ("3", "40"))])
def test_figures_that_lie_close_agree_better_than_those_that_lie_apart(near, far):
    rest = [("1", "1"), ("60", "60")]
    assert (
        alpha_of(coded(near, *rest, field="killed"), "killed").alpha
        > alpha_of(coded(far, *rest, field="killed"), "killed").alpha
    )


def test_a_figure_that_one_coder_left_out_is_no_distance():
    found = alpha_of(coded(("–", "3"), ("–", "–"), field="killed"), "killed")
    assert (found.alpha, found.pairs, found.same) == (None, 2, 1)


def test_items_of_one_coder_do_not_count():
    assert alpha_of([{"Ada": {"verdict": "accept"}}]).pairs == 0


def test_a_third_coder_need_not_have_done_all():
    items = [
        *coded(("accept", "accept"), ("reject", "reject")),
        {"Ada": {"verdict": "accept"}, "Eve": {"verdict": "accept"}},
    ]
    assert alpha_of(items).alpha == 1.0


def test_a_field_that_only_one_coder_gave_is_no_difference():
    assert find_differences({"Ada": {"verdict": "accept", "day": "2022-06-14"}, "Ben": {"verdict": "accept"}}) == ()

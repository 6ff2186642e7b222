"""Things are found by where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from tidings.facts.nearby import Nearby
from tidings.model.span import Span

spans = st.tuples(st.integers(0, 3000), st.integers(0, 900)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(placed=st.lists(st.lists(spans, max_size=3), max_size=12), asked=spans)
def test_everything_that_overlaps_a_stretch_is_found_once_and_in_order(placed, asked):
    found = Nearby(enumerate(placed)).at(asked)
    overlapping = {number for number, pieces in enumerate(placed) if any(p.overlaps(asked) for p in pieces)}
    assert overlapping <= set(found)
    assert found == sorted(set(found))


def test_what_stands_far_off_is_not_looked_at():
    nearby = Nearby([("here", [Span(10, 20)]), ("far off", [Span(5000, 5010)])])
    assert nearby.at(Span(12, 14)) == ["here"]
    nearby.add("added", [Span(0, 12), Span(5005, 5006)])
    assert nearby.at(Span(12, 14)) == ["here", "added"]
    assert len(nearby) == 3

"""Bars over time: nothing is counted twice or lost, whatever the period."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.views.charts import HEIGHT, WIDTH, draw_bars

DAYS = st.dictionaries(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)).map(date.isoformat), st.integers(1, 5000), min_size=1, max_size=40
)


def drawn(days):
    return draw_bars(days, lambda first, last: f"/{first}/{last}")


@given(DAYS)
def test_the_bars_hold_every_count_once(days):
    chart = drawn(days)
    assert sum(bar.count for bar in chart.bars) == sum(days.values())
    for bar in chart.bars:
        assert bar.count == sum(count for day, count in days.items() if bar.first <= day <= bar.last)


@given(DAYS)
def test_everything_is_inside_the_drawing(days):
    chart = drawn(days)
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH + 0.2 for bar in chart.bars)
    assert all(bar.y >= 0 and bar.y + bar.height <= HEIGHT for bar in chart.bars)
    ats = [tick.at for tick in chart.times]
    assert all(after - before >= 50 for before, after in pairwise(ats))


@pytest.mark.parametrize(
    ("length", "period"), [(1, "day"), (110, "day"), (130, "month"), (3000, "month"), (4500, "year")]
)
def test_the_period_grows_with_the_time(length, period):
    first = date(2020, 1, 1)
    days = {first.isoformat(): 1, (first + timedelta(days=length - 1)).isoformat(): 2}
    assert drawn(days).period == period


def test_nothing_counted_nothing_drawn():
    assert drawn({}) is None


def test_a_bar_leads_to_its_time():
    [bar] = drawn({"2021-02-15": 3}).bars
    assert (bar.label, bar.href) == ("15 February 2021", "/2021-02-15/2021-02-15")

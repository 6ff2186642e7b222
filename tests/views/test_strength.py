"""Strengths: what was there and what is planned, in words and as a drawing."""

from dataclasses import replace

import pytest

from tidings.store.queries.missions import LevelRow
from tidings.views.desk_mission import began, distance_km, latest_actual, latest_plan, mark_parts
from tidings.views.strength import strength_of, write_strength
from tidings.views.strength_chart import draw_strength

LEVEL = LevelRow(
    key=1,
    item="item:r1#f1",
    report="r1",
    report_title="A report",
    publisher=None,
    published="2022-05-05",
    written_from="2022-05-04",
    written_to="2022-05-04",
    force="m",
    force_name="River Mission",
    owner=None,
    owner_name=None,
    owner_category=None,
    place_name="Niger",
    place_precision="country",
    lat=None,
    lon=None,
    country="NER",
    unit="trainers",
    count_from=None,
    count_to=350,
    to_at_most=None,
    change=None,
    approximate=False,
    status="current",
    date_from=None,
    date_to=None,
    source_name=None,
    words="350 trainers",
    start=0,
    end=12,
)


def level(**changes):
    return replace(LEVEL, **changes)


def strengths(*levels):
    return mark_parts([strength_of(each, "m") for each in levels])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "350 trainers"),
        ({"approximate": True}, "about 350 trainers"),
        ({"count_to": 650, "to_at_most": 700}, "650–700 trainers"),
        ({"count_to": None, "to_at_most": 800}, "up to 800 trainers"),
        ({"count_from": 350, "count_to": 1200}, "from 350 to 1,200 trainers"),
        ({"count_to": None, "change": -120, "unit": "soldiers"}, "120 soldiers fewer"),
        ({"count_to": None, "change": 60, "unit": None}, "60 people more"),
        ({"count_to": None}, "an unknown number of trainers"),
    ],
)
def test_a_figure_is_written_as_the_report_bounds_it(changes, words):
    assert write_strength(level(**changes)) == words


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({}, "2022-05-04"),
        ({"written_from": None}, "2022-05-05"),
        ({"date_from": "2021-12-01", "date_to": "2021-12-31"}, "2021-12-01"),
        ({"status": "planned"}, None),
        ({"status": "planned", "date_from": "2022-01-01", "date_to": "2022-12-31"}, "2022-12-31"),
    ],
)
def test_a_plan_holds_by_its_last_day_and_what_is_there_from_its_first(changes, day):
    assert strength_of(level(**changes), "m").day == day


def test_the_latest_figure_is_of_the_whole_and_never_a_plan():
    found = strengths(
        level(),
        level(key=2, written_from="2022-07-01", status="planned", count_to=1200),
        level(key=3, written_from="2022-08-01", count_to=420),
        level(key=4, written_from="2022-09-01", force="other", count_to=9000),
    )
    assert latest_actual(found).level.key == 3
    assert latest_plan(found).level.key == 2


def test_a_plan_for_one_town_is_a_part_of_a_mission_in_a_country():
    town = {"place_name": "Diffa", "place_precision": "town", "status": "planned", "written_from": "2023-06-21"}
    found = strengths(level(), level(key=2, count_to=60, **town))
    assert [s.is_whole for s in found] == [True, False]
    assert latest_plan(found) is None
    grows = strengths(level(), level(key=3, count_from=350, count_to=1200, **town))
    assert latest_plan(grows).level.key == 3


def test_a_mission_began_on_the_first_day_that_is_told():
    assert began(strengths(level(), level(key=2, date_from="2021-01-01", date_to="2021-12-31"))) == "2021-01-01"
    assert began([]) is None


def test_figures_of_one_day_span_a_band():
    chart = draw_strength(
        strengths(
            level(),
            level(key=2, written_from="2022-10-20", count_to=610),
            level(key=3, written_from="2022-10-20", count_to=500),
        )
    )
    points = [tuple(map(float, point.split(","))) for point in chart.band.split()]
    assert len(points) == 4
    assert len({x for x, _ in points}) == 2
    assert points[1][1] < points[2][1]


def test_a_plan_is_drawn_from_what_was_there_to_its_day():
    chart = draw_strength(strengths(level(), level(key=2, status="planned", count_to=1200, date_to="2022-12-31")))
    [line] = chart.plans
    actual, goal = chart.dots
    assert (line.x1, line.y1) == (actual.x, actual.y)
    assert (line.x2, line.y2) == (goal.x, goal.y)
    assert goal.planned


def test_a_plan_without_a_start_has_no_line():
    chart = draw_strength(strengths(level(status="planned", count_to=1200, date_to="2022-12-31")))
    assert chart.plans == ()
    assert len(chart.dots) == 1


def test_nothing_is_drawn_where_there_is_no_figure():
    assert draw_strength([]) is None
    assert draw_strength(strengths(level(count_to=None, change=-120))) is None


@pytest.mark.parametrize("count", [1, 7, 350, 4000, 150000])
def test_the_scale_holds_every_figure(count):
    chart = draw_strength(strengths(level(count_to=count), level(key=2, written_from="2023-01-01", count_to=count)))
    assert all(chart.heads[-1].at <= dot.y <= chart.base for dot in chart.dots)
    assert 2 <= len(chart.heads) <= 8


def test_a_town_is_no_distance_from_itself():
    assert distance_km(16.97, 7.99, 16.97, 7.99) == 0

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolution.made import KUNDUZ, NIAMEY, shelling

from tidings.resolution import find_levels, score
from tidings.resolution.score import COMPARISONS
from tidings.resolution.table import join_rule, points
from tidings.resources.load import load_table

DAYS = st.sampled_from([None, "2026-05-01", "2026-05-04", "2026-06-20"])
WORDS = st.frozensets(st.sampled_from(["millet", "tannery", "dyer", "caravan", "minaret", "orchard", "canal"]))
TOLLS = st.none() | st.tuples(st.integers(0, 9), st.integers(9, 20) | st.none())
#: In the same country, 900 km away.
ELSEWHERE = {"geonames_id": 2445553, "lat": 13.32, "lon": 12.61, "places": frozenset()}


def others(reports):
    return st.builds(
        lambda report, day, seen, killed, words, place: shelling(
            report, date_from=day, date_to=day, first_seen=seen, killed=killed, words=words, **place
        ),
        st.sampled_from(reports),
        DAYS,
        DAYS,
        TOLLS,
        WORDS,
        st.sampled_from([{}, KUNDUZ, NIAMEY, {"geonames_id": None, "lat": None, "lon": None, "place_name": None}]),
    )


SOME, OTHERS = others("abc"), others("xyz")


@given(SOME, OTHERS)
def test_the_order_of_two_events_makes_no_difference(a, b):
    assert score(a, b) == score(b, a)


@given(SOME, OTHERS)
def test_a_score_is_the_sum_of_its_parts_and_names_each(a, b):
    found = score(a, b)
    assert found.total == pytest.approx(sum(part.points for part in found.parts))
    assert all(part.feature in part.why for part in found.parts)


@given(SOME, OTHERS)
def test_every_level_that_occurs_stands_in_the_table_under_its_feature(a, b):
    for feature, (level, _) in find_levels(a, b).items():
        assert level in points()[feature]


def test_every_feature_of_the_table_is_compared():
    assert set(load_table("incidents.toml")["points"]) == {name for name, _ in COMPARISONS}


def test_the_same_shelling_in_two_reports_reaches_the_threshold():
    assert score(shelling("a"), shelling("b")).total >= join_rule().threshold


@pytest.mark.parametrize(
    "values",
    [
        {"date_from": "2026-07-30", "date_to": "2026-07-30"},
        KUNDUZ | {"places": frozenset({1135689})},
        {"type": "PROTEST", "mode": "demo"},
    ],
)
def test_another_day_place_or_type_keeps_two_bare_reports_apart(values):
    bare = {"names": frozenset(), "words": frozenset(), "actors": frozenset()}
    assert score(shelling("a", **bare), shelling("b", **bare, **values)).total < join_rule().threshold


@pytest.mark.parametrize(
    ("feature", "values", "level"),
    [
        ("day", {"date_from": "2026-05-05", "date_to": "2026-05-05"}, "next"),
        ("day", {"date_from": "2026-05-07", "date_to": "2026-05-07"}, "near"),
        ("day", {"date_from": "2026-05-01", "date_to": "2026-05-31"}, "within"),
        ("day", {"date_from": "2026-07-04", "date_to": "2026-07-04"}, "far"),
        ("day", {"date_from": None, "date_to": None}, "reported_next"),
        ("day", {"date_from": None, "date_to": None, "first_seen": "2026-04-01"}, "reported_before"),
        ("day", {"date_from": None, "date_to": None, "status": "background"}, "unknown"),
        ("place", {}, "same"),
        ("place", NIAMEY | {"places": frozenset()}, "far"),
        ("place", NIAMEY, "mentioned"),
        ("place", KUNDUZ | {"places": frozenset()}, "other_country"),
        ("place", ELSEWHERE, "elsewhere"),
        ("place", {"geonames_id": 2440476, "place_precision": "country", "places": frozenset()}, "same_country"),
        ("killed", {"killed": (3, 5)}, "same_many"),
        ("killed", {"killed": (5, 5), "first_seen": "2026-05-06"}, "grown"),
        ("killed", {"killed": (2, 2), "first_seen": "2026-05-06"}, "fallen"),
        ("killed", {"killed": (30, 30)}, "unlike"),
        ("name", {"names": frozenset({"maman"})}, "one"),
        ("name", {"names": frozenset({"adamou sani"})}, "none"),
        ("words", {"words": frozenset({"millet", "tannery", "dyer", "caravan", "orchard"})}, "most"),
        ("words", {"words": frozenset({"a1", "a2", "a3", "a4", "a5"})}, "none"),
        ("weapon", {"weapons": frozenset({"drone"})}, "other"),
        ("standing", {"is_main": False}, None),
    ],
)
def test_features_have_levels(feature, values, level):
    found = find_levels(shelling("a"), shelling("b", **values)).get(feature)
    assert (found and found[0]) == level


def test_two_events_of_one_report_count_as_different_unless_all_else_says_not():
    alone = {"names": frozenset(), "words": frozenset(), "actors": frozenset(), "killed": None, "injured": None}
    assert score(shelling("a", "v1", **alone), shelling("a", "v2", **alone)).total < join_rule().threshold


def test_a_score_tells_its_heaviest_part_first():
    told = str(score(shelling("a"), replace(shelling("b"), mode="aerial")))
    assert told.index("words most") < told.index("type other mode")

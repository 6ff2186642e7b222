import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.gathering import gather
from tests.resolution.made import KUNDUZ, incident, shelling

from tidings.resolution import Bindings, choose_incident
from tidings.resolution.table import join_rule

FREE = Bindings()
ELSEWHERE = KUNDUZ | {"places": frozenset({1135689}), "names": frozenset(), "words": frozenset()}


def pair(a: str, b: str) -> frozenset[frozenset[str]]:
    return frozenset({frozenset({a, b})})


def test_an_event_joins_the_incident_that_scores_best_and_says_why():
    far = incident("i-far", shelling("b", **ELSEWHERE))
    near = incident("i-near", shelling("c"))
    choice = choose_incident(shelling("a"), (far, near), FREE)
    assert choice.incident == "i-near"
    assert "place same" in choice.why


def test_an_event_that_reaches_no_incident_begins_one_and_says_how_near_it_came():
    choice = choose_incident(shelling("a"), (incident("i", shelling("b", **ELSEWHERE)),), FREE)
    assert choice.incident is None
    assert choice.founds
    assert f"reaches {join_rule().threshold:g}" in choice.why


@pytest.mark.parametrize("other", ["incident:i", "item:b#v1"])
def test_what_a_person_said_is_not_the_same_stays_apart(other):
    bindings = Bindings(not_same=pair("item:a#v1", other))
    assert choose_incident(shelling("a"), (incident("i", shelling("b")),), bindings).incident is None


@pytest.mark.parametrize("other", ["incident:i", "item:b#v1"])
def test_what_a_person_said_is_the_same_is_joined_whatever_the_score(other):
    bindings = Bindings(same=pair("item:a#v1", other))
    choice = choose_incident(shelling("a"), (incident("i", shelling("b", **ELSEWHERE)),), bindings)
    assert choice.incident == "i"
    assert "person" in choice.why


@given(st.permutations(["b", "c", "d", "e"]))
def test_the_order_of_the_candidates_makes_no_difference(order):
    candidates = [incident(f"i-{name}", shelling(name, killed=(3, 3 + ord(name) % 3))) for name in order]
    same = choose_incident(shelling("a"), sorted(candidates, key=lambda c: c.incident), FREE)
    assert choose_incident(shelling("a"), candidates, FREE) == same


@pytest.mark.parametrize(("day", "founds"), [(None, False), ("2020-02-01", True)])
def test_an_event_that_is_only_recalled_begins_an_incident_only_if_it_has_a_date(day, founds):
    recalled = shelling("a", status="background", date_from=day, date_to=day)
    assert choose_incident(recalled, (), FREE).founds is founds


def test_an_event_that_is_only_recalled_joins_its_incident():
    recalled = shelling("a", status="background", date_from=None, date_to=None)
    assert choose_incident(recalled, (incident("i", shelling("b")),), FREE).incident == "i"


def test_an_event_that_fits_two_incidents_well_makes_them_one():
    candidates = (incident("i-1", shelling("b")), incident("i-2", shelling("c")))
    choice = choose_incident(shelling("a"), candidates, FREE)
    assert {choice.incident, *(other for other, _ in choice.also)} == {"i-1", "i-2"}


@pytest.mark.parametrize(
    ("second", "bindings"),
    [
        (shelling("b", "v2"), FREE),
        (shelling("c"), Bindings(not_same=pair("item:b#v1", "item:c#v1"))),
        (shelling("c"), Bindings(not_same=pair("incident:i-1", "incident:i-2"))),
    ],
)
def test_incidents_of_one_report_or_that_a_person_told_apart_are_not_made_one(second, bindings):
    candidates = (incident("i-1", shelling("b")), incident("i-2", second))
    assert choose_incident(shelling("a"), candidates, bindings).also == ()


def test_members_that_disagree_take_points_off():
    alone = choose_incident(shelling("a"), (incident("i", shelling("b")),), FREE)
    mixed = choose_incident(shelling("a"), (incident("i", shelling("b"), shelling("c", **ELSEWHERE)),), FREE)
    assert mixed.score < alone.score


def test_a_report_that_comes_twice_changes_nothing_in_who_belongs_together():
    reports = [[shelling("a")], [shelling("b", **ELSEWHERE)], [shelling("c")]]
    again = [[replace(shelling("a"), event="item:a~2#v1", report="a~2")]]
    once, twice = gather(reports), gather(reports + again)
    assert twice.incident_of["item:a~2#v1"] == twice.incident_of["item:a#v1"]
    assert {event: twice.incident_of[event] for event in once.incident_of} == once.incident_of


def _many() -> list[list]:
    """Return thirty incidents in two towns, told by three reports each, with what reports get wrong."""
    reports = []
    for n in range(30):
        day = f"2026-{1 + n // 3:02}-{1 + 9 * (n % 3):02}"
        words = frozenset(f"word{n}{letter}" for letter in "abcdefgh")
        for copy in range(3):
            known = {"date_from": day, "date_to": day, "first_seen": day, "names": frozenset()} | (
                ELSEWHERE if n % 2 else {}
            )
            own = {"words": words, "killed": (n % 5, n % 5), "actors": frozenset()}
            lost = {"date_from": None, "date_to": None} if copy == 1 else {}
            reports.append([shelling(f"r{n}-{copy}", **(known | own | lost))])
    return reports


@pytest.mark.parametrize("seed", range(5))
def test_incidents_are_the_same_in_any_order_of_arrival(seed):
    reports = _many()
    random.Random(seed).shuffle(reports)  # noqa: S311 - an order, not a secret
    found = gather(reports).incident_of
    together = {}
    for event, name in found.items():
        together.setdefault(name, set()).add(event.partition("-")[0])
    assert len(together) == 30
    assert all(len(numbers) == 1 for numbers in together.values())

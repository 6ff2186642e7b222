from itertools import permutations

import pytest
from tests.resolution.made import KUNDUZ, NIAMEY, member

from tidings.model.event import Harm
from tidings.model.incident import Figure
from tidings.resolution import Policy, choose_figure, find_changes, find_history, summarise

RURAL = {"geonames_id": 2440476, "place_name": "Niger", "lat": 17.6, "lon": 8.0, "place_precision": "country"}
UNDATED = {"date_from": None, "date_to": None, "date_precision": None}
NOWHERE = dict.fromkeys(("geonames_id", "place_name", "lat", "lon", "country", "place_precision"))


def deaths(report: str, day: str, *figures: Figure, copy_group: str | None = None):
    return member(report, published=day, killed=None, figures=figures, copy_group=copy_group or report)


def figure(least: int, most: int | None = None, source: str = "report", *, official: bool = False) -> Figure:
    return Figure(harm="killed", at_least=least, at_most=most or least, source=source, is_official=official)


GROWN = (
    deaths("a", "2026-05-05", figure(3)),
    deaths("b", "2026-05-06", figure(5, source="the mayor", official=True), figure(9, source="residents")),
    deaths("c", "2026-05-07", figure(7)),
)


def test_an_incident_is_what_most_sources_say():
    found = summarise([member("a"), member("b"), member("c", mode="aerial", date_from="2026-05-05", **KUNDUZ)])
    assert (found.mode, found.date_from, found.place_name) == ("heavy-weapons", "2026-05-04", "Ouallam")


def test_copies_of_one_report_have_one_vote():
    copies = [member(f"c{n}", copy_group="c0", mode="aerial") for n in range(5)]
    assert summarise([*copies, member("a"), member("b")]).mode == "heavy-weapons"


@pytest.mark.parametrize("vague", [RURAL, NOWHERE, NIAMEY | {"place_precision": "province"}])
def test_the_most_precise_place_is_taken_however_many_are_vaguer(vague):
    found = summarise([member("a", **vague), member("b", **vague), member("c")])
    assert (found.place_name, found.place_precision) == ("Ouallam", "town")


def test_a_day_is_taken_before_a_month_and_nothing_before_a_guess():
    month = {"date_from": "2026-05-01", "date_to": "2026-05-31", "date_precision": "month"}
    assert summarise([member("a", **month), member("b", **month), member("c")]).date_from == "2026-05-04"
    assert summarise([member("a", **UNDATED)]).date_from is None


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (["background", "happened"], "happened"),
        (["ongoing", "happened"], "happened"),
        (["happened", "background"], "happened"),
        (["background"], "background"),
    ],
)
def test_an_incident_is_only_recalled_if_nobody_reports_it_as_news(statuses, status):
    assert summarise([member(f"r{n}", order=n, status=s) for n, s in enumerate(statuses)]).status == status


def test_the_order_in_which_members_are_given_makes_no_difference():
    members = [member("a", order=1), member("b", order=2, **UNDATED), member("c", order=3, killed=(4, None), **KUNDUZ)]
    assert len({summarise(list(order)) for order in permutations(members)}) == 1


def test_an_incident_runs_from_the_lowest_toll_to_the_highest():
    found = summarise(GROWN)
    assert (found.killed_least, found.killed_most) == (3, 9)
    assert (found.injured_least, found.injured_most) == (None, None)
    assert summarise([*GROWN, member("d", killed=(8, None))]).killed_most is None


def test_nothing_cannot_be_summed_up():
    with pytest.raises(ValueError, match="at least one event"):
        summarise([])


@pytest.mark.parametrize(
    ("policy", "found"),
    [
        (Policy.MOST_CONSERVATIVE, (3, 3)),
        (Policy.LATEST, (7, 7)),
        (Policy.OFFICIAL_FIRST, (5, 5)),
        (Policy.RANGE, (3, 9)),
    ],
)
def test_a_policy_picks_a_figure_when_it_is_asked_for(policy, found):
    assert choose_figure(find_history(GROWN, Harm.KILLED), policy) == found


@pytest.mark.parametrize("policy", Policy)
def test_no_figure_is_made_up_where_no_report_gives_one(policy):
    assert choose_figure(find_history([member("a")], Harm.INJURED), policy) is None


def test_without_an_official_figure_the_latest_is_taken():
    assert choose_figure(find_history(GROWN[:1], Harm.KILLED), Policy.OFFICIAL_FIRST) == (3, 3)


def test_a_history_keeps_every_figure_with_report_day_and_source():
    history = find_history(reversed(GROWN), Harm.KILLED)
    assert [(e.event, e.figure.at_least) for e in history.entries] == [
        ("item:a#v1", 3),
        ("item:b#v1", 5),
        ("item:b#v1", 9),
        ("item:c#v1", 7),
    ]
    assert [e.figure.at_least for e in (history.first, history.latest, history.lowest, history.highest)] == [3, 7, 3, 9]
    assert [entry.figure.source for entry in history.entries] == ["report", "the mayor", "residents", "report"]


def test_a_copy_that_repeats_a_figure_adds_nothing_but_its_new_figure_stays():
    copies = [
        deaths("d", "2026-05-08", figure(7), copy_group="c"),
        deaths("e", "2026-05-09", figure(8), copy_group="c"),
    ]
    figures = [entry.figure.at_least for entry in find_history([*GROWN, *copies], Harm.KILLED).entries]
    assert figures == [3, 5, 9, 7, 8]


def test_what_each_new_report_changed_is_told_with_what_was_known_before():
    changes = find_changes([member("a", published="2026-05-05"), member("b", published="2026-05-06", killed=(5, 5))])
    assert [(c.event, c.field, c.before, c.after) for c in changes if c.event == "item:b#v1"] == [
        ("item:b#v1", "killed", "3", "5")
    ]
    assert all(c.before is None for c in changes if c.event == "item:a#v1")

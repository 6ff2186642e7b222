import pytest
from tests.resolution.made import TEXT, casualties, entity, event, record

from tidings.model.event import Agent, Harm, Status
from tidings.model.mention import MentionKind
from tidings.model.span import Span
from tidings.resolution import find_features, find_main_event
from tidings.resolution.features import find_toll


@pytest.mark.parametrize(
    ("status", "takes_part"),
    [
        (Status.HAPPENED, True),
        (Status.ONGOING, True),
        (Status.ATTEMPTED, True),
        (Status.BACKGROUND, True),
        (Status.PLANNED, False),
        (Status.PROMISED, False),
        (Status.REQUESTED, False),
        (Status.POSSIBLE, False),
        (Status.DENIED, False),
    ],
)
def test_only_what_is_reported_as_a_fact_takes_part(status, takes_part):
    assert bool(find_features(record(event(status=status)), "a")) is takes_part


@pytest.mark.parametrize(("type_", "takes_part"), [("ASSAULT", True), ("PROTEST", True), ("ACCUSE", False)])
def test_what_is_done_by_speaking_alone_takes_no_part(type_, takes_part):
    assert bool(find_features(record(event(type=type_, mode=None)), "a")) is takes_part


def test_the_features_of_an_event_are_what_the_record_says_of_it():
    [found] = find_features(record(event()), "first-of-the-copies")
    assert (found.event, found.copy_group) == ("item:a#v1", "first-of-the-copies")
    assert (found.date_from, found.first_seen) == ("2026-05-04", "2026-05-05")
    assert (found.geonames_id, found.place_precision, found.country) == (2440495, "town", "NER")
    assert found.killed == (3, 3)
    assert found.injured is None
    assert found.places == {2440495}


@pytest.mark.parametrize(
    ("events", "main"),
    [
        ([event("v1", type="PROTEST", mode="demo", killed=None), event("v2")], "v2"),
        ([event("v1", killed=None), event("v2")], "v2"),
        ([event("v1", killed=None), event("v2", killed=None)], "v1"),
        ([event("v1", status=Status.BACKGROUND), event("v2", killed=None)], "v2"),
        ([event("v1", status=Status.BACKGROUND)], "v1"),
        ([event("v1", status=Status.PLANNED)], None),
    ],
)
def test_a_report_is_about_its_first_fresh_violence_with_casualties(events, main):
    found = find_main_event(events)
    assert (found and found.id) == main


def test_one_event_of_a_report_is_its_main_one():
    found = find_features(record(event("v1"), event("v2"), event("v3")), "a")
    assert [features.is_main for features in found] == [True, False, False]


@pytest.mark.parametrize(
    ("tolls", "found"),
    [
        ([], None),
        ([casualties(3)], (3, 3)),
        ([casualties(3), casualties(5)], (3, 5)),
        ([casualties(3, None), casualties(5)], (3, None)),
        ([casualties(3), casualties(1, part_of="c1")], (3, 3)),
        ([casualties(3, harm=Harm.INJURED)], None),
    ],
)
def test_a_toll_runs_from_the_lowest_to_the_highest_total(tolls, found):
    assert find_toll(tolls, Harm.KILLED) == found


def test_rare_words_leave_out_what_any_report_says_names_places_and_call_signs():
    named = entity(span=Span(73, 83))
    [found] = find_features(record(event(), entities=(named,)), "a")
    assert {"tannery", "dyer", "44 year old"} <= found.words
    assert not {"killing", "people", "issa", "ouallam", "ktvx"} & found.words


def test_names_are_of_people_and_not_of_officials():
    people = (
        entity(span=Span(73, 83), category="civilian"),
        entity(id="e2", name="Adamou Sani", category="police", span=Span(150, 160)),
        entity(id="e3", name="a dyer", role="a dyer", span=Span(86, 102)),
    )
    [found] = find_features(record(event(), entities=people), "a")
    assert found.names == {"issa maman"}


def test_a_described_actor_is_nobody_to_compare():
    actors = (
        entity(kind=MentionKind.ORGANISATION, name="police", span=Span(0, 6)),
        entity(id="e2", kind=MentionKind.ORGANISATION, name="Black Sand Front", span=Span(7, 13)),
    )
    doers = (Agent(entity="e1", span=Span(0, 6)), Agent(entity="e2", span=Span(7, 13)))
    [found] = find_features(record(event(agents=doers), entities=actors), "a")
    assert found.actors == {"black sand front"}


def test_an_event_beside_the_main_one_is_known_by_what_stands_near_it():
    padding = "\n" + "The council met and talked about roads. " * 20
    far = event("v2", trigger=Span(len(TEXT + padding), len(TEXT + padding) + 4), mentions=())
    found = find_features(record(event(), far, text=TEXT + padding + "Pump sabotaged at the reservoir."), "a")
    assert "reservoir" in found[1].words
    assert "tannery" not in found[1].words

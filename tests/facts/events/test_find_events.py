"""Events: who did what to whom, and which tellings are of one event."""

import pytest
from tests.facts.events.told import scene_told

from tidings.facts.events import find_events
from tidings.facts.events.fit import places_meet, whens_meet
from tidings.model.event import Status, TargetKind, Where
from tidings.model.when import Precision, When


def _events(text):
    return find_events(scene_told(text), ())


def _words(text, fillers):
    return [filler.span.of(text) for filler in fillers]


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("Rebels attacked a police station in the capital.", ["Rebels"], ["a police station"]),
        ("The fort was shelled by the rebels.", ["the rebels"], ["The fort"]),
        ("Gunmen fired on a bus.", ["Gunmen"], ["a bus"]),
        ("Attackers threw a grenade into a bar.", ["Attackers"], ["a bar"]),
        ("A missile strike killed ten soldiers.", [], ["ten soldiers"]),
    ],
)
def test_doers_and_targets_are_told_apart(text, agents, targets):
    event = next(e for e in _events(text) if e.type == "ASSAULT")
    assert _words(text, event.agents) == agents
    assert _words(text, event.targets) == targets


def test_what_a_relative_clause_tells_belongs_to_the_noun_before_it():
    text = "Nine villagers were killed in a bombing that targeted a bridge."
    targets = {words for e in _events(text) for words in _words(text, e.targets)}
    assert "a bridge" in targets


def test_an_attack_in_a_campaign_is_one_of_words():
    assert not [e for e in _events("The nominee attacked his rival in an ad.") if e.type == "ASSAULT"]


def test_relatives_of_the_dead_are_not_the_dead():
    text = "Gunmen shot the mother of a soldier who was killed."
    killed = [c for e in _events(text) for c in e.casualties if c.harm == "killed"]
    assert {c.who for c in killed} <= {"soldier"}


def test_a_bare_plural_begins_no_event():
    assert not _events("These attacks worry us.")


def test_shots_by_mishap_are_no_assault():
    assert {(e.type, e.mode) for e in _events("A hunter was accidentally shot.")} == {(None, "accident")}


def test_who_dies_later_dies_of_what_was_told_before():
    [event] = _events("A guard was shot on Monday. He later died.")
    assert [c.harm.value for c in event.casualties] == ["killed"]


def test_one_shot_and_one_stabbed_died_in_two_attacks():
    found = _events("A guard was shot dead in the capital. A clerk was stabbed to death in another town.")
    assert [e.mode for e in found] == ["firearms", "primitive"]


def test_a_suspect_is_no_doer():
    [event] = _events("A suspected militant attacked the post.")
    assert not event.agents
    assert event.targets[0].kind is TargetKind.PROPERTY


def test_a_weapon_is_no_doer():
    text = "A bomb exploded near the market."
    [event] = _events(text)
    assert not event.agents
    assert [(w.span.of(text), w.kind) for w in event.weapons] == [("bomb", "bomb")]


def test_the_attack_is_the_one_told_before():
    text = "Rebels attacked a police station in the capital. Officials condemned the attack."
    attacks = [e for e in _events(text) if e.type == "ASSAULT"]
    assert len(attacks) == 1
    assert [span.of(text) for span in attacks[0].mentions] == ["attacked", "attack"]


def test_a_planned_attack_is_not_the_one_that_happened():
    text = "Rebels attacked a police station in the capital. The army will attack the rebels."
    attacks = [e for e in _events(text) if e.type == "ASSAULT"]
    assert [e.status for e in attacks] == [Status.HAPPENED, Status.PLANNED]


def test_deaths_belong_to_what_caused_them():
    [event] = _events("Five people died in the crash.")
    assert (event.type, event.mode) == (None, "accident")
    assert [(c.harm.value, c.at_least) for c in event.casualties] == [("killed", 5)]


def test_every_event_says_why():
    text = "Gunmen fired on a bus. Thousands of people demonstrated in the square."
    events = _events(text)
    assert [e.id for e in events] == ["v1", "v2"]
    assert all(e.why and e.rule and 0 < e.confidence < 1 for e in events)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("2020-05-01", "2020-05-01"), ("2020-05-01", "2020-05-01"), True),
        (("2020-05-01", "2020-05-31"), ("2020-05-09", "2020-05-09"), True),
        (("2020-05-01", "2020-05-01"), ("2020-05-02", "2020-05-02"), False),
        ((None, None), ("2020-05-02", "2020-05-02"), True),
    ],
)
def test_times_meet_when_they_share_a_day(one, other, meet):
    first, second = (When(from_=a, to=b, precision=Precision.DAY, why="") for a, b in (one, other))
    assert whens_meet(first, second) is meet


def test_a_weekend_may_begin_on_friday_evening():
    weekend = When(from_="2020-05-02", to="2020-05-03", precision=Precision.DAY, why="“this weekend”: said on Monday")
    friday = When(from_="2020-05-01", to="2020-05-01", precision=Precision.DAY, why="“Friday night”: the last one")
    assert whens_meet(weekend, friday)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("Oldport", 10.0, 10.0, "AAA", "town"), ("Newport", 10.1, 10.1, "AAA", "town"), True),
        (("Oldport", 10.0, 10.0, "AAA", "town"), ("Farport", 14.0, 10.0, "AAA", "town"), False),
        (("Oldport", 10.0, 10.0, "AAA", "town"), ("Aland", 12.0, 12.0, "AAA", "country"), True),
        (("Oldport", 10.0, 10.0, "AAA", "town"), ("Bland", 10.0, 10.0, "BBB", "country"), False),
    ],
)
def test_places_meet_when_one_may_lie_in_the_other(one, other, meet):
    first, second = (
        Where(place=None, name=n, lat=lat, lon=lon, country=c, precision=p) for n, lat, lon, c, p in (one, other)
    )
    assert places_meet(first, second) is meet

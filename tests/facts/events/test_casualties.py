"""Casualties: who came to harm, how many, and what is no harm done."""

import pytest
from tests.facts.events.parsed import reading
from tests.facts.events.told import scene_told
from tests.fakes import scene_of

from tidings.facts.events.casualties import find_casualties
from tidings.facts.events.tally import tally


def _found(text, **heads):
    return find_casualties(scene_of(reading(text, **heads)), ())


def _told(text, **heads):
    return [(c.harm.value, c.at_least, c.at_most, c.people.who) for c in _found(text, **heads)]


def _tallied(text, **heads):
    found = _found(text, **heads)
    return [(c.id, c.harm.value, c.at_least, c.at_most, c.part_of) for c in tally(found, range(len(found)))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A bomb killed at least 12 people and wounded dozens of others, including two soldiers.",
            [
                ("killed", 12, None, "people"),
                ("injured", 12, None, "others"),
                ("injured", 2, 2, "soldiers"),
            ],
        ),
        ("More than 60 villagers were killed or injured on Sunday.", [("killed-or-injured", 61, None, "villagers")]),
        ("The death toll rose from 12 to 35, police said.", [("killed", 35, 35, None)]),
        (
            "Rebels kidnapped four nurses and a driver.",
            [("abducted", 4, 4, "nurses"), ("abducted", 1, 1, "driver")],
        ),
        ("Nine miners were rescued and no one was hurt.", [("injured", 0, 0, None)]),
        (
            "Four dead bodies and more than 90 wounded villagers were found.",
            [("killed", 4, 4, "dead bodies"), ("injured", 91, None, "wounded villagers")],
        ),
        ("Officials put the number of civilian dead at nine.", [("killed", 9, 9, None)]),
        ("Three remained hospitalized on Sunday.", [("injured", 3, 3, None)]),
        (
            "Shells fell, killing two guards and injuring a trainer.",
            [("killed", 2, 2, "guards"), ("injured", 1, 1, "trainer")],
        ),
    ],
)
def test_harm_is_read_with_its_number_and_its_people(text, told):
    assert _told(text) == told


def test_a_subset_is_part_of_the_number_before_it():
    text = "A bomb killed at least 12 people and wounded dozens of others, including two soldiers."
    assert _tallied(text) == [
        ("c1", "killed", 12, None, None),
        ("c2", "injured", 12, None, None),
        ("c3", "injured", 2, 2, "c2"),
    ]


def test_the_kind_of_victim_follows_the_noun():
    text = "A bomb killed at least 12 people and wounded dozens of others, including two soldiers."
    assert [c.people.victim.value for c in _found(text)] == ["unknown", "unknown", "combatant"]


@pytest.mark.parametrize(
    ("label", "told"), [("person", [("injured", 1, 1, "farrier")]), ("vehicle", [])], ids=["a person", "a thing"]
)
def test_an_unlisted_trade_is_a_victim_where_it_is_read_as_a_person(label, told):
    assert _told("A rocket wounded a farrier.", entities=[("a farrier", label)]) == told


@pytest.mark.parametrize(
    ("text", "persons", "names"),
    [
        ("A nurse, 36-year-old Staff Sgt Ann Lee, died.", ["Ann Lee"], {"ann", "lee"}),
        ("Lee's son, Tom, died.", ["Lee", "Tom"], set()),
    ],
    ids=["behind an age and a rank", "a relative is somebody else"],
)
def test_a_victim_has_the_name_that_follows(text, persons, names):
    [casualty] = _found(text, names=[(name, "person") for name in persons])
    assert casualty.people.names == names


def test_one_victim_is_of_the_kind_that_any_of_the_tellings_says():
    found = _found("A victim died. The soldier died.")
    [casualty] = tally(found, range(len(found)))
    assert (casualty.who, casualty.victim.value) == ("victim", "combatant")


def test_what_could_have_happened_is_no_harm_done():
    assert _told("The blast could have killed hundreds of people.") == []


def test_the_sum_of_a_year_is_the_harm_of_no_event():
    assert _told("More than 90 miners have been killed in the province so far this year.") == []


def test_one_who_was_shot_and_died_is_not_injured_as_well():
    harms = _told("A gunman shot three men, killing one, before he was shot dead.")
    assert ("killed", 1, 1, None) in harms
    assert all(harm == "killed" for harm, _, high, _ in harms if high == 1)


def test_a_figure_said_again_is_one_entry():
    text = "Rebels kidnapped four nurses and a driver. Rebels kidnapped four nurses and a driver."
    assert [(harm, low) for _, harm, low, _, _ in _tallied(text)] == [("abducted", 4), ("abducted", 1)]


def test_evidence_is_the_number_and_its_noun():
    text = "More than 60 villagers were killed or injured on Sunday."
    [casualty] = _found(text)
    assert casualty.span.of(text) == "More than 60 villagers"
    assert "killed" in casualty.why


def test_a_fatal_shooting_has_its_dead():
    [one] = find_casualties(scene_told("The fatal shooting of a student by police led to protests."), ())
    assert (one.harm.value, one.at_least, one.at_most, one.people.who) == ("killed", 1, 1, "student")


def test_who_kills_is_not_among_the_dead():
    assert find_casualties(scene_told("The group continues to kill in the valley."), ()) == ()

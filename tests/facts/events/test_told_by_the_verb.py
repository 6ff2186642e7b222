"""What a verb tells is told by that verb: shots that kill, a death in hospital, a plan that was carried out."""

import pytest

import tidings


def told(text):
    found = tidings.read(text, published="2021-03-05").events
    return [(e.type, e.mode, e.status.value, [a.span.of(text) for a in e.agents]) for e in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The judge was shot dead in Quito on Monday.", []),
        ("Judge Juan Perez was shot dead by two gunmen in Quito on Monday.", ["two gunmen"]),
        ("TWO OFFICERS WERE SHOT DEAD BY REBELS IN QUITO ON MONDAY.", ["REBELS"]),
    ],
)
def test_whoever_is_shot_dead_is_shot(text, expected):
    assert told(text) == [("ASSAULT", "firearms", "happened", expected)]


def test_whoever_later_dies_in_hospital_died_of_what_was_told_before():
    text = (
        "Gunmen shot Maria Rios in Quito on Monday. She was taken to Mercy Hospital, where she was later pronounced "
        "dead, police said."
    )
    [event] = [e for e in tidings.read(text, published="2021-03-05").events if e.casualties]
    assert (event.mode, event.where.name) == ("firearms", "Quito")


def test_another_who_died_later_elsewhere_is_of_another_event():
    text = "Gunmen shot a judge dead in Quito on Monday. A second judge was later shot dead in Lima."
    assert [e.where.name for e in tidings.read(text, published="2021-03-05").events if e.casualties] == [
        "Quito",
        "Lima",
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The bomb attack in Quito was planned by an officer and carried out by two men.", "happened"),
        ("A bomb attack in Quito was planned by rebels.", "planned"),
        ("The bomb attack in Quito was planned by rebels and foiled by police.", "planned"),
    ],
)
def test_a_known_attack_that_someone_planned_took_place(text, status):
    assert [row[2] for row in told(text) if row[0] == "ASSAULT"] == [status]

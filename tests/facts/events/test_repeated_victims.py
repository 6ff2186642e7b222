"""Victims who are told of again: the rest of a total, the dead who were shot, numbers that count nobody."""

import pytest

import tidings


def tolls(text):
    record = tidings.read(text, published="2021-03-10")
    found = [c for e in record.events for c in e.casualties if c.part_of is None]
    return sorted((c.harm.value, c.at_least) for c in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Authorities: 2 dead, 3 injured in Leeds shooting.", [("injured", 3), ("killed", 2)]),
        ("One dead, others wounded as gunfire erupts in Leeds.", [("injured", 2), ("killed", 1)]),
        ("An 8 yo girl was killed by gunfire on Monday.", [("killed", 1)]),
        ("Image 11 of 11 Two men died in the blast.", [("killed", 2)]),
        ("No one was hurt in the blast. One man was killed.", [("killed", 1)]),
    ],
)
def test_a_number_counts_whom_it_stands_with(text, expected):
    assert [row for row in tolls(text) if row[1]] == expected


def test_the_others_of_a_total_are_part_of_it():
    text = "Eight people were wounded in a shooting in Leeds on Monday. The six others wounded had light injuries."
    assert tolls(text) == [("injured", 8)]


def test_no_one_was_arrested_is_no_arrest():
    record = tidings.read("Police searched a car in Leeds. No one has been arrested.", published="2021-03-10")
    assert {e.status.value for e in record.events if e.mode == "arrest"} <= {"denied"}

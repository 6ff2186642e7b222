"""Statements read from sentences: who answered nothing, and what is said around "according to"."""

import pytest

import tidings


def told(text):
    record = tidings.read(text, published="1989-05-12")
    return [(s.act.value, [piece.of(text) for piece in s.content]) for s in record.statements]


@pytest.mark.parametrize(
    "text",
    ["Captain Ana Duro did not return a call.", "The minister has not responded to messages left at his office."],
)
def test_who_did_not_answer_said_nothing(text):
    assert told(text) == [("other", [])]


def test_troops_that_did_not_return_say_nothing():
    assert told("The troops did not return to the town.") == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The attack on the depot, according to two officers, killed nine guards.",
            ["The attack on the depot", "killed nine guards"],
        ),
        (
            'He opened two cases, which, according to members of the squad, "have no political weight."',
            ['"have no political weight."'],
        ),
        (
            "The army left the town on Monday, according to residents, and the rebels moved in.",
            ["The army left the town on Monday"],
        ),
    ],
)
def test_according_to_tells_the_clause_that_it_stands_in(text, contents):
    assert told(text) == [("assert", contents)]


def test_what_which_stands_for_is_denied():
    text = "He was accused of spying for Arno, a charge which Karim Sena denied."
    assert told(text)[-1] == ("deny", ["a charge"])


def test_a_day_right_before_its_speaker_is_when_it_was_said():
    text = "This afternoon sources close to the judge said that the trial will begin soon."
    [statement] = tidings.read(text, published="1989-05-12").statements
    assert (statement.when.from_, statement.when.to) == ("1989-05-12", "1989-05-12")

"""Who is quoted by a medium speaks, and what somebody says of himself within a quotation is no statement of its own."""

import pytest

import tidings


def said(text):
    record = tidings.read(text, published="2021-03-12")
    names = {e.id: e.name or e.role for e in record.entities}
    return {
        (names.get(s.speaker.entity or "") if s.speaker else None, " / ".join(p.of(text) for p in s.content))
        for s in record.statements
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An official who saw the papers was quoted on Monday by two newspapers as saying that a group fled.",
            ("official", "that a group fled"),
        ),
        (
            "The daily Uhuru quoted a police officer as saying the men were deported on Tuesday.",
            ("police officer", "the men were deported on Tuesday"),
        ),
        ("General Musa was quoted as saying the raid had failed.", ("Musa", "the raid had failed")),
        ('"We won," Ray was quoted as saying.', ("Ray", '"We won,"')),
        (
            "``We are done,'' Petrov was quoted as saying by the Novosti agency. ``I must say that nobody lost.''",
            ("Petrov", "``We are done,'' / ``I must say that nobody lost.''"),
        ),
    ],
)
def test_who_is_quoted_is_who_speaks(text, expected):
    assert expected in said(text)


def test_the_medium_is_told_as_well_where_it_is_who_acts():
    text = "The Interfax agency quoted Defence Minister Igor Lobov as saying that the troops would leave."
    assert {speaker for speaker, _ in said(text)} == {"Interfax agency", "Igor Lobov"}


def test_who_thinks_within_his_own_quotation_is_not_told_twice():
    text = '"I think we will win," said Ms. Ray. "I believe in them."'
    assert said(text) == {("Ray", '"I think we will win," / "I believe in them."')}


def test_a_name_behind_somebodys_description_is_who_speaks():
    assert said("Musa's successor, Adeyemi, pledged to reopen the court.") == {("Adeyemi", "to reopen the court")}

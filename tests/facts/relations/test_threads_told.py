"""What is still open, in whole sentences: inquiries at work, talks that people come for, plans that are weighed."""

import pytest

import tidings


def threads(text):
    return {(t.kind.value, t.status.value) for t in tidings.read(text, published="2021-03-12").threads}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Detectives are interviewing witnesses.", ("investigation", "under-way")),
        ("Investigators have been working on the case for a week.", ("investigation", "under-way")),
        ('"This is an investigation moving along several lines," Chief Ray said.', ("investigation", "under-way")),
        ("Police said their investigation has not turned up a suspect.", ("investigation", "under-way")),
        ("A delegation arrived in Kabul for talks with the rebels.", ("negotiation", "under-way")),
        ("A search was under way for two suspects.", ("other", "under-way")),
        ("Police are still searching for the driver of the black van.", ("other", "under-way")),
        ("The Pentagon is considering sending troops to Libya.", ("deployment-planned", "promised")),
    ],
)
def test_what_goes_on_is_an_open_thread(text, expected):
    assert expected in threads(text)


@pytest.mark.parametrize(
    "text",
    [
        "Detectives were interviewing witnesses when the roof fell.",
        "Investigators said the man fell.",
        "An investigation has not been opened.",
        "There is no investigation.",
        "This is not an investigation, he said.",
        "The talks have not begun.",
        "The council considered sending troops in 2003 but did not.",
    ],
)
def test_what_is_over_or_not_begun_is_none(text):
    assert threads(text) == set()

"""Open ends, in the ways that reports tell them, read with the real encoder."""

import pytest

import tidings

LEAD = "KAYA, 9 March 2026 - Gunmen killed six villagers in Kaya on Sunday, the army said.\n\n"


def threads(text):
    return {(t.kind.value, t.status.value) for t in tidings.read(LEAD + text).threads}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Investigators are trying to determine who fired first.", ("investigation", "under-way")),
        ("The army said it was reviewing the incident.", ("investigation", "under-way")),
        ("Police have appealed for witnesses.", ("investigation", "under-way")),
        ("A third round of negotiations is planned for June.", ("negotiation", "promised")),
        ("Diplomats were trying to broker a ceasefire.", ("negotiation", "under-way")),
        ("France plans to deploy a frigate to the Gulf.", ("deployment-planned", "promised")),
        ("The alliance is considering sending trainers.", ("deployment-planned", "promised")),
        ("Israel vowed to respond forcefully.", ("consequences-promised", "promised")),
        ("A manhunt is under way for the attacker.", ("other", "under-way")),
        ("Two gunmen are still at large.", ("other", "under-way")),
        ("He is due to appear in court on Friday.", ("other", "promised")),
    ],
)
def test_what_is_to_be_followed_up_is_a_thread(text, expected):
    assert expected in threads(text)


@pytest.mark.parametrize(
    "text",
    [
        "He appeared in court on Monday.",
        "The company responded strongly to the criticism.",
        "She returned to the table with coffee.",
        "At large, the public approves.",
        "The army will not deploy tanks.",
        "The goods will arrive in March.",
    ],
)
def test_what_is_over_or_about_something_else_is_none(text):
    assert not threads(text)

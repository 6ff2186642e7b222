"""Mentions: the encoder's heads, the registry and sure forms, none overlapping another."""

from itertools import pairwise

import pytest
from tests.fakes import reading_of

from tidings.mentions import find_mentions
from tidings.model.mention import MentionKind

TEXT = "Fighters of Hezbollah fired rockets at the Kuwaiti navy on Monday."
ROWS = """
Fighters  fighter   NOUN  4 nsubj
of        of        ADP   3 case
Hezbollah Hezbollah PROPN 1 nmod
fired     fire      VERB  0 root
rockets   rocket    NOUN  4 obj
at        at        ADP   9 case
the       the       DET   9 det
Kuwaiti   Kuwaiti   ADJ   9 amod
navy      navy      NOUN  4 obl
on        on        ADP   11 case
Monday    Monday    PROPN 4 obl
.         .         PUNCT 4 punct
"""


def found_in(**heads):
    return {m.text: m.kind for m in find_mentions(reading_of(TEXT, ROWS, **heads), ())}


def test_the_registry_and_sure_words_find_what_the_encoder_missed():
    assert found_in() == {
        "Hezbollah": MentionKind.ORGANISATION,
        "rockets": MentionKind.WEAPON,
        "Kuwaiti": MentionKind.NATIONALITY,
        "Monday": MentionKind.TIME,
    }


def test_the_encoder_goes_before_single_words():
    found = found_in(entities=[("the Kuwaiti navy", "organisation")])
    assert found["the Kuwaiti navy"] is MentionKind.ORGANISATION
    assert "Kuwaiti" not in found


def test_what_the_registry_lists_is_no_person():
    assert found_in(names=[("Hezbollah", "person")])["Hezbollah"] is MentionKind.ORGANISATION


def test_marks_at_the_ends_are_left_out():
    assert "Monday" in found_in(entities=[("Monday.", "time")])


@pytest.mark.parametrize(
    "heads", [{}, {"entities": [("Fighters of Hezbollah", "organisation"), ("Hezbollah", "organisation")]}]
)
def test_no_two_mentions_overlap_and_ids_follow_the_text(heads):
    mentions = find_mentions(reading_of(TEXT, ROWS, **heads), ())
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert [m.id for m in mentions] == [f"m{n}" for n in range(1, len(mentions) + 1)]

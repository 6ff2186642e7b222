"""Actors of a report, on readings written by hand."""

import pytest
from tests.fakes import reading_of, span_of

from tidings.facts.actors import Actors, find_actors
from tidings.mentions import find_mentions

TEXT = (
    "NATO Secretary General Ada Lind said Monday that the alliance will stay. She spoke to reporters. "
    "Col. Col. Bo Ray, spokesman for the coalition, said a militant group called Dawn Front attacked. "
    "A senior defense official said the group was weak. The official would not comment."
)
ROWS = """
NATO      NATO      PROPN 3 compound
Secretary Secretary PROPN 3 compound
General   General   PROPN 6 nsubj
Ada       Ada       PROPN 3 flat
Lind      Lind      PROPN 3 flat
said      say       VERB  0 root
Monday    Monday    PROPN 6 obl:unmarked
that      that      SCONJ 12 mark
the       the       DET   10 det
alliance  alliance  NOUN  12 nsubj
will      will      AUX   12 aux
stay      stay      VERB  6 ccomp
.         .         PUNCT 6 punct

She       she       PRON  2 nsubj
spoke     speak     VERB  0 root
to        to        ADP   4 case
reporters reporter  NOUN  2 obl
.         .         PUNCT 2 punct

Col.      col.      PROPN 3 compound
Col.      col.      PROPN 3 compound
Bo        Bo        PROPN 11 nsubj
Ray       Ray       PROPN 3 flat
,         ,         PUNCT 6 punct
spokesman spokesman NOUN  3 appos
for       for       ADP   9 case
the       the       DET   9 det
coalition coalition NOUN  6 nmod
,         ,         PUNCT 6 punct
said      say       VERB  0 root
a         a         DET   14 det
militant  militant  ADJ   14 amod
group     group     NOUN  18 nsubj
called    call      VERB  14 acl
Dawn      Dawn      PROPN 17 compound
Front     Front     PROPN 15 xcomp
attacked  attack    VERB  11 ccomp
.         .         PUNCT 11 punct

A         a         DET   4 det
senior    senior    ADJ   4 amod
defense   defense   NOUN  4 compound
official  official  NOUN  5 nsubj
said      say       VERB  0 root
the       the       DET   7 det
group     group     NOUN  9 nsubj
was       be        AUX   9 cop
weak      weak      ADJ   5 ccomp
.         .         PUNCT 5 punct

The       the       DET   2 det
official  official  NOUN  5 nsubj
would     would     AUX   5 aux
not       not       PART  5 advmod
comment   comment   VERB  0 root
.         .         PUNCT 5 punct
"""


@pytest.fixture
def actors() -> Actors:
    reading = reading_of(
        TEXT,
        ROWS,
        names=[("NATO", "organisation"), ("Ada Lind", "person"), ("Bo Ray", "person"), ("Dawn Front", "organisation")],
        entities=[("NATO Secretary General Ada Lind", "person"), ("Dawn Front", "organisation")],
    )
    return find_actors(reading, (), find_mentions(reading, ()), ())


def entity(actors: Actors, words: str, occurrence: int = 1):
    return actors.entity(actors.resolve(span_of(TEXT, words, occurrence)))


def test_a_title_before_the_name_is_the_role(actors):
    found = entity(actors, "Ada Lind")
    assert (found.name, found.role, found.category) == ("Ada Lind", "NATO Secretary General", "official")
    assert actors.entity(found.affiliation).name == "NATO"


def test_a_pronoun_is_the_person_it_stands_for(actors):
    assert entity(actors, "She").name == "Ada Lind"


def test_an_apposition_is_a_better_role_than_a_rank_said_twice(actors):
    found = entity(actors, "Bo Ray")
    assert (found.name, found.role, found.category) == ("Bo Ray", "spokesman for the coalition", "official")


def test_the_group_is_the_armed_group_named_before(actors):
    found = entity(actors, "the group")
    assert (found.name, found.category) == ("Dawn Front", "armed-group")
    assert entity(actors, "a militant group called Dawn Front").id == found.id


def test_the_alliance_is_the_alliance_named_before(actors):
    assert entity(actors, "the alliance").name == "NATO"


def test_an_unnamed_speaker_keeps_its_description_as_role(actors):
    found = entity(actors, "A senior defense official")
    assert (found.name, found.role) == (None, "senior defense official")
    assert not actors.is_named(found.id)
    assert entity(actors, "The official").id == found.id


def test_what_is_no_actor_resolves_to_nothing(actors):
    assert actors.resolve(span_of(TEXT, "attacked")) is None


def test_descriptions_that_nobody_asked_for_are_no_entities(actors):
    assert [e.name for e in actors.entities()] == ["NATO", "Ada Lind", "Bo Ray", "coalition", "Dawn Front"]

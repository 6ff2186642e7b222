"""Whom a phrase means: its own name, not one that stands inside it."""

import pytest
from tests.fakes import reading_of, span_of

from tidings.facts.actors import Actors, find_actors
from tidings.mentions import find_mentions
from tidings.model.mention import MentionKind

TEXT = (
    "Sen. Omar Haddad arrived. Haddad envoy Lena Brandt spoke. The senator agreed. "
    "Remarks made to the press by a senior officer followed. Papers seen by a newspaper differ. "
    "Officials from the Ports Authority left."
)
ROWS = """
Sen.     sen.    PROPN 2 compound
Omar     Omar    PROPN 4 nsubj
Haddad   Haddad  PROPN 2 flat
arrived  arrive  VERB  0 root
.        .       PUNCT 4 punct

Haddad   Haddad  PROPN 5 nsubj
envoy    envoy   NOUN  3 nmod
Lena     Lena    PROPN 5 nsubj
Brandt   Brandt  PROPN 3 flat
spoke    speak   VERB  0 root
.        .       PUNCT 5 punct

The      the     DET   2 det
senator  senator NOUN  3 nsubj
agreed   agree   VERB  0 root
.        .       PUNCT 3 punct

Remarks  remark  NOUN  10 nsubj
made     make    VERB  1 acl
to       to      ADP   5 case
the      the     DET   5 det
press    press   NOUN  2 obl
by       by      ADP   9 case
a        a       DET   9 det
senior   senior  ADJ   9 amod
officer  officer NOUN  2 obl:agent
followed follow  VERB  0 root
.        .       PUNCT 10 punct

Papers    paper     NOUN  6 nsubj
seen      see       VERB  1 acl
by        by        ADP   5 case
a         a         DET   5 det
newspaper newspaper NOUN  2 obl:agent
differ    differ    VERB  0 root
.         .         PUNCT 6 punct

Officials official  NOUN  6 nsubj
from      from      ADP   5 case
the       the       DET   5 det
Ports     Ports     PROPN 5 compound
Authority Authority PROPN 1 nmod
left      leave     VERB  0 root
.         .         PUNCT 6 punct
"""


@pytest.fixture(name="actors")
def actors_of_the_text() -> Actors:
    reading = reading_of(
        TEXT,
        ROWS,
        entities=[("Sen. Omar Haddad", "person"), ("Haddad envoy Lena Brandt", "person")],
        names=[
            ("Omar Haddad", "person"),
            ("Lena Brandt", "person"),
            ("Officials from the Ports Authority", "organisation"),
        ],
    )
    return find_actors(reading, (), find_mentions(reading, ()), ())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Haddad envoy Lena Brandt", "Lena Brandt"),
        ("The senator", "Omar Haddad"),
    ],
)
def test_a_phrase_means_the_person_that_it_is_about(actors, words, name):
    assert actors.entity(actors.resolve(span_of(TEXT, words))).name == name


def test_whoever_makes_a_remark_stands_behind_by(actors):
    found = actors.resolve(span_of(TEXT, "Remarks made to the press by a senior officer"))
    assert actors.role(found) == "senior officer"


def test_whoever_has_seen_a_document_does_not_speak_in_it(actors):
    assert actors.resolve(span_of(TEXT, "Papers seen by a newspaper")) is None


def test_officials_from_a_body_are_people(actors):
    found = actors.entity(actors.resolve(span_of(TEXT, "Officials from the Ports Authority")))
    assert found.kind is MentionKind.PERSON

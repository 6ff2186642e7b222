"""Relations between actors, on readings written by hand."""

import pytest
from tests.fakes import reading_of

from tidings.facts.actors import find_actors
from tidings.facts.relations import find_relations
from tidings.facts.scene import Scene
from tidings.mentions import find_mentions
from tidings.model.report import Report, Written

FRONT = """
The       the       DET   2 det
Dawn      Dawn      PROPN 3 compound
Front     Front     PROPN 5 nsubj:pass
is        be        AUX   5 aux:pass
seen      see       VERB  0 root
as        as        ADP   8 case
the       the       DET   8 det
front     front     NOUN  5 obl
of        of        ADP   12 case
a         a         DET   12 det
militia   militia   NOUN  12 compound
group     group     NOUN  8 nmod
supported support   VERB  12 acl
by        by        ADP   15 case
Iran      Iran      PROPN 13 obl:agent
.         .         PUNCT 5 punct
"""
SPOKESMAN = """
Red       Red       PROPN 2 compound
Army      Army      PROPN 3 compound
spokesman spokesman NOUN  6 nsubj
Ali       Ali       PROPN 3 flat
Rad       Rad       PROPN 3 flat
spoke     speak     VERB  0 root
.         .         PUNCT 6 punct
"""
BACKED = """
The       the       DET   6 det
Turkish   Turkish   ADJ   4 compound
-         -         PUNCT 4 punct
backed    back      VERB  6 amod
Syrian    Syrian    ADJ   6 amod
rebels    rebel     NOUN  7 nsubj
fought    fight     VERB  0 root
Hezbollah Hezbollah PROPN 7 obj
.         .         PUNCT 7 punct
"""
DENIED = """
The       the       DET   2 det
Blues     Blues     PROPN 5 nsubj
do        do        AUX   5 aux
not       not       PART  5 advmod
belong    belong    VERB  0 root
to        to        ADP   8 case
the       the       DET   8 det
Greens    Greens    PROPN 5 obl
.         .         PUNCT 5 punct
"""
WISHED = """
The       the       DET   2 det
Blues     Blues     PROPN 4 nsubj
will      will      AUX   4 aux
fight     fight     VERB  0 root
Hezbollah Hezbollah PROPN 4 obj
.         .         PUNCT 4 punct
"""


def relations_in(rows, **heads):
    text = " ".join(line.split()[0] for line in rows.strip().splitlines())
    reading = reading_of(text, rows, **heads)
    mentions = find_mentions(reading, ())
    scene = Scene(
        report=Report(id="r", text=text),
        zones=(),
        reading=reading,
        mentions=mentions,
        times=(),
        written=Written(from_=None, to=None, basis="none", why=""),
        places=(),
        actors=find_actors(reading, (), mentions, ()),
    )
    name = {e.id: e.name or e.role for e in scene.actors.entities()}
    found = find_relations(scene, ())
    name |= {e.id: e.name or e.role for e in scene.actors.entities()}
    return [(name[r.from_], r.relation, name[r.to], r.hedge) for r in found]


def test_a_view_keeps_its_hedge_and_a_participle_its_doer():
    found = relations_in(FRONT, names=[("Dawn Front", "organisation"), ("Iran", "place")])
    assert found == [
        ("Dawn Front", "front-of", "militia group", "seen as"),
        ("militia group", "backed-by", "Iran", None),
    ]


def test_a_spokesman_speaks_for_the_body_before_the_noun():
    found = relations_in(SPOKESMAN, names=[("Red Army", "organisation"), ("Ali Rad", "person")])
    assert found == [("Ali Rad", "speaks-for", "Red Army", None)]


def test_compounds_and_verbs_state_relations():
    found = relations_in(BACKED)
    assert ("Turkish-backed Syrian rebels", "backed-by", "Turkey", None) in [
        (a.replace(" - ", "-"), *rest) for a, *rest in found
    ]
    assert any(relation == "fighting-against" and to == "Hezbollah" for _, relation, to, _ in found)


@pytest.mark.parametrize("rows", [DENIED, WISHED])
def test_what_is_denied_or_only_to_come_is_no_relation(rows):
    names = [("Blues", "organisation")] + ([("Greens", "organisation")] if "Greens" in rows else [])
    assert relations_in(rows, names=names) == []


JOINED = """
The       the       DET   2 det
Blues     Blues     PROPN 3 nsubj
joined    join      VERB  0 root
the       the       DET   5 det
Greens    Greens    PROPN 3 obj
in        in        SCONJ 7 mark
condemning condemn  VERB  3 advcl
it        it        PRON  7 obj
.         .         PUNCT 3 punct
"""


def test_who_joins_in_saying_something_is_no_member():
    assert relations_in(JOINED, names=[("Blues", "organisation"), ("Greens", "organisation")]) == []

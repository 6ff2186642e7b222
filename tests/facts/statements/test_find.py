from dataclasses import replace

import pytest
from tests.fakes import NamedActors, reading_of, scene_of

from tidings.facts.statements import find_statements
from tidings.model.mention import Entity, MentionKind
from tidings.model.report import Zone, ZoneKind

ROE = Entity(id="e1", kind=MentionKind.PERSON, name="Jane Roe", role="spokeswoman")
SOURCE = Entity(id="e2", kind=MentionKind.PERSON, name=None, role="senior official")

TOLL = "Police said two men died."
TOLL_ROWS = """
Police police NOUN 2 nsubj
said say VERB 0 root
two two NUM 4 nummod
men man NOUN 5 nsubj
died die VERB 2 ccomp
. . PUNCT 2 punct
"""
TOLD = "“We know nothing,” Jane Roe told reporters during a briefing. “It is early now.”"
TOLD_ROWS = """
“ “ PUNCT 3 punct
We we PRON 3 nsubj
know know VERB 9 ccomp
nothing nothing PRON 3 obj
, , PUNCT 3 punct
” ” PUNCT 3 punct
Jane Jane PROPN 9 nsubj
Roe Roe PROPN 7 flat
told tell VERB 0 root
reporters reporter NOUN 9 obj
during during ADP 13 case
a a DET 13 det
briefing briefing NOUN 9 obl
. . PUNCT 9 punct

“ “ PUNCT 4 punct
It it PRON 4 nsubj
is be AUX 4 cop
early early ADJ 0 root
now now ADV 4 advmod
. . PUNCT 4 punct
” ” PUNCT 4 punct
"""
AROUND = "The road, police said, is shut."
AROUND_ROWS = """
The the DET 2 det
road road NOUN 8 nsubj
, , PUNCT 5 punct
police police NOUN 5 nsubj
said say VERB 8 parataxis
, , PUNCT 5 punct
is be AUX 8 cop
shut shut ADJ 0 root
. . PUNCT 8 punct
"""
ACCORDING = "Two men died, according to the army."
ACCORDING_ROWS = """
Two two NUM 2 nummod
men man NOUN 3 nsubj
died die VERB 0 root
, , PUNCT 3 punct
according accord VERB 8 case
to to ADP 5 fixed
the the DET 8 det
army army NOUN 3 obl
. . PUNCT 3 punct
"""
ANONYMOUS = "It failed, said a senior official, who spoke on condition of anonymity."
ANONYMOUS_ROWS = """
It it PRON 2 nsubj
failed fail VERB 4 ccomp
, , PUNCT 2 punct
said say VERB 0 root
a a DET 7 det
senior senior ADJ 7 amod
official official NOUN 4 nsubj
, , PUNCT 10 punct
who who PRON 10 nsubj
spoke speak VERB 7 acl:relcl
on on ADP 12 case
condition condition NOUN 10 obl
of of ADP 14 case
anonymity anonymity NOUN 12 nmod
. . PUNCT 4 punct
"""


def statements_of(text, rows, *, zones=None, **kwargs):
    known = {"Jane Roe": ROE, "a senior official": SOURCE}
    return find_statements(scene_of(reading_of(text, rows, **kwargs), known=known, zones=zones))


@pytest.mark.parametrize(
    ("text", "rows", "source", "cue", "contents"),
    [
        (TOLL, TOLL_ROWS, "Police", "said", ["two men died"]),
        (TOLD, TOLD_ROWS, "Jane Roe", "told", ["“We know nothing,”", "“It is early now.”"]),
        (AROUND, AROUND_ROWS, "police", "said", ["The road", "is shut"]),
        (ACCORDING, ACCORDING_ROWS, "the army", "according to", ["Two men died"]),
        (ANONYMOUS, ANONYMOUS_ROWS, "a senior official", "said", ["It failed"]),
    ],
)
def test_a_statement_has_source_cue_and_content(text, rows, source, cue, contents):
    [statement] = statements_of(text, rows)
    assert statement.speaker.span.of(text) == source
    assert statement.cue.of(text) == cue
    assert [piece.of(text) for piece in statement.content] == contents


def test_a_link_of_the_encoder_is_kept_once():
    [statement] = statements_of(TOLL, TOLL_ROWS, attributions=[("said", ["Police"], ["two men died"])])
    assert statement.rule == "attribution-head"


def test_a_content_ends_at_the_quotation_mark():
    [statement] = statements_of(TOLD, TOLD_ROWS, attributions=[("told", ["Jane Roe"], ["We know nothing"])])
    assert statement.content[0].of(TOLD) == "“We know nothing,”"


def test_captions_say_nothing():
    assert statements_of(TOLL, TOLL_ROWS, zones=(Zone(kind=ZoneKind.CAPTION, start=0, end=len(TOLL)),)) == ()


@pytest.mark.parametrize(
    ("text", "rows", "form"),
    [(TOLL, TOLL_ROWS, "indirect"), (TOLD, TOLD_ROWS, "direct"), (AROUND, AROUND_ROWS, "indirect")],
)
def test_the_form_follows_the_quotation_marks(text, rows, form):
    [statement] = statements_of(text, rows)
    assert statement.form == form


def test_the_venue_stands_in_the_words_of_the_report():
    [statement] = statements_of(TOLD, TOLD_ROWS)
    assert statement.venue == "during a briefing"


def test_a_body_is_named_and_an_official_is_not():
    [police] = statements_of(TOLL, TOLL_ROWS)
    [official] = statements_of(ANONYMOUS, ANONYMOUS_ROWS)
    assert police.speaker.named
    assert not official.speaker.named
    assert official.speaker.role == "senior official"


def test_the_condition_of_speaking_is_kept():
    [statement] = statements_of(ANONYMOUS, ANONYMOUS_ROWS)
    assert statement.speaker.on_condition == "on condition of anonymity"


def test_every_statement_says_why():
    [statement] = statements_of(AROUND, AROUND_ROWS)
    assert statement.rule
    assert "said" in statement.why


RELAYED = "An officer declined to say who fired, according to the Herald."
RELAYED_ROWS = """
An an DET 2 det
officer officer NOUN 3 nsubj
declined decline VERB 0 root
to to PART 5 mark
say say VERB 3 xcomp
who who PRON 7 nsubj
fired fire VERB 5 ccomp
, , PUNCT 3 punct
according accord VERB 12 case
to to ADP 9 fixed
the the DET 12 det
Herald Herald PROPN 3 obl
. . PUNCT 3 punct
"""


def test_a_refusal_inside_what_another_tells_is_a_statement_of_its_own():
    told = {s.act.value: s for s in statements_of(RELAYED, RELAYED_ROWS)}
    assert told["decline"].speaker.span.of(RELAYED) == "An officer"
    assert told["assert"].speaker.span.of(RELAYED) == "the Herald"


TURNS = "[BEGIN RECORDING] [ROE] We shall guard every polling station. [END RECORDING]"
TURNS_ROWS = """
[ [ PUNCT 2 punct
BEGIN begin VERB 0 root
RECORDING recording NOUN 2 obj
] ] PUNCT 2 punct
[ [ PUNCT 2 punct
ROE Roe PROPN 2 dep
] ] PUNCT 2 punct
We we PRON 10 nsubj
shall shall AUX 10 aux
guard guard VERB 2 parataxis
every every DET 13 det
polling polling NOUN 13 compound
station station NOUN 10 obj
. . PUNCT 2 punct
[ [ PUNCT 2 punct
END end NOUN 2 dep
RECORDING recording NOUN 2 dep
] ] PUNCT 2 punct
"""


def test_a_transcript_names_its_speakers_in_brackets():
    statement = next(s for s in statements_of(TURNS, TURNS_ROWS) if s.rule == "transcript")
    assert statement.speaker.span.of(TURNS) == "ROE"
    assert [piece.of(TURNS) for piece in statement.content] == ["We shall guard every polling station"]
    assert statement.form == "direct"


TWICE = "Jane Roe sharply criticised the plan and called it unsafe. Citing floods, Ann Poe urged a delay."
TWICE_ROWS = """
Jane Jane PROPN 4 nsubj
Roe Roe PROPN 1 flat
sharply sharply ADV 4 advmod
criticised criticise VERB 0 root
the the DET 6 det
plan plan NOUN 4 obj
and and CCONJ 8 cc
called call VERB 4 conj
it it PRON 8 obj
unsafe unsafe ADJ 8 xcomp
. . PUNCT 4 punct

Citing cite VERB 0 root
floods flood NOUN 1 obj
, , PUNCT 6 punct
Ann Ann PROPN 6 dep
Poe Poe PROPN 4 flat
urged urge VERB 1 dep
a a DET 8 det
delay delay NOUN 6 obj
. . PUNCT 1 punct
"""


def test_a_speaker_speaks_for_the_cue_beside_it_though_the_encoder_points_at_another():
    found = statements_of(
        TWICE,
        TWICE_ROWS,
        attributions=[
            ("sharply criticised", [], ["the plan"]),
            ("called", ["Jane Roe"], ["it unsafe"]),
            ("Citing", [], ["floods"]),
            ("urged", ["Ann Poe"], ["a delay"]),
        ],
    )
    assert [s.speaker and s.speaker.span.of(TWICE) for s in found] == ["Jane Roe", "Jane Roe", "Ann Poe", "Ann Poe"]


ADDED = "Two men died, said Jane Roe. She added that roads are shut."
ADDED_ROWS = """
Two two NUM 2 nummod
men man NOUN 3 nsubj
died die VERB 0 root
, , PUNCT 3 punct
said say VERB 3 parataxis
Jane Jane PROPN 5 nsubj
Roe Roe PROPN 6 flat
. . PUNCT 3 punct

She she PRON 2 nsubj
added add VERB 0 root
that that SCONJ 6 mark
roads road NOUN 6 nsubj
are be AUX 6 cop
shut shut ADJ 2 ccomp
. . PUNCT 2 punct
"""


class GenderedActors(NamedActors):
    """Actors of whom one is known to be a man."""

    def gender(self, entity_id):
        return "m" if entity_id == ROE.id else None


@pytest.mark.parametrize(("kind", "entity"), [(NamedActors, ROE.id), (GenderedActors, None)])
def test_she_goes_on_speaking_unless_who_spoke_is_a_man(kind, entity):
    scene = scene_of(reading_of(ADDED, ADDED_ROWS))
    found = find_statements(replace(scene, actors=kind(ADDED, {"jane roe": ROE})))
    assert found[-1].speaker.entity == entity


GUARDS = Entity(id="e3", kind=MentionKind.ORGANISATION, name="Police", role=None)
CROWD = Entity(id="e4", kind=MentionKind.PERSON, name=None, role="12 people")
TOLD_ON = "Police said 12 people fled. They added that roads are shut."
TOLD_ON_ROWS = """
Police police NOUN 2 nsubj
said say VERB 0 root
12 12 NUM 4 nummod
people people NOUN 5 nsubj
fled flee VERB 2 ccomp
. . PUNCT 2 punct

They they PRON 2 nsubj
added add VERB 0 root
that that SCONJ 6 mark
roads road NOUN 6 nsubj
are be AUX 6 cop
shut shut ADJ 2 ccomp
. . PUNCT 2 punct
"""


def test_they_are_the_body_that_spoke_last_not_the_people_it_spoke_of():
    scene = scene_of(reading_of(TOLD_ON, TOLD_ON_ROWS))
    actors = NamedActors(TOLD_ON, {"police": GUARDS, "they": CROWD})
    assert find_statements(replace(scene, actors=actors))[-1].speaker.entity == GUARDS.id


DATED = "Monday the army said roads are shut."
DATED_ROWS = """
Monday Monday PROPN 4 obl
the the DET 3 det
army army NOUN 4 nsubj
said say VERB 0 root
roads road NOUN 7 nsubj
are be AUX 7 cop
shut shut ADJ 4 ccomp
. . PUNCT 4 punct
"""


def test_a_day_neither_speaks_nor_introduces_words():
    marked = [("Monday", ["the army"], []), ("said", ["Monday"], ["roads are shut"])]
    [statement] = statements_of(DATED, DATED_ROWS, attributions=marked, times=[("Monday", "DATE")])
    assert (statement.cue.of(DATED), statement.speaker.span.of(DATED)) == ("said", "the army")

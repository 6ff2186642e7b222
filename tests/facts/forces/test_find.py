"""Strengths: which numbers count troops, and whether they are there, planned, allowed or gone."""

from dataclasses import replace

import pytest
from tests.fakes import reading_of, scene_of

from tidings.facts.forces import find_force_levels
from tidings.model.force import ForceStatus
from tidings.model.mention import Entity, MentionKind
from tidings.model.time import Time, TimeType
from tidings.model.when import Interval, Precision

HAS = """
Norland Norland PROPN 2 nsubj
has     have    VERB  0 root
about   about   ADV   4 advmod
3,000   3,000   NUM   5 nummod
troops  troop   NOUN  2 obj
in      in      ADP   7 case
Ostia   Ostia   PROPN 5 nmod
.       .       PUNCT 2 punct
"""

WILL_SEND = """
Norland Norland PROPN 3 nsubj
will    will    AUX   3 aux
send    send    VERB  0 root
another another DET   6 det
300     300     NUM   6 nummod
troops  troop   NOUN  3 obj
.       .       PUNCT 3 punct
"""

GROWS = """
The     the     DET   2 det
force   force   NOUN  4 nsubj
would   would   AUX   4 aux
grow    grow    VERB  0 root
from    from    ADP   6 case
80      80      NUM   4 obl
to      to      ADP   10 case
some    some    DET   9 advmod
200     200     NUM   10 nummod
soldiers soldier NOUN 4 obl
.       .       PUNCT 4 punct
"""

ARE_TO_ARRIVE = """
A       a       DET   2 det
hundred hundred NUM   4 nummod
police  police  NOUN  4 compound
trainers trainer NOUN 9 nsubj
from    from    ADP   6 case
Senegal Senegal PROPN 4 nmod
are     be      AUX   9 aux
to      to      PART  9 mark
arrive  arrive  VERB  0 root
in      in      ADP   11 case
June    June    PROPN 9 obl
.       .       PUNCT 9 punct
"""

HAS_AND_WILL_SEND = """
Norland Norland PROPN 9 nsubj
,       ,       PUNCT 4 punct
which   which   PRON  4 nsubj
has     have    VERB  6 acl:relcl
120     120     NUM   6 nummod
soldiers soldier NOUN 9 obj
there   there   ADV   4 advmod
will    will    AUX   9 aux
send    send    VERB  0 root
more    more    ADJ   9 obj
.       .       PUNCT 9 punct
"""

LEFT = """
Norland Norland PROPN 2 nsubj
withdrew withdraw VERB 0 root
600     600     NUM   4 nummod
soldiers soldier NOUN 2 obj
.       .       PUNCT 2 punct
"""

KILLED = """
Twelve  twelve  NUM   2 nummod
soldiers soldier NOUN 4 nsubj:pass
were    be      AUX   4 aux:pass
killed  kill    VERB  0 root
.       .       PUNCT 4 punct
"""

SPELLED = """
Forty   forty   NUM   3 compound
-       -       PUNCT 3 punct
Two     Two     PROPN 4 compound
Sailors sailor  PROPN 5 nsubj
departed depart VERB  0 root
for     for     ADP   7 case
Ostia   Ostia   PROPN 5 obl
.       .       PUNCT 5 punct
"""

STOOD = """
Norland Norland PROPN 3 nmod:poss
's      's      PART  1 case
strength strength NOUN 10 nsubj
-       -       PUNCT 6 punct
around  around  ADV   6 advmod
9,000   9,000   NUM   3 nummod
in      in      ADP   8 case
May     May     PROPN 1 nmod
-       -       PUNCT 6 punct
lags    lag     VERB  0 root
behind  behind  ADP   13 case
other   other   ADJ   13 amod
troops  troop   NOUN  10 obl
in      in      ADP   15 case
June    June    PROPN 10 obl
.       .       PUNCT 10 punct
"""

STRONG = """
Norland Norland PROPN 7 nmod:poss
's 's PART 1 case
9,000 9,000 NUM 5 nummod
- - PUNCT 3 punct
strong strong ADJ 7 amod
peacekeeping peacekeeping NOUN 7 compound
force force NOUN 10 nsubj
is be AUX 10 cop
in in ADP 10 case
Ostia Ostia PROPN 0 root
. . PUNCT 10 punct
"""

RAISED = """
The the DET 2 det
union union NOUN 4 nsubj
will will AUX 4 aux
bring bring VERB 0 root
its its PRON 6 nmod:poss
numbers number NOUN 4 obj
up up ADP 4 compound
to to ADP 10 case
15,000 15,000 NUM 10 nummod
soldiers soldier NOUN 4 obl
. . PUNCT 4 punct
"""

RAISED_TO = """
The the DET 2 det
minister minister NOUN 3 nsubj
wants want VERB 0 root
to to PART 5 mark
increase increase VERB 3 xcomp
the the DET 7 det
army army NOUN 5 obj
in in ADP 9 case
Ostia Ostia PROPN 5 obl
to to ADP 11 case
5,000 5,000 NUM 7 nummod
. . PUNCT 3 punct
"""

EXPECTED = """
Norland Norland PROPN 4 nmod:poss
's 's PART 1 case
200 200 NUM 4 nummod
troops troop NOUN 6 nsubj:pass
are be AUX 6 aux:pass
expected expect VERB 0 root
to to PART 9 mark
be be AUX 9 aux:pass
sent send VERB 6 xcomp
in in ADP 11 case
June June PROPN 9 obl
. . PUNCT 6 punct
"""

CALLED = """
The the DET 2 det
senate senate NOUN 3 nsubj
passed pass VERB 0 root
a a DET 5 det
motion motion NOUN 3 obj
calling call VERB 5 acl
for for ADP 9 case
the the DET 9 det
dispatch dispatch NOUN 6 obl
of of ADP 12 case
21,000 21,000 NUM 12 nummod
peacekeepers peacekeeper NOUN 9 nmod
to to ADP 14 case
Ostia Ostia PROPN 12 nmod
. . PUNCT 3 punct
"""

HELD = """
Twelve twelve NUM 2 nummod
observers observer NOUN 11 nsubj:pass
, , PUNCT 6 punct
who who PRON 6 nsubj:pass
were be AUX 6 aux:pass
sent send VERB 2 acl:relcl
to to ADP 8 case
Ostia Ostia PROPN 6 obl
, , PUNCT 2 punct
were be AUX 11 aux:pass
held hold VERB 0 root
by by ADP 14 case
a a DET 14 det
crowd crowd NOUN 11 obl:agent
. . PUNCT 11 punct
"""

REFUSED = """
Norland Norland PROPN 2 nsubj
rejected reject VERB 0 root
a a DET 4 det
request request NOUN 2 obj
to to PART 6 mark
send send VERB 4 acl
1,000 1,000 NUM 8 nummod
soldiers soldier NOUN 6 obj
. . PUNCT 2 punct
"""

BODIES = """
The the DET 2 det
bodies body NOUN 7 nsubj:pass
of of ADP 5 case
thirty thirty NUM 5 nummod
soldiers soldier NOUN 2 nmod
were be AUX 7 aux:pass
returned return VERB 0 root
. . PUNCT 7 punct
"""


def levels(text, rows):
    return find_force_levels(scene_of(reading_of(text, rows)), ())


@pytest.mark.parametrize(
    ("text", "rows", "numbers", "status", "approximate"),
    [
        ("Norland has about 3,000 troops in Ostia.", HAS, (None, 3000, None), ForceStatus.CURRENT, True),
        ("Norland will send another 300 troops.", WILL_SEND, (None, None, 300), ForceStatus.PLANNED, False),
        ("The force would grow from 80 to some 200 soldiers.", GROWS, (80, 200, None), ForceStatus.PLANNED, True),
        ("Norland withdrew 600 soldiers.", LEFT, (None, None, -600), ForceStatus.PAST, False),
        (
            "Norland's 9,000-strong peacekeeping force is in Ostia.",
            STRONG,
            (None, 9000, None),
            ForceStatus.CURRENT,
            False,
        ),
        (
            "The union will bring its numbers up to 15,000 soldiers.",
            RAISED,
            (None, 15000, None),
            ForceStatus.PLANNED,
            False,
        ),
        (
            "The minister wants to increase the army in Ostia to 5,000.",
            RAISED_TO,
            (None, 5000, None),
            ForceStatus.PLANNED,
            False,
        ),
        (
            "Norland's 200 troops are expected to be sent in June.",
            EXPECTED,
            (None, 200, None),
            ForceStatus.PLANNED,
            False,
        ),
        (
            "The senate passed a motion calling for the dispatch of 21,000 peacekeepers to Ostia.",
            CALLED,
            (None, 21000, None),
            ForceStatus.PLANNED,
            False,
        ),
        ("Forty-Two Sailors departed for Ostia.", SPELLED, (None, 42, None), ForceStatus.CURRENT, False),
    ],
)
def test_a_strength_has_its_numbers_and_its_status(text, rows, numbers, status, approximate):
    [level] = levels(text, rows)
    assert (level.from_, level.to, level.change) == numbers
    assert (level.status, level.approximate) == (status, approximate)
    assert level.why


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Twelve soldiers were killed.", KILLED),
        ("Twelve observers, who were sent to Ostia, were held by a crowd.", HELD),
        ("Norland rejected a request to send 1,000 soldiers.", REFUSED),
        ("The bodies of thirty soldiers were returned.", BODIES),
    ],
)
def test_the_dead_the_held_and_the_refused_are_no_strength(text, rows):
    assert levels(text, rows) == ()


def test_troops_are_whose_name_stands_before_their_number():
    text = "Norland's 200 troops are expected to be sent in June."
    norland = Entity(id="e1", kind=MentionKind.ORGANISATION, name="Norland")
    [level] = find_force_levels(scene_of(reading_of(text, EXPECTED), known={"Norland": norland}), ())
    assert level.owner == "e1"


def test_the_evidence_is_the_number_with_its_unit():
    text = "Norland has about 3,000 troops in Ostia."
    [level] = levels(text, HAS)
    assert level.span.of(text) == "about 3,000 troops"


def month(text, name, value):
    start = text.index(name)
    return Time(
        mention="m1",
        start=start,
        end=start + len(name),
        type=TimeType.DATE,
        value=value,
        from_=f"{value}-01",
        to=f"{value}-30",
        precision=Precision.MONTH,
        why="a test",
    )


def test_a_time_right_behind_the_number_is_its_own():
    text = "Norland's strength - around 9,000 in May - lags behind other troops in June."
    times = (month(text, "May", "2021-05"), month(text, "June", "2021-06"))
    [level] = find_force_levels(replace(scene_of(reading_of(text, STOOD)), times=times), ())
    assert level.when == Interval(from_="2021-05-01", to="2021-05-30")


def test_a_plain_has_before_the_number_is_stated_as_present_whatever_the_parser_hangs_it_on():
    [level] = levels("Norland, which has 120 soldiers there will send more.", HAS_AND_WILL_SEND)
    assert (level.to, level.status) == (120, ForceStatus.CURRENT)


def test_trainers_from_a_state_are_its_own_and_those_who_are_to_arrive_are_planned():
    reading = reading_of("A hundred police trainers from Senegal are to arrive in June.", ARE_TO_ARRIVE)
    senegal = Entity(id="e1", kind=MentionKind.PLACE, name="Senegal")
    [level] = find_force_levels(scene_of(reading, known={"Senegal": senegal}), ())
    assert (level.to, level.status, level.owner) == (100, ForceStatus.PLANNED, "e1")

import pytest
from tests.fakes import reading_of, scene_of

from tidings.facts.relations.threads import find_threads
from tidings.model.mention import Entity, MentionKind
from tidings.model.span import Span
from tidings.model.statement import Act, Form, Speaker, Statement

POLICE = Entity(id="e1", kind=MentionKind.ORGANISATION, name="police")

INVESTIGATING = """
Police police NOUN 3 nsubj
are be AUX 3 aux
investigating investigate VERB 0 root
the the DET 5 det
blast blast NOUN 3 obj
. . PUNCT 3 punct
"""
PROMISED = """
Police police NOUN 2 nsubj
promised promise VERB 0 root
to to PART 4 mark
investigate investigate VERB 2 xcomp
it it PRON 4 obj
. . PUNCT 2 punct
"""
OPENED = """
Police police NOUN 2 nsubj
opened open VERB 0 root
an an DET 4 det
inquiry inquiry NOUN 2 obj
. . PUNCT 2 punct
"""
CONCLUDED = """
The the DET 2 det
inquiry inquiry NOUN 4 nsubj
has have AUX 4 aux
concluded conclude VERB 0 root
. . PUNCT 4 punct
"""
UNDER = """
It it PRON 4 nsubj
is be AUX 4 cop
under under ADP 4 case
investigation investigation NOUN 0 root
. . PUNCT 4 punct
"""
ASKED = """
Families family NOUN 2 nsubj
asked ask VERB 0 root
police police NOUN 2 obj
to to PART 5 mark
investigate investigate VERB 2 xcomp
. . PUNCT 2 punct
"""
NEGATED = """
Police police NOUN 4 nsubj
are be AUX 4 aux
not not PART 4 advmod
investigating investigate VERB 0 root
. . PUNCT 4 punct
"""
SHOULD = """
Police police NOUN 3 nsubj
should should AUX 3 aux
investigate investigate VERB 0 root
. . PUNCT 3 punct
"""
TALKS = """
Both both DET 2 det
sides side NOUN 4 nsubj
are be AUX 4 aux
holding hold VERB 0 root
talks talk NOUN 4 obj
. . PUNCT 4 punct
"""
CUT_OFF = """
Talks talk NOUN 4 nsubj:pass
have have AUX 4 aux
been be AUX 4 aux:pass
cut cut VERB 0 root
off off ADP 4 compound:prt
. . PUNCT 4 punct
"""
JUSTICE = """
She she PRON 2 nsubj
vowed vow VERB 0 root
to to PART 4 mark
bring bring VERB 2 xcomp
them they PRON 4 obj
to to ADP 7 case
justice justice NOUN 4 obl
. . PUNCT 2 punct
"""
BROUGHT = """
They they PRON 3 nsubj:pass
were be AUX 3 aux:pass
brought bring VERB 0 root
to to ADP 5 case
justice justice NOUN 3 obl
. . PUNCT 3 punct
"""
NEGOTIATED = """
They they PRON 2 nsubj
want want VERB 0 root
a a DET 5 det
negotiated negotiate VERB 5 amod
peace peace NOUN 2 obj
. . PUNCT 2 punct
"""
DROPPED = """
Italy Italy PROPN 2 nsubj
shelved shelve VERB 0 root
plans plan NOUN 2 obj
to to PART 5 mark
deploy deploy VERB 3 acl
troops troop NOUN 5 obj
. . PUNCT 2 punct
"""
TROOPS = """
Italy Italy PROPN 3 nsubj
will will AUX 3 aux
send send VERB 0 root
troops troop NOUN 3 obj
. . PUNCT 3 punct
"""


def text_of(rows):
    return " ".join(line.split()[0] for line in rows.splitlines() if line)


def threads_of(rows, statements=(), **known):
    text = text_of(rows)
    return find_threads(scene_of(reading_of(text, rows), known={"Police": POLICE, **known}), statements, ())


@pytest.mark.parametrize(
    ("rows", "kind", "status"),
    [
        (INVESTIGATING, "investigation", "under-way"),
        (PROMISED, "investigation", "promised"),
        (OPENED, "investigation", "under-way"),
        (CONCLUDED, "investigation", "done"),
        (UNDER, "investigation", "under-way"),
        (TALKS, "negotiation", "under-way"),
        (JUSTICE, "consequences-promised", "promised"),
        (TROOPS, "deployment-planned", "promised"),
    ],
)
def test_a_thread_has_the_status_that_its_words_give(rows, kind, status):
    [thread] = threads_of(rows)
    assert (thread.kind, thread.status) == (kind, status)


@pytest.mark.parametrize("rows", [ASKED, NEGATED, SHOULD, CUT_OFF, BROUGHT, NEGOTIATED, DROPPED])
def test_what_is_asked_for_negated_or_over_is_no_thread(rows):
    assert threads_of(rows) == ()


def test_the_subject_carries_the_thread():
    [thread] = threads_of(INVESTIGATING)
    assert thread.by == "e1"


def test_the_span_leaves_out_the_subject():
    [thread] = threads_of(PROMISED)
    assert thread.span.of(text_of(PROMISED)) == "to investigate it"


def test_a_thread_told_twice_is_one():
    assert len(threads_of(INVESTIGATING + "\n" + OPENED)) == 1


@pytest.mark.parametrize("act", [Act.DENY, Act.REQUEST])
def test_what_a_speaker_denies_or_asks_for_is_no_thread(act):
    statement = Statement(
        id="s1",
        speaker=Speaker(entity="e9", span=None, named=True, role=None, on_condition=None),
        cue=None,
        content=(Span(0, len(text_of(INVESTIGATING))),),
        form=Form.INDIRECT,
        act=act,
        when=None,
        venue=None,
        within=None,
    )
    assert threads_of(INVESTIGATING, [statement]) == ()


BEND = """
The the DET 2 det
tram tram NOUN 4 nsubj
was be AUX 4 aux
negotiating negotiate VERB 0 root
a a DET 7 det
sharp sharp ADJ 7 amod
bend bend NOUN 4 obj
. . PUNCT 4 punct
"""


def test_a_bend_is_not_negotiated_with_anyone():
    assert find_threads(scene_of(reading_of("The tram was negotiating a sharp bend.", BEND)), (), ()) == ()

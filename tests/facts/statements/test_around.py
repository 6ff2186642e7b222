import pytest
from tests.fakes import reading_of, span_of

from tidings.facts.statements.around import pieces_around
from tidings.facts.statements.drafts import Draft
from tidings.facts.statements.fragments import with_object

BRIDGE = "The bridge which Lee said was safe fell."
BRIDGE_ROWS = """
The the DET 2 det
bridge bridge NOUN 8 nsubj
which which PRON 7 nsubj
Lee Lee PROPN 5 nsubj
said say VERB 7 parataxis
was be AUX 7 cop
safe safe ADJ 2 acl:relcl
fell fall VERB 0 root
. . PUNCT 8 punct
"""
PORT = "The port, Lee said, will open."
PORT_ROWS = """
The the DET 2 det
port port NOUN 8 nsubj
, , PUNCT 5 punct
Lee Lee PROPN 5 nsubj
said say VERB 8 parataxis
, , PUNCT 5 punct
will will AUX 8 aux
open open VERB 0 root
. . PUNCT 8 punct
"""
BUT = "But, Lee said, it opened."
BUT_ROWS = """
But but CCONJ 7 cc
, , PUNCT 1 punct
Lee Lee PROPN 4 nsubj
said say VERB 7 parataxis
, , PUNCT 4 punct
it it PRON 7 nsubj
opened open VERB 0 root
. . PUNCT 7 punct
"""
ACCUSED = "Lee accused the guards of theft."
ACCUSED_ROWS = """
Lee Lee PROPN 2 nsubj
accused accuse VERB 0 root
the the DET 4 det
guards guard NOUN 2 obj
of of ADP 6 case
theft theft NOUN 2 obl
. . PUNCT 2 punct
"""
TOLD = "Lee told the guards to leave."
TOLD_ROWS = ACCUSED_ROWS.replace("accused accuse", "told tell").replace("of of ADP 6 case", "to to PART 6 mark")
TOLD_ROWS = TOLD_ROWS.replace("theft theft NOUN 2 obl", "leave leave VERB 2 xcomp")


@pytest.mark.parametrize(
    ("text", "rows", "content", "expected"),
    [
        (BRIDGE, BRIDGE_ROWS, "was safe", ["which", "was safe"]),
        (PORT, PORT_ROWS, "will open", ["The port", "will open"]),
        (BUT, BUT_ROWS, "it opened", ["it opened"]),
    ],
)
def test_a_content_goes_on_from_before_its_speaker(text, rows, content, expected):
    contents = (span_of(text, content),)
    draft = Draft(cue=span_of(text, "said"), source=span_of(text, "Lee"), contents=contents, rule="r", why="w")
    assert [piece.of(text) for piece in pieces_around(reading_of(text, rows), draft, ())] == expected


def test_nothing_that_another_said_is_taken_in():
    draft = Draft(
        cue=span_of(PORT, "said"),
        source=span_of(PORT, "Lee"),
        contents=(span_of(PORT, "will open"),),
        rule="r",
        why="w",
    )
    found = pieces_around(reading_of(PORT, PORT_ROWS), draft, [span_of(PORT, "port")])
    assert [piece.of(PORT) for piece in found] == ["will open"]


@pytest.mark.parametrize(
    ("text", "rows", "cue", "content", "expected"),
    [
        (ACCUSED, ACCUSED_ROWS, "accused", "of theft", ["the guards of theft"]),
        (TOLD, TOLD_ROWS, "told", "to leave", ["to leave"]),
    ],
)
def test_whoever_is_accused_belongs_to_what_is_said_and_an_audience_does_not(text, rows, cue, content, expected):
    found = with_object(reading_of(text, rows), span_of(text, cue), [span_of(text, content)])
    assert [piece.of(text) for piece in found] == expected

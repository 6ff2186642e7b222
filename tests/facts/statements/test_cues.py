import pytest
from tests.fakes import reading_of, span_of

from tidings.facts.statements.cues import says, with_preposition

ACCUSED = "Hadi was accused of theft."
ACCUSED_ROWS = """
Hadi Hadi PROPN 3 nsubj:pass
was be AUX 3 aux:pass
accused accuse VERB 0 root
of of ADP 5 case
theft theft NOUN 3 obl
. . PUNCT 3 punct
"""
COUNTED = "Police repaired over 40 tents."
COUNTED_ROWS = """
Police police NOUN 2 nsubj
repaired repair VERB 0 root
over over ADP 4 case
40 40 NUM 5 nummod
tents tent NOUN 2 obj
. . PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("text", "rows", "cue", "content", "expected"),
    [
        (ACCUSED, ACCUSED_ROWS, "was accused", "of theft", ("was accused of", "theft")),
        (COUNTED, COUNTED_ROWS, "repaired", "over 40 tents", ("repaired", "over 40 tents")),
    ],
)
def test_a_preposition_goes_with_the_cue_unless_it_belongs_to_a_number(text, rows, cue, content, expected):
    found, contents = with_preposition(reading_of(text, rows), span_of(text, cue), (span_of(text, content),))
    assert (found.of(text), contents[0].of(text)) == expected


def test_to_accuse_is_to_say_something_and_to_repair_is_not():
    assert says(reading_of(ACCUSED, ACCUSED_ROWS), span_of(ACCUSED, "accused"))
    assert not says(reading_of(COUNTED, COUNTED_ROWS), span_of(COUNTED, "repaired"))

import pytest
from tests.fakes import reading_of, span_of

from tidings.facts.statements.drafts import Draft
from tidings.facts.statements.passives import turned

ACCUSED = "The guards were accused by villagers of theft."
ACCUSED_ROWS = """
The the DET 2 det
guards guard NOUN 4 nsubj:pass
were be AUX 4 aux:pass
accused accuse VERB 0 root
by by ADP 6 case
villagers villager NOUN 4 obl:agent
of of ADP 8 case
theft theft NOUN 4 obl
. . PUNCT 4 punct
"""
ASKED = "Asked about the delay, the mayor shrugged."
ASKED_ROWS = """
Asked ask VERB 8 advcl
about about ADP 4 case
the the DET 4 det
delay delay NOUN 1 obl
, , PUNCT 1 punct
the the DET 7 det
mayor mayor NOUN 8 nsubj
shrugged shrug VERB 0 root
. . PUNCT 8 punct
"""
SEEMS = "The truce seems to hold."
SEEMS_ROWS = """
The the DET 2 det
truce truce NOUN 3 nsubj
seems seem VERB 0 root
to to PART 5 mark
hold hold VERB 3 xcomp
. . PUNCT 3 punct
"""
NAMED = "Hadi was dubbed a hero."
NAMED_ROWS = """
Hadi Hadi PROPN 3 nsubj:pass
was be AUX 3 aux:pass
dubbed dub VERB 0 root
a a DET 5 det
hero hero NOUN 3 xcomp
. . PUNCT 3 punct
"""
TROUBLED = "Hadi was outraged by theft."
TROUBLED_ROWS = """
Hadi Hadi PROPN 3 nsubj:pass
was be AUX 3 aux:pass
outraged outrage VERB 0 root
by by ADP 5 case
theft theft NOUN 3 obl
. . PUNCT 3 punct
"""
SEEMED = "Hadi seemed to blame rebels."
SEEMED_ROWS = """
Hadi Hadi PROPN 2 nsubj
seemed seem VERB 0 root
to to PART 4 mark
blame blame VERB 2 xcomp
rebels rebel NOUN 4 obj
. . PUNCT 2 punct
"""
ACTIVE = "Villagers accused the guards of theft."
ACTIVE_ROWS = """
Villagers villager NOUN 2 nsubj
accused accuse VERB 0 root
the the DET 4 det
guards guard NOUN 2 obj
of of ADP 6 case
theft theft NOUN 2 obl
. . PUNCT 2 punct
"""


def turned_in(text, rows, cue, source, contents):
    draft = Draft(
        cue=span_of(text, cue),
        source=span_of(text, source) if source else None,
        contents=tuple(span_of(text, words) for words in contents),
        rule="attribution-head",
        why="marked",
    )
    found = turned(reading_of(text, rows), draft)
    return found.source.of(text) if found.source else None, [piece.of(text) for piece in found.contents]


@pytest.mark.parametrize(
    ("text", "rows", "cue", "source", "contents", "expected"),
    [
        (
            ACCUSED,
            ACCUSED_ROWS,
            "were accused",
            "The guards",
            ["by villagers of theft"],
            ("villagers", ["The guards", "of theft"]),
        ),
        (ASKED, ASKED_ROWS, "Asked about", "the mayor", ["the delay"], (None, ["the delay"])),
        (SEEMS, SEEMS_ROWS, "seems", "The truce", ["to hold"], (None, ["The truce", "to hold"])),
        (NAMED, NAMED_ROWS, "was dubbed", None, ["a hero"], (None, ["Hadi", "a hero"])),
        (TROUBLED, TROUBLED_ROWS, "was outraged by", "Hadi", ["theft"], ("Hadi", ["theft"])),
        (SEEMED, SEEMED_ROWS, "seemed to blame", "Hadi", ["rebels"], ("Hadi", ["rebels"])),
        (
            ACTIVE,
            ACTIVE_ROWS,
            "accused",
            "Villagers",
            ["the guards of theft"],
            ("Villagers", ["the guards of theft"]),
        ),
    ],
)
def test_whoever_is_spoken_of_or_asked_does_not_speak(text, rows, cue, source, contents, expected):
    assert turned_in(text, rows, cue, source, contents) == expected

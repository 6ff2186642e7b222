import pytest
from tests.fakes import reading_of, span_of

from tidings.facts.statements.fragments import (
    mended,
    to_clause_end,
    without_aside,
    without_audience,
    without_loose_words,
)

TELLING = "She told the council that the bridge and the road are shut."
TELLING_ROWS = """
She she PRON 2 nsubj
told tell VERB 0 root
the the DET 4 det
council council NOUN 2 obj
that that SCONJ 11 mark
the the DET 7 det
bridge bridge NOUN 11 nsubj
and and CCONJ 10 cc
the the DET 10 det
road road NOUN 7 conj
are be AUX 12 cop
shut shut ADJ 2 ccomp
. . PUNCT 2 punct
"""
LEADING = "Weighing the risks ahead, engineers say the dam holds."
LEADING_ROWS = """
Weighing weigh VERB 7 advcl
the the DET 3 det
risks risk NOUN 1 obj
ahead ahead ADV 3 advmod
, , PUNCT 1 punct
engineers engineer NOUN 7 nsubj
say say VERB 0 root
the the DET 9 det
dam dam NOUN 10 nsubj
holds hold VERB 7 ccomp
. . PUNCT 7 punct
"""
MIDDLE = "The dam, engineers say, holds."
MIDDLE_ROWS = """
The the DET 2 det
dam dam NOUN 7 nsubj
, , PUNCT 5 punct
engineers engineer NOUN 5 nsubj
say say VERB 7 parataxis
, , PUNCT 5 punct
holds hold VERB 0 root
. . PUNCT 7 punct
"""


def telling():
    return reading_of(TELLING, TELLING_ROWS)


def words_of(text, spans):
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    "marked",
    [["the council", "that the bridge and the road are shut"], ["the council that the bridge and the road are shut"]],
)
def test_who_is_told_is_no_part_of_what_is_told(marked):
    pieces = [span_of(TELLING, words) for words in marked]
    kept = without_audience(telling(), span_of(TELLING, "told"), pieces)
    assert words_of(TELLING, kept) == ["that the bridge and the road are shut"]


def test_a_hole_in_a_clause_is_filled():
    pieces = [span_of(TELLING, "that the bridge"), span_of(TELLING, "road are shut")]
    assert words_of(TELLING, mended(telling(), pieces, ())) == ["that the bridge and the road are shut"]


def test_a_hole_in_which_somebody_else_speaks_stays():
    pieces = [span_of(TELLING, "that the bridge"), span_of(TELLING, "are shut")]
    taken = [span_of(TELLING, "the road")]
    assert words_of(TELLING, mended(telling(), pieces, taken)) == ["that the bridge", "are shut"]


def test_what_leads_up_to_a_saying_is_not_said():
    pieces = [span_of(LEADING, "Weighing the risks ahead"), span_of(LEADING, "the dam holds")]
    kept = without_aside(reading_of(LEADING, LEADING_ROWS), span_of(LEADING, "say"), pieces, ())
    assert words_of(LEADING, kept) == ["the dam holds"]


def test_both_sides_of_a_saying_put_into_a_sentence_are_said():
    pieces = [span_of(MIDDLE, "The dam"), span_of(MIDDLE, "holds")]
    kept = without_aside(reading_of(MIDDLE, MIDDLE_ROWS), span_of(MIDDLE, "say"), pieces, ())
    assert words_of(MIDDLE, kept) == ["The dam", "holds"]


@pytest.mark.parametrize(
    ("words", "kept"),
    [("that the bridge and", "that the bridge"), ("and the road are shut", "the road are shut")],
)
def test_a_loose_and_is_dropped(words, kept):
    assert without_loose_words(telling(), span_of(TELLING, words), ()).of(TELLING) == kept


@pytest.mark.parametrize("words", ["that the bridge and the", "that the bridge and the road are"])
def test_a_content_never_breaks_off_in_a_phrase(words):
    own = [span_of(TELLING, "told")]
    assert to_clause_end(telling(), span_of(TELLING, words), own).of(TELLING) == "that the bridge and the road are shut"


QUOTED = "In May, Lee said, “It fell.”"
QUOTED_ROWS = """
In in ADP 2 case
May May PROPN 5 obl
, , PUNCT 2 punct
Lee Lee PROPN 5 nsubj
said say VERB 0 root
, , PUNCT 9 punct
“ “ PUNCT 9 punct
It it PRON 9 nsubj
fell fall VERB 5 ccomp
. . PUNCT 9 punct
” ” PUNCT 9 punct
"""


def test_what_leads_up_to_a_quoted_sentence_is_not_said():
    quotation = span_of(QUOTED, "“It fell.”")
    pieces = [span_of(QUOTED, "In May"), quotation]
    kept = without_aside(reading_of(QUOTED, QUOTED_ROWS), span_of(QUOTED, "said"), pieces, (quotation,))
    assert kept == (quotation,)

import pytest
from tests.fakes import reading_of, span_of

from tidings.facts.statements.drafts import Draft, trimmed
from tidings.facts.statements.ends import with_ends
from tidings.model.span import Span

RALLY = "Ann Lee Jr., the mayor, said at a rally that taxes fell."
RALLY_ROWS = """
Ann Ann PROPN 8 nsubj
Lee Lee PROPN 1 flat
Jr. Jr. PROPN 1 flat
, , PUNCT 6 punct
the the DET 6 det
mayor mayor NOUN 1 appos
, , PUNCT 6 punct
said say VERB 0 root
at at ADP 11 case
a a DET 11 det
rally rally NOUN 8 obl
that that SCONJ 14 mark
taxes tax NOUN 14 nsubj
fell fall VERB 8 ccomp
. . PUNCT 8 punct
"""
ASIDE = "Lee, in Paris, spoke about taxes."
ASIDE_ROWS = """
Lee Lee PROPN 6 nsubj
, , PUNCT 4 punct
in in ADP 4 case
Paris Paris PROPN 6 obl
, , PUNCT 4 punct
spoke speak VERB 0 root
about about ADP 8 case
taxes tax NOUN 6 obl
. . PUNCT 6 punct
"""
CLAIM = "PARIS - Lee's claim: taxes fell (twice)."
CLAIM_ROWS = """
PARIS PARIS PROPN 5 parataxis
- - PUNCT 1 punct
Lee Lee PROPN 5 nmod:poss
's 's PART 3 case
claim claim NOUN 0 root
: : PUNCT 8 punct
taxes tax NOUN 8 nsubj
fell fall VERB 5 parataxis
( ( PUNCT 10 punct
twice twice ADV 8 advmod
) ) PUNCT 10 punct
. . PUNCT 5 punct
"""


@pytest.mark.parametrize(
    ("text", "rows", "cue", "source", "content", "expected"),
    [
        (RALLY, RALLY_ROWS, "said at a", "Ann Lee Jr", "that taxes fell", ("said", "Ann Lee Jr., the mayor,")),
        (RALLY, RALLY_ROWS, "said", "Ann Lee Jr.", "that taxes fell", ("said", "Ann Lee Jr., the mayor,")),
        (ASIDE, ASIDE_ROWS, "spoke about", "Lee, in Paris,", "taxes", ("spoke about", "Lee")),
        (CLAIM, CLAIM_ROWS, "claim", "PARIS - Lee", "taxes fell (twice)", ("claim:", "Lee's")),
    ],
)
def test_cues_and_sources_end_where_such_phrases_do(text, rows, cue, source, content, expected):
    draft = Draft(
        cue=span_of(text, cue), source=span_of(text, source), contents=(span_of(text, content),), rule="r", why="w"
    )
    found = with_ends(reading_of(text, rows), draft)
    assert (found.cue.of(text), found.source.of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("taxes fell.)", "taxes fell"), ("taxes fell (twice)", "taxes fell (twice)")]
)
def test_a_bracket_that_closes_nothing_is_no_part_of_a_content(text, expected):
    assert trimmed(text, Span(0, len(text))).of(text) == expected

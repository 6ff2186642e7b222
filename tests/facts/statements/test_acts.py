import pytest
from tests.fakes import reading_of, span_of

from tidings.facts.statements.acts import find_act, read_cue

SAID = """
She she PRON 2 nsubj
{cue} {lemma} VERB 0 root
that that SCONJ 5 mark
it it PRON 5 nsubj
rained rain VERB 2 ccomp
. . PUNCT 2 punct
"""


def act_of(text, rows, cue, *contents):
    reading = reading_of(text, rows)
    act, _ = find_act(reading, read_cue(reading, span_of(text, cue)), [span_of(text, words) for words in contents])
    return act


@pytest.mark.parametrize(
    ("cue", "lemma", "act"),
    [
        ("said", "say", "assert"),
        ("announced", "announce", "announce"),
        ("confirmed", "confirm", "confirm"),
        ("denied", "deny", "deny"),
        ("promised", "promise", "promise"),
        ("demanded", "demand", "request"),
        ("believes", "believe", "believe"),
        ("DENIED", "deny", "deny"),
    ],
)
def test_the_word_of_the_cue_gives_the_act(cue, lemma, act):
    text = f"She {cue} that it rained."
    assert act_of(text, SAID.format(cue=cue, lemma=lemma), cue, "that it rained") == act


@pytest.mark.parametrize(
    ("helper", "negation", "verb", "lemma", "act"),
    [
        ("would", "not", "say", "say", "decline"),
        ("did", "not", "elaborate", "elaborate", "decline"),
        ("has", "not", "confirmed", "confirm", "not-confirm"),
        ("would", "not", "confirm", "confirm", "decline"),
        ("did", "not", "respond", "respond", "other"),
        ("did", "not", "admit", "admit", "deny"),
    ],
)
def test_a_negated_cue_refuses_or_leaves_open(helper, negation, verb, lemma, act):
    text = f"She {helper} {negation} {verb} that."
    rows = f"""
    She she PRON 4 nsubj
    {helper} {helper} AUX 4 aux
    {negation} not PART 4 advmod
    {verb} {lemma} VERB 0 root
    that that PRON 4 obj
    . . PUNCT 4 punct
    """
    assert act_of(text, rows, f"{helper} {negation} {verb}", "that") == act


def test_taking_responsibility_is_a_claim():
    text = "A group took responsibility for it."
    rows = """
    A a DET 2 det
    group group NOUN 3 nsubj
    took take VERB 0 root
    responsibility responsibility NOUN 3 obj
    for for ADP 6 case
    it it PRON 4 nmod
    . . PUNCT 3 punct
    """
    assert act_of(text, rows, "took responsibility for", "it") == "claim-responsibility"


@pytest.mark.parametrize(
    ("subject", "helper", "verb", "lemma", "act"),
    [
        ("we", "will", "help", "help", "promise"),
        ("it", "will", "help", "help", "promise"),
        ("rain", "will", "come", "come", "assert"),
        ("we", "will", "be", "be", "assert"),
        ("we", "do", "condemn", "condemn", "condemn"),
    ],
)
def test_a_plain_said_takes_the_act_of_its_content(subject, helper, verb, lemma, act):
    text = f"She said {subject} {helper} {verb} them."
    rows = f"""
    She she PRON 2 nsubj
    said say VERB 0 root
    {subject} {subject} PRON 5 nsubj
    {helper} {helper} AUX 5 aux
    {verb} {lemma} VERB 2 ccomp
    them they PRON 5 obj
    . . PUNCT 2 punct
    """
    assert act_of(text, rows, "said", f"{subject} {helper} {verb} them") == act


def test_a_speaker_who_says_no_comment_declines():
    text = "She said: no comment."
    rows = """
    She she PRON 2 nsubj
    said say VERB 0 root
    : : PUNCT 2 punct
    no no DET 5 det
    comment comment NOUN 2 ccomp
    . . PUNCT 2 punct
    """
    assert act_of(text, rows, "said", "no comment") == "decline"

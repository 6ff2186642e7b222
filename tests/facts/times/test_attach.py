"""Attachment: which date belongs to which event or statement."""

from dataclasses import replace

from tests.fakes import reading_of, scene_of

from tidings.facts.times import find_times
from tidings.facts.times.attach import find_when
from tidings.mentions.times import find_time_spans
from tidings.model.mention import Mention, MentionKind
from tidings.model.report import Published, PublishedBasis, Report, Zone, ZoneKind


def when_of(word, text, rows):
    reading = reading_of(text, rows)
    zones = (Zone(kind=ZoneKind.BODY, start=0, end=len(text)),)
    given = Published(date="2022-05-05", basis=PublishedBasis.GIVEN)
    mentions = tuple(
        Mention(id=f"m{n}", start=s.start, end=s.end, text=text[s.start : s.end], kind=MentionKind.TIME)
        for n, s in enumerate(find_time_spans(text), start=1)
    )
    found = find_times(Report(id="r", text=text, published=given), zones, reading, mentions)
    scene = replace(scene_of(reading, mentions=mentions), times=found.times, written=found.written)
    when = find_when(scene, next(t for t in reading.tokens if t.text == word))
    return when and (when.from_, when.to)


STRIKE = """
Rockets rocket NOUN 2 nsubj
struck strike VERB 0 root
Lund Lund PROPN 2 obj
on on ADP 5 case
Monday Monday PROPN 2 obl
, , PUNCT 8 punct
Roe Roe PROPN 8 nsubj
said say VERB 2 parataxis
Tuesday Tuesday PROPN 8 obl:unmarked
. . PUNCT 2 punct
"""
STRIKE_TEXT = "Rockets struck Lund on Monday, Roe said Tuesday."


def test_a_verb_has_the_date_that_depends_on_it():
    assert when_of("struck", STRIKE_TEXT, STRIKE) == ("2022-05-02", "2022-05-02")
    assert when_of("said", STRIKE_TEXT, STRIKE) == ("2022-05-03", "2022-05-03")


def test_a_noun_has_its_own_date_and_its_verb_only_when_it_has_none():
    text = "The attack on Monday prompted a meeting Tuesday."
    rows = """
    The the DET 2 det
    attack attack NOUN 5 nsubj
    on on ADP 4 case
    Monday Monday PROPN 2 nmod
    prompted prompt VERB 0 root
    a a DET 7 det
    meeting meeting NOUN 5 obj
    Tuesday Tuesday PROPN 5 obl:unmarked
    . . PUNCT 5 punct
    """
    assert when_of("attack", text, rows) == ("2022-05-02", "2022-05-02")


def test_an_event_that_someone_reacts_to_does_not_get_the_reactions_date():
    text = "On Tuesday Roe condemned the attack."
    rows = """
    On on ADP 2 case
    Tuesday Tuesday PROPN 4 obl
    Roe Roe PROPN 4 nsubj
    condemned condemn VERB 0 root
    the the DET 6 det
    attack attack NOUN 4 obj
    . . PUNCT 4 punct
    """
    assert when_of("condemned", text, rows) == ("2022-05-03", "2022-05-03")
    assert when_of("attack", text, rows) is None


def test_what_is_promised_on_a_day_does_not_happen_on_it():
    text = "Roe promised on Tuesday to leave."
    rows = """
    Roe Roe PROPN 2 nsubj
    promised promise VERB 0 root
    on on ADP 4 case
    Tuesday Tuesday PROPN 2 obl
    to to PART 6 mark
    leave leave VERB 2 xcomp
    . . PUNCT 2 punct
    """
    assert when_of("leave", text, rows) is None


def test_a_second_verb_of_one_subject_shares_the_date():
    text = "Men entered on Monday and shot two guards."
    rows = """
    Men man NOUN 2 nsubj
    entered enter VERB 0 root
    on on ADP 4 case
    Monday Monday PROPN 2 obl
    and and CCONJ 6 cc
    shot shoot VERB 2 conj
    two two NUM 8 nummod
    guards guard NOUN 6 obj
    . . PUNCT 2 punct
    """
    assert when_of("shot", text, rows) == ("2022-05-02", "2022-05-02")


def test_a_date_in_a_relative_clause_is_not_the_main_verbs():
    text = "Police freed a man who fled on Monday."
    rows = """
    Police police NOUN 2 nsubj
    freed free VERB 0 root
    a a DET 4 det
    man man NOUN 2 obj
    who who PRON 6 nsubj
    fled flee VERB 4 acl:relcl
    on on ADP 8 case
    Monday Monday PROPN 6 obl
    . . PUNCT 2 punct
    """
    assert when_of("freed", text, rows) is None
    assert when_of("fled", text, rows) == ("2022-05-02", "2022-05-02")


def test_a_clause_that_says_when_a_noun_took_place_dates_it():
    text = "The uprising, which began on Monday, failed."
    rows = """
    The the DET 2 det
    uprising uprising NOUN 9 nsubj
    , , PUNCT 5 punct
    which which PRON 5 nsubj
    began begin VERB 2 acl:relcl
    on on ADP 7 case
    Monday Monday PROPN 5 obl
    , , PUNCT 5 punct
    failed fail VERB 0 root
    . . PUNCT 9 punct
    """
    assert when_of("uprising", text, rows) == ("2022-05-02", "2022-05-02")


RANGE = """
Guards guard NOUN 2 nsubj
fought fight VERB 0 root
from from ADP 4 case
Monday Monday PROPN 2 obl
to to ADP 6 case
Wednesday Wednesday PROPN 4 nmod
. . PUNCT 2 punct
"""


def test_from_one_day_to_another_is_an_interval():
    assert when_of("fought", "Guards fought from Monday to Wednesday.", RANGE) == ("2022-05-02", "2022-05-04")


def test_since_a_day_reaches_to_the_day_of_writing():
    text = "Guards fought since Monday."
    rows = """
    Guards guard NOUN 2 nsubj
    fought fight VERB 0 root
    since since ADP 4 case
    Monday Monday PROPN 2 obl
    . . PUNCT 2 punct
    """
    assert when_of("fought", text, rows) == ("2022-05-02", "2022-05-05")


def test_a_day_of_another_sentence_dates_nothing():
    text = "Guards fled. They met on Monday."
    rows = """
    Guards guard NOUN 2 nsubj
    fled flee VERB 0 root
    . . PUNCT 2 punct

    They they PRON 2 nsubj
    met meet VERB 0 root
    on on ADP 4 case
    Monday Monday PROPN 2 obl
    . . PUNCT 2 punct
    """
    assert when_of("fled", text, rows) is None

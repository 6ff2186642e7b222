"""Times of a report: the day of writing, captions, conflicts, events that dates are counted from."""

import pytest
from tests.fakes import reading_of

from tidings.facts.times import find_times
from tidings.mentions.times import find_time_spans
from tidings.model.mention import Mention, MentionKind
from tidings.model.reading import Reading
from tidings.model.report import Published, PublishedBasis, Report, Zone, ZoneKind
from tidings.zones import find_zones


def found_in(text, *, published=None, zones=None, reading=None):
    report = Report(
        id="r",
        text=text,
        published=Published(date=published, basis=PublishedBasis.GIVEN) if published else None,
    )
    mentions = [
        Mention(id=f"m{n}", start=s.start, end=s.end, text=text[s.start : s.end], kind=MentionKind.TIME)
        for n, s in enumerate(find_time_spans(text), start=1)
    ]
    return find_times(report, zones or find_zones(text), reading or Reading(text, (), ()), mentions)


def day_of(found, text, words):
    return next((t.from_, t.to) for t in found.times if text[t.start : t.end] == words)


PAGE = """March 4, 2024

Foreign Minister Ana Duro will hold talks in Oslo, Norway on May 2, 2022.

OSLO – Foreign Minister Ana Duro announced Thursday that the mission will grow.

A guard stands before the gate after an attack last night in Lund, on May 3, 2022.

Jo Lee | AFP | Getty Images

The attack on Monday killed two people."""


def test_captions_date_a_republished_story():
    found = found_in(PAGE)
    assert found.published is not None
    assert (found.published.date, found.published.basis) == ("2024-03-04", PublishedBasis.PAGE_DATE)
    assert (found.written.from_, found.written.to, found.written.basis) == ("2022-05-05", "2022-05-05", "captions")
    assert "not the page date" in found.written.why


def test_a_page_date_that_contradicts_the_story_is_a_problem():
    assert [p.kind for p in found_in(PAGE).problems] == ["date-conflict"]


def test_relative_dates_are_never_read_against_a_contradicted_page_date():
    found = found_in(PAGE)
    assert day_of(found, PAGE, "Monday") == ("2022-05-02", "2022-05-02")
    assert all(t.from_ is None or t.from_ < "2024" for t in found.times if t.start > 20)


def test_a_caption_reads_its_relative_dates_against_its_own_date():
    assert day_of(found_in(PAGE), PAGE, "last night") == ("2022-05-02", "2022-05-02")


def test_an_archive_picture_contradicts_nothing():
    text = "FILE - Guards stand at the gate, May 3, 2012.\n\nOSLO – Guards left the gate on Monday."
    found = found_in(text, published="2022-05-05")
    assert found.problems == ()
    assert day_of(found, text, "Monday") == ("2022-05-02", "2022-05-02")


def test_dates_of_the_past_in_a_story_contradict_nothing():
    text = "Guards left the gate on Monday. They came on May 3, 2012."
    assert found_in(text, published="2022-05-05").problems == ()


def test_a_given_date_is_the_day_of_writing_or_the_day_after():
    text = "Guards left the gate on Wednesday."
    written = found_in(text, published="2022-05-05").written
    assert (written.from_, written.to, written.basis) == ("2022-05-04", "2022-05-05", "given")


def test_a_story_that_names_the_weekday_of_its_date_was_written_then():
    written = found_in("Guards left the gate on Thursday.", published="2022-05-05").written
    assert written.from_ == written.to == "2022-05-05"


def test_a_dated_dateline_is_the_day_of_writing():
    text = "LIMA, 6 JUL 90 (DOMESTIC SERVICE) -- THE ARMY LEFT ON WEDNESDAY."
    found = found_in(text)
    assert (found.written.to, found.written.basis) == ("1990-07-06", "dateline")
    assert day_of(found, text, "WEDNESDAY") == ("1990-07-04", "1990-07-04")


def test_without_any_date_nothing_is_guessed():
    text = "Guards left the gate on Monday. The vote is on 26 December."
    found = found_in(text)
    assert (found.written.from_, found.written.to) == (None, None)
    assert [(t.value, t.from_) for t in found.times] == [("XXXX-WXX-1", None), ("XXXX-12-26", None)]
    assert [p.kind for p in found.problems] == ["unresolved-date"]
    assert "“Monday”" in found.problems[0].message


def test_a_metadata_date_comes_before_the_page_date():
    text = "May 3, 2022\n\nGuards left the gate on Monday."
    assert found_in(text, published="2022-05-02").published == Published(date="2022-05-02", basis=PublishedBasis.GIVEN)


@pytest.mark.parametrize(("verb", "day"), [("will leave", "2022-05-09"), ("left", "2022-05-02")])
def test_the_verb_decides_between_last_and_next(verb, day):
    aux = "will will AUX 3 aux\n" if verb.startswith("will") else ""
    head = 3 if aux else 2
    form = verb.split()[-1]
    rows = f"""
    Guards guard NOUN {head} nsubj
    {aux}{form} leave VERB 0 root
    Monday Monday PROPN {head} obl:unmarked
    . . PUNCT {head} punct
    """
    text = f"Guards {verb} Monday."
    found = found_in(text, published="2022-05-05", reading=reading_of(text, rows))
    assert day_of(found, text, "Monday") == (day, day)


def test_a_day_after_the_attack_counts_from_the_dated_attack():
    text = "The attack on Monday failed. A day after the attack, Roe spoke."
    rows = """
    The the DET 2 det
    attack attack NOUN 5 nsubj
    on on ADP 4 case
    Monday Monday PROPN 2 nmod
    failed fail VERB 0 root
    . . PUNCT 5 punct

    A a DET 2 det
    day day NOUN 8 obl:unmarked
    after after ADP 5 case
    the the DET 5 det
    attack attack NOUN 2 nmod
    , , PUNCT 8 punct
    Roe Roe PROPN 8 nsubj
    spoke speak VERB 0 root
    . . PUNCT 8 punct
    """
    found = found_in(text, published="2022-05-05", reading=reading_of(text, rows))
    assert day_of(found, text, "A day after the attack") == ("2022-05-03", "2022-05-03")


def test_every_time_says_why():
    found = found_in(PAGE)
    assert all(t.why for t in found.times)


def test_one_time_for_each_mention_of_a_time():
    text = "Guards left on Monday."
    zones = (Zone(kind=ZoneKind.BODY, start=0, end=len(text)),)
    assert [t.mention for t in found_in(text, zones=zones).times] == ["m1"]


@pytest.mark.parametrize(
    ("verb", "lemma", "day"), [("searching", "search", "2022-05-04"), ("meeting", "meet", "2022-05-11")]
)
def test_what_goes_on_now_looks_back_and_what_is_arranged_looks_ahead(verb, lemma, day):
    text = f"Guards are {verb} Wednesday."
    rows = f"""
    Guards guard NOUN 3 nsubj
    are be AUX 3 aux
    {verb} {lemma} VERB 0 root
    Wednesday Wednesday PROPN 3 obl:unmarked
    . . PUNCT 3 punct
    """
    found = found_in(text, published="2022-05-05", reading=reading_of(text, rows))
    assert day_of(found, text, "Wednesday") == (day, day)


def test_a_day_without_a_year_has_that_of_the_same_month_named_before():
    text = "He was held in May 2006. The court sat on May 10 and on June 3."
    found = found_in(text)
    assert day_of(found, text, "May 10") == ("2006-05-10", "2006-05-10")
    assert day_of(found, text, "June 3") == (None, None)


@pytest.mark.parametrize(
    ("page", "day"), [("2/3/2009 5:59:13 PM", "2009-02-03"), ("2/3/2009 17:59", None), ("23/3/2009", "2009-03-23")]
)
def test_a_page_date_in_figures_is_read_where_its_order_is_known(page, day):
    text = f"{page}\n\nGuards left the gate on Monday."
    zones = [
        Zone(kind=ZoneKind.PAGE_DATE, start=0, end=len(page)),
        Zone(kind=ZoneKind.BODY, start=len(page) + 2, end=len(text)),
    ]
    published = found_in(text, zones=zones).published
    assert (published.date if published else None) == day

"""Time expressions: TIMEX3 values and the days they stand for."""

from datetime import date

import pytest

from tidings.facts.times.days import days_of
from tidings.facts.times.meaning import Anchor, Meaning, Tense, dated
from tidings.facts.times.normalise import normalise
from tidings.model.time import TimeType

THURSDAY = date(2021, 2, 18)


def read(words, tense=Tense.PAST, day=THURSDAY, **more):
    return normalise(words, Anchor(day=day, tense=tense, **more))


def days(meaning):
    return (meaning.days.first.isoformat(), meaning.days.last.isoformat()) if meaning.days else (None, None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("March 4, 2019", "2019-03-04"),
        ("4 March 2019", "2019-03-04"),
        ("the 29th March 2018", "2018-03-29"),
        ("6 JUL 90", "1990-07-06"),
        ("2019-03-04", "2019-03-04"),
        ("Sept. 30", "2020-09-30"),
        ("January", "2021-01"),
        ("December 2008", "2008-12"),
        ("June last year", "2020-06"),
        ("1984", "1984"),
        ("nineteen ninety-six", "1996"),
        ("the early 1980s", "198"),
        ("the '80s", "198"),
        ("the 11th century", "10"),
        ("summer of 2017", "2017-SU"),
        ("last fall", "2020-FA"),
        ("the third quarter of 1984", "1984-Q3"),
        ("fiscal 1989", "1989"),
        ("New Year's Eve", "2020-12-31"),
        ("Thanksgiving", "2020-11-26"),
    ],
)
def test_dates_by_the_calendar(words, value):
    assert read(words).value == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Monday", "2021-02-15"),
        ("Thursday", "2021-02-18"),
        ("last Thursday", "2021-02-11"),
        ("next Thursday", "2021-02-25"),
        ("today", "2021-02-18"),
        ("yesterday", "2021-02-17"),
        ("Wednesday night", "2021-02-17TNI"),
        ("last night", "2021-02-17TNI"),
        ("this morning", "2021-02-18TMO"),
        ("10 p.m. Wednesday", "2021-02-17T22:00"),
        ("noon Tuesday", "2021-02-16T12:00"),
        ("15:30 on Monday", "2021-02-15T15:30"),
        ("this week", "2021-W07"),
        ("last week", "2021-W06"),
        ("next month", "2021-03"),
        ("last year", "2020"),
        ("over the weekend", "2021-W06-WE"),
        ("a year ago", "2020"),
        ("nearly four years ago", "2017"),
        ("two weeks ago", "2021-W05"),
        ("10 days ago", "2021-02-08"),
        ("three months from now", "2021-05"),
        ("recently", "PAST_REF"),
        ("now", "PRESENT_REF"),
        ("soon", "FUTURE_REF"),
    ],
)
def test_dates_read_against_the_day_of_writing(words, value):
    assert read(words).value == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("Monday", "2021-02-22"), ("Thursday", "2021-02-18"), ("Sept. 30", "2021-09-30"), ("this weekend", "2021-W07-WE")],
)
def test_a_verb_that_looks_ahead_turns_the_reading(words, value):
    assert read(words, Tense.FUTURE).value == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two-day", "P2D"),
        ("five minutes", "PT5M"),
        ("a minute and a half", "PT1M30S"),
        ("2 1/2 years", "P2Y6M"),
        ("half an hour", "PT30M"),
        ("more than four hours", "PT4H"),
        ("a couple of years", "P2Y"),
        ("several years", "PXY"),
        ("weeks", "PXW"),
        ("two decades", "P20Y"),
        ("45 minutes", "PT45M"),
    ],
)
def test_lengths_of_time(words, value):
    meaning = read(words)
    assert (meaning.type, meaning.value) == (TimeType.DURATION, value)
    assert meaning.days is None


@pytest.mark.parametrize(
    ("words", "value", "first"),
    [
        ("the past three months", "P3M", "2020-11-18"),
        ("the past month", "P1M", "2021-01-18"),
        ("the last two weeks", "P2W", "2021-02-04"),
    ],
)
def test_a_length_of_time_just_past_ends_with_the_day_of_writing(words, value, first):
    meaning = read(words)
    assert (meaning.type, meaning.value) == (TimeType.DURATION, value)
    assert (meaning.days.first.isoformat(), meaning.days.last.isoformat()) == (first, "2021-02-18")


@pytest.mark.parametrize("words", ["the next two weeks", "the past few weeks", "the first three months"])
def test_any_other_length_of_time_has_no_days(words):
    assert read(words).days is None


@pytest.mark.parametrize(
    ("words", "value"),
    [("every Monday", "XXXX-WXX-1"), ("daily", "P1D"), ("Tuesday nights", "XXXX-WXX-2TNI"), ("twice a week", "P1W")],
)
def test_things_that_recur(words, value):
    meaning = read(words)
    assert (meaning.type, meaning.value) == (TimeType.SET, value)


@pytest.mark.parametrize(
    ("words", "value"),
    [("Monday", "XXXX-WXX-1"), ("26 December", "XXXX-12-26"), ("last week", "XXXX-WXX"), ("yesterday", "XXXX-XX-XX")],
)
def test_nothing_is_dated_when_the_day_of_writing_is_unknown(words, value):
    meaning = read(words, day=None)
    assert (meaning.value, meaning.days, meaning.open) == (value, None, True)


def test_earlier_this_week_ends_with_the_day_of_writing():
    assert days(read("Earlier this week")) == ("2021-02-15", "2021-02-18")


def test_two_days_in_one_expression_are_an_interval():
    assert days(read("15/16 September 2020")) == ("2020-09-15", "2020-09-16")


def test_the_reason_names_the_day_of_writing():
    assert read("Monday").why == "the last Monday before the story was written, Thursday 2021-02-18"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the following day", "2020-05-02"),
        ("that night", "2020-05-01TNI"),
        ("two weeks later", "2020-W20"),
        ("that year", "2020"),
    ],
)
def test_some_dates_count_from_the_date_named_before(words, value):
    named = dated("2020-05-01", "", "")
    assert read(words, mentioned=named).value == value


def test_an_hour_belongs_to_a_day_named_shortly_before():
    named = dated("2020-05-01", "", "")
    assert read("2:20 a.m.", mentioned=named, gap=40).value == "2020-05-01T02:20"
    assert read("2:20 a.m.", mentioned=named, gap=900).value == "T02:20"


def test_a_day_after_an_event_counts_from_the_events_day():
    def known(name):
        return dated("2021-02-15", "", "") if name == "the attack" else None

    assert normalise("A day after the attack", Anchor(day=THURSDAY), known).value == "2021-02-16"
    unknown: Meaning = normalise("two days before the vote", Anchor(day=THURSDAY), known)
    assert (unknown.days, unknown.open) == (None, True)


@pytest.mark.parametrize("words", ["", "the", "888-847-6592", "???", "the fourth straight season"])
def test_words_that_no_rule_reads_get_no_days(words):
    assert read(words).days is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-W07", "2021-02-15", "2021-02-21"),
        ("2021-W07-WE", "2021-02-20", "2021-02-21"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2021-WI", "2021-12-01", "2022-02-28"),
        ("2021-Q4", "2021-10-01", "2021-12-31"),
        ("2021-02-15TNI", "2021-02-15", "2021-02-15"),
        ("2021-02-15T15:30", "2021-02-15", "2021-02-15"),
        ("198", "1980-01-01", "1989-12-31"),
    ],
)
def test_values_stand_for_days(value, first, last):
    found = days_of(value)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("value", ["P2D", "XXXX-12-26", "PAST_REF", "2021-02-30", "2021-W60", "T15:30"])
def test_open_values_stand_for_no_days(value):
    assert days_of(value) is None

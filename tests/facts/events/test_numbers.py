"""Counts: what the words of a number mean as bounds."""

import pytest
from tests.fakes import reading_of, span_of

from tidings.facts.events.numbers import find_counts, parse_count


def _plain(words):
    """Return a reading without grammar; " - " in the words is a hyphen inside a word."""
    rows = "\n".join(f"{word} {word.lower()} X 0 dep" for word in words.split())
    return reading_of(words.replace(" - ", "-"), rows)


@pytest.mark.parametrize(
    ("words", "at_least", "at_most"),
    [
        ("12 people", 12, 12),
        ("twelve people", 12, 12),
        ("TWELVE PEOPLE", 12, 12),
        ("twenty - one people", 21, 21),
        ("a hundred and twenty people", 120, 120),
        ("2,500 people", 2500, 2500),
        ("1.5 million people", 1_500_000, 1_500_000),
        ("two dozen people", 24, 24),
        ("half a dozen people", 6, 6),
        ("at least 12 people", 12, None),
        ("AT LEAST TWELVE PEOPLE", 12, None),
        ("no fewer than five people", 5, None),
        ("12 or more people", 12, None),
        ("more than 12 people", 13, None),
        ("over two dozen people", 25, None),
        ("up to 12 people", None, 12),
        ("as many as 20 people", None, 20),
        ("fewer than ten people", None, 9),
        ("between 10 and 15 people", 10, 15),
        ("10 to 15 people", 10, 15),
        ("one or two people", 1, 2),
        ("a man", 1, 1),
        ("another man", 1, 1),
        ("no one", 0, 0),
    ],
)
def test_bounds_follow_the_wording(words, at_least, at_most):
    [count] = find_counts(_plain(words), 0, len(words.split()))
    assert (count.at_least, count.at_most) == (at_least, at_most)


@pytest.mark.parametrize("words", ["about 12 people", "some 12 people", "nearly 12 people", "an estimated 12 people"])
def test_approximate_numbers_keep_their_value(words):
    [count] = find_counts(_plain(words), 0, len(words.split()))
    assert (count.at_least, count.at_most, count.approximate) == (12, 12, True)


@pytest.mark.parametrize(
    ("words", "at_least"),
    [
        ("dozens of people", 12),
        ("scores of people", 20),
        ("several people", 3),
        ("hundreds of people", 100),
        ("tens of thousands of people", 10_000),
        ("a few dozen people", 36),
    ],
)
def test_vague_numbers_are_open_lower_bounds(words, at_least):
    [count] = find_counts(_plain(words), 0, len(words.split()))
    assert (count.at_least, count.at_most, count.approximate) == (at_least, None, True)


@pytest.mark.parametrize(
    "words",
    [
        "21 - year - old",
        "in 2015 ,",
        "10 p.m.",
        "12 %",
        "$ 5 million",
        "the 1400 block",
        "March 12 ,",
        "7.62 mm",
        "Image 26 of 111",
        "how many people",
        "three more times",
        "31 y / o man",
    ],
)
def test_ages_dates_measures_and_money_are_no_counts(words):
    assert find_counts(_plain(words), 0, len(words.split())) == ()


def test_a_rise_from_one_number_to_another_is_no_range():
    words = "from 500 to around 4,000 people"
    counts = find_counts(_plain(words), 0, 6)
    assert [(c.at_least, c.approximate) for c in counts] == [(500, False), (4000, True)]


def test_a_count_is_found_from_a_span_and_from_the_noun_that_it_counts():
    text = "at least 12 people"
    reading = reading_of(
        text,
        """
        at at ADP 4 case
        least least ADV 3 advmod
        12 12 NUM 4 nummod
        people people NOUN 0 root
        """,
    )
    assert parse_count(reading, span_of(text, text)) == parse_count(reading, reading.tokens[3])
    assert parse_count(reading, reading.tokens[2]).at_least == 12

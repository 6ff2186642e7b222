"""Sure date expressions, and how they join with the encoder's."""

from itertools import pairwise

import pytest

from tidings.mentions.times import find_time_spans, merge_time_spans
from tidings.model.reading import LabelledSpan


def words_in(text):
    return [text[s.start : s.end] for s in find_time_spans(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It burned on Monday.", ["Monday"]),
        ("It burned last Friday night.", ["last Friday night"]),
        ("It burned on Wed, May 5, 2010.", ["Wed, May 5, 2010"]),
        ("IT BURNED ON 17 AUGUST.", ["17 AUGUST"]),
        ("It burned on 6 JUL 90.", ["6 JUL 90"]),
        ("It burned in December 2008.", ["December 2008"]),
        ("Earlier this week it burned.", ["Earlier this week"]),
        ("It burned last night.", ["last night"]),
        ("A day after the attack it burned.", ["A day after the attack"]),
        ("It burned two weeks ago.", ["two weeks ago"]),
        ("It burned at 10 p.m. Wednesday.", ["10 p.m. Wednesday"]),
        ("It burned in 2009.", ["2009"]),
        ("It burned on 15/16 September.", ["15/16 September"]),
    ],
)
def test_sure_expressions_are_found(text, words):
    assert words_in(text) == words


@pytest.mark.parametrize(
    "text", ["She may 5 times.", "He may march.", "In 2009 people were hurt? In 300 homes.", "Mondays"]
)
def test_other_words_are_left_alone(text):
    assert all("2009" in found for found in words_in(text))


def spans(text, *words):
    return [LabelledSpan(text.index(w), text.index(w) + len(w), "DATE", 0.9) for w in words]


def merged(text, *words):
    return [text[s.start : s.end] for s in merge_time_spans(text, spans(text, *words))]


def test_a_missed_weekday_is_added():
    assert merged("It burned in May and on Monday.", "May") == ["May", "Monday"]


def test_an_expression_that_was_cut_in_two_is_whole_again():
    assert merged("Earlier this week it burned.", "Earlier", "this week") == ["Earlier this week"]
    assert merged("Sales fell in the third quarter.", "the", "third quarter") == ["the third quarter"]


def test_a_longer_span_of_the_encoder_stays():
    assert merged("It opens at 10 a.m. Nov. 29, 2016 here.", "10 a.m. Nov. 29, 2016") == ["10 a.m. Nov. 29, 2016"]


def test_what_holds_no_word_of_time_is_dropped():
    assert merged("Call 888-847-6592 now or the office.", "847", "the") == []


def test_spans_are_in_text_order_and_apart():
    text = "On Monday, two weeks after the attack, and in May 2010, last night."
    found = merge_time_spans(text, spans(text, "two weeks", "May 2010"))
    assert list(found) == sorted(found, key=lambda s: s.start)
    assert all(a.end <= b.start for a, b in pairwise(found))

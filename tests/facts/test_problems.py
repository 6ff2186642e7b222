"""Problems: what looks wrong in a report once its facts are there."""

from dataclasses import replace

import pytest
from tests.fakes import reading_of, scene_of, span_of

from tidings.facts.problems import find_problems
from tidings.model.event import Casualties, Event, Harm, Status, Victim
from tidings.model.place import Place


def words_of(text):
    rows = "\n".join(f"{w} {w.lower()} {_upos(w)} 0 root" for w in text.replace(".", " .").split() if w)
    return reading_of(text, rows)


def _upos(word):
    return "PROPN" if word[0].isupper() else "NOUN"


@pytest.mark.parametrize(
    ("text", "words"),
    [("the the dog", "the the"), ("said said it", "said said"), ("by Gen Gen Roe", "Gen Gen")],
)
def test_a_word_written_twice_is_a_problem(text, words):
    [problem] = find_problems(scene_of(words_of(text)), ())
    assert problem.kind == "repeated-word"
    assert problem.spans == (span_of(text, words),)


def test_an_abbreviated_title_written_twice_is_a_problem():
    text = "says Col. Col. Ann Roe"
    rows = """
    says say VERB 0 root
    Col. Col. PROPN 4 compound
    Col. Col. PROPN 4 compound
    Ann Ann PROPN 1 nsubj
    Roe Roe PROPN 4 flat
    """
    assert [p.kind for p in find_problems(scene_of(reading_of(text, rows)), ())] == ["repeated-word"]


@pytest.mark.parametrize("text", ["he had had it", "said that that man", "in Bora Bora", "20 20 men", "very very late"])
def test_words_that_may_stand_twice_are_no_problem(text):
    assert find_problems(scene_of(words_of(text)), ()) == ()


def test_the_same_word_over_a_sentence_end_is_no_problem():
    text = "they left. Left alone"
    rows = """
    they they PRON 2 nsubj
    left leave VERB 0 root
    . . PUNCT 2 punct

    Left leave VERB 0 root
    alone alone ADV 1 advmod
    """
    assert find_problems(scene_of(reading_of(text, rows)), ()) == ()


def place(name, score):
    return Place(
        mention="m1", start=0, end=4, name=name, geonames_id=None, lat=None, lon=None, country=None,
        admin1=None, precision=None, score=score,
    )  # fmt: skip


def test_places_that_are_not_found_are_one_problem():
    scene = replace(scene_of(words_of("Lund fell")), places=(place("Lund", 0.0), place("Oslo", 0.8)))
    [problem] = find_problems(scene, ())
    assert (problem.kind, "“Lund”" in problem.message, "Oslo" in problem.message) == ("unresolved-place", True, False)


def toll(number, at_least, at_most, source, **more):
    given = {"harm": Harm.KILLED, "approximate": False, "who": None, "victim": Victim.UNKNOWN, "part_of": None, **more}
    return Casualties(
        id=f"c{number}", at_least=at_least, at_most=at_most, nationality=None, source=source,
        span=span_of("two or five died", "two"), **given,
    )  # fmt: skip


def problems_of(*casualties):
    event = Event(
        id="v1", type="ASSAULT", mode=None, context=(), trigger=span_of("two or five died", "died"),
        mentions=(), status=Status.HAPPENED, casualties=casualties,
    )  # fmt: skip
    return [p.kind for p in find_problems(scene_of(words_of("two or five died")), (event,))]


def test_two_totals_of_two_sources_are_a_conflict():
    assert problems_of(toll(1, 2, 2, "s1"), toll(2, 5, 5, "report")) == ["conflicting-figures"]


@pytest.mark.parametrize(
    "second",
    [
        toll(2, 5, None, "s2"),
        toll(2, 5, 5, "s2", part_of="c1"),
        toll(2, 5, 5, "s2", harm=Harm.INJURED),
        toll(2, 5, 5, "s2", victim=Victim.CIVILIAN),
    ],
)
def test_figures_that_can_both_hold_are_no_conflict(second):
    assert problems_of(toll(1, 7, 7, "s1"), second) == []

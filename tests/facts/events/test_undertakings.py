"""Undertakings, bodies, roles that the encoder reads, and what is only talk of violence."""

import pytest
from tests.fakes import reading_of, scene_of

from tidings.facts.events import find_events
from tidings.model.event import Status
from tidings.model.mention import Entity, MentionKind

STATE = Entity(id="e1", kind=MentionKind.ORGANISATION, name="Marland", category="state")
FRONT = Entity(id="e2", kind=MentionKind.ORGANISATION, name="Dune Front", category="armed-group")

WILL_WITHDRAW = "Marland will withdraw its troops from the valley."
WOULD_IF = "If Marland will withdraw its troops, talks begin."
WILL_ATTACK = "Marland will attack the rebels."
ROWS = {
    WILL_WITHDRAW: (
        "Marland/Marland/PROPN/3/nsubj will/will/AUX/3/aux withdraw/withdraw/VERB/0/root its/its/PRON/5/nmod:poss "
        "troops/troop/NOUN/3/obj from/from/ADP/8/case the/the/DET/8/det valley/valley/NOUN/3/obl ././PUNCT/3/punct"
    ),
    WOULD_IF: (
        "If/if/SCONJ/4/mark Marland/Marland/PROPN/4/nsubj will/will/AUX/4/aux withdraw/withdraw/VERB/9/advcl "
        "its/its/PRON/6/nmod:poss troops/troop/NOUN/4/obj ,/,/PUNCT/4/punct talks/talk/NOUN/9/nsubj "
        "begin/begin/VERB/0/root ././PUNCT/9/punct"
    ),
    WILL_ATTACK: (
        "Marland/Marland/PROPN/3/nsubj will/will/AUX/3/aux attack/attack/VERB/0/root the/the/DET/5/det "
        "rebels/rebel/NOUN/3/obj ././PUNCT/3/punct"
    ),
    "Marland attacked the rebels.": (
        "Marland/Marland/PROPN/2/nsubj attacked/attack/VERB/0/root the/the/DET/4/det rebels/rebel/NOUN/2/obj "
        "././PUNCT/2/punct"
    ),
    "Marland is willing to withdraw its troops.": (
        "Marland/Marland/PROPN/3/expl is/be/AUX/3/cop willing/willing/ADJ/0/root to/to/PART/5/mark "
        "withdraw/withdraw/VERB/3/xcomp its/its/PRON/7/nmod:poss troops/troop/NOUN/5/obj ././PUNCT/3/punct"
    ),
    "Guerrillas of the Dune Front attacked a convoy.": (
        "Guerrillas/guerrilla/NOUN/6/nsubj of/of/ADP/5/case the/the/DET/5/det Dune/Dune/PROPN/5/compound "
        "Front/Front/PROPN/1/nmod attacked/attack/VERB/0/root a/a/DET/8/det convoy/convoy/NOUN/6/obj ././PUNCT/6/punct"
    ),
    "A blast tore through the depot, and a bomb destroyed it.": (
        "A/a/DET/2/det blast/blast/NOUN/3/nsubj tore/tear/VERB/0/root through/through/ADP/6/case the/the/DET/6/det "
        "depot/depot/NOUN/3/obl ,/,/PUNCT/11/punct and/and/CCONJ/11/cc a/a/DET/10/det bomb/bomb/NOUN/11/nsubj "
        "destroyed/destroy/VERB/3/conj it/it/PRON/11/obj ././PUNCT/3/punct"
    ),
    "A bomb exploded outside a shop.": (
        "A/a/DET/2/det bomb/bomb/NOUN/3/nsubj exploded/explode/VERB/0/root outside/outside/ADP/6/case a/a/DET/6/det "
        "shop/shop/NOUN/3/obl ././PUNCT/3/punct"
    ),
    "The offensive continues.": (
        "The/the/DET/2/det offensive/offensive/NOUN/3/nsubj continues/continue/VERB/0/root ././PUNCT/3/punct"
    ),
}


def _events(text, **heads):
    rows = "\n".join(word.replace("/", " ") for word in ROWS[text].split())
    known = {"Marland": STATE, "Dune Front": FRONT}
    return find_events(scene_of(reading_of(text, rows, **heads), known=known), ())


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (WILL_WITHDRAW, ["RETREAT", "AGREE"]),
        ("Marland is willing to withdraw its troops.", ["RETREAT", "AGREE"]),
        (WILL_ATTACK, ["ASSAULT", "THREATEN"]),
        ("Marland attacked the rebels.", ["ASSAULT"]),
    ],
)
def test_who_says_they_will_agrees_or_threatens(text, types):
    assert [e.type for e in _events(text)] == types


def test_an_assumption_is_no_undertaking():
    assert not {"AGREE", "THREATEN"} & {e.type for e in _events(WOULD_IF)}


@pytest.mark.parametrize("text", [WILL_WITHDRAW, WILL_ATTACK])
def test_nothing_undertaken_is_told_as_done(text):
    assert {e.status for e in _events(text)} == {Status.PLANNED}


def test_an_undertaking_quotes_its_words_and_events_are_numbered_through():
    deed, undertaking = _events(WILL_WITHDRAW)
    assert (deed.id, undertaking.id) == ("v1", "v2")
    assert undertaking.trigger.of(WILL_WITHDRAW) == "will withdraw"


def test_behind_the_people_of_a_body_stands_the_body():
    text = "Guerrillas of the Dune Front attacked a convoy."
    [event] = _events(text)
    assert [a.span.of(text) for a in event.agents] == ["Guerrillas of the Dune Front", "Dune Front"]
    assert event.agents[1].entity == "e2"


def test_an_offensive_told_without_day_place_or_victims_is_no_event_of_its_own():
    assert not _events("The offensive continues.")


def test_what_the_encoder_reads_as_a_target_joins_those_that_grammar_names():
    text = "A blast tore through the depot, and a bomb destroyed it."
    read = [t.span.of(text) for e in _events(text, roles=[("the depot", "Target")]) for t in e.targets]
    assert "the depot" in read
    assert "the depot" not in [t.span.of(text) for e in _events(text) for t in e.targets]


def test_what_only_says_where_a_bomb_went_off_is_no_target():
    text = "A bomb exploded outside a shop."
    assert [t.span.of(text) for t in _events(text, roles=[("a shop", "Target")])[0].targets] == []

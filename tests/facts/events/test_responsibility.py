"""Responsibility: claimed, blamed, suspected, denied, not confirmed; a claim is never a finding."""

import pytest
from tests.facts.events.parsed import reading
from tests.fakes import scene_of, span_of

from tidings.facts.events.doers import find_held
from tidings.facts.events.responsibility import find_responsibility
from tidings.model.event import Event, Status
from tidings.model.mention import Entity, MentionKind


def _held(text):
    found = find_held(reading(text), reading(text).tokens)
    return [(h.relation.value, h.actor.text if h.actor else None, h.by.text if h.by else None) for h in found]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The Red Dawn Brigade claimed responsibility for the attack.", [("claimed", "Brigade", "Brigade")]),
        (
            "The ministry and the army have not confirmed who was behind the attack.",
            [("not-confirmed", None, "ministry"), ("not-confirmed", None, "army")],
        ),
        ("No group has claimed responsibility for the attack.", []),
        (
            "Norland blamed Sudland for the bombing, and Sudland denied involvement.",
            [("blamed", "Sudland", "Norland"), ("denied", "Sudland", "Sudland")],
        ),
        ("Peter Mill was charged with murder over the shooting.", [("suspected", "Mill", None)]),
    ],
)
def test_words_of_claim_blame_suspicion_and_denial_are_read(text, held):
    assert _held(text) == held


def _event(text, words, number=1):
    span = span_of(text, words)
    return Event(
        id=f"v{number}", type="ASSAULT", mode=None, context=(), trigger=span, mentions=(span,), status=Status.HAPPENED
    )


def test_a_claim_is_laid_to_the_event_that_it_names():
    text = "The Red Dawn Brigade claimed responsibility for the attack."
    brigade = Entity(id="e1", kind=MentionKind.ORGANISATION, name="Red Dawn Brigade")
    scene = scene_of(reading(text), known={"The Red Dawn Brigade": brigade})
    found = find_responsibility(scene, (), (_event(text, "attack"),), {})
    [entry] = found["v1"]
    assert (entry.relation.value, entry.actor, entry.by) == ("claimed", "e1", "e1")
    assert entry.span.of(text).startswith("The Red Dawn Brigade claimed responsibility")


def test_without_an_event_nobody_is_held_responsible():
    text = "The Red Dawn Brigade claimed responsibility for the attack."
    assert find_responsibility(scene_of(reading(text)), (), (), {}) == {}

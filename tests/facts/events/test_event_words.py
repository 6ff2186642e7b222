"""Event words: what a verb or noun stands for, and when it stands for nothing."""

import pytest
from tests.facts.events.told import scene_told

from tidings.facts.events.lexicon import load_lexicon
from tidings.facts.events.triggers import find_triggers

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "REJECT", "ACCUSE", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def _found(text):
    scene = scene_told(text)
    return {(t.pattern.type, t.pattern.mode) for t in find_triggers(scene, scene.body_tokens())}


def test_every_plover_type_has_words():
    lexicon = load_lexicon()
    types = {e.pattern.type for entries in (*lexicon.verbs.values(), *lexicon.nouns.values()) for e in entries}
    assert types == PLOVER | {None}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels attacked a police station in the capital.", ("ASSAULT", None)),
        ("A missile strike killed ten soldiers.", ("ASSAULT", "heavy-weapons")),
        ("Gunmen fired on a bus.", ("ASSAULT", "firearms")),
        ("A bomb exploded near the market.", ("ASSAULT", "explosives")),
        ("Workers began a strike over pay.", ("PROTEST", "strike")),
        ("Thousands of people demonstrated in the square.", ("PROTEST", "demo")),
        ("Troops withdrew from the valley.", ("RETREAT", "withdraw")),
        ("The parties agreed to a ceasefire.", ("RETREAT", "ceasefire")),
        ("The two presidents met in the capital.", ("CONSULT", None)),
        ("The state expelled five diplomats.", ("SANCTION", "expel")),
        ("Officials condemned the attack.", ("ACCUSE", "disapprove")),
        ("Five people died in the crash.", (None, "accident")),
        ("Firefighters put out a fire at a warehouse.", (None, "accident")),
        ("A drunk driver killed a nurse.", (None, "accident")),
        ("Two school buses were destroyed during the rebel offensive.", ("ASSAULT", "destroy")),
        ("Warplanes carried out bombings near the border.", ("ASSAULT", "aerial")),
        ("The army liberated six villages.", ("COERCE", "seize")),
        ("The ministry provided 400 field radios to the border police.", ("AID", None)),
        ("Italian officers trained the Somali army.", ("AID", None)),
    ],
)
def test_a_word_stands_for_its_type(text, kind):
    assert kind in _found(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Critics attacked the proposal.", "ASSAULT"),
        ("The manager fired two employees.", "ASSAULT"),
        ("The runner suffered a heart attack.", "ASSAULT"),
        ("Workers began a strike over pay.", "ASSAULT"),
    ],
)
def test_another_sense_is_no_attack(text, kind):
    assert kind not in {found for found, _ in _found(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The barn of the rebels was destroyed by a storm.", ("ASSAULT", "destroy")),
        ("A car bombing damaged two warplanes.", ("ASSAULT", "aerial")),
        ("The patrol came under fire and firefighters hid.", (None, "accident")),
        ("The website provided details to the readers.", ("AID", None)),
        ("A driver killed two soldiers at a checkpoint.", (None, "accident")),
    ],
)
def test_what_only_looks_alike_is_another_thing_or_nothing(text, kind):
    assert kind not in _found(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A nurse was treated at a clinic and released.", "RETREAT"),
        ("Firemen freed five people trapped under rubble.", "RETREAT"),
    ],
)
def test_who_is_let_go_from_a_clinic_or_from_rubble_is_no_prisoner(text, kind):
    assert kind not in {found for found, _ in _found(text)}


def test_who_speaks_before_a_verb_is_no_part_of_the_event_word():
    scene = scene_told("Police say the shooting happened at noon.")
    [trigger] = find_triggers(scene, scene.body_tokens())
    assert trigger.span.of(scene.text) == "shooting"

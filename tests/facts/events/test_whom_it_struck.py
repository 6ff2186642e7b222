"""What was struck: behind the words of the deed, inside them, and nothing where only an evil is fought."""

import pytest

import tidings


def assaults(text):
    return [e for e in tidings.read(text, published="2021-03-05").events if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "target", "kind"),
    [
        ("Rebels burned nine vehicles near Quito on Monday.", "nine vehicles", "property"),
        ("Masked men set fire to a bus in Quito on Monday.", "a bus", "property"),
        ("Police opened fire on the crowd in Quito on Monday.", "the crowd", "person"),
        ("Gunmen opened fire on a bus on the road to Quito.", "a bus", "property"),
        ("Rebels attacked a large number of villagers near Quito.", "a large number of villagers", "person"),
        ("Gunmen kidnapped a group of tourists near Quito.", "a group of tourists", "person"),
    ],
)
def test_the_target_is_named_with_its_kind(text, target, kind):
    [event] = assaults(text)
    assert [(t.span.of(text), t.kind.value) for t in event.targets] == [(target, kind)]


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Rebels burned nine vehicles near Quito on Monday.", ("burned", "fire")),
        ("Masked men set fire to a bus in Quito on Monday.", ("fire", "fire")),
        ("The army demolished nine houses near Quito on Monday.", None),
        ("Police opened fire on the crowd in Quito on Monday.", None),
    ],
)
def test_what_is_burned_is_destroyed_by_fire(text, weapon):
    [event] = assaults(text)
    assert [(w.span.of(text), w.kind) for w in event.weapons] == ([weapon] if weapon else [])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The governor of Quito praised the battle against terrorism and the army on Monday.", 0),
        ("The battle against the rebels near Quito on Monday lasted nine hours.", 1),
        ("The army has fought corruption in Quito since Monday.", 0),
        ("The army has fought rebels in Quito since Monday.", 1),
    ],
)
def test_a_struggle_against_an_evil_is_no_attack(text, count):
    assert len(assaults(text)) == count


def test_nobody_who_was_murdered_is_murdered_again_elsewhere():
    text = (
        "Ana Ruiz was murdered in Quito on January 7, police said. The ministry rejected the charges. "
        "The assassination of Ruiz was committed by three men, it said."
    )
    [event] = assaults(text)
    assert len(event.mentions) == 2

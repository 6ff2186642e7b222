"""Weapons: what an attack was made with, named by its words, its arguments or the deed itself."""

from collections.abc import Iterator

from tidings.facts.events.lexicon import kinds_of, load_lexicon, words_of
from tidings.facts.events.read_roles import read_weapons
from tidings.facts.events.triggers import Trigger, lemmas_of
from tidings.facts.scene import Scene
from tidings.model.event import Weapon
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

_WEAPON_REACH = 3
#: A weapon that the very word of the deed names: "set fire to", "burned the house".
FIRE = "fire"
_THINGS = frozenset({"which", "that", "this"})


def find_weapons(scene: Scene, trigger: Trigger) -> Iterator[Weapon]:
    """Return weapons named in the trigger itself, as its instrument, subject or object."""
    if trigger.pattern.type not in {"ASSAULT", None, "THREATEN", "COERCE"} or trigger.pattern.mode in {
        "accident",
        "arrest",
    }:
        return
    if trigger.pattern.weapon == FIRE and not _is_effect(trigger):
        words = (t for t in scene.reading.tokens_in(trigger.span) if t.lower in words_of("aflame"))
        yield Weapon(span=next(words, trigger.token).span, kind=FIRE)
    seen: set[int] = set()
    for token, is_sure in _weapon_places(scene.reading, trigger):
        kind = weapon_kind(scene.reading, token)
        is_weak = token.lower in words_of("weak_weapon")
        if (
            kind
            and token.index not in seen
            and (is_sure or not is_weak)
            and not _qualifies_weapon(scene.reading, token)
        ):
            seen.add(token.index)
            yield Weapon(span=_weapon_span(scene.reading, token), kind=kind)


def _is_effect(trigger: Trigger) -> bool:
    """Say whether a fire only came of another deed: "the attacks, which set a ship ablaze"."""
    nouns = load_lexicon().nouns
    return any(t.lower in _THINGS or not nouns.keys().isdisjoint(lemmas_of(t)) for t in trigger.arguments.subjects)


def weapon_kind(reading: Reading, token: Token) -> str | None:
    """Return the kind of weapon that a word, alone or with the one before it, names."""
    table = kinds_of("weapon")
    before = reading.tokens[token.index - 1].lower if token.index else ""
    forms = (f"{before} {token.lemma.lower()}", f"{before} {token.lower}", token.lower, token.lemma.lower())
    return next((table[form] for form in forms if form in table), None)


def _qualifies_weapon(reading: Reading, token: Token) -> bool:
    """Say whether a weapon's name goes on behind a word ("car" in "car bomb")."""
    following = reading.tokens[token.index + 1] if token.index + 1 < len(reading.tokens) else token
    return following.lower in kinds_of("weapon") and following.sentence == token.sentence and following is not token


def _weapon_places(reading: Reading, trigger: Trigger) -> Iterator[tuple[Token, bool]]:
    token = trigger.token
    yield from ((t, True) for t in reading.tokens_in(trigger.span) if t.upos in {"NOUN", "PROPN"})
    yield from ((t, True) for t in reading.children(token, "compound", "amod"))
    for used in trigger.arguments.with_case("with", "using", "by"):
        yield used, True
        yield from ((t, True) for t in reading.children(used, "compound", "amod"))
    yield from ((t, False) for t in trigger.arguments.subjects)
    if token.lemma.lower() in words_of("weapon_use", "verbs"):
        yield from ((t, False) for t in trigger.arguments.objects)
    yield from read_weapons(reading, trigger)
    for child in reading.children(token, "advcl", "xcomp", "conj"):
        if child.lemma.lower() in words_of("weapon_use", "verbs"):
            yield from ((t, True) for t in reading.children(child, "obj"))


def _weapon_span(reading: Reading, token: Token) -> Span:
    """Return a weapon with the words that qualify it ("car bomb")."""
    before = [
        c for c in reading.children(token, "compound", "amod") if token.index - _WEAPON_REACH <= c.index < token.index
    ]
    previous = reading.tokens[token.index - 1] if token.index else token
    if previous.lower in kinds_of("weapon") and previous.upos in {"NOUN", "PROPN"}:
        before.append(previous)
    return Span(min((c.start for c in before), default=token.start), token.end)

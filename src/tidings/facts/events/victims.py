"""Victims: whether a noun means people, which kind of victim they are, and of what nationality."""

import itertools
from collections.abc import Iterator
from functools import cache

from tidings.model.event import Victim
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "person", "wives": "wife"}
_LEFT = 4
#: The endings of nouns for those who do something for a living.
_TRADES = ("er", "or", "ist", "ian", "man", "woman")


def is_thing(reading: Reading, head: Token) -> bool:
    """Say whether a noun names a thing or an animal, so that no person is harmed."""
    return bool(set(_keys(reading, head)) & _things()) and not kind_of_noun(reading, head)


def kind_of_noun(reading: Reading, head: Token) -> Victim | None:
    """Return the kind of victim that a noun with its modifiers means, None if it names no people."""
    plain: Victim | None = None
    for key in _keys(reading, head):
        found = _kinds().get(key)
        plain = plain or found
        if found and found is not Victim.UNKNOWN:
            return _unless_armed(reading, head, found)
    if plain is Victim.UNKNOWN:
        return _kind_of_modifiers(reading, head) or plain
    return plain or (Victim.UNKNOWN if _is_doer(reading, head) else None)


def _is_doer(reading: Reading, head: Token) -> bool:
    """Say whether an unlisted noun is one for a trade, and told as a person: "a trainer", "a physicist"."""
    if head.upos != "NOUN" or not singular(head.lower).endswith(_TRADES):
        return False
    found = reading.span_at("entities", head.start)
    return found is not None and found.label == "person" and head.end == found.end


def kind_of_word(word: str) -> Victim | None:
    """Return the kind of victim that a noun in lower case means by itself, None if it names no people."""
    return _kinds().get(singular(word)) or _kinds().get(word)


def nationality_of(reading: Reading, head: Token) -> str | None:
    """Return the alpha-3 code of the state whose people a phrase names: "three British tourists"."""
    words = [reading.tokens[index] for index in _left_words(reading, head)]
    for token in (*words, head):
        code = _demonyms().get(token.text.lower().rstrip("."))
        if code and (token.text[:1].isupper() or token.upos in {"PROPN", "ADJ"}):
            return code
    pairs = itertools.pairwise(words)
    return next(filter(None, (_demonyms().get(f"{a.lower} {b.lower}") for a, b in pairs)), None)


def singular(word: str) -> str:
    """Return the singular of a noun in lower case, as far as people need it."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for plural, single in (("men", "man"), ("women", "woman"), ("ies", "y"), ("children", "child")):
        if word.endswith(plural) and len(word) > len(plural) + 1:
            return word[: -len(plural)] + single
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _keys(reading: Reading, head: Token) -> Iterator[str]:
    """Yield the names under which a noun may be listed, longest first."""
    word = singular(head.lower)
    if word in load_table("victims.toml")["counted_only"]["nouns"] and not _is_counted(reading, head):
        return
    if word == "old" and head.index and reading.tokens[head.index - 1].text == "-":
        yield "individual"
    left = reading.tokens[head.index - 1] if head.index else None
    if left is not None and left.sentence == head.sentence:
        yield f"{left.lower} {word}"
    yield word
    yield head.lower
    yield head.lemma.lower()


def _is_counted(reading: Reading, head: Token) -> bool:
    before = reading.tokens[max(0, head.index - _LEFT) : head.index]
    return any(t.upos == "NUM" for t in before if t.sentence == head.sentence)


def _unless_armed(reading: Reading, head: Token, kind: Victim) -> Victim:
    """Return combatant for an officer of an army, else the kind itself."""
    if kind is not Victim.OFFICIAL or singular(head.lower) not in {"officer", "deputy", "official", "guard"}:
        return kind
    found = _kind_of_modifiers(reading, head)
    return found if found is Victim.COMBATANT else kind


def _kind_of_modifiers(reading: Reading, head: Token) -> Victim | None:
    table = load_table("victims.toml")["modifier"]
    words = {reading.tokens[index].lower for index in _left_words(reading, head)}
    words |= {singular(word) for word in words}
    return next((Victim(kind) for kind, listed in table.items() if words & set(listed)), None)


def _left_words(reading: Reading, head: Token) -> tuple[int, ...]:
    """Return the indices of the words right before a noun that may modify it."""
    index = head.index - 1
    found: list[int] = []
    while index >= 0 and len(found) < _LEFT and _may_modify(reading.tokens[index], head):
        found.append(index)
        index -= 1
    return tuple(reversed(found))


def _may_modify(token: Token, head: Token) -> bool:
    return token.sentence == head.sentence and (token.upos in {"ADJ", "NOUN", "PROPN"} or token.text in {"-", "–"})


@cache
def _things() -> frozenset[str]:
    return frozenset(load_table("victims.toml")["not_people"]["nouns"])


@cache
def _kinds() -> dict[str, Victim]:
    """Return noun -> kind of victim, from the nouns for people and the exceptions to them."""
    table = load_table("victims.toml")
    found: dict[str, Victim] = {}
    for category, nouns in load_table("actor_nouns.toml")["person"].items():
        kind = Victim(table["category"].get(category, "unknown"))
        found.update({noun.strip(): kind for noun in nouns.replace("\n", " ").split(";") if noun.strip()})
    for kind_name in ("unknown", "civilian", "official", "combatant"):
        found.update(dict.fromkeys(table["kind"][kind_name], Victim(kind_name)))
    return found


@cache
def _demonyms() -> dict[str, str]:
    """Return the words for the people and things of a state -> alpha-3, in lower case."""
    found: dict[str, str] = {"us": "USA", "u.s": "USA", "uk": "GBR", "u.k": "GBR"}
    for line in load_table("countries.toml")["states"].strip().splitlines():
        fields = [field.strip() for field in line.split("|")]
        if len(fields) > 3:  # noqa: PLR2004 - code, name, other names, demonyms
            words = (fields[1], *fields[2].split(";"), *fields[3].split(";"))
            found.update({word.strip().lower(): fields[0] for word in words if word.strip()})
    return found

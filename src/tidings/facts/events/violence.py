"""Violence: whether a verb of violence is used as one, whether it struck someone, whether it was deadly."""

import itertools
from functools import cache

from tidings.facts.events import patients
from tidings.facts.events.chunks import chunk_from
from tidings.facts.events.headcounts import number_right_before
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

#: So far behind "was hit" stand the words for where: "in the left side of the head".
_FAR = 9
#: So far before "shot" its victim may be told, and behind it that he died: "shot twice and killed".
_NEAR = 8
#: So far behind "killed" may stand "and himself": "killed two boys, a nurse and himself".
_LISTED = 14
_POINTING = frozenset({"him", "her", "them", "it", "who", "whom", "that"})


def is_violent_verb(reading: Reading, token: Token) -> bool:
    """Say whether a word of violence is used as a verb: "fatally shooting two", not "the fatal shooting"."""
    before = reading.tokens[token.index - 1] if token.index else None
    after = reading.tokens[token.index + 1] if token.index + 1 < len(reading.tokens) else None
    if token.lower.endswith("ing") and before is not None and before.upos == "ADV":
        return True
    if not patients.is_verbal(token) or patients.is_gerund_noun(reading, token):
        return False
    compound = before is not None and before.upos in {"NOUN", "PROPN", "ADJ"} and before.sentence == token.sentence
    return not (token.lower.endswith("ing") and compound and after is not None and after.upos == "PROPN")


def is_active(reading: Reading, token: Token) -> bool:
    """Say whether a verb has an object and stands in the active."""
    return reading.child(token, "obj") is not None and reading.child(token, "nsubj:pass", "aux:pass") is None


def companions(reading: Reading, verb: Token) -> tuple[Token, ...]:
    """Return those harmed "along with" the others, told behind the verb."""
    tokens = reading.tokens[verb.index + 1 : min(reading.sentence_of(verb).last, verb.index + 5)]
    for one, two in itertools.pairwise(tokens):
        if (one.lower, two.lower) in {("along", "with"), ("together", "with"), ("alongside", "with")}:
            found = chunk_from(reading, two.index + 1)
            return (found.head,) if found is not None and patients.is_victim(reading, found.head) else ()
    return ()


def with_self(reading: Reading, token: Token) -> tuple[Token, ...]:
    """Return who did harm to others "and himself"."""
    behind = _behind(reading, token, _LISTED)
    for one, two in itertools.pairwise(behind):
        if one.upos == "VERB":
            return ()
        if two.lower in {"himself", "herself"} and one.lower in {"and", "then"}:
            return patients.of_subject(reading, token)
    return ()


def is_struck(reading: Reading, token: Token) -> bool:
    """Say whether "hit" or "struck" means people hurt: by a bullet, in the leg, or by those who fire."""
    wanted = _words("struck_by")
    beside = (*reading.children(token, "obl"), *reading.children(token, "nsubj"))
    if any(wanted & {t.lemma.lower(), t.lower} for t in beside):
        return True
    return _is_at_body(reading, token) or (_is_in_fire(reading, token) and _hits_someone(reading, token))


def is_fatal(reading: Reading, token: Token) -> bool:
    """Say whether the words beside a verb of violence make it deadly."""
    near = [t.lower for t in _behind(reading, token, _NEAR)]
    before = [reading.tokens[i].lower for i in range(max(0, token.index - 1), token.index)]
    particles = load_table("casualties.toml")["violence"]["fatal_particle"].get(token.lemma.lower(), ())
    return (
        bool(set(before + near[:1]) & _words("fatal_words"))
        or any(near[i : i + 2] == ["to", "death"] for i in range(len(near)))
        or near[:2] == ["and", "killed"]
        or _has_dead_victim(reading, token)
        or bool(set(particles) & set(near[:1]))
    )


def _has_dead_victim(reading: Reading, token: Token) -> bool:
    """Say whether whom the verb is done to is told to be killed by it: "left dead", "shot him and killed him"."""
    for child in reading.children(token):
        if child.lower == "dead" and child.index > token.index and not has_own_people(reading, child):
            return True
        if (
            child.deprel in {"conj", "advcl", "xcomp"}
            and child.lemma.lower() == "kill"
            and not has_own_people(reading, child)
        ):
            return True
    return False


def has_own_people(reading: Reading, word: Token) -> bool:
    """Say whether a word of death has victims of its own: "five were shot and one killed", "shot, 3 dead"."""
    own = [t for t in reading.children(word, "nummod", "nsubj", "obj") if t.lower not in _POINTING]
    return bool(own) or number_right_before(reading, word) is not None


def _is_at_body(reading: Reading, token: Token) -> bool:
    """Say whether a part of the body is named as where someone was hit: "in the left leg"."""
    behind = _behind(reading, token, _FAR)
    for place, part in enumerate(behind):
        if part.lower not in _words("body") or [t.lower for t in behind[place + 1 : place + 2]] == ["of"]:
            continue
        case = next((t for t in reversed(behind[:place]) if t.upos in {"ADP", "VERB"} or t.text == ","), None)
        if case is not None and case.lower in {"in", "on", "through", "to"}:
            return True
    return False


def _is_in_fire(reading: Reading, token: Token) -> bool:
    """Say whether its sentence tells of shots or a blast: "fired at the bus, hitting two passengers"."""
    wanted = _words("fire")
    sentence = reading.sentence_tokens(reading.sentence_of(token))
    return any(t.lower in wanted for t in sentence)


def _hits_someone(reading: Reading, token: Token) -> bool:
    """Say whether the object is one person or a number of people: no "the rockets hit rebel positions"."""
    found = patients.of_object(reading, token)
    if not found or not patients.is_victim(reading, found[0]) or found[0].upos == "PROPN":
        return False
    head = found[0]
    return head.upos == "NUM" or reading.child(head, "nummod") is not None or reading.child(head, "det") is not None


def _behind(reading: Reading, token: Token, most: int) -> list[Token]:
    after = reading.tokens[token.index + 1 : token.index + 1 + most]
    return [t for t in after if t.sentence == token.sentence]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("casualties.toml")["violence"][key])

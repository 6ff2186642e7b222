"""Treated: people told as patients, who are hurt though no word says so: "was taken to hospital"."""

from collections.abc import Iterator
from functools import cache

from tidings.facts.events import patients
from tidings.facts.events.victims import singular
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

#: How the hits of this kind call themselves.
RULE = "people in a hospital's care"
#: So many steps above "hospital" stands the verb that brings someone there.
_STEPS = 3
_SENTENCES = 2
_AFTER = 6
_BODIES = frozenset({"body", "bodies", "corpse", "remains", "hospital"})


def words() -> tuple[str, ...]:
    """Return the words that may tell of a patient."""
    table = load_table("casualties.toml")["care"]
    return (*table["hospital"], *table["house"], "expect", "life", "lives")


def in_care(reading: Reading, token: Token) -> tuple[Token, tuple[Token, ...]]:
    """Return the word that tells of patients, a verb where there is one, and the patients that it tells of."""
    sentence = {t.lower for t in reading.sentence_tokens(reading.sentence_of(token))}
    if sentence & _table("unless"):
        return token, ()
    if token.lemma.lower() == "expect":
        word, found = token, _expected(reading, token)
    elif token.lemma.lower() == "life":
        word, found = _fighting(reading, token)
    else:
        word, found = _in_hospital(reading, token)
    return word, tuple(head for head in found if not {head.lower, singular(head.lower)} & (_BODIES | _table("staff")))


def is_near_harm(reading: Reading, token: Token, harmed: frozenset[int]) -> bool:
    """Say whether the same sentence or those before tell of harm; `harmed` are the sentences that do."""
    near = range(max(0, token.sentence - _SENTENCES), token.sentence + 1)
    return bool(harmed & set(near)) or any(
        t.lower in _table("near") for n in near for t in reading.sentence_tokens(reading.sentences[n])
    )


def _in_hospital(reading: Reading, token: Token) -> tuple[Token, tuple[Token, ...]]:
    if not _is_hospital(reading, token):
        return token, ()
    for verb in _verbs_above(reading, token):
        lemma = verb.lemma.lower()
        if lemma in _table("moved"):
            return verb, _of_moved(reading, verb)
        if lemma in _table("there"):
            return verb, patients.of_subject(reading, verb)
    if reading.child(token, "cop") is not None:
        return token, patients.of_predicate(reading, token)
    return token, ()


def _of_moved(reading: Reading, verb: Token) -> tuple[Token, ...]:
    """Return whom others take somewhere, treat or expect to live: the object, or the subject of a passive."""
    obj = reading.child(verb, "obj")
    if obj is not None and not patients.has_passive_auxiliary(reading, verb):
        return (obj,) if patients.is_human(reading, obj) else ()
    if patients.has_passive_auxiliary(reading, verb) or verb.deprel in {"acl", "conj", "advcl"}:
        return tuple(t for t in patients.of_object(reading, verb) if patients.is_human(reading, t))
    return ()


def _is_hospital(reading: Reading, token: Token) -> bool:
    if token.deprel == "nmod:poss":
        return False
    if token.lower in _table("hospital"):
        return True
    before = reading.tokens[token.index - 1].lower if token.index else ""
    return token.lower in _table("house") and before in _table("kind")


def _verbs_above(reading: Reading, token: Token) -> Iterator[Token]:
    for governor, _ in zip(reading.ancestors(token), range(_STEPS), strict=False):
        if governor.upos in {"VERB", "AUX"}:
            yield governor
            return


def _expected(reading: Reading, token: Token) -> tuple[Token, ...]:
    """Return who is "expected to survive"."""
    after = [t.lower for t in reading.tokens[token.index + 1 : token.index + _AFTER]]
    if after[:1] != ["to"] or not set(after) & _table("living"):
        return ()
    return _of_moved(reading, token)


def _fighting(reading: Reading, token: Token) -> tuple[Token, tuple[Token, ...]]:
    """Return who is "fighting for her life"."""
    verb = next((t for t in _verbs_above(reading, token) if t.lemma.lower() in _table("fighting")), None)
    if verb is None or reading.child(token, "nmod:poss") is None:
        return token, ()
    return verb, patients.of_subject(reading, verb)


@cache
def _table(key: str) -> frozenset[str]:
    return frozenset(load_table("casualties.toml")["care"][key])

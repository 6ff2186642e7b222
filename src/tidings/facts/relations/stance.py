"""Stance: whether what a verb says goes on, is done, is promised, or is not so at all."""

from enum import StrEnum
from functools import cache

from tidings.model.reading import Reading, Token
from tidings.resources import load_table

_GOVERNED = frozenset({"xcomp", "advcl", "acl", "ccomp", "conj"})


class Stance(StrEnum):
    """How a report puts what a verb says."""

    NOT_SO = "not-so"
    FUTURE = "future"
    PRESENT = "present"
    PAST = "past"


def stance_of(reading: Reading, verb: Token) -> Stance:
    """Return the stance of a verb, from its auxiliaries, negation and the verbs that govern it."""
    own = _own_stance(reading, verb)
    if own is not None:
        return own
    governor = reading.head(verb)
    if governor is not None and verb.deprel.partition(":")[0] in _GOVERNED:
        governed = _governed_stance(reading, verb, governor)
        if governed is not None:
            return governed
    return _tense(reading, verb)


@cache
def stance_words(key: str) -> frozenset[str]:
    """Return a list of the `stance` table as a set."""
    return frozenset(load_table("threads.toml")["stance"][key])


def is_negated(reading: Reading, token: Token) -> bool:
    """Say whether a word is negated by a word of its own."""
    return any(c.lower in stance_words("negations") for c in reading.children(token, "advmod", "det", "cc", "case"))


def _own_stance(reading: Reading, verb: Token) -> Stance | None:
    if is_negated(reading, verb):
        return Stance.NOT_SO
    if any(c.lower in stance_words("marks") for c in reading.children(verb, "mark")):
        return Stance.NOT_SO
    helpers = {c.lower for c in reading.children(verb, "aux")}
    if helpers & stance_words("future"):
        return Stance.FUTURE
    if helpers & stance_words("hypothetical"):
        return Stance.NOT_SO
    if helpers & stance_words("conditional"):
        return Stance.FUTURE if verb.deprel in {"ccomp", "parataxis"} else Stance.NOT_SO
    return None


def _governed_stance(reading: Reading, verb: Token, governor: Token) -> Stance | None:
    """Return what a governing verb makes of a verb: promised, merely asked for, or as itself."""
    lemma = governor.lemma.lower()
    if verb.deprel == "conj":
        above = stance_of(reading, governor) if governor.upos in {"VERB", "AUX"} else Stance.PRESENT
        return above if above in {Stance.NOT_SO, Stance.FUTURE} and reading.child(verb, "nsubj") is None else None
    is_asked = lemma in stance_words("asked") or _is_called_for(reading, governor, verb)
    if is_asked or _is_mere_thing(reading, verb, governor):
        return Stance.NOT_SO
    is_gerund = verb.deprel == "xcomp" and verb.lower.endswith("ing")
    is_weighed = is_gerund and lemma in stance_words("weighing") and _tense(reading, governor) is Stance.PRESENT
    return _infinitive_stance(reading, verb, governor) if is_weighed or _is_infinitive(reading, verb) else None


def _infinitive_stance(reading: Reading, verb: Token, governor: Token) -> Stance:
    lemma = governor.lemma.lower()
    if governor.upos == "NOUN" and lemma in stance_words("promising_nouns"):
        over = reading.head(governor)
        is_dropped = over is not None and over.lemma.lower() in stance_words("dropped") | stance_words("asked")
        return Stance.NOT_SO if is_dropped or is_negated(reading, governor) else Stance.FUTURE
    if lemma in stance_words("promised"):
        return Stance.NOT_SO if is_negated(reading, governor) else Stance.FUTURE
    if lemma in stance_words("going_on"):
        above = stance_of(reading, governor)
        return Stance.PRESENT if above is Stance.PAST else above
    return Stance.FUTURE if verb.deprel == "xcomp" and lemma == "be" else Stance.NOT_SO


def _is_mere_thing(reading: Reading, verb: Token, governor: Token) -> bool:
    """Say whether a verb in -ing is only talked of: "interested in resuming", "about opening"."""
    has_preposition = any(c.lower in stance_words("about") for c in reading.children(verb, "mark", "case"))
    return has_preposition and governor.lemma.lower() not in stance_words("bringing_about")


def _is_infinitive(reading: Reading, verb: Token) -> bool:
    return any(c.lower == "to" for c in reading.children(verb, "mark", "aux"))


def _is_called_for(reading: Reading, governor: Token, verb: Token) -> bool:
    if governor.lemma.lower() != "call":
        return False
    return verb.deprel in {"xcomp", "advcl"} and any(
        t.lower in {"for", "on", "upon"} for t in reading.subtree(governor)
    )


def _tense(reading: Reading, verb: Token) -> Stance:
    """Return past for finished tenses, present for the others and for participles in -ing."""
    if verb.lower.endswith("ing"):
        return Stance.PRESENT
    helpers = {c.lower for c in reading.children(verb, "aux")}
    if "being" in helpers:
        return Stance.PRESENT
    if helpers & {"has", "have", "had", "was", "were", "been"}:
        return Stance.PAST
    is_base = verb.lower in {verb.lemma.lower(), verb.lemma.lower() + "s", verb.lemma.lower() + "es"}
    return Stance.PRESENT if is_base else Stance.PAST

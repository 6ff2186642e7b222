"""Whether the verb that governs a time expression looks back or ahead."""

from functools import cache

from tidings.facts.times.meaning import Tense
from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.resources import load_table

_PERFECT = {"had", "has", "have", "'ve", "'d", "did", "was", "were", "been", "got"}
_CLAUSES = {"acl", "advcl", "ccomp", "xcomp", "parataxis", "conj", "csubj"}
_HOPS = 4


def tense_at(reading: Reading, span: Span) -> Tense:
    """Return the tense of the clause that a stretch of text stands in."""
    token = reading.head_of(span)
    if token is not None and _looks_ahead(reading, span):
        return Tense.FUTURE
    hops = 0
    while token is not None and not _is_predicate(reading, token) and hops < _HOPS:
        if _is_ahead_noun(token):
            return Tense.FUTURE
        token, hops = reading.head(token), hops + 1
    return tense_of(reading, token) if token is not None else Tense.UNKNOWN


def _looks_ahead(reading: Reading, span: Span) -> bool:
    """Say whether the words before a date look ahead by themselves: "postponed until Tuesday", "as soon as Friday"."""
    first = next(iter(reading.tokens_in(span)), None)
    if first is None:
        return False
    sentence = reading.sentence_of(first)
    before = [t.lower for t in reading.tokens[max(sentence.first, first.index - 3) : first.index]]
    if before[-3:] in (["as", "soon", "as"], ["as", "early", "as"]):
        return True
    return before[-1:] == ["until"] and first.index - 1 > sentence.first


def tense_of(reading: Reading, verb: Token, depth: int = 0) -> Tense:
    """Return the tense of a predicate: its auxiliaries decide, then what governs it, then its form."""
    helpers = [t.lower for t in reading.children(verb, "aux", "cop")]
    by_helpers = _by_helpers(helpers, verb)
    if by_helpers is not None:
        return by_helpers
    if verb.lemma.lower() in _ahead() and (helpers or verb.upos == "ADJ" or verb.deprel.startswith("acl")):
        return Tense.FUTURE
    governor = reading.head(verb)
    if _is_infinitive(reading, verb):
        return _of_infinitive(reading, governor, depth)
    if verb.lower.endswith("ing") and not helpers and governor is not None and depth < _HOPS:
        return tense_of(reading, governor, depth + 1) if _is_predicate(reading, governor) else Tense.UNKNOWN
    return _by_form(reading, verb, governor, depth)


def _by_helpers(helpers: list[str], verb: Token) -> Tense | None:
    table = load_table("times.toml")["tense"]
    if any(helper in table["future_auxiliaries"] for helper in helpers):
        return Tense.FUTURE
    if any(helper in table["modal_auxiliaries"] for helper in helpers):
        return Tense.PAST if {"have", "'ve"} & set(helpers) else Tense.FUTURE
    if verb.lower.endswith("ing") and {"is", "are", "'s", "'re", "am"} & set(helpers) and "been" not in helpers:
        is_arranged = verb.lemma.lower() in load_table("times.toml")["tense"]["arranged"]
        return Tense.FUTURE if is_arranged and "being" not in helpers else Tense.UNKNOWN
    if verb.lemma.lower() in _ahead() and helpers:
        return Tense.FUTURE
    return Tense.PAST if _PERFECT & set(helpers) else None


def _of_infinitive(reading: Reading, governor: Token | None, depth: int) -> Tense:
    if governor is None or depth >= _HOPS:
        return Tense.UNKNOWN
    if governor.lemma.lower() in _ahead() or governor.lower in _ahead():
        return Tense.FUTURE
    return tense_of(reading, governor, depth + 1) if governor.upos in {"VERB", "AUX", "ADJ"} else Tense.UNKNOWN


def _by_form(reading: Reading, verb: Token, governor: Token | None, depth: int) -> Tense:
    if verb.upos not in {"VERB", "AUX"}:
        return Tense.UNKNOWN
    lemma = verb.lemma.lower()
    if lemma in load_table("times.toml")["tense"]["same_form_pasts"]:
        return Tense.PAST
    if verb.lower not in {lemma, f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies"}:
        return Tense.PAST
    inside = governor is not None and verb.deprel.partition(":")[0] in _CLAUSES and depth < _HOPS
    if inside and governor is not None and tense_of(reading, governor, depth + 1) is Tense.FUTURE:
        return Tense.FUTURE
    return Tense.UNKNOWN


def _is_predicate(reading: Reading, token: Token) -> bool:
    return token.upos in {"VERB", "AUX"} or reading.child(token, "cop") is not None or token.lower in {"due", "likely"}


def _is_infinitive(reading: Reading, verb: Token) -> bool:
    return any(t.lower == "to" for t in reading.children(verb, "mark", "aux"))


def _is_ahead_noun(token: Token) -> bool:
    return token.lower in {"deadline", "upcoming", "ahead", "eve"}


@cache
def _ahead() -> frozenset[str]:
    return frozenset(load_table("times.toml")["tense"]["ahead"])

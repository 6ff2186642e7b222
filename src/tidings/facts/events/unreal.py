"""Unreal: harm that is denied, feared, planned, possible or told of in general, and so not harm done."""

import itertools
from collections.abc import Iterator
from functools import cache

from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.resources import load_table

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj", "nmod", "obl", "obj", "conj", "amod", "compound"})
_NOMINAL_LINKS = frozenset({"nmod", "obj", "obl", "compound"})
_AFTER_MARKS = frozenset({"after", "before", "when", "as", "since", "while", "because", "that", "although", "though"})
_DEEPEST = 5


def is_real(reading: Reading, trigger: Token) -> bool:
    """Say whether a word of harm tells of something that came about, as far as the grammar tells."""
    if _is_unreal_here(reading, trigger) or _is_question(reading, trigger) or _is_how_many(reading, trigger):
        return False
    if _is_corrected(reading, trigger):
        return False
    governor = reading.head(trigger)
    if governor is not None and trigger.deprel.startswith("nsubj") and trigger.upos == "NOUN":
        return not _is_unreal_here(reading, governor)
    return not any(_is_unreal_governor(reading, lower, upper) for lower, upper in _chain(reading, trigger))


def is_negated(reading: Reading, word: Token) -> bool:
    """Say whether a word is denied in its own clause."""
    table = _words()["negations"]
    return any(child.lower in table for child in reading.children(word, "advmod", "det", "cc:preconj"))


def is_rate(reading: Reading, trigger: Token) -> bool:
    """Say whether a clause tells how often harm is done, or a year's sum: "killed every day", "so far this year"."""
    governed = {t.lower for t in reading.subtree(trigger)}
    return bool(governed & _words()["rates"]) or _is_sum_of_year(reading, trigger)


def _is_sum_of_year(reading: Reading, trigger: Token) -> bool:
    """Say whether a phrase such as "so far this year" belongs to a word of harm."""
    sentence = reading.sentence_of(trigger).span
    told = reading.text[trigger.end : sentence.end].lower()
    for phrase in _words()["periods"]:
        start = trigger.end + told.find(phrase)
        tokens = reading.tokens_in(Span(start, start + len(phrase))) if phrase in told else ()
        if any(t.head == trigger.index for t in tokens):
            return True
    return False


@cache
def _words() -> dict[str, frozenset[str]]:
    table = load_table("casualties.toml")["unreal"]
    return {key: frozenset(words) for key, words in table.items()}


def _is_unreal_here(reading: Reading, word: Token) -> bool:
    """Say whether a word's own auxiliaries, marks or modifiers take it out of the world."""
    words = _words()
    before = reading.tokens[word.index - 1].lower if word.index else ""
    if is_negated(reading, word) or before in words["nearly"] or _follows_governor(reading, word):
        return True
    for child in reading.children(word):
        relation = child.deprel.partition(":")[0]
        if relation == "aux" and child.lower in words["modals"]:
            return True
        if relation == "mark" and child.lower in words["conditions"]:
            return True
        if relation == "amod" and child.lower in words["adjectives"]:
            return True
        if relation == "case" and child.lower == "without":
            return True
    return _is_bare_infinitive(reading, word)


def _follows_governor(reading: Reading, word: Token) -> bool:
    """Say whether a verb stands right behind "tried to", "barely missed", whatever the parse."""
    if word.upos != "VERB" or word.index < 1:
        return False
    index = word.index - 1
    if reading.tokens[index].lower == "to":
        index -= 1
    elif not word.lower.endswith("ing"):
        return False
    governor = reading.tokens[index]
    return index >= 0 and governor.upos in {"VERB", "NOUN", "ADJ"} and governor.lemma.lower() in _words()["governors"]


def _is_bare_infinitive(reading: Reading, word: Token) -> bool:
    """Say whether a word is "to kill" and nothing says that it was done."""
    mark = next((t for t in reading.children(word, "mark", "aux") if t.lower == "to"), None)
    if word.upos != "VERB" or (mark is None and not _is_plain_form(reading, word)):
        return False
    governor = reading.head(word)
    words = _words()["implicative"]
    if governor is None:
        return True
    if governor.lemma.lower() in words or governor.lower in words:
        return False
    return not any(t.lemma.lower() in words or t.lower in words for t in reading.children(governor, "amod", "det"))


def _is_plain_form(reading: Reading, word: Token) -> bool:
    """Say whether a verb stands in its plain form without a subject: "move in and kill"."""
    plain = word.lower == word.lemma.lower() and word.lower not in {"hurt", "shot", "slain", "hit"}
    return plain and reading.child(word, "nsubj") is None


def _chain(reading: Reading, word: Token) -> Iterator[tuple[Token, Token]]:
    """Yield (word, governor) pairs up the clause as long as one is the complement of the other."""
    for _ in range(_DEEPEST):
        governor = reading.head(word)
        relation = word.deprel.partition(":")[0]
        if governor is None or word.deprel == "acl:relcl" or relation not in _COMPLEMENTS:
            return
        if relation == "advcl" and not _is_infinitive(reading, word):
            return
        yield word, governor
        word = governor


def _is_infinitive(reading: Reading, word: Token) -> bool:
    return any(t.lower == "to" for t in reading.children(word, "mark"))


def _is_unreal_governor(reading: Reading, word: Token, governor: Token) -> bool:
    """Say whether a governor makes its complement something that need not have happened."""
    words = _words()
    relation = word.deprel.partition(":")[0]
    if relation == "conj":
        return _shares_mood(reading, word, governor) and _is_unreal_here(reading, governor)
    lemma = governor.lemma.lower()
    if relation in _NOMINAL_LINKS and governor.upos == "VERB":
        return relation == "obj" and (lemma in words["governors"] or _is_unreal_here(reading, governor))
    if relation == "ccomp":
        return lemma in words["clausal"]
    if lemma in words["governors"] or governor.lower in words["governors"]:
        return not any(t.lower in _AFTER_MARKS for t in reading.children(word, "mark"))
    return relation in {"xcomp", "advcl"} and _is_unreal_here(reading, governor)


def _shares_mood(reading: Reading, word: Token, governor: Token) -> bool:
    """Say whether a conjunct has no subject or auxiliary of its own: "to find and kill", "if he is alive or dead"."""
    return governor.upos in {"VERB", "ADJ"} and reading.child(word, "nsubj", "aux") is None


def _is_corrected(reading: Reading, word: Token) -> bool:
    """Say whether a figure is told as one that was given first and then corrected."""
    first = max(reading.sentence_of(word).first, word.index - 9)
    near = reading.tokens[first : word.index]
    return any(
        one.lower in _words()["corrected"] and two.lemma.lower() in {"say", "report", "think", "believe", "put", "tell"}
        for one, two in itertools.pairwise(near)
    )


def _is_how_many(reading: Reading, word: Token) -> bool:
    """Say whether the clause asks for the number: "not known how many were killed"."""
    words = [t.lower for t in reading.tokens[max(0, word.index - 12) : word.index] if t.sentence == word.sentence]
    return any(words[i : i + 2] == ["how", "many"] for i in range(len(words)))


def _is_question(reading: Reading, word: Token) -> bool:
    sentence = reading.sentence_of(word)
    return reading.tokens[sentence.last - 1].text == "?"

"""Hints: who is suspected of a deed by the way that it was done, or counted among those who had a part in it."""

from collections.abc import Iterator

from tidings.facts.events.chunks import chunk_from
from tidings.facts.events.clauses import (
    agent_of,
    antecedent,
    is_nobody,
    is_untold,
    rest_of,
    subject_of,
    verb_near,
    words,
)
from tidings.facts.events.held import Held
from tidings.facts.events.patients import has_passive_auxiliary
from tidings.model.event import ResponsibilityRelation as Relation
from tidings.model.reading import Reading, Token

_REACH = 9


def bears_mark(reading: Reading, noun: Token) -> Iterator[Held]:
    """Read “the attack bears the hallmarks of X”, “the killing was the work of X”."""
    first, last = rest_of(reading, noun)
    behind = chunk_from(reading, first + 1) if first + 1 < last and reading.tokens[first].lower == "of" else None
    verb = verb_near(reading, noun, words("suspect", "bearing"))
    if behind is None or verb is None or verb.index > noun.index or is_untold(reading, verb):
        return
    if is_nobody(reading, behind.head) or _is_own(reading, noun):
        return
    deed = (max(reading.sentence_of(noun).first, verb.index - _REACH), verb.index)
    yield Held(relation=Relation.SUSPECTED, cue=noun, actor=behind.head, by=None, deed=deed, rule="marks of a doer")


def has_part(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “the soldiers involved in the massacre”: who is said to have had a part in a crime."""
    first, last = rest_of(reading, verb)
    actor = antecedent(reading, verb) if verb.deprel.startswith("acl") else None
    behind = chunk_from(reading, first + 1) if first + 1 < last and reading.tokens[first].lower == "in" else None
    if actor is None or behind is None or has_passive_auxiliary(reading, verb) or is_nobody(reading, actor):
        return
    if behind.head.lemma.lower() in words("suspect", "crimes"):
        deed = (behind.first, behind.last)
        yield Held(relation=Relation.SUSPECTED, cue=verb, actor=actor, by=None, deed=deed, rule="said to have a part")


def charged(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “X was charged with murder”, “police arrested X in connection with the attack”."""
    if verb.upos not in {"VERB", "AUX"} or is_untold(reading, verb):
        return
    first, last = rest_of(reading, verb)
    relative = next((t for t in reading.children(verb, "obl") if t.lower == "which"), None)
    if relative is not None and has_passive_auxiliary(reading, verb):
        first, last = reading.sentence_of(verb).first, relative.index
    offence = relative or {t.lower for t in reading.tokens[first:last]} & words("suspect", "offences")
    about = relative or {t.lower for t in reading.tokens[first:last]} & words("suspect", "about")
    if not offence or not about:
        return
    passive = has_passive_auxiliary(reading, verb)
    behind = None if passive else chunk_from(reading, verb.index + 1)
    actor = behind.head if behind is not None else subject_of(reading, verb)
    by = agent_of(reading, verb) if behind is None else subject_of(reading, verb)
    if actor is not None and not is_nobody(reading, actor):
        yield Held(
            relation=Relation.SUSPECTED,
            cue=verb,
            actor=actor,
            by=by,
            deed=(first, last),
            rule="charged or arrested for it",
        )


def arrest_of(reading: Reading, noun: Token) -> Iterator[Held]:
    """Read “the arrest of two officers for killing a priest”."""
    first, last = rest_of(reading, noun)
    if noun.upos != "NOUN" or first + 1 >= last or reading.tokens[first].lower != "of":
        return
    behind = chunk_from(reading, first + 1)
    start = behind.last if behind is not None else last
    said = (t.index for t in reading.tokens[start:last] if t.lower in words("suspect", "about"))
    deed = (next(said, last) + 1, last)
    crime = {t.lower for t in reading.tokens[deed[0] : last]} & words("suspect", "offences")
    if behind is not None and crime:
        rule = "charged or arrested for it"
        yield Held(relation=Relation.SUSPECTED, cue=noun, actor=behind.head, by=None, deed=deed, rule=rule)


def _is_own(reading: Reading, noun: Token) -> bool:
    """Say whether "work" has an owner or a kind of its own: "his work of art", "relief work"."""
    return reading.child(noun, "nmod:poss", "compound", "amod") is not None and noun.lemma.lower() == "work"

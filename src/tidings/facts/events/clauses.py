"""Clauses: who says or does what a verb tells, read from grammar first and from word order where it fails."""

from collections.abc import Iterator
from functools import cache

from tidings.facts.actors.lexicon import noun_ending_at
from tidings.facts.events.chunks import Chunk, chunk_around, chunk_before, chunk_from, listed_with
from tidings.facts.events.patients import has_passive_auxiliary
from tidings.facts.events.unreal import is_negated
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_REACH = 9
_AGENT_REACH = 6


@cache
def words(section: str, key: str) -> frozenset[str]:
    """Return a word list of `responsibility.toml`."""
    return frozenset(load_table("responsibility.toml")[section][key])


def subject_of(reading: Reading, verb: Token) -> Token | None:
    """Return who does what a verb says: its subject, else the phrase right before its auxiliaries."""
    own = reading.child(verb, "nsubj", "nsubj:pass")
    if own is not None and own.lower not in _RELATIVES:
        return own if own.upos == "PRON" else chunk_around(reading, own).head
    index = verb.index - 1
    while index >= 0 and reading.tokens[index].upos in {"AUX", "ADV", "PART"}:
        index -= 1
    before = (
        chunk_before(reading, index + 1) if index >= 0 and reading.tokens[index].sentence == verb.sentence else None
    )
    if before is not None:
        return before.head
    if own is not None or verb.deprel.startswith("acl"):
        return antecedent(reading, verb)
    governor = reading.head(verb)
    if governor is not None and verb.deprel in {"conj", "xcomp", "advcl"} and governor.upos in {"VERB", "AUX"}:
        return reading.child(governor, "nsubj", "nsubj:pass")
    return None


def antecedent(reading: Reading, verb: Token) -> Token | None:
    """Return the noun that a participle or a relative clause hangs on."""
    governor = reading.head(verb)
    return governor if governor is not None and governor.upos in {"NOUN", "PROPN"} else None


def subject_of_predicate(reading: Reading, word: Token) -> Token | None:
    """Return the subject of "behind" or "responsible": told by the words before its copula."""
    index = word.index - 1
    while index >= 0 and (
        reading.tokens[index].upos in {"AUX", "ADV", "PART", "VERB"} or reading.tokens[index].lower in {"to", "been"}
    ):
        index -= 1
    if index == word.index - 1 or index < 0 or reading.tokens[index].sentence != word.sentence:
        return None
    if reading.tokens[index].upos == "PUNCT":
        return _subject_past_comma(reading, word)
    if reading.tokens[index].upos == "PRON":
        return reading.tokens[index]
    before = chunk_before(reading, index + 1)
    return before.head if before is not None else None


def _subject_past_comma(reading: Reading, word: Token) -> Token | None:
    """Return the subject that an apposition parts from its predicate: "X, a smuggler, is behind the attack"."""
    governor = reading.head(word)
    predicate = governor if word.upos == "ADP" and governor is not None else word
    own = reading.child(predicate, "nsubj")
    return chunk_around(reading, own).head if own is not None and own.index < word.index else None


def verb_near(reading: Reading, noun: Token, lemmas: frozenset[str]) -> Token | None:
    """Return the nearest verb of a set around a word, those before it first."""
    sentence = reading.sentence_of(noun)
    before = reading.tokens[max(sentence.first, noun.index - 5) : noun.index]
    after = reading.tokens[noun.index + 1 : min(sentence.last, noun.index + 12)]
    found = next((t for t in reversed(before) if t.lemma.lower() in lemmas), None)
    return found or next((t for t in after if t.lemma.lower() in lemmas and has_passive_auxiliary(reading, t)), None)


def agent_of(reading: Reading, verb: Token) -> Token | None:
    """Return the doer behind "by" right after a verb."""
    end = min(reading.sentence_of(verb).last, verb.index + _AGENT_REACH)
    for token in reading.tokens[verb.index + 1 : end]:
        if token.lower == "by":
            found = chunk_from(reading, token.index + 1)
            return found.head if found is not None else None
        if token.upos in {"VERB", "NOUN", "PROPN"}:
            return None
    return None


def behind_preposition(reading: Reading, verb: Token, prepositions: set[str]) -> Token | None:
    """Return the noun behind one of some prepositions near a verb."""
    end = min(reading.sentence_of(verb).last, verb.index + _REACH)
    for token in reading.tokens[verb.index + 1 : end]:
        if token.lower in prepositions:
            found = chunk_from(reading, token.index + 1)
            return found.head if found is not None and found.head.upos in {"NOUN", "PROPN"} else None
        if token.upos == "VERB" or token.lower in {"for", "in", "after", "at"}:
            return None
    return None


def name_in_apposition(reading: Reading, noun: Token) -> Token | None:
    """Return the name that stands right behind a noun, in its phrase or behind a comma."""
    chunk = chunk_around(reading, noun)
    if chunk.head.upos == "PROPN" and chunk.head.index > noun.index:
        return chunk.head
    index = chunk.last
    while index < len(reading.tokens) and reading.tokens[index].lower in {
        ",",
        "identified",
        "named",
        "as",
        "is",
        "was",
    }:
        index += 1
    if index == chunk.last or index >= len(reading.tokens):
        return None
    behind = chunk_from(reading, index)
    return behind.head if behind is not None and behind.head.upos == "PROPN" and is_name(reading, behind.head) else None


def is_name(reading: Reading, token: Token) -> bool:
    """Say whether a word stands in the name of a person."""
    return any(s.label == "person" and s.span.covers(token) for s in reading.spans.get("names", ()))


def before_comma(reading: Reading, verb: Token) -> Chunk | None:
    """Return the phrase that a comma parts from a verb: "the gunman, identified as"."""
    before = reading.tokens[verb.index - 1] if verb.index else None
    return chunk_before(reading, before.index) if before is not None and before.lower == "," else None


def rest_of(reading: Reading, token: Token) -> tuple[int, int]:
    """Return the range of tokens behind a word up to the end of its sentence."""
    return token.index + 1, reading.sentence_of(token).last


def behind_for(reading: Reading, verb: Token) -> tuple[int, int]:
    """Return the range of tokens behind "for", in which the deed is told; an empty one where there is none."""
    first, last = rest_of(reading, verb)
    found = next((t.index for t in reading.tokens[first:last] if t.lower in {"for", "over"}), None)
    return (found + 1, last) if found is not None else (last, last)


def is_untold(reading: Reading, verb: Token) -> bool:
    """Say whether a verb is negated or only possible."""
    modals = {"will", "would", "could", "may", "might", "should", "can", "to"}
    return is_negated(reading, verb) or any(t.lower in modals for t in reading.children(verb, "aux", "mark"))


def is_nobody(reading: Reading, head: Token) -> bool:
    """Say whether a phrase means nobody: "no group", "neither side"."""
    chunk = chunk_around(reading, head)
    return any(t.lower in words("nobody", "words") for t in reading.tokens[chunk.first : head.index + 1])


def all_of(reading: Reading, head: Token, verb: Token) -> Iterator[Token]:
    """Yield the heads of a list of institutions."""
    chunk = chunk_around(reading, head)
    seen: set[int] = set()
    for one in (chunk, *listed_with(reading, chunk, until=verb.index, counted=False)):
        if one.head.index not in seen:
            seen.add(one.head.index)
            yield one.head


def laid_on(reading: Reading, verb: Token) -> Token | None:
    """Return whom a verb lays a deed on: "blamed the attack on a post on rebels" names people or a body last."""
    near = behind_preposition(reading, verb, {"on", "upon"})
    heads = list(_behind_on(reading, verb))
    beings = [head for head in heads if is_being(reading, head)]
    return beings[-1] if beings else near or blamed_on(reading, verb)


def _behind_on(reading: Reading, verb: Token) -> Iterator[Token]:
    """Yield the nouns behind each "on" after a verb, up to the next verb."""
    for token in reading.tokens[verb.index + 1 : reading.sentence_of(verb).last]:
        if token.upos == "VERB":
            return
        found = chunk_from(reading, token.index + 1) if token.lower in {"on", "upon"} else None
        if found is not None and not _is_day(reading, found.head):
            yield found.head


def is_being(reading: Reading, head: Token) -> bool:
    """Say whether a phrase means people or a body."""
    named = any(s.label in {"person", "organisation"} and s.span.covers(head) for s in reading.spans.get("names", ()))
    return named or noun_ending_at(reading.tokens, head.index) is not None


def blamed_on(reading: Reading, verb: Token) -> Token | None:
    """Return whom a verb lays a deed on that is told at length before: "blamed an explosion that … on rebels"."""
    for child in reading.children(verb, "obl"):
        case = reading.child(child, "case")
        if child.index > verb.index and case is not None and case.lower in {"on", "upon"} and child.upos != "NUM":
            return None if _is_day(reading, child) else child
    return None


def _is_day(reading: Reading, token: Token) -> bool:
    return any(s.span.covers(token) for s in reading.spans.get("times", ()))


def is_believed(reading: Reading, verb: Token) -> bool:
    """Say whether a participle stands behind "was believed": "a raid that is thought planned by"."""
    before = reading.tokens[verb.index - 1] if verb.index else verb
    if before.lower in {"be", "been"}:
        return any(t.lower in {"believed", "thought", "suspected"} for t in reading.tokens[verb.index - 4 : verb.index])
    return before.lower in {"believed", "thought", "suspected"}


def teller_of(reading: Reading, verb: Token) -> Token | None:
    """Return who alleges or believes what a verb tells, if its governor says so."""
    governor = reading.head(verb)
    telling = governor is not None and governor.lemma.lower() in words("suspect", "believing")
    return subject_of(reading, governor) if telling and governor is not None else None

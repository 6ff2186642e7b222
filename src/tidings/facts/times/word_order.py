"""Times by word order, for words whose grammar names none: the nearest date with no other verb between."""

from collections.abc import Sequence
from functools import cache

from tidings.model.reading import Reading, Token
from tidings.model.time import Time
from tidings.resources import load_table

_WIDEST_WORDS = 25
_MOST_COMMAS = 2
_BESIDE = 2


def by_order(reading: Reading, near: Sequence[Time], token: Token) -> tuple[Time, ...]:
    """Return the nearest time of the sentence when nothing between it and the word could own it instead."""
    if token.upos not in {"VERB", "AUX"} and not is_event_noun(token):
        return ()
    free = [(width, time) for time in near if (width := _distance(reading, time, token)) is not None]
    return (min(free, key=_width)[1],) if free else ()


def is_event_noun(token: Token) -> bool:
    """Say whether a word is a noun that a date may be counted from."""
    return token.lower in event_words("nouns") or token.lemma.lower() in event_words("nouns")


@cache
def event_words(kind: str) -> frozenset[str]:
    """Return one of the word lists on events of `times.toml`."""
    return frozenset(load_table("times.toml")["events"][kind])


def _width(found: tuple[int, Time]) -> int:
    return found[0]


def _distance(reading: Reading, time: Time, token: Token) -> int | None:
    """Return how many words stand between, None when one of them bars the way."""
    inside = reading.tokens_in(time)
    if not inside or time.span.overlaps(token) or _is_owned(reading, inside[-1]):
        return None
    is_before = inside[-1].index < token.index
    first, last = (inside[-1].index, token.index) if is_before else (token.index, inside[0].index)
    between = reading.tokens[first + 1 : last]
    if len(between) > _WIDEST_WORDS or any(_bars(t) for t in between):
        return None
    fits = _fits_before(reading, inside[0], between) if is_before else _fits_after(reading, inside, between, token)
    return len(between) if fits else None


def _fits_before(reading: Reading, first: Token, between: Sequence[Token]) -> bool:
    """Say whether a time before a word is its own: it opens the clause, stands beside it or is joined by "and"."""
    if any(t.lower == "to" and t.upos == "PART" for t in between):
        return False
    if len(between) <= _BESIDE or between[0].upos == "CCONJ":
        return not any(t.text == "," for t in between)
    return _opens_clause(reading, first) and sum(t.text == "," for t in between) <= _MOST_COMMAS + 1


def _fits_after(reading: Reading, inside: Sequence[Token], between: Sequence[Token], token: Token) -> bool:
    """Say whether a time after a word is its own: few commas between, and no other event that the word answers to."""
    if sum(t.text == "," for t in between) > _MOST_COMMAS:
        return False
    if token.lemma.lower() in event_words("reactions") and any(is_event_noun(t) for t in between):
        return False
    if token.upos in {"VERB", "AUX"}:
        return True
    following = reading.tokens[inside[-1].index + 1 : inside[-1].index + 2]
    is_bare = not between or between[-1].upos != "ADP"
    return not (is_bare and following and following[0].upos in {"VERB", "AUX"})


def _opens_clause(reading: Reading, first: Token) -> bool:
    """Say whether a time opens a sentence or a clause, its preposition left aside."""
    sentence = reading.sentence_of(first)
    before = [t for t in reading.tokens[sentence.first : first.index] if t.upos not in {"ADP", "DET", "ADV"}]
    return not before or before[-1].lower in event_words("barriers") or before[-1].upos in {"CCONJ", "SCONJ"}


def _is_owned(reading: Reading, last: Token) -> bool:
    """Say whether a date is the owner or a part of a noun: "Monday's attack", "the 2012 coup"."""
    following = reading.tokens[last.index + 1 : last.index + 2]
    return bool(following) and (following[0].lower in {"'s", "’s"} or last.deprel in {"compound", "nmod:poss", "amod"})


def _bars(token: Token) -> bool:
    if token.lower in {"according", "including", "following", "was", "were", "been", "be", "had", "has", "have"}:
        return False
    return token.upos == "VERB" or token.lower in event_words("barriers") or token.text in _MARKS


_MARKS = {";", ":", "“", "”", '"', "(", ")", "--", "—", "–"}

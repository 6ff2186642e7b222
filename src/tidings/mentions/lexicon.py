"""Words that name a thing wherever they stand: weapons, vehicles, nationalities."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tidings.model.mention import MentionKind
from tidings.model.reading import LabelledSpan, Reading, Token
from tidings.resources import load_table
from tidings.resources.registry import demonyms, name_key

_LONGEST = 3
_DESIGNATION = re.compile(r"\b([A-Z][A-Za-z]{0,3})-(\d{1,3})[A-Z]{0,2}s?\b")


def find_thing_words(reading: Reading) -> tuple[LabelledSpan, ...]:
    """Return words for weapons, vehicles and platforms, and adjectives of nationality, in text order."""
    found = (_nationality(token) or _thing(reading.tokens, token) for token in reading.tokens)
    return tuple(span for span in found if span is not None)


def find_designations(text: str) -> tuple[LabelledSpan, ...]:
    """Return designations of aircraft, tanks and weapons by their form.

    >>> [span.label for span in find_designations("A KC-135R and an AK-47 on the A-1")]
    ['platform', 'weapon']
    """
    kinds, short = _designations()
    return tuple(
        LabelledSpan(found.start(), found.end(), kinds[found[1].lower()], 1.0)
        for found in _DESIGNATION.finditer(text)
        if found[1].lower() in kinds and (len(found[2]) > 1 or found[1].lower() in short)
    )


@cache
def _designations() -> tuple[Mapping[str, str], frozenset[str]]:
    table = load_table("mention_words.toml")["designation"]
    letters = {kind: [word.strip().lower() for word in words.split(";")] for kind, words in table.items()}
    kinds = {word: kind for kind in ("platform", "weapon") for word in letters[kind]}
    return kinds, frozenset(letters["short"])


def _nationality(token: Token) -> LabelledSpan | None:
    if token.upos not in {"ADJ", "PROPN", "NOUN"} or not token.text[:1].isupper() or token.lower == "us":
        return None
    if name_key(token.text) not in demonyms():
        return None
    return LabelledSpan(token.start, token.end, MentionKind.NATIONALITY.value, 1.0)


def _thing(tokens: Sequence[Token], token: Token) -> LabelledSpan | None:
    if token.upos not in {"NOUN", "PROPN"}:
        return None
    forms = (token.lower, token.lemma.lower(), token.lower.removesuffix("s"))
    if _last_words().isdisjoint(forms):
        return None
    for length in range(_LONGEST, 0, -1):
        first = token.index - length + 1
        if first < 0 or tokens[first].sentence != token.sentence:
            continue
        before = [t.lower for t in tokens[first : token.index]]
        for form in forms:
            kind = _thing_words().get(" ".join([*before, form]).replace(" - ", "-"))
            if kind is not None:
                return LabelledSpan(tokens[first].start, token.end, kind, 1.0)
    return None


@cache
def _last_words() -> frozenset[str]:
    """Return the words in which a listed word or phrase ends: most words of a text are none."""
    lasts = {words.split()[-1] for words in _thing_words()}
    return frozenset(lasts | {last.rpartition("-")[2] for last in lasts})


@cache
def _thing_words() -> Mapping[str, str]:
    table = load_table("mention_words.toml")["kinds"]
    return {" ".join(word.split()): kind for kind, words in table.items() for word in words.split(";") if word.strip()}

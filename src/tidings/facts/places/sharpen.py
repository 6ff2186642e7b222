"""The bounds of a bare place name: what is too much falls off, what is missing is taken in."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.resources import load_table
from tidings.resources.gazetteer import Gazetteer, PlaceKind
from tidings.resources.gazetteer.index import MAIN

_POSSESSIVE = re.compile(r"['’]s?$|['’]S$")
_EDGES = " \t\n,;:.&()\"“”'’–—-"
_ENDS = _EDGES.replace(".", "")
_BREAKS = frozenset('\n,.;:()"“”')
_MOST_BEFORE, _MOST_AFTER = 2, 4


def is_known(name: str) -> bool:
    """Say whether the gazetteer has a place of this name."""
    return bool(name) and bool(Gazetteer.load().candidates(name))


def is_well_known(name: str) -> bool:
    """Say whether a place of some size has this as its main name: enough to take a phrase apart."""
    fewest = load_table("places.toml")["thresholds"]["part_people"]
    return any(
        p.name_kind == MAIN and (p.population >= fewest or p.kind is PlaceKind.COUNTRY)
        for p in Gazetteer.load().candidates(name)
    )


def trim(text: str, span: Span) -> Span | None:
    """Leave out an article, marks at the ends and a possessive "'s"; None when nothing is left."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    if text[start : start + 4].lower() == "the ":
        start += 4
    words = _POSSESSIVE.sub("", text[start : span.end].rstrip(_ENDS))
    if "." not in words[:-1]:
        words = words.rstrip(".") if not is_known(words) or is_known(words.rstrip(".")) else words
    end = start + len(words.rstrip(_ENDS))
    return Span(start, end) if end > start else None


def sharpen(reading: Reading, span: Span | None) -> Span | None:
    """Return the bounds at which a name is known: longer, or shorter; as it is when none is known.

    Words in small letters at its ends are no part of a name ("northern Iraq", "Polish border");
    a name of nothing else is none.
    """
    tokens = _capital_part(reading.tokens_in(span)) if span else ()
    if not span or not tokens:
        return None
    tokens = _whole_words(reading, tokens)
    bare = Span(max(span.start, tokens[0].start), tokens[-1].end)
    for wider in _wider(reading, tokens):
        if _is_one_name(reading.text, wider, bare):
            return wider
    words = bare.of(reading.text)
    return bare if is_known(words) or _is_site(words) else _known_part(reading.text, tokens) or bare


def _capital_part(tokens: Sequence[Token]) -> Sequence[Token]:
    capital = [n for n, token in enumerate(tokens) if token.text != token.lower or token.text.isdigit()]
    return tokens[capital[0] : capital[-1] + 1] if capital else ()


def _whole_words(reading: Reading, tokens: Sequence[Token]) -> Sequence[Token]:
    """Take in what a name cannot do without: the rest of "Mazar-i-Sharif", the name after "Wadi" or "South"."""
    first, last = tokens[0].index, tokens[-1].index
    words = reading.text[tokens[0].start : tokens[-1].end].lower()
    end = reading.sentences[tokens[0].sentence].last
    ahead = reading.tokens[last + 1 : min(last + 1 + _MOST_AFTER, end)]
    if words in load_table("places.toml")["generic"]["words"]:
        last += next((n for n, token in enumerate(ahead) if not _follows(reading, token)), len(ahead))
    elif len(ahead) == _MOST_AFTER and _is_tied(ahead):
        last += _MOST_AFTER
    return reading.tokens[first : last + 1]


def _follows(reading: Reading, token: Token) -> bool:
    return token.text[:1].isupper() and reading.text[token.start - 1] == " " and token.upos in {"PROPN", "NOUN", "ADJ"}


def _is_tied(ahead: Sequence[Token]) -> bool:
    """Say whether a small word between two hyphens ties a name to what follows ("-i-Sharif")."""
    hyphen, tie, other, word = ahead
    close = hyphen.end == tie.start and tie.end == other.start and other.end == word.start
    return close and hyphen.text == other.text == "-" and tie.text.islower() and word.text[:1].isupper()


def _wider(reading: Reading, tokens: Sequence[Token]) -> Iterator[Span]:
    """Yield longer stretches around a name that begin and end with a capital word, the longest first."""
    first, last = tokens[0].index, tokens[-1].index
    sentence = reading.sentences[tokens[0].sentence]
    for after in range(_MOST_AFTER, -1, -1):
        for before in range(_MOST_BEFORE, -1, -1):
            start, end = first - before, last + after
            if (before or after) and start >= sentence.first and end < sentence.last:
                stretch = reading.tokens[start : end + 1]
                edges = stretch[0], stretch[-1]
                if all(edge.text[:1].isupper() for edge in edges) and all(_may_join(t) for t in stretch):
                    yield Span(edges[0].start, edges[1].end)


def _may_join(token: Token) -> bool:
    """Say whether a word may stand inside a name: capital, or one that ties names ("Republic of", "Dayr az Zawr")."""
    ties = load_table("places.toml")["ties"]["words"]
    return (token.text[:1].isupper() and token.lower not in {"the", "a", "in", "of", "at"}) or token.text in ties


def _is_one_name(text: str, wider: Span, bare: Span) -> bool:
    added = text[wider.start : bare.start] + text[bare.end : wider.end]
    if set(added) & _BREAKS or "  " in added or not is_known(wider.of(text)):
        return False
    kinds = load_table("places.toml")["after"]
    return not (is_known(bare.of(text)) and added.strip().lower() in kinds)


def _known_part(text: str, tokens: Sequence[Token]) -> Span | None:
    """Return the known name that a phrase begins with ("Mosul Fire Brigade"), or ends with ("UNDP Amman")."""
    for last in range(len(tokens) - 1, 0, -1):
        part = Span(tokens[0].start, tokens[last - 1].end)
        if _is_prefix(tokens, last) and is_well_known(part.of(text)):
            return part
    for first in range(1, len(tokens)):
        part = Span(tokens[first].start, tokens[-1].end)
        if all(t.text.isupper() or t.text == "-" for t in tokens[:first]) and is_well_known(part.of(text)):
            return part
    return None


def _is_prefix(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a name may end before token `last`: not before a hyphen, not after "Wadi" or "South"."""
    generic = last == 1 and tokens[0].lower in load_table("places.toml")["generic"]["words"]
    return tokens[last - 1].text[:1].isupper() and tokens[last].text != "-" and not generic


def _is_site(words: str) -> bool:
    endings = [" ".join(words.lower().rstrip(".").split()[-n:]) for n in (1, 2, 3)]
    return any(ending in _sites() for ending in endings)


@cache
def _sites() -> frozenset[str]:
    table = load_table("places.toml")
    return frozenset((*table["site"]["words"], *table["site_of_town"]["words"]))

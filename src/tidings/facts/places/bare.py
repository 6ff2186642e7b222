"""Bare names of places, wherever they stand, and the stretches of mentions that they are read in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tidings.facts.places.context import nationalities
from tidings.facts.places.sharpen import is_known, sharpen, trim
from tidings.model.mention import Mention, MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.resources import load_table
from tidings.resources.gazetteer import fold
from tidings.resources.registry import country_names, name_key

_LEAD = re.compile(r"(?:['’]s?\s|(?:and|or|in|of|at|near|on|to|from|for)\s|[\s,;:.&()–—-])*", re.IGNORECASE)
_KIND_WORDS = re.compile(r"(?:\s(?!(?:in|and|or|of|at|near|on|to|from|the)\b)[\w.-]+)*", re.IGNORECASE)
_INSIDE = re.compile(r"((?:[A-Z][\w'’-]*\s)*[A-Z][\w'’-]*)(?:\s?,|\sin)\s$")
_LONGEST_AREA = 7
_SHOUTED = 0.7
#: In capitals a name so short may be a common word: "CAR".
_SHORT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class BareName:
    """The words of a place's name without anything around them; `people` is the country of "Iraqi"."""

    span: Span
    people: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a mention with at most one bare name in it, as a mention of its own.

    `main` says that it stands for what the whole mention stands for.
    """

    mention: Mention
    bare: BareName | None = None
    main: bool = True


def find_bare_names(reading: Reading) -> list[BareName]:
    """Return the bare place names of a reading, none overlapping another, in text order.

    The names head goes first, then names of countries and American states, then words for their people.
    """
    names = reading.spans.get("names", ())
    spans = (sharpen(reading, trim(reading.text, s.span)) for s in names if s.label == "place")
    found: list[BareName] = []
    for span in sorted((s for s in spans if s), key=_place_of):
        if not found or span.start >= found[-1].span.end:
            found.append(BareName(span=span, people=_people_of(span.of(reading.text))))
    people = [s.span for s in names if s.label == "person"]
    taken = [*(name.span for name in found), *people]
    found.extend(name for name in _listed(reading) if not any(name.span.overlaps(span) for span in taken))
    return sorted(found, key=_start)


def pieces_of(reading: Reading, mentions: Sequence[Mention], names: Sequence[BareName]) -> list[Piece]:
    """Cut the mentions at their bare names; those that no name lies in stay as they are."""
    starts, ends = [name.span.start for name in names], [name.span.end for name in names]
    found: list[Piece] = []
    done = 0
    for mention in mentions:
        first, last = max(done, bisect_right(ends, mention.start)), bisect_left(starts, mention.end)
        inside, done = names[first:last], max(done, last)
        found.extend(_cut(reading.text, mention, inside) if inside else [Piece(mention=mention)])
    return found


def _start(name: BareName) -> int:
    return name.span.start


def _place_of(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _listed(reading: Reading) -> Iterator[BareName]:
    """Yield the names of countries and American states, and the words for their people."""
    tokens, index = reading.tokens, 0
    shouted = is_shouted(reading)
    states = [Span(m.start(), m.end()) for m in _short_states().finditer(reading.text)]
    inside = {token.index for span in states for token in reading.tokens_in(span) if span.covers(token)}
    yield from (BareName(span=span) for span in states)
    while index < len(tokens):
        token, last = tokens[index], 0
        if token.text[:1].isupper() and index not in inside:
            last = 0 if shouted and len(token.text) <= _SHORT else _area_end(reading, index)
            if last:
                yield BareName(span=Span(token.start, tokens[last - 1].end))
            elif (wider := _wider_people(reading, index)) is not None:
                yield wider
                last = index + 2
            elif _is_people(token):
                yield BareName(span=token.span, people=_peoples()[fold(token.text)])
        index = last or index + 1


def _wider_people(reading: Reading, index: int) -> BareName | None:
    """Return the people of more than a country that two words name: "Latin American" is not "American"."""
    pair = reading.tokens[index : index + 2]
    span = Span(pair[0].start, pair[-1].end)
    is_pair = len(pair) > 1 and pair[1].text.isalpha()
    people = _peoples().get(fold(span.of(reading.text))) if is_pair else None
    return BareName(span=span, people=people) if people is not None else None


def is_shouted(reading: Reading) -> bool:
    """Say whether the text is written in one case, so that capitals tell nothing."""
    letters = [t.text for t in reading.tokens if t.text.isalpha() and len(t.text) > 1]
    capital = sum(1 for word in letters if word[0].isupper())
    return capital > _SHOUTED * len(letters) or not capital


def _is_people(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.upos in {"ADJ", "PROPN", "NOUN"}
        and token.lower != "us"
        and fold(token.text) in _peoples()
    )


def _people_of(words: str) -> str | None:
    """Return what a name stands for that is a word for a people and no area's own."""
    return None if name_key(words) in _areas() else _peoples().get(fold(words))


def _area_end(reading: Reading, index: int) -> int:
    """Return the number after the last token of the longest area's name that begins here, 0 for none."""
    tokens = reading.tokens
    first = tokens[index]
    if first.lower == "the" or name_key(first.text) not in _first_words() or reading.text[first.start - 1] == "$":
        return 0
    for last in range(min(index + _LONGEST_AREA, len(tokens)), index, -1):
        words = reading.text[first.start : tokens[last - 1].end]
        if not any(map(str.isalpha, tokens[last - 1].text)):
            continue
        if name_key(words) in _areas() and (len(words) > 3 or words.isupper()):  # noqa: PLR2004 - "Car", "Us"
            return last
    return 0


@cache
def _areas() -> frozenset[str]:
    table = load_table("places.toml")["states"]
    states = {name_key(name) for name in load_table("gazetteer_countries.toml")["states"]}
    return frozenset((set(country_names()) | states) - set(table["not_alone"]))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _areas())


@cache
def _short_states() -> re.Pattern[str]:
    """Return how American states are written short, after a comma ("Raleigh, N.C.") or a party's letter."""
    states = load_table("gazetteer_countries.toml")["states"]
    names = {str(name) for state, cells in states.items() for name in (state, *cells[:2])}
    longest = "|".join(re.escape(name) for name in sorted(names, key=_longest_first))
    return re.compile(rf"(?:(?<=[A-Za-z.], )|(?<=\b[DR]-))(?:{longest})(?!\w)")


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


@cache
def _peoples() -> dict[str, str]:
    """Return the country (alpha-3), or the name of the continent, of each word for a people."""
    wider: dict[str, str] = load_table("places.toml")["people_of"]
    return {**nationalities(), **wider}


def _cut(text: str, mention: Mention, names: Sequence[BareName]) -> Iterator[Piece]:
    """Yield the stretches of a mention: in a place each name with the words around it, else the names alone."""
    names = (*_led(text, mention, names[0]), *names)
    main, start = _main_of(text, mention, names), mention.start
    if main is None and mention.kind is not MentionKind.NATIONALITY:
        yield Piece(mention=mention)
    for number, name in enumerate(names):
        span = name.span
        if main is not None:
            end = names[number + 1].span.start if number + 1 < len(names) else mention.end
            span = Span(_begin(text, start, span), _without_joins(text, span, end))
        kind = MentionKind.NATIONALITY if name.people else MentionKind.PLACE
        words = replace(mention, start=span.start, end=span.end, text=span.of(text), kind=kind)
        yield Piece(mention=words, bare=name, main=number == main)
        start = span.end


def _led(text: str, mention: Mention, first: BareName) -> Iterator[BareName]:
    """Yield a name that was not seen before the larger place it is said to be in: "the city of X, Iraq"."""
    found = _INSIDE.search(text[mention.start : first.span.start]) if mention.kind is MentionKind.PLACE else None
    if found and is_known(found[1]):
        yield BareName(span=Span(mention.start + found.start(1), mention.start + found.end(1)))


def _main_of(text: str, mention: Mention, names: Sequence[BareName]) -> int | None:
    """Return which name stands for the mention: the first that owns nothing and is no people; None outside places."""
    if mention.kind is not MentionKind.PLACE:
        return None
    for number, name in enumerate(names):
        owns = re.match(r"['’][sS]?\s", text[name.span.end : mention.end + 1]) and number + 1 < len(names)
        if not owns and not name.people:
            return number
    return len(names) - 1


def _begin(text: str, start: int, name: Span) -> int:
    """Begin the stretch at a word, past what only joins it to the name before."""
    if start >= name.start:
        return name.start
    lead = _LEAD.match(text, start, name.start)
    return lead.end() if lead else start


def _without_joins(text: str, name: Span, end: int) -> int:
    """End the stretch before words that only lead to the next name: ", ", "in the"."""
    kept = _KIND_WORDS.match(text, name.end, max(end, name.end))
    return kept.end() if kept else name.end

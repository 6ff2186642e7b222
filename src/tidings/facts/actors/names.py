"""Proper names in a reading: which words are the name, which only a title before it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise, takewhile
from operator import attrgetter

from tidings.facts.actors.lexicon import (
    BESIDE_NAMING,
    NAMING,
    NAMING_REACH,
    Noun,
    bare,
    courtesy_titles,
    name_suffixes,
    noun_ending_at,
    particles,
    ranks,
)
from tidings.model.mention import Mention, MentionKind
from tidings.model.reading import LabelledSpan, Reading, Token
from tidings.model.span import Span
from tidings.resources.registry import country_names, demonyms, find_known_actor, metonyms, name_key
from tidings.resources.spotting import find_known_names, is_upper_case

_KINDS = {
    "person": MentionKind.PERSON,
    "organisation": MentionKind.ORGANISATION,
    "place": MentionKind.PLACE,
}
_THINGS = frozenset(
    {
        MentionKind.WEAPON,
        MentionKind.VEHICLE,
        MentionKind.PLATFORM,
        MentionKind.TIME,
        MentionKind.MONEY,
        MentionKind.DOCUMENT,
    }
)
#: Bodies whose name takes in the place or person before them: "Kabul police", "the Smith administration".
_TAKES_IN = frozenset({"military", "police", "government", "court"})


_SHORT = 2
_SMALL = frozenset({"PUNCT", "DET", "ADP", "PRON", "CCONJ", "PART", "NUM"})
_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "him", "her", "his", "its", "their", "them", "who", "this", "that"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name: tokens first to last (half-open), without titles, and its kind."""

    first: int
    last: int
    kind: MentionKind


def find_names(reading: Reading, mentions: Sequence[Mention]) -> list[Name]:
    """Return the proper names of a reading in text order, none overlapping another."""
    surnames = _surnames(reading)
    things = {t.index for m in mentions if m.kind in _THINGS for t in reading.tokens_in(m)}
    taken: set[int] = set()
    found: list[Name] = []
    known = find_known_names(reading)
    for span, kind in dict.fromkeys(_candidates(reading, mentions, known)):
        name = _trimmed(reading, span, kind, surnames)
        if name is None or not _is_free(name, taken, things):
            continue
        name = _widened(reading, _of_its_kind(reading, name), taken)
        taken.update(range(name.first, name.last))
        found.append(name)
    found.extend(name for name in _short_forms(reading, known) if name.first not in taken)
    return _with_offices(reading, sorted(found, key=lambda name: name.first))


def _with_offices(reading: Reading, names: list[Name]) -> list[Name]:
    """Take "the governor of X, Jane Roe" for a place and a person, whatever the encoder takes X for."""
    followed = {left.first for left, right in pairwise(names) if right.first == left.last + 1 and _is_person(right)}
    return [
        replace(name, kind=MentionKind.PLACE)
        if name.first in followed and _is_person(name) and _is_held(reading, name)
        else name
        for name in names
    ]


def _is_person(name: Name) -> bool:
    return name.kind is MentionKind.PERSON


def _is_held(reading: Reading, name: Name) -> bool:
    """Say whether a name stands between an office with "of" and a comma."""
    tokens = reading.tokens
    before, after = tokens[max(0, name.first - 1)], tokens[min(name.last, len(tokens) - 1)]
    office = noun_ending_at(tokens, name.first - 2) if name.first > 1 else None
    is_office = office is not None and not office.is_body and office.category == "official"
    return is_office and before.lower == "of" and after.text == ","


def _is_free(name: Name, *taken: set[int]) -> bool:
    """Say whether none of a name's words is taken by something else."""
    words = range(name.first, name.last)
    return all(indices.isdisjoint(words) for indices in taken)


def name_within(reading: Reading, span: Span) -> Name | None:
    """Return the name of a body that a phrase is, None if it is no name."""
    return _trimmed(reading, span, MentionKind.ORGANISATION, frozenset())


def words_of(reading: Reading, name: Name) -> list[str]:
    """Return the words of a name, hyphenated pieces joined, without repeated words."""
    text = reading.text[reading.tokens[name.first].start : reading.tokens[name.last - 1].end]
    words = text.split()
    return [word for n, word in enumerate(words) if n == 0 or word != words[n - 1]]


@lru_cache(maxsize=65536)
def initials(name: str) -> frozenset[str]:
    """Return the acronyms that a name may have.

    >>> sorted(initials("National Liberation Army"))
    ['NLA']
    >>> "UNHCR" in initials("United Nations High Commissioner for Refugees")
    True
    >>> sorted(initials("U.S. Navy"))
    ['USN']
    """
    words = name.replace("-", " ").replace("/", " ").split()
    small = {"of", "the", "for", "and", "on", "in", "de", "la", "del", "y", "al"}
    content = [w for w in words if w.lower() not in small]
    full, short = ("".join(_initial(w) for w in group).upper() for group in (words, content))
    return frozenset(acronym for acronym in (full, short) if len(acronym) > 1)


@lru_cache(maxsize=65536)
def words_of_person(name: str) -> tuple[str, ...]:
    """Return the words of a person's name that tell people apart: without suffixes and initials."""
    return person_words(name.split())


def person_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return those of the words of a person's name that tell people apart."""
    keys = [name_key(word.strip(",")) for word in words]
    return tuple(k for k in keys if k and k not in name_suffixes() and k not in particles() and len(k) > 1)


def _initial(word: str) -> str:
    if "." in word and word.replace(".", "").isupper():
        return word.replace(".", "")
    return word[0] if word[0].isalnum() else ""


def _candidates(
    reading: Reading, mentions: Sequence[Mention], known: Sequence[LabelledSpan]
) -> Iterator[tuple[Span, MentionKind]]:
    """Names the registry knows, then wide names of bodies, what the names head says, proper-looking entities."""
    heads = [s for s in reading.spans.get("names", ()) if s.label in _KINDS]
    named = [(m.span, m.kind) for m in mentions if m.kind in _KINDS.values()]
    wide = [(span, kind) for span, kind in named if kind is not MentionKind.PERSON]
    yield from ((s.span, _KINDS[s.label]) for s in known if s.label == "organisation")
    yield from ((span, kind) for span, kind in wide if find_known_actor(span.of(reading.text)))
    places = {(s.start, s.end) for s in heads if s.label == "place"}
    yield from (
        (span, kind)
        for span, kind in wide
        if kind is MentionKind.ORGANISATION and (span.start, span.end) not in places and _is_wider(span, heads)
    )
    yield from _split_people(reading, named, heads)
    yield from ((s.span, _KINDS[s.label]) for s in heads)
    yield from ((s.span, _KINDS[s.label]) for s in known)
    yield from named


def _short_forms(reading: Reading, known: Sequence[LabelledSpan]) -> Iterator[Name]:
    """Yield acronyms of two letters ("IS") of actors that the report names in full as well."""
    if is_upper_case(reading.text):
        return
    met = {actor for s in known if (actor := find_known_actor(s.span.of(reading.text))) is not None}
    for token in reading.tokens:
        if len(token.text) == _SHORT and token.text.isupper() and find_known_actor(token.text) in met:
            yield Name(first=token.index, last=token.index + 1, kind=MentionKind.ORGANISATION)


def _split_people(
    reading: Reading, named: Sequence[tuple[Span, MentionKind]], heads: Sequence[LabelledSpan]
) -> Iterator[tuple[Span, MentionKind]]:
    """Join the two halves of a name that a nickname in quotation marks parts."""
    people = [s for s in heads if s.label == "person"]
    for left, right in pairwise(people):
        gap = reading.text[left.end : right.start]
        wide = Span(left.start, right.end)
        if gap.strip(" “”\"'’‘()") == "" and any(k is MentionKind.PERSON and m.covers(wide) for m, k in named):
            yield wide, MentionKind.PERSON


def _is_wider(span: Span, heads: Sequence[LabelledSpan]) -> bool:
    """Say whether a body's name holds no name of a person or another body."""
    first = bisect_left(heads, span.start + 1, key=attrgetter("end"))
    inside = list(takewhile(lambda head: head.start < span.end, islice(heads, first, None)))
    return bool(inside) and all(s.label == "place" for s in inside)


def _surnames(reading: Reading) -> frozenset[str]:
    """Return the last words of the people whose full names the report has."""
    people = (s.span.of(reading.text).split() for s in reading.spans.get("names", ()) if s.label == "person")
    return frozenset(name_key(words[-1]) for words in people if len(words) > 1)


def _of_its_kind(reading: Reading, name: Name) -> Name:
    """Let the registry, the name's own words and "a group called" decide what the encoder took for a person."""
    words = " ".join(words_of(reading, name))
    key = name_key(words)
    if key in country_names():
        return replace(name, kind=MentionKind.PLACE)
    if name.kind is MentionKind.ORGANISATION:
        return name
    if name.kind is MentionKind.PERSON and _begins_with_country(reading, name):
        return replace(name, first=name.first + 1)
    noun = noun_ending_at(reading.tokens, name.last - 1)
    is_body_word = noun is not None and noun.is_body and noun.category is not None and name.kind is MentionKind.PERSON
    if find_known_actor(words) or key in metonyms() or is_body_word or _is_called(reading, name):
        return replace(name, kind=MentionKind.ORGANISATION)
    return name


def _begins_with_country(reading: Reading, name: Name) -> bool:
    """Say whether a country stands before a full name: "the ambassador to Kenya Jane Roe"."""
    first = reading.tokens[name.first]
    before = reading.tokens[name.first - 1].lower if name.first else ""
    is_full = name.last - name.first > len(("Kenya", "Jane"))
    return is_full and before in {"to", "of", "for", "in"} and name_key(first.text) in country_names()


def _is_called(reading: Reading, name: Name) -> bool:
    """Say whether a noun for a body introduces the name: "a group called X", "the militant group X"."""
    tokens, at = reading.tokens, name.first - 1
    while (
        at > 0
        and name.first - at < NAMING_REACH
        and (tokens[at].lower in NAMING | BESIDE_NAMING or tokens[at].upos in {"DET", "PUNCT"})
    ):
        if tokens[at].text in {",", "."}:
            return False
        at -= 1
    noun = noun_ending_at(tokens, at) if at >= 0 else None
    if noun is None or not noun.is_body or tokens[at].sentence != tokens[name.first].sentence:
        return False
    between = {t.lower for t in tokens[at : name.first]}
    return bool(between & NAMING) or (noun.category == "armed-group" and not between & BESIDE_NAMING)


def _widened(reading: Reading, name: Name, taken: set[int]) -> Name:
    """Take in the body that a place or a person stands before: "Kabul police", "the Smith administration"."""
    tokens = reading.tokens
    if name.kind is MentionKind.ORGANISATION and name_key(" ".join(words_of(reading, name))) not in country_names():
        return name
    for last in range(min(name.last + 3, len(tokens)), name.last, -1):
        noun = noun_ending_at(tokens, last - 1)
        if (
            noun is None
            or not noun.is_body
            or noun.first != name.last
            or noun.category not in _TAKES_IN
            or last - 1 in taken
        ):
            continue
        if tokens[name.last].sentence == tokens[name.first].sentence and (
            name.kind is not MentionKind.PERSON or noun.word in {"administration", "government", "regime", "cabinet"}
        ):
            return Name(first=name.first, last=last, kind=MentionKind.ORGANISATION)
    return name


def _trimmed(reading: Reading, span: Span, kind: MentionKind, surnames: frozenset[str]) -> Name | None:
    tokens = [t for t in reading.tokens_in(span) if t.start >= span.start and t.end <= span.end]
    first, last = 0, len(tokens)
    while first < last and _is_margin(tokens[first]):
        first += 1
    while last > first and (
        tokens[last - 1].upos in {"PUNCT", "CCONJ", "ADP", "DET"} or tokens[last - 1].lower in {"'s", "’s", "'", "’"}
    ):
        last -= 1
    if kind is MentionKind.PERSON:
        first = _after_titles(tokens, first, last)
    elif kind is MentionKind.ORGANISATION:
        first = _after_small_words(tokens, first, last)
    kept = tokens[first:last]
    if not kept or not _is_proper(kept, kind, surnames):
        return None
    return Name(first=kept[0].index, last=kept[-1].index + 1, kind=kind)


def _is_margin(token: Token) -> bool:
    return token.upos in {"DET", "PUNCT", "ADP", "CCONJ", "NUM", "PRON"} and token.lower not in {"al", "el"}


def _after_small_words(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a body's name begins behind words in small letters: "emergency Security Council"."""
    start = first
    while (
        start < last - 1
        and tokens[start].text.islower()
        and tokens[start].upos in {"ADJ", "NOUN", "ADV", "VERB", "PUNCT"}
    ):
        start += 1
    has_capitals = any(t.text[:1].isupper() for t in tokens[start:last])
    return start if has_capitals and tokens[start].text[:1].isupper() else first


def _after_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a person's name begins behind ranks, titles, offices and nationalities."""
    start = first
    for position in range(first, last - 1):
        token = tokens[position]
        leads_in = token.text in {",", ".", "-"} or name_key(token.text) in demonyms()
        is_before = _is_title(token) or token.upos in {"ADP", "DET"} or _is_office(tokens, position)
        if is_before or (start == position and leads_in):
            start = position + 1
    while start < last - 1 and (tokens[start].upos == "PUNCT" or tokens[start].lower == "of"):
        start += 1
    return start


def _is_office(tokens: Sequence[Token], position: int) -> bool:
    noun = noun_ending_at(tokens, position)
    return noun is not None and not noun.is_plural


def _is_title(token: Token) -> bool:
    word = bare(token.text)
    return word in courtesy_titles() or word in ranks()


def _is_proper(tokens: Sequence[Token], kind: MentionKind, surnames: frozenset[str]) -> bool:
    """Say whether the words are a name, not a description, a nationality or a pronoun."""
    content = [t for t in tokens if t.upos not in _SMALL and t.lower not in _PRONOUNS and not _is_title(t)]
    if not content or all(name_key(t.text) in demonyms() for t in content):
        return bool(content) and name_key(" ".join(t.text for t in content)) in country_names()
    last = noun_ending_at(tokens, len(tokens) - 1)
    if kind is MentionKind.PERSON:
        is_name = last is None or name_key(tokens[-1].text) in surnames
        return is_name and any(_is_name_word(t) for t in content)
    if last is not None and not last.is_body:
        return False
    if last is None and tokens[-1].upos == "NOUN" and tokens[-1].text.islower():
        return False
    if last is not None and tokens[-1].text.islower() and _is_class(tokens, last):
        return False
    return any(_is_name_word(t) or name_key(t.text) in country_names() for t in content)


def _is_class(tokens: Sequence[Token], last: Noun) -> bool:
    """Say whether words name only a class: "group", "Shiite group", "Kurdish militia"."""
    before = [t for t in tokens[:-1] if t.upos not in _SMALL]
    if not before:
        return True
    return last.category not in _TAKES_IN and all(t.text.islower() or name_key(t.text) in demonyms() for t in before)


def _is_name_word(token: Token) -> bool:
    if token.upos == "PROPN" or (token.text.isupper() and len(token.text) > 1):
        return token.upos == "PROPN"
    return token.text[:1].isupper() and token.upos not in {"PRON", "DET"} and token.index > 0

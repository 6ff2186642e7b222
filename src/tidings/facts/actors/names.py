"""Proper names in a reading: which words are the name, which only a title before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.facts.actors.lexicon import (
    bare,
    courtesy_titles,
    name_suffixes,
    noun_ending_at,
    particles,
    person_nouns,
    ranks,
)
from tidings.model.mention import Mention, MentionKind
from tidings.model.reading import LabelledSpan, Reading, Token
from tidings.model.span import Span
from tidings.resources.registry import country_names, demonyms, find_known_actor, name_key

_KINDS = {
    "person": MentionKind.PERSON,
    "organisation": MentionKind.ORGANISATION,
    "place": MentionKind.PLACE,
}
_JOINS = frozenset({"-", "–", "’", "'", "."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name: tokens first to last (half-open), without titles, and its kind."""

    first: int
    last: int
    kind: MentionKind


def find_names(reading: Reading, mentions: Sequence[Mention]) -> list[Name]:
    """Return the proper names of a reading in text order, none overlapping another."""
    taken: set[int] = set()
    found: list[Name] = []
    for span, kind in _candidates(reading, mentions):
        name = _trimmed(reading, span, kind)
        if name is None or not taken.isdisjoint(range(name.first, name.last)):
            continue
        taken.update(range(name.first, name.last))
        found.append(name)
    return sorted(found, key=lambda name: name.first)


def words_of(reading: Reading, name: Name) -> list[str]:
    """Return the words of a name, hyphenated pieces joined, without repeated words."""
    text = reading.text[reading.tokens[name.first].start : reading.tokens[name.last - 1].end]
    words = text.split()
    return [word for n, word in enumerate(words) if n == 0 or word != words[n - 1]]


def initials(name: str) -> frozenset[str]:
    """Return the acronyms that a name may have.

    >>> sorted(initials("National Liberation Army"))
    ['NLA']
    >>> "UNHCR" in initials("United Nations High Commissioner for Refugees")
    True
    """
    words = name.replace("-", " ").replace("/", " ").split()
    content = [w for w in words if w.lower() not in {"of", "the", "for", "and", "on", "in", "de", "la", "del", "y", "al"}]
    full, short = ("".join(w[0] for w in group if w[0].isalnum()).upper() for group in (words, content))
    return frozenset(acronym for acronym in (full, short) if len(acronym) > 1)


def person_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a person's name that tell people apart: without suffixes and initials."""
    keys = [name_key(word.strip(",")) for word in words]
    return tuple(k for k in keys if k and k not in name_suffixes() and k not in particles() and len(k) > 1)


def _candidates(reading: Reading, mentions: Sequence[Mention]) -> list[tuple[Span, MentionKind]]:
    """Names the registry knows, then what the names head says, then proper-looking entities."""
    heads = [s for s in reading.spans.get("names", ()) if s.label in _KINDS]
    named = [m for m in mentions if m.kind in _KINDS.values()]
    wide = [(m.span, m.kind) for m in named if m.kind is not MentionKind.PERSON]
    known = [(span, kind) for span, kind in wide if find_known_actor(span.of(reading.text))]
    bodies = [(span, kind) for span, kind in wide if kind is MentionKind.ORGANISATION and _is_wider(span, heads)]
    rest = [(s.span, _KINDS[s.label]) for s in heads]
    return [*known, *bodies, *rest, *wide, *((m.span, m.kind) for m in named)]


def _is_wider(span: Span, heads: Sequence[LabelledSpan]) -> bool:
    """Say whether a body's name holds no name of a person or another body."""
    inside = [s for s in heads if span.overlaps(s.span)]
    return bool(inside) and all(s.label == "place" for s in inside)


def _trimmed(reading: Reading, span: Span, kind: MentionKind) -> Name | None:
    tokens = [t for t in reading.tokens_in(span) if t.start >= span.start and t.end <= span.end]
    first, last = 0, len(tokens)
    while first < last and _is_margin(tokens[first]):
        first += 1
    while last > first and (tokens[last - 1].upos == "PUNCT" or tokens[last - 1].lower in {"'s", "’s", "'", "’"}):
        last -= 1
    if kind is MentionKind.PERSON:
        first = _after_titles(tokens, first, last)
    kept = tokens[first:last]
    if not kept or not _is_proper(reading, kept, kind):
        return None
    return Name(first=kept[0].index, last=kept[-1].index + 1, kind=kind)


def _is_margin(token: Token) -> bool:
    return token.upos in {"DET", "PUNCT", "ADP", "CCONJ", "NUM"} and token.lower not in {"al", "el"}


def _after_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a person's name begins behind ranks, titles, offices and nationalities."""
    start = first
    for position in range(first, last - 1):
        token = tokens[position]
        if _is_title(token) or noun_ending_at(tokens, position) is not None or token.upos in {"ADP", "DET"}:
            start = position + 1
        elif token.upos == "PUNCT" and token.text in {",", "."} and start == position:
            start = position + 1
        elif name_key(token.text) in demonyms() and start == position:
            start = position + 1
    while start < last - 1 and (tokens[start].upos == "PUNCT" or tokens[start].lower == "of"):
        start += 1
    return start


def _is_title(token: Token) -> bool:
    word = bare(token.text)
    return word in courtesy_titles() or word in ranks()


def _is_proper(reading: Reading, tokens: Sequence[Token], kind: MentionKind) -> bool:
    """Say whether the words are a name, not a description or a pronoun."""
    content = [t for t in tokens if t.upos not in {"PUNCT", "DET", "ADP", "PRON", "CCONJ", "PART", "NUM"}]
    if not content:
        return False
    if kind is MentionKind.PERSON:
        return any(_is_name_word(t) for t in content) and not _is_title(tokens[-1]) and tokens[-1].lower not in person_nouns()
    head = noun_ending_at(tokens, len(tokens) - 1)
    if head is not None and not head.is_body:
        return False
    return any(_is_name_word(t) or name_key(t.text) in country_names() for t in content)


def _is_name_word(token: Token) -> bool:
    if token.upos == "PROPN":
        return True
    return token.text[:1].isupper() and token.upos not in {"PRON", "DET"} and token.index > 0

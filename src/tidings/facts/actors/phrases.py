"""Noun phrases round a person or body noun: extent, article, modifiers."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.facts.actors.lexicon import Noun
from tidings.facts.loose_dates import is_loose_date
from tidings.model.reading import Reading, Token
from tidings.resources.registry import find_country, name_key

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "both"})
_PARTITIVE = frozenset(
    {
        "some",
        "many",
        "several",
        "most",
        "one",
        "few",
        "hundreds",
        "dozens",
        "scores",
        "thousands",
        "none",
        "group",
        "number",
    }
)
_BEHIND = frozenset({"of", "for", "from", "with", "against"})
#: Behind these no "for" tells what a body is for: "blamed the army for the deaths".
_ARMS = frozenset({"military", "police", "government", "state", "armed-group"})
_HEDGES = frozenset(
    {"least", "most", "about", "nearly", "almost", "around", "than", "more", "over", "approximately", "roughly", "up"}
)
_LONGEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A description: token range without article, whether it is definite, and what modifies the noun."""

    first: int
    last: int
    is_definite: bool
    is_bare: bool
    modifiers: frozenset[str]
    country: str | None
    is_counted: bool
    key: str


def phrase_of(reading: Reading, noun: Noun) -> Phrase:
    """Return the phrase that a noun heads, read by word order so that an odd parse does little harm."""
    tokens = reading.tokens
    first = _left(reading, noun)
    article = tokens[first - 1] if first > 0 and tokens[first - 1].sentence == tokens[noun.first].sentence else None
    possessed = any(t.text in {"’s", "'s"} for t in tokens[first : noun.first])
    modifiers = frozenset(name_key(t.text) for t in tokens[first : noun.first] if not _is_count(tokens, t))
    is_det = article is not None and (article.upos in {"DET", "PRON"} or article.lower in _DEFINITE)
    start = _partitive(reading, first - 1 if is_det else first)
    return Phrase(
        first=start if start is not None else first,
        last=_right(reading, noun),
        is_definite=possessed or (article is not None and article.lower in _DEFINITE),
        is_bare=not is_det and not possessed,
        modifiers=modifiers - {""},
        country=_country(tokens[first : noun.first]),
        key=name_key(reading.text[tokens[first].start : tokens[noun.last - 1].end]),
        is_counted=start is not None or any(t.upos == "NUM" for t in tokens[first : noun.first]),
    )


def phrase_text(reading: Reading, phrase: Phrase) -> str:
    """Return the words of a description in one line."""
    words = reading.text[reading.tokens[phrase.first].start : reading.tokens[phrase.last - 1].end]
    return " ".join(words.split())


def _is_count(tokens: Sequence[Token], token: Token) -> bool:
    """Say whether a word only counts or marks: "two", "30-strong", a hyphen."""
    if token.upos in {"NUM", "PUNCT", "PART"}:
        return True
    return (
        token.index > 1
        and tokens[token.index - 1].text == "-"
        and (tokens[token.index - 2].upos == "NUM" or tokens[token.index - 2].text.isdigit())
    )


def _left(reading: Reading, noun: Noun) -> int:
    tokens, first = reading.tokens, noun.first
    sentence = tokens[noun.first].sentence
    while first > 0 and tokens[first - 1].sentence == sentence and noun.first - first < _LONGEST:
        token = tokens[first - 1]
        if not (
            token.upos in _INSIDE
            or token.deprel == "amod"
            or token.text in {"-", "’s", "'s"}
            or _hyphened(reading, first - 1)
        ) or is_loose_date(reading, token):
            break
        first -= 1
    while first < noun.first and (tokens[first].upos in {"PUNCT", "PART"} or tokens[first].lower in _HEDGES):
        first += 1
    return first


def _hyphened(reading: Reading, index: int) -> bool:
    """Say whether a word hangs on its neighbour by a hyphen: "U.S.-backed"."""
    tokens = reading.tokens
    return (index > 0 and tokens[index - 1].text == "-") or (index + 1 < len(tokens) and tokens[index + 1].text == "-")


def _partitive(reading: Reading, first: int) -> int | None:
    """Return where "two of" or "members of" before a phrase begins, None if nothing of the kind does."""
    tokens = reading.tokens
    if first <= 1 or tokens[first - 1].lower != "of":
        return None
    before: Token = tokens[first - 2]
    if before.upos == "NUM" or before.lower in _PARTITIVE:
        return first - 2
    return None


def _right(reading: Reading, noun: Noun) -> int:
    tokens, last = reading.tokens, noun.last
    if last >= len(tokens) or tokens[last].lower not in _BEHIND or tokens[last].sentence != tokens[noun.first].sentence:
        return noun.last
    if noun.is_body and noun.category in _ARMS and tokens[last].lower in {"for", "with", "against"}:
        return noun.last
    end = last + 1
    while end < len(tokens) and end - last < _LONGEST and tokens[end].sentence == tokens[noun.first].sentence:
        token = tokens[end]
        if not (
            token.upos in _INSIDE | {"DET", "PART"}
            or token.lower in _BEHIND | {"its", "his", "her", "their"}
            or token.text == "-"
        ):
            break
        end += 1
    while end > last and tokens[end - 1].upos in {"ADP", "DET", "PUNCT", "PART"}:
        end -= 1
    return end if end > last + 1 else noun.last


def _country(tokens: tuple[Token, ...]) -> str | None:
    for position, token in enumerate(tokens):
        pair = f"{token.text} {tokens[position + 1].text}" if position + 1 < len(tokens) else token.text
        follows = tokens[position + 1].text if position + 1 < len(tokens) else ""
        code = find_country(pair) or find_country(token.text)
        if code and follows != "-" and token.text not in {"us", "Us"}:
            return code
    return None

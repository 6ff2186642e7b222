"""Chunks: noun phrases by word order, for when the parse is odd.

A chunk is a run of words that belong before and to one noun: "at least 35 more innocent
civilians", "Woodburn's police chief". It is told by word classes, not by dependencies.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tidings.facts.events.numbers import find_counts
from tidings.facts.loose_dates import is_loose_date
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "SYM", "X"})
_HYPHENS = frozenset({"-", "–"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_JOINTS = frozenset({",", "and", "or", "&", ";"})
_ADVERBS = frozenset(
    {"more", "other", "also", "still", "most", "seriously", "critically", "badly", "slightly", "all", "only", "just"}
)
_CLOSING = frozenset({"and", "or", "&", "as"})
_WIDEST = 12


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase as a half-open range of tokens, and its head: the last noun, else its number."""

    first: int
    last: int
    head: Token


def chunk_from(reading: Reading, index: int, end: int | None = None) -> Chunk | None:
    """Return the noun phrase that begins at a token, None if none does."""
    tokens = reading.tokens
    if index >= len(tokens):
        return None
    stop = min(reading.sentence_of(tokens[index]).last, index + _WIDEST, *(() if end is None else (end,)))
    position, number = _after_count(reading, index, stop)
    while (
        position < stop
        and tokens[position].upos in {"DET", "PRON"}
        and tokens[position].lower not in {"who", "that", "which"}
    ):
        if number is None and tokens[position].upos == "PRON" and tokens[position].deprel != "nmod:poss":
            break
        position += 1
    head = number
    while position < stop and _continues(
        reading, position, started=head is not None and head.upos in {"NOUN", "PROPN"}
    ):
        if tokens[position].upos in {"NOUN", "PROPN"} or _is_age(reading, position):
            head = tokens[position]
        position += 1
    if head is None or position == index:
        return None
    last = max(head.index + 1, position if head is number else head.index + 1)
    return Chunk(index, last + _closes(reading, index, last), head)


def _closes(reading: Reading, first: int, last: int) -> int:
    """Return 1 if the mark behind a phrase closes a quotation that opens inside it: 30 "terrorists"."""
    opened = any(t.text in _QUOTES for t in reading.tokens[first:last])
    return int(opened and last < len(reading.tokens) and reading.tokens[last].text in _QUOTES)


def chunk_around(reading: Reading, token: Token, *, until: int | None = None) -> Chunk:
    """Return the noun phrase that a word stands in, its head the last noun of the run.

    `until` is the index of a word that the phrase may not reach: "Smith" in "Smith's death".
    """
    first = _leftmost(reading, token)
    end = until if until is not None and until > token.index else None
    found = chunk_from(reading, first, end)
    if found is None or not found.first <= token.index < found.last:
        return Chunk(min(first, token.index), token.index + 1, token)
    return found


def chunk_before(reading: Reading, index: int) -> Chunk | None:
    """Return the noun phrase that ends right before a token."""
    floor = reading.sentence_of(reading.tokens[index]).first
    if index <= floor or not _is_nominal(reading.tokens[index - 1]):
        return None
    found = chunk_around(reading, reading.tokens[index - 1])
    return found if found.last == index else None


def listed_with(reading: Reading, chunk: Chunk, *, until: int, counted: bool = True) -> Iterator[Chunk]:
    """Yield the noun phrases enumerated with one: those before it, then those after it.

    `until` is the index of the verb that the list depends on: what stands before another verb
    is that verb's subject and no part of the list. With `counted` only phrases with a number are
    taken from before the phrase.
    """
    yield from reversed(list(_listed_before(reading, chunk, counted=counted)))
    position, waiting = chunk, []
    while True:
        start = _after_joint(reading, position.last)
        following = chunk_from(reading, start) if start is not None else None
        if start is None or following is None or reading.tokens[start].upos == "VERB":
            return
        if _is_subject_of_another(reading, following, until):
            return
        waiting.append(following)
        if reading.tokens[start - 1].lower in _CLOSING:
            yield from waiting
            waiting = []
        position = following


def _listed_before(reading: Reading, chunk: Chunk, *, counted: bool) -> Iterator[Chunk]:
    position = chunk
    while True:
        end = _before_joint(reading, position.first)
        before = chunk_before(reading, end) if end is not None else None
        if before is None or follows_case(reading, before):
            return
        if counted and not find_counts(reading, before.first, before.last):
            return
        yield before
        position = before


def _is_time(token: Token) -> bool:
    """Say whether a word is one of time and no part of a name."""
    return token.lower in _words("calendar") or (token.lower in _words("times") and token.upos != "PROPN")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("numbers.toml")[key])


def follows_case(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a preposition stands before a noun phrase: it is no subject then."""
    if chunk.first == 0:
        return False
    before = reading.tokens[chunk.first - 1]
    return (
        (before.upos == "ADP" or before.lower == "to")
        and before.sentence == chunk.head.sentence
        and before.lower not in {"at", "after", "than"}
    )


def _is_nominal(token: Token) -> bool:
    return token.upos in {"NOUN", "PROPN", "NUM"} or token.lower in {"others", "old"}


def _after_count(reading: Reading, index: int, stop: int) -> tuple[int, Token | None]:
    """Return where the words behind a leading number begin, and the number's own token."""
    shift = (
        1
        if reading.tokens[index].lower
        in {"the", "these", "those", "all", "another", "his", "her", "their", "its", "between"}
        else 0
    )
    counts = find_counts(reading, index + shift, min(stop, index + shift + 9))
    if not counts or counts[0].first != index + shift:
        return index, None
    if counts[0].is_article:
        return counts[0].last, None
    position = counts[0].last
    if position < stop and reading.tokens[position].lower == "of" and not _points_back(reading, position + 1):
        position += 1
    return position, reading.tokens[counts[0].core]


def _points_back(reading: Reading, index: int) -> bool:
    """Say whether "the victims", "them" follow, so that the number is a part of a whole."""
    word = reading.tokens[index].lower if index < len(reading.tokens) else ""
    return word in {"the", "them", "those", "these", "his", "her", "their", "whom", "which", "its", "us"}


def _continues(reading: Reading, index: int, *, started: bool) -> bool:
    """Say whether a word carries a noun phrase on."""
    token = reading.tokens[index]
    word = token.lower
    if _is_time(token) and not _is_age(reading, index + 2):
        return False
    if word in _HYPHENS:
        return index + 1 < len(reading.tokens) and token.end == reading.tokens[index + 1].start
    if word in _QUOTES | _POSSESSIVES:
        return started if word in _POSSESSIVES else not started and reading.tokens[index - 1].upos == "NUM"
    if token.upos == "VERB":
        following = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
        return (
            not started
            and token.deprel == "amod"
            and following is not None
            and following.upos in {"NOUN", "ADJ", "PROPN"}
        )
    if token.upos == "NUM":
        return _is_age(reading, index + 4) or _is_age(reading, index + 3)
    return token.upos in _INSIDE or (word in _ADVERBS and not started) or _is_age(reading, index)


def _is_age(reading: Reading, index: int) -> bool:
    """Say whether a token is the "old" of "17-year-old"."""
    if not 2 < index < len(reading.tokens):  # noqa: PLR2004 - a number, a unit and a hyphen before it
        return False
    unit, hyphen, old = (t.lower for t in reading.tokens[index - 2 : index + 1])
    return unit in {"year", "month", "day", "week"} and hyphen in _HYPHENS and old in {"old", "olds"}


def _leftmost(reading: Reading, token: Token) -> int:
    """Return where the noun phrase around a word begins."""
    floor = max(reading.sentence_of(token).first, token.index - _WIDEST)
    index = token.index
    while index > floor and _belongs_left(reading, index - 1):
        index -= 1
        if reading.tokens[index].upos == "DET" and reading.tokens[index].lower not in {"other", "another"}:
            break
    counts = find_counts(reading, max(floor, index - 5), token.index + 1)
    for count in reversed(counts):
        of = (
            count.last < len(reading.tokens)
            and reading.tokens[count.last].lower == "of"
            and not _points_back(reading, count.last + 1)
        )
        if count.first < index <= count.last + (1 if of else 0):
            return count.first
    return index


def _belongs_left(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    word = token.lower
    if (_is_time(token) and not _is_age(reading, index + 2)) or is_loose_date(reading, token):
        return False
    if word in _HYPHENS | _QUOTES:
        hyphened = token.end == reading.tokens[index + 1].start
        return hyphened if word in _HYPHENS else index > 0 and reading.tokens[index - 1].upos == "NUM"
    if token.upos == "VERB":
        return token.deprel == "amod" and (token.head > index or reading.tokens[index + 1].upos in {"NOUN", "PROPN"})
    if token.upos == "PRON":
        return token.deprel == "nmod:poss" and word != "whose"
    if token.upos == "PROPN" and _ends_place(reading, index):
        return False
    return (
        token.upos in _INSIDE
        or token.upos in {"NUM", "DET"}
        or word in _POSSESSIVES
        or word in {"more", "other"}
        or _is_age(reading, index)
    )


def _ends_place(reading: Reading, index: int) -> bool:
    """Say whether a name closes a phrase of its own before a noun phrase: "in Lima unidentified men"."""
    case = reading.child(reading.tokens[index], "case")
    return case is not None and case.upos == "ADP" and case.index < index and reading.tokens[index + 1].upos == "ADJ"


def _after_joint(reading: Reading, index: int) -> int | None:
    """Return where the next item of a list begins behind a comma, an "and", an age in commas."""
    tokens = reading.tokens
    index = _behind_age(reading, _behind_of(reading, index))
    end = min(len(tokens), index + 3)
    start = index
    while index < end and tokens[index].lower in _JOINTS:
        index += 1
    if [t.lower for t in tokens[index : index + 3]] == ["as", "well", "as"]:
        index += 3
    return index if start < index < len(tokens) else None


def _behind_of(reading: Reading, index: int) -> int:
    """Return the index behind "of the town" where a list goes on there: "the mayor of the town, as well as"."""
    if index >= len(reading.tokens) or reading.tokens[index].lower != "of":
        return index
    chunk = chunk_from(reading, index + 1)
    if chunk is None:
        return index
    end = _behind_of(reading, chunk.last)
    words = [t.lower for t in reading.tokens[end : end + 4]]
    return end if words[:3] == ["as", "well", "as"] or words == [",", "as", "well", "as"] else index


def _behind_age(reading: Reading, index: int) -> int:
    """Return the index behind ", 20," or ", 20 years old,"."""
    words = [t.lower for t in reading.tokens[index : index + 5]]
    if len(words) > 2 and words[0] == "," and words[1].isdigit():  # noqa: PLR2004
        return index + 4 if words[2] in {"years", "year"} else index + 2
    return index


def _before_joint(reading: Reading, index: int) -> int | None:
    """Return where the item of a list before a comma or an "and" ends."""
    start = index
    while index > 0 and start - index < 2 and reading.tokens[index - 1].lower in _JOINTS:  # noqa: PLR2004
        index -= 1
    return index if index < start and index > 0 else None


def _is_subject_of_another(reading: Reading, chunk: Chunk, until: int) -> bool:
    """Say whether a verb other than the list's own follows a noun phrase."""
    if chunk.last >= len(reading.tokens):
        return False
    following = reading.tokens[chunk.last]
    if following.upos not in {"VERB", "AUX"} or following.sentence != chunk.head.sentence:
        return False
    near = range(chunk.last, min(chunk.last + 5, len(reading.tokens)))
    list_verb = reading.tokens[until]
    shared = list_verb.deprel == "conj" and list_verb.head in near and reading.child(list_verb, "nsubj") is None
    return until not in near and not shared

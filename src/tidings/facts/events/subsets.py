"""Subsets: those of a number of victims that the same sentence singles out.

"nine others, including a soldier", "12 people, two of them children", "five, among them three
women": what follows is part of what was counted before.
"""

from collections.abc import Iterator
from dataclasses import replace

from tidings.facts.events.chunks import chunk_from
from tidings.facts.events.numbers import Count, find_counts
from tidings.facts.events.people import People, find_people
from tidings.facts.events.victims import kind_of_noun
from tidings.model.event import Harm
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

_FARTHEST = 12
#: Behind these somebody else is told of: "one of them seriously, according to the mission".
_CLOSING = frozenset({",", ";", "(", ")", "–", "—"})
_PHRASE = 7


def find_subsets(
    reading: Reading, whole: People, harm: Harm, *, others: frozenset[int]
) -> Iterator[tuple[People, Harm]]:
    """Yield the parts of a whole that its sentence names after it, with their harm.

    `others` are the indices of the heads of other victims: behind one of them a part is theirs.
    """
    if whole.at_most == 1 or whole.at_least == 0 or whole.named:
        return
    opener = _opener_after(reading, whole, others)
    if opener is None:
        return
    of_them = _count_of_them(reading, opener, reading.sentence_of(whole.head).last)
    head = _head_after(reading, opener if of_them is None else _behind_them(of_them))
    if head is None:
        return
    for people in find_people(reading, head, whole.head):
        if of_them is not None:
            yield _with_count(people, of_them), harm
        elif people.first >= opener and not people.pronoun:
            yield people, harm


def part_harm(word: str) -> str | None:
    """Return the harm that a word for a whole implies ("dead"), "" for any, None for no whole."""
    whole: dict[str, str] = load_table("casualties.toml")["subset"]["whole"]
    return whole.get(word)


def _opener_after(reading: Reading, whole: People, others: frozenset[int]) -> int | None:
    """Return the index where the words after an opener begin, if one stands near behind the whole."""
    end = reading.sentence_of(whole.head).last
    openers = load_table("casualties.toml")["subset"]["openers"]
    longest = sorted((tuple(o.split()) for o in openers), key=len, reverse=True)
    for index in range(whole.last, min(end, whole.last + _FARTHEST)):
        for words in longest:
            if tuple(t.lower for t in reading.tokens[index : index + len(words)]) == words:
                return index + len(words)
        if _count_of_them(reading, index, end) is not None:
            return index
        if index in others:
            return None
    return None


def _behind_them(count: Count) -> int:
    """Return the index behind "two of them"."""
    return count.last + (1 if count.words.endswith(" of") else 2)


def _with_count(people: People, count: Count) -> People:
    """Return people with the number of "two of them children"."""
    return replace(
        people,
        first=min(count.first, people.first),
        at_least=count.at_least,
        at_most=count.at_most,
        approximate=count.approximate,
        counted=True,
    )


def _count_of_them(reading: Reading, index: int, end: int) -> Count | None:
    """Return the count of "two of them", if it begins at a token."""
    pronouns = load_table("casualties.toml")["subset"]["pronouns"]
    counts = find_counts(reading, index, min(end, index + 5))
    if not counts or counts[0].first != index:
        return None
    of = [t.lower for t in reading.tokens[counts[0].last : counts[0].last + 2]]
    of = ["of", *of] if counts[0].words.endswith(" of") else of
    return counts[0] if len(of) > 1 and of[0] == "of" and of[1] in pronouns else None


def _head_after(reading: Reading, start: int) -> Token | None:
    """Return the head of the first phrase for people behind an opener."""
    end = reading.sentence_of(reading.tokens[min(start, len(reading.tokens) - 1)]).last
    position = start
    while position < min(end, start + _PHRASE):
        if position > start and reading.tokens[position].text in _CLOSING:
            return None
        chunk = chunk_from(reading, position, end)
        if chunk is None:
            position += 1
        elif kind_of_noun(reading, chunk.head) or chunk.head.upos in {"PROPN", "NUM"}:
            return chunk.head
        else:
            position = chunk.last
    return None

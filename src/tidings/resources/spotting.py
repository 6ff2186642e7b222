"""Find the registry's names in a reading: actors and states that are sure by their words alone."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from tidings.model.reading import LabelledSpan, Reading
from tidings.resources.load import load_table
from tidings.resources.registry import country_names, find_known_actor, known_names, metonyms, name_key

_LONGEST = 12
_SURE_ALONE = frozenset({"armed-group", "alliance", "igo", "government", "military", "agency", "police"})
_SHORT_STATES = frozenset({"UK", "US", "USA", "UAE"})
_SHORTEST_ALONE = 4
_SHORTEST_ACRONYM = 3
_UPPER_SHARE = 0.6
_SAMPLE = 2000
_SMALL_STARTS = frozenset({"al", "de", "so"})


def find_known_names(reading: Reading) -> tuple[LabelledSpan, ...]:
    """Return the names of actors and states that the registry has, the longest where several begin at one word."""
    return reading.derived(_spotted)


def _spotted(reading: Reading) -> tuple[LabelledSpan, ...]:
    shouting = is_upper_case(reading.text)
    found: list[LabelledSpan] = []
    index = 0
    while index < len(reading.tokens):
        word = reading.tokens[index].text
        may_begin = word[:1].isupper() or word in _SMALL_STARTS
        hit = _name_from(reading, index, shouting=shouting) if may_begin else None
        if hit is None:
            index += 1
        else:
            last, label = hit
            found.append(LabelledSpan(reading.tokens[index].start, reading.tokens[last].end, label, 1.0))
            index = last + 1
    return tuple(found)


@lru_cache(maxsize=16)
def is_upper_case(text: str) -> bool:
    """Say whether a text is written in capitals throughout."""
    sample = text[:_SAMPLE]
    upper, lower = sum(map(str.isupper, sample)), sum(map(str.islower, sample))
    return upper > _UPPER_SHARE * (upper + lower)


def _name_from(reading: Reading, index: int, *, shouting: bool) -> tuple[int, str] | None:
    """Return where the longest known name that begins at a token ends, and its label."""
    tokens = reading.tokens
    first = tokens[index]
    longest = _longest_from(first.text)
    if not longest:
        return None
    last = min(index + longest, len(tokens), index + _LONGEST) - 1
    while last >= index:
        if tokens[last].sentence == first.sentence:
            words = reading.text[first.start : tokens[last].end]
            label = _label(words, is_alone=last == index, shouting=shouting)
            if label is not None:
                return last, label
        last -= 1
    return None


@lru_cache(maxsize=65536)
def _label(words: str, *, is_alone: bool, shouting: bool) -> str | None:
    """Return what a known name stands for, None if it is none; `is_alone` marks a single word."""
    key = name_key(words)
    if is_alone and not _stands_alone(words, key, shouting=shouting):
        return None
    if key in country_names():
        return "place"
    return "organisation" if key in known_names() or key in metonyms() else None


def _stands_alone(words: str, key: str, *, shouting: bool) -> bool:
    """Say whether one word is a known name for sure, with nobody else to say so."""
    if key in _ambiguous():
        return False
    if key in country_names():
        return len(key) >= _SHORTEST_ALONE or "." in words or (words in _SHORT_STATES and not shouting)
    actor = find_known_actor(words)
    if words.isupper() and not shouting:
        return actor is not None and len(key) >= _SHORTEST_ACRONYM
    return actor is not None and actor.category in _SURE_ALONE and len(key) > _SHORTEST_ALONE


@cache
def _first_words() -> Mapping[str, int]:
    """Return how many words and marks the longest known name with a given first word may have."""
    found: dict[str, int] = {}
    for key in _all_keys():
        words = key.split()
        found[words[0]] = max(found.get(words[0], 0), 2 * len(words) + 1)
    return found


def _all_keys() -> Iterator[str]:
    yield from known_names()
    yield from country_names()
    yield from metonyms()


@lru_cache(maxsize=65536)
def _longest_from(text: str) -> int:
    """Return how many words and marks a known name that begins with a word may have, 0 if none does."""
    words = name_key(text).split()
    return _first_words().get(words[0], 0) if words else 0


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(" ".join(w.split()) for w in load_table("mention_words.toml")["ambiguous"]["names"].split(";"))

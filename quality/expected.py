"""Facts of our own sample reports: what must stand in a record, what must not, and whether it does.

A fact names a section of the record (`in`) and what one entry of it must hold (`where`). Spans are
read as their words and ids as names, so a fact is written in the words of the report: a plain value
must be equal, `{match = "…"}` is a pattern that some of the words must meet, `{one_of = […]}` leaves a choice,
a table goes one level deeper, and a list is met by one of its members.
"""

import re
from collections.abc import Mapping
from typing import Any

from quality.corpus import Row
from quality.counts import Counts, hits

_ENTITIES = frozenset({"entity", "actor", "by", "force", "owner", "affiliation", "from", "to", "about", "place"})
_SPANS = frozenset({"span", "trigger", "cue", "content", "mentions", "spans"})


def score_facts(sample: Row, record: Row) -> dict[str, Counts]:
    """Return, for each section and in all, how many facts hold, and how many absents are kept out."""
    found: dict[str, Counts] = {"facts": Counts(), "absents": Counts()}
    told = readable(record)
    for fact in sample.get("fact", ()):
        held = hits(is_told(told, fact), 1)
        found["facts"] += held
        found[fact["in"]] = found.get(fact["in"], Counts()) + held
    for fact in sample.get("absent", ()):
        found["absents"] += hits(not is_told(told, fact), 1)
    return {name: counts for name, counts in found.items() if counts.gold}


def missed(sample: Row, record: Row) -> list[str]:
    """Return what a sample's record lacks or wrongly has, in the words of the sample."""
    told = readable(record)
    lacking = [f"lacks: {fact['what']}" for fact in sample.get("fact", ()) if not is_told(told, fact)]
    return lacking + [f"has: {fact['what']}" for fact in sample.get("absent", ()) if is_told(told, fact)]


def is_told(told: Row, fact: Row) -> bool:
    """Say whether an entry of a fact's section holds all that the fact asks.

    >>> is_told({"events": [{"type": "ASSAULT", "trigger": "shelled"}]}, {"in": "events", "where": {"type": "ASSAULT"}})
    True
    """
    return any(holds(entry, fact["where"]) for entry in _entries(told, fact["in"]))


def holds(value: Any, want: Any) -> bool:  # noqa: ANN401 - a record's values are of every kind
    """Say whether a value meets a condition."""
    if isinstance(want, Mapping):
        return _meets(value, want)
    if isinstance(value, list):
        return any(holds(each, want) for each in value)
    return bool(value == want)


def readable(record: Row) -> Row:
    """Return a record with the words of its spans and the names of its ids in place of them."""
    names = {m["id"]: [m["text"]] for m in record["mentions"]}
    for entity in record["entities"]:
        names[entity["id"]] = [entity["name"] or "", entity["role"] or "", *entity["same_as"]]
    for event in record["events"]:
        names[event["id"]] = [_words(event["trigger"], record["report"]["text"])]
    told: Row = _read("", record, names, record["report"]["text"])
    return told


def _entries(told: Row, section: str) -> list[Any]:
    found = told[section]
    return found if isinstance(found, list) else [found]


def _meets(value: Any, want: Mapping[str, Any]) -> bool:  # noqa: ANN401 - as above
    if set(want) == {"match"}:
        return any(re.search(want["match"], words, re.IGNORECASE) for words in _all_words(value))
    if set(want) == {"one_of"}:
        return any(holds(value, each) for each in want["one_of"])
    if isinstance(value, list):
        return any(_meets(each, want) for each in value)
    return isinstance(value, dict) and all(holds(value.get(key), each) for key, each in want.items())


def _all_words(value: Any) -> list[str]:  # noqa: ANN401 - as above
    if isinstance(value, dict):
        return [words for key, each in value.items() if key != "why" for words in _all_words(each)]
    if isinstance(value, list):
        return [words for each in value for words in _all_words(each)]
    return [value] if isinstance(value, str) else []


def _read(key: str, value: Any, names: Mapping[str, list[str]], text: str) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, dict):
        return {name: _read(name, each, names, text) for name, each in value.items()}
    if key in _ENTITIES and isinstance(value, str):
        return names.get(value, value)
    if key in _SPANS and isinstance(value, list) and all(isinstance(each, list | int) for each in value):
        return _words(value, text)
    return [_read(key, each, names, text) for each in value] if isinstance(value, list) else value


def _words(span: Any, text: str) -> Any:  # noqa: ANN401 - a span or a list of spans
    if span and isinstance(span[0], int):
        return text[span[0] : span[1]]
    return [_words(each, text) for each in span]

"""One time expression to its TIMEX3 meaning: the readers in the order they are asked."""

import re
from dataclasses import replace
from functools import cache

from tidings.facts.times.days import Days
from tidings.facts.times.distances import EventDay, read_distance
from tidings.facts.times.lengths import read_duration, read_set
from tidings.facts.times.meaning import Anchor, Meaning, plain
from tidings.facts.times.periods import read_period
from tidings.facts.times.pointed import read_parts
from tidings.facts.times.words import plain_words
from tidings.model.time import TimeType
from tidings.resources import load_table


def normalise(text: str, anchor: Anchor, event_day: EventDay | None = None) -> Meaning:
    """Return what a time expression means, read against its anchor.

    Never fails: what no reader knows has the value XXXX-XX-XX and no days.
    """
    words = plain_words(text)
    dates = event_day or _no_event
    for form in _forms(words):
        found = _read(form, anchor, dates)
        if found:
            return found
    partly = _read_range(words, anchor) or _read_partly(words, anchor)
    if partly is not None:
        return partly
    kind = TimeType(anchor.label) if anchor.label in set(TimeType) else TimeType.DATE
    value = "PXX" if kind is TimeType.DURATION else "XXXX-XX-XX"
    return plain(value, "no rule reads these words", "unread", kind)


def _forms(words: str) -> tuple[str, ...]:
    """Return the words as they are, then without modifiers, then without an article."""
    words = re.sub(r"(?:the )?(?:end|beginning|start|middle) of the (?=(?:week|month|year|quarter)$)", "this ", words)
    bare = re.sub(r" or (?:later|earlier|so|more|less)$", "", _modifiers().sub("", words).strip())
    for _ in range(2):
        bare = _modifiers().sub("", bare).strip()
    stripped = re.sub(r"^(?:the|a|an|that|those) ", "", bare)
    return tuple(dict.fromkeys(form for form in (words, bare, stripped) if form))


def _read(words: str, anchor: Anchor, event_day: EventDay) -> Meaning | None:
    reference = load_table("times.toml")["references"].get(words)
    if reference:
        return plain(reference, "points at no day", "reference", TimeType.DATE)
    return (
        read_set(words, anchor)
        or read_distance(words, anchor, event_day)
        or read_parts(words, anchor)
        or read_period(words, anchor)
        or _recent(words)
        or read_duration(words, anchor)
    )


def _read_range(words: str, anchor: Anchor) -> Meaning | None:
    """Read "Monday through Wednesday", "Thursday and Friday": the value of the first, the days of both."""
    found = re.fullmatch(r"(?:between |from )?(.+?) (?:to|through|until|till|and) (.+)", words)
    if not found:
        return None
    first, last = (read_parts(part, anchor) or read_period(part, anchor) for part in found.groups())
    if first is None or last is None or first.days is None or last.days is None:
        return None
    if last.days.last < first.days.first:
        return first
    return replace(first, days=Days(first.days.first, last.days.last, first.days.precision))


def _read_partly(words: str, anchor: Anchor) -> Meaning | None:
    """Read the longest run of words that names a date, when something that is no date was taken along."""
    tokens = words.split()
    for width in range(len(tokens) - 1, 0, -1):
        for first in range(len(tokens) - width + 1):
            run = " ".join(tokens[first : first + width])
            found = read_parts(run, anchor) or read_period(run, anchor) if not run.isdigit() else None
            if found is not None:
                return found
    return None


def _recent(words: str) -> Meaning | None:
    found = re.fullmatch(r"(?:the )?(?:most )?recent (day|week|month|year)s(?: and \w+)?", words)
    if not found:
        return None
    if " and " in words:
        return plain("PAST_REF", "points at no day", "reference", TimeType.DATE)
    return plain(f"PX{found[1][0].upper()}", "a vague time up to now", "recent", TimeType.DURATION)


def _no_event(_name: str) -> Meaning | None:
    return None


@cache
def _modifiers() -> re.Pattern[str]:
    table = load_table("times.toml")["modifiers"]
    words = [*table["approximate"], *table["early"], *table["mid"], *table["late"]]
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"^(?:the )?(?:{'|'.join(re.escape(word) for word in ordered)}) (?:the (?=\w+ of )|of )?")

"""Distances: "two weeks ago", "a year earlier", "a day after the attack", "the following day"."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from tidings.facts.times.days import add_months, month_value, quarter_value, week_value
from tidings.facts.times.meaning import Anchor, Meaning, dated, plain, unplaced
from tidings.facts.times.pointed import read_parts
from tidings.facts.times.word_order import event_words
from tidings.facts.times.words import VAGUE
from tidings.model.time import TimeType
from tidings.resources import load_table

UNIT = r"(second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie)s?"
#: What an event's name, as the report words it, is dated to: the days of the event, or None.
EventDay = Callable[[str], Meaning | None]

_COUNT = rf"(\d+(?:\.\d+)?|{VAGUE})?"
_BACK = {"ago", "earlier", "before", "previously", "back", "prior"}
_YEARS_IN = {"year": 1, "decade": 10, "century": 100, "centurie": 100}
_OPEN = {
    "hour": "XXXX-XX-XX",
    "minute": "XXXX-XX-XX",
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
}


def read_distance(words: str, anchor: Anchor, event_day: EventDay) -> Meaning | None:
    """Read an expression that counts from the day of writing, from a date named before or from an event."""
    return (
        _year_earlier(words, anchor)
        or _from_writing(words, anchor)
        or _from_mentioned(words, anchor)
        or _from_event(words, anchor, event_day)
        or _anaphor(words, anchor)
    )


def shifted(day: date, count: float, unit: str) -> str | None:
    """Return the TIMEX3 value so many units from a day, as exact as the unit; None out of the calendar."""
    try:
        return _shifted(day, count, unit)
    except (ValueError, OverflowError):
        return None


def _shifted(day: date, count: float, unit: str) -> str:
    whole = round(count)
    if unit in {"second", "minute", "hour"}:
        hours = {"second": 0.0, "minute": count / 60, "hour": count}[unit]
        return (day + timedelta(days=int(hours // 24 if hours >= 0 else -(-hours // 24)))).isoformat()
    if unit == "day":
        return (day + timedelta(days=whole)).isoformat()
    if unit in {"week", "fortnight"}:
        return week_value(day + timedelta(weeks=whole * (2 if unit == "fortnight" else 1)))
    if unit == "month":
        return month_value(add_months(date(day.year, day.month, 1), whole))
    if unit == "quarter":
        return quarter_value(day, whole)
    return f"{day.year + round(count * _YEARS_IN[unit]):04d}"


def _from_writing(words: str, anchor: Anchor) -> Meaning | None:
    found = re.fullmatch(
        rf"{_COUNT}(?: or so| more)? ?{UNIT}(?: or (?:so|2|more))? (ago|from now|hence|from today|back)",
        words,
    )
    if not found:
        return None
    number, unit, word = found.groups()
    back = word in _BACK
    if number in {None, VAGUE}:
        return plain(
            "PAST_REF" if back else "FUTURE_REF",
            "a vague distance from the day of writing",
            "vague distance",
            TimeType.DATE,
        )
    if anchor.day is None:
        return unplaced(_OPEN.get(unit, "XXXX"), f"{unit}s {word}")
    return _at_distance(anchor.day, float(number), unit, back=back, from_what=f"when {anchor.described}")


def _at_distance(day: date, number: float, unit: str, *, back: bool, from_what: str) -> Meaning | None:
    value = shifted(day, -number if back else number, unit)
    if value is None:
        return None
    side = "before" if back else "after"
    return dated(value, f"{number:g} {unit}{'s' if number != 1 else ''} {side} {from_what}", f"{unit}s {side}")


def _from_mentioned(words: str, anchor: Anchor) -> Meaning | None:
    """Read "two weeks earlier" and "a month later": they count from the date named before."""
    found = re.fullmatch(
        rf"{_COUNT}(?: or so| more)? ?{UNIT}(?: or so)? "
        r"(earlier|before|previously|prior|later|after|on|afterwards?|thereafter)",
        words,
    )
    if not found:
        return None
    number, unit, word = found.groups()
    if number in {None, VAGUE}:
        return plain("PAST_REF", "a vague distance from a date named before", "vague distance", TimeType.DATE)
    days = anchor.mentioned.days if anchor.mentioned else None
    back = word in _BACK
    if days is not None:
        here = days.first if back else days.last
        return _at_distance(
            here,
            float(number),
            unit,
            back=back,
            from_what=f"{anchor.mentioned.value if anchor.mentioned else ''}, the date named before",
        )
    if unit in _YEARS_IN and back and anchor.day is not None:
        return _at_distance(anchor.day, float(number), unit, back=True, from_what=f"when {anchor.described}")
    return unplaced(_OPEN.get(unit, "XXXX"), f"{unit}s {word}")


def _from_event(words: str, anchor: Anchor, event_day: EventDay) -> Meaning | None:
    """Read "a day after the attack": it counts from the day of the event, if the report dates it."""
    found = re.fullmatch(
        rf"(?:(\d+|{VAGUE}) |the )?(?:full |whole )?{UNIT} (after|before|following|since|prior to|ahead of|into) (.+)",
        words,
    )
    if not found:
        return None
    number, unit, word, event = found.groups()
    if event in {"yesterday", "tomorrow", "noon", "midnight"}:
        return None
    if number == VAGUE:
        return plain("PAST_REF", "a vague distance from an event", "vague distance", TimeType.DATE)
    known = read_parts(event, anchor) or event_day(event)
    if known is None or known.days is None:
        is_event = not event_words("nouns").isdisjoint(event.split())
        return unplaced(_OPEN.get(unit, "XXXX"), "distance from an event") if is_event else None
    back = word in {"before", "prior to", "ahead of"}
    day = known.days.first if back else known.days.last
    return _at_distance(day, float(number or 1), unit, back=back, from_what=f"“{event}”, which is dated {known.value}")


def _anaphor(words: str, anchor: Anchor) -> Meaning | None:
    words = re.sub(r"^(?:the )?(night|morning|evening|afternoon) (before|after)$", r"the day \2 \1", words)
    found = re.fullmatch(rf"(.+?)(?: ({'|'.join(_day_parts())}))?", words)
    if not found:
        return None
    phrase = found[1]
    spellings = {phrase, f"{phrase} day"} if found[2] else {phrase}
    shift = next((shift for shift, phrases in _anaphora() if spellings & phrases), None)
    if shift is None:
        return None
    part = f"T{_day_parts()[found[2]]}" if found[2] else ""
    day = anchor.mentioned_day
    if day is None:
        return unplaced(f"XXXX-XX-XX{part}", "day named before")
    value = (day + timedelta(days=shift)).isoformat()
    kind = TimeType.TIME if part else TimeType.DATE
    why = {0: "the day named before", 1: "the day after the one named before"}.get(
        shift, "the day before the one named before"
    )
    return dated(f"{value}{part}", f"{why}, {day.isoformat()}", "day named before", kind)


def _year_earlier(words: str, anchor: Anchor) -> Meaning | None:
    """Read "a year ago" after a quarter, "year-earlier", "the year-ago quarter": the same period a year before."""
    quarter = re.fullmatch(r"(\d{4})-(Q\d)", anchor.mentioned.value) if anchor.mentioned else None
    if quarter and re.fullmatch(r"(?:the )?(?:comparable )?(?:1 )?year (?:earlier|ago)(?: (?:quarter|period))?", words):
        return dated(
            f"{int(quarter[1]) - 1}-{quarter[2]}", "the quarter named before, a year earlier", "a year earlier"
        )
    found = re.fullmatch(
        r"(?:the )?(?:comparable )?(?:1 )?year (?:earlier|ago|before)(?: (?:(\d)th )?(quarter|period|nine months)?)?"
        r"|the quarter 1 year ago",
        words,
    )
    if not found or anchor.day is None or words.startswith("1 "):
        return None
    if found[1]:
        return dated(f"{anchor.day.year - 1}-Q{found[1]}", "that quarter of the year before", "a year earlier")
    if "quarter" in words:
        return dated(quarter_value(anchor.day, -5), "the last full quarter, a year before", "a year earlier")
    return dated(f"{anchor.day.year - 1}", f"the year before {anchor.described}", "a year earlier")


@cache
def _anaphora() -> tuple[tuple[int, frozenset[str]], ...]:
    table = load_table("times.toml")["anaphora"]
    same = frozenset(table["same_day"]) | frozenset(table["same_night"])
    return ((0, same), (1, frozenset(table["next_day"])), (-1, frozenset(table["previous_day"])))


@cache
def _day_parts() -> dict[str, str]:
    return dict(load_table("calendar.toml")["day_parts"])

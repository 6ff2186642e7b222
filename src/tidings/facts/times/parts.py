"""Taking a date apart: weekday, month, day, year, hour and part of the day, in any order."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tidings.resources import load_table

_FIRST_CENTURY = 1400
_PIVOT = 50
_NOON = 12
_FILLERS = frozenset(
    [
        "of",
        "on",
        "at",
        "in",
        "the",
        "local",
        "time",
        "about",
        "around",
        "est",
        "edt",
        "et",
        "cst",
        "cdt",
        "ct",
        "pst",
        "pdt",
        "pt",
        "gmt",
        "utc",
        "bst",
        "mdt",
        "mst",
        "hours",
        "hrs",
        "hour",
        "day",
        "and",
        "shortly",
        "before",
        "after",
        "just",
        "by",
        "around",
        "exactly",
        "a",
        "date",
        "standard",
        "daylight",
        "eastern",
        "central",
        "pacific",
        "mid",
    ]
)


@dataclass(slots=True, kw_only=True)
class Parts:
    """The parts of a date that an expression names; `direction` is -1, 0, 1 or None."""

    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    day_last: int | None = None
    year: int | None = None
    year_shift: int | None = None
    day_shift: int | None = None
    day_part: str | None = None
    clock: str | None = None
    direction: int | None = None
    holiday: str | None = None
    left: str = ""


def parts_of(words: str) -> Parts | None:
    """Return the parts of a date in plain words, None when other words are left over."""
    parts = Parts(left=f" {words} ")
    for step in _STEPS:
        step(parts)
    left = [w for w in parts.left.split() if w not in _FILLERS and w not in {"early", "late", "later", "earlier"}]
    named = (parts.weekday, parts.month, parts.year, parts.day_shift, parts.day_part, parts.clock, parts.holiday)
    return None if left or all(part is None for part in named) else parts


def _take(parts: Parts, pattern: str) -> re.Match[str] | None:
    found = re.search(pattern, parts.left)
    if found:
        parts.left = f"{parts.left[: found.start()]}  {parts.left[found.end() :]}"
    return found


def _take_clock(parts: Parts) -> None:
    found = _take(parts, r" (\d{1,2})(?:[:.](\d\d))?(?::\d\d)? ([ap])m ")
    if found and int(found[1]) <= _NOON:
        hour = int(found[1]) % _NOON + (_NOON if found[3] == "p" else 0)
        parts.clock = f"T{hour:02d}:{found[2] or '00'}"
        return
    found = (
        _take(parts, r" ([01]?\d|2[0-4]):([0-5]\d)(?::\d\d)? ")
        or _take(parts, r" ([01]\d|2[0-3])([0-5]\d)(?= (?:gmt|utc|hours|hrs|local|today|yesterday|\w+day|this|last) )")
        or _take(parts, r"^ (?:at )?(0\d|1[0-4])([0-5]\d) $")
        or _take(parts, r" at ([01]\d|2[0-3])([0-5]\d) ")
    )
    if found:
        parts.clock = f"T{int(found[1]):02d}:{found[2]}"


def _take_plain_hour(parts: Parts) -> None:
    found = _take(parts, r" (\d{1,2})(?: oclock)?(?: in the (morning|afternoon|evening)| at (night)| oclock) ")
    if found and int(found[1]) <= _NOON:
        later = found[2] in {"afternoon", "evening"} or bool(found[3])
        parts.clock = f"T{int(found[1]) % _NOON + (_NOON if later else 0):02d}:00"


def _take_year(parts: Parts) -> None:
    found = _take(parts, r" (?:of )?(this|last|next|the previous|the following) year ")
    if found:
        parts.year_shift = {"this": 0, "next": 1, "the following": 1}.get(found[1], -1)
        return
    found = _take(parts, r" (?:(?:of|in) )?(1[5-9]\d\d|20\d\d)(?: hours)? ")
    if found:
        parts.year = int(found[1])


def _take_numeric(parts: Parts) -> None:
    found = _take(parts, r" (\d{4})-(\d\d)-(\d\d)(?:t[\d:.]+z?)? ")
    if found:
        parts.year, parts.month, parts.day = (int(n) for n in found.groups())
        return
    found = _take(parts, r" (\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4}) ")
    if found:
        first, second, year = (int(n) for n in found.groups())
        parts.month, parts.day = (second, first) if first > _NOON else (first, second)
        parts.year = _full_year(year)


def _take_month(parts: Parts) -> None:
    month = rf"({_any_of('months')})"
    found = _take(parts, rf" (\d{{1,2}})[-/](\d{{1,2}}) {month} ")
    if found:
        parts.day, parts.day_last, parts.month = int(found[1]), int(found[2]), _months()[found[3]]
        return
    found = _take(parts, rf" {month} (\d{{1,2}})[-/](\d{{1,2}}) ")
    if found:
        parts.month, parts.day, parts.day_last = _months()[found[1]], int(found[2]), int(found[3])
        return
    day = r"(\d{1,2})(?:th)?"
    patterns = (
        (rf" (?:the )?{day} (?:of )?{month}(?: (\d\d))? ", (2, 1, 3)),
        (rf" {month} (?:the )?{day}(?: (\d\d)(?=  | $))? ", (1, 2, 3)),
    )
    for pattern, (name, number, year) in patterns:
        found = _take(parts, pattern)
        if found:
            parts.month, parts.day = _months()[found[name]], int(found[number])
            parts.year = _full_year(int(found[year])) if found[year] and parts.year is None else parts.year
            return
    found = _take(parts, rf" {month}(?: (?:month))? ")
    if found:
        parts.month = _months()[found[1]]


def _take_weekday(parts: Parts) -> None:
    found = _take(parts, rf" ({_any_of('weekdays')}) ")
    if found:
        parts.weekday = load_table("calendar.toml")["weekdays"][found[1]]


def _take_relative_day(parts: Parts) -> None:
    table = (
        (r" last night ", -1, "NI"),
        (r" tonight ", 0, "NI"),
        (r" overnight ", -1, "NI"),
        (r" today ", 0, None),
        (r" the day before yesterday ", -2, None),
        (r" the day after tomorrow ", 2, None),
        (r" yesterday ", -1, None),
        (r" tomorrow ", 1, None),
        (r" (?:earlier|later) in the day ", 0, None),
    )
    for pattern, shift, part in table:
        if _take(parts, pattern):
            parts.day_shift, parts.day_part = shift, part
            return
    found = _take(parts, rf" this (?:early |late |mid )?({_any_of('day_parts')}) ")
    if found:
        parts.day_shift, parts.day_part = 0, load_table("calendar.toml")["day_parts"][found[1]]


def _take_direction(parts: Parts) -> None:
    found = _take(parts, r" (this past|this coming|last|past|previous|next|coming|upcoming|following|this) ")
    if found:
        word = found[1]
        back, ahead = (
            {"this past", "last", "past", "previous"},
            {"this coming", "next", "coming", "upcoming", "following"},
        )
        parts.direction = -1 if word in back else 1 if word in ahead else 0


def _take_day_part(parts: Parts) -> None:
    found = _take(parts, rf" ({_any_of('day_parts')}) ")
    if not found:
        return
    word = found[1]
    if word in {"noon", "midday"} and parts.clock is None:
        parts.clock = "T12:00"
    elif word == "midnight":
        parts.clock = "T24:00"
    else:
        parts.day_part = load_table("calendar.toml")["day_parts"][word]


def _take_holiday(parts: Parts) -> None:
    found = _take(parts, _holidays())
    if found:
        parts.holiday = found[1]


def _full_year(year: int) -> int:
    if year >= _FIRST_CENTURY:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


@cache
def _holidays() -> str:
    table = load_table("calendar.toml")
    names = sorted([*table["fixed_holidays"], *table["moving_holidays"]], key=len, reverse=True)
    return rf" ({'|'.join(re.escape(name) for name in names)}) "


@cache
def _months() -> dict[str, int]:
    return dict(load_table("calendar.toml")["months"])


@cache
def _any_of(table: str) -> str:
    return "|".join(sorted(load_table("calendar.toml")[table], key=len, reverse=True))


_STEPS: tuple[Callable[[Parts], None], ...] = (
    _take_numeric,
    _take_clock,
    _take_plain_hour,
    _take_holiday,
    _take_year,
    _take_month,
    _take_weekday,
    _take_relative_day,
    _take_direction,
    _take_day_part,
)

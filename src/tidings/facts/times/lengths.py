"""Lengths of time and things that recur: durations and sets."""

import re
from datetime import date, timedelta
from functools import cache

from tidings.facts.times.days import DAYS_IN_WEEK, MONTHS_IN_YEAR, Days, add_months
from tidings.facts.times.distances import UNIT
from tidings.facts.times.meaning import Anchor, Meaning, plain
from tidings.facts.times.words import VAGUE
from tidings.model.time import TimeType
from tidings.model.when import Precision
from tidings.resources import load_table

PAST_LENGTH = "length of time up to the day of writing"
_PRECISIONS = {"D": Precision.DAY, "W": Precision.WEEK, "M": Precision.MONTH, "Y": Precision.YEAR}
_LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
}  # fmt: skip
_MULTIPLES = {"decade": (10, "year"), "century": (100, "year"), "centurie": (100, "year"), "fortnight": (2, "week")}
_CLOCK = {"second", "minute", "hour"}
_SMALLER = {
    "year": ("month", 12),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "day": ("hour", 24),
    "decade": ("year", 10),
}
_LEADS = (
    r"^(?:the |these |those |his |her |its |their |a )?"
    r"(?:(?:last|past|next|coming|first|recent|latest|final|previous|following|"
    r"initial|opening|same|early|earlier|\dth|year earlier|entire|whole|full) )*"
)
_AMOUNT = rf"(\d{{1,3}}(?:[.,]\d+)?|{VAGUE}|couple)(?: (?:to|or) (?:\d+|{VAGUE}))?(?: more)? (?:of )?(?:\w+ )?"
_TAIL = (
    r"(?: old| long| ahead| away| period| span| stretch| term| stint| time| or (?:so|2|more|\w+s)| straight| running|)*"
    r"(?: and (\d+) (\w+?)s?)?"
)


def read_duration(words: str, anchor: Anchor) -> Meaning | None:
    """Read a length of time: "two days", "the past three months", "12 to 18 months", "weeks"."""
    value = duration_value(words)
    if value is None:
        return None
    if re.match(r"(?:the )?(?:coming) ", words) and "X" in value:
        return plain("FUTURE_REF", "a vague time ahead", "vague time", TimeType.DATE)
    if anchor.label == TimeType.SET:
        return plain(value, "a length of time", "duration", TimeType.SET)
    return past_length(words, value, anchor) or plain(value, "a length of time", "duration", TimeType.DURATION)


def past_length(words: str, value: str, anchor: Anchor) -> Meaning | None:
    """Return a length of time that ends with the day of writing: "the past month", "the last two years"."""
    found = re.fullmatch(r"P(\d+)([DWMY])", value)
    if (
        found is None
        or anchor.day is None
        or not re.match(r"(?:the |these |his |her |its |their )?(?:past|last) ", words)
    ):
        return None
    first = _earlier(anchor.day, int(found[1]), found[2])
    if first is None:
        return None
    days = Days(first, anchor.day, _PRECISIONS[found[2]])
    why = f"{words}, up to when {anchor.described}"
    return Meaning(type=TimeType.DURATION, value=value, why=why, rule=PAST_LENGTH, days=days)


def _earlier(day: date, number: int, unit: str) -> date | None:
    """Return the day so many units before another, None before the calendar begins."""
    try:
        if unit in {"D", "W"}:
            return day - timedelta(days=number * (DAYS_IN_WEEK if unit == "W" else 1))
        return add_months(day, -number * (MONTHS_IN_YEAR if unit == "Y" else 1))
    except (ValueError, OverflowError):
        return None


def duration_value(words: str) -> str | None:
    """Return the ISO duration of plain words, None if they name none.

    >>> duration_value("the past 3 months"), duration_value("2.5 years"), duration_value("weeks")
    ('P3M', 'P2Y6M', 'PXW')
    """
    found = re.search(rf"{_LEADS}(?:{_AMOUNT})?{UNIT}\b(.*)$", words)
    if not found or not re.fullmatch(_TAIL, found[3]):
        return None
    number, unit = found[1], found[2]
    if number is None:
        return _unnumbered(words, unit)
    return _iso("X" if number == VAGUE else number.rstrip("."), unit)


def _unnumbered(words: str, unit: str) -> str | None:
    """Return the value of a unit without a number: plural is vague, singular is one."""
    plural = bool(re.search(rf"\b{unit}s\b|centuries", words))
    return _iso("X" if plural else "1", unit)


def _iso(number: str, unit: str) -> str:
    factor, base = _MULTIPLES.get(unit, (1, unit))
    prefix = "PT" if base in _CLOCK else "P"
    if number == "X":
        return f"{prefix}X{_LETTERS[base]}"
    amount = float(number.replace(",", "")) * factor
    if amount == int(amount):
        return f"{prefix}{int(amount)}{_LETTERS[base]}"
    return _broken(amount, base, prefix)


def _broken(amount: float, base: str, prefix: str) -> str:
    """Return 2.5 years as two years and six months."""
    smaller, per = _SMALLER.get(base, (base, 1))
    whole, rest = int(amount), round((amount - int(amount)) * per)
    if per == 1 or (base == "day" and rest):
        return f"{prefix}{amount:g}{_LETTERS[base]}"
    return prefix + (f"{whole}{_LETTERS[base]}" if whole else "") + f"{rest}{_LETTERS[smaller]}"


def read_set(words: str, anchor: Anchor) -> Meaning | None:
    """Read something that recurs: "daily", "every Monday", "twice a week", "Tuesday nights"."""
    single = load_table("times.toml")["sets"].get(words)
    if single:
        return plain(single, "happens again and again", "set", TimeType.SET)
    every = re.fullmatch(
        r"(?:every|each|per|any given|(?:once|twice|\d+ times)(?: (?:a|every|each|1))?)(?: other)? (.+)",
        words,
    )
    value = _recurring(every[1]) if every else _plural_days(words)
    if value is None and anchor.label == TimeType.SET:
        value = duration_value(words)
    return plain(value, "happens again and again", "set", TimeType.SET) if value else None


def _recurring(words: str) -> str | None:
    table = load_table("calendar.toml")
    first, _, rest = words.partition(" ")
    part = f"T{table['day_parts'][rest]}" if rest in table["day_parts"] else ""
    if first in table["weekdays"]:
        return f"XXXX-WXX-{table['weekdays'][first]}{part}"
    if words in table["months"]:
        return f"XXXX-{table['months'][words]:02d}"
    if words in table["seasons"]:
        return f"XXXX-{table['seasons'][words]}"
    if words in table["day_parts"]:
        return f"XXXX-XX-XXT{table['day_parts'][words]}"
    return "XXXX-WXX-WE" if words == "weekend" else duration_value(words)


def _plural_days(words: str) -> str | None:
    table = load_table("calendar.toml")
    found = re.fullmatch(rf"(?:on )?({_weekdays()})(?:s| (mornings|afternoons|evenings|nights))", words)
    if not found:
        return None
    return f"XXXX-WXX-{table['weekdays'][found[1]]}" + (f"T{table['day_parts'][found[2]]}" if found[2] else "")


@cache
def _weekdays() -> str:
    return "|".join(sorted(load_table("calendar.toml")["weekdays"], key=len, reverse=True))

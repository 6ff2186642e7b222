"""Full dates in a text: the firm ground that the day of writing is inferred from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from tidings.facts.times.meaning import Anchor
from tidings.facts.times.pointed import read_parts
from tidings.facts.times.words import plain_words
from tidings.model.report import Zone, ZoneKind
from tidings.model.span import Span
from tidings.resources import load_table

_MONTHS = 12
_CLOCK = re.compile(r",?\s+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*[AP]\.?M\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|[A-Za-z]\s\d\d\s?\(")


@dataclass(frozen=True, slots=True, kw_only=True)
class FullDate:
    """A date written with its year, where it stands, and whether a weekday stands beside it."""

    span: Span
    day: date
    zone: ZoneKind
    has_weekday: bool


def full_dates(text: str, zones: Sequence[Zone]) -> tuple[FullDate, ...]:
    """Return every full date of a report in text order."""
    found: list[FullDate] = []
    for zone in zones:
        if not _YEAR.search(text, zone.start, zone.end):
            continue
        for match in _pattern().finditer(text, zone.start, zone.end):
            unclear = _is_ambiguous(match.group()) and not _is_american(text, match.end())
            day = None if unclear else day_of(match.group(), yearless_ok=False)
            if day is not None:
                weekday = bool(match["before"] or match["after"])
                found.append(FullDate(span=Span(*match.span()), day=day, zone=zone.kind, has_weekday=weekday))
    return tuple(found)


def _is_ambiguous(words: str) -> bool:
    """Say whether day and month could change places: "11/09/2010"."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/\d{4}", words)
    return found is not None and int(found[1]) <= _MONTHS and int(found[2]) <= _MONTHS and found[1] != found[2]


def _is_american(text: str, end: int) -> bool:
    """Say whether a clock with "AM" or "PM" stands behind a date: then the month stands first."""
    return bool(_CLOCK.match(text, end))


def day_of(words: str, *, near: date | None = None, yearless_ok: bool = True) -> date | None:
    """Return the one day that some words name, read against a day near it if the year is missing."""
    meaning = read_parts(plain_words(words), Anchor(day=near if yearless_ok else None))
    days = meaning.days if meaning else None
    return days.first if days and days.first == days.last else None


@cache
def month_day_pattern() -> re.Pattern[str]:
    """Return the pattern of a month with a day, the year if there is one."""
    return re.compile(rf"\b{_month_day()}(?:,?\s+(?:\d{{4}}|\d{{2}}))?\b", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    weekday = rf"(?:{_any_of('weekdays')})\.?"
    long = rf"{_month_day()}(?:,?\s+|\s*,\s*)\d{{4}}"
    wire = rf"\d{{1,2}}\s+{_any_of('months')}\s+\d{{2}}(?=\s*\()"
    date_words = rf"(?:{long}|{wire}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{1,2}}/\d{{4}})"
    names = {name[:3] for table in ("weekdays", "months") for name in load_table("calendar.toml")[table]}
    start = rf"\b(?=\d|{'|'.join(sorted(names))})"  # looked at first: most words begin no date
    return re.compile(rf"{start}(?P<before>{weekday},?\s+)?{date_words}\b(?P<after>,?\s+{weekday}\b)?", re.IGNORECASE)


@cache
def _month_day() -> str:
    month, day = rf"(?:{_any_of('months')})\b\.?", r"\d{1,2}(?:st|nd|rd|th)?"
    return rf"(?:{month}\s+{day}|{day}\s+(?:of\s+)?{month})"


def _any_of(table: str) -> str:
    return "(?:" + "|".join(sorted(load_table("calendar.toml")[table], key=len, reverse=True)) + ")"

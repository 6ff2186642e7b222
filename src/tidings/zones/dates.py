"""Dates as pages write them: only their form, their meaning is not asked here."""

import re
from functools import cache

from tidings.resources import load_table

TIME_OF_DAY = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?|\s*[ap]\b)?|\d{1,2}\s*[ap]\.?m\b\.?"


@cache
def month_day() -> str:
    """Return the pattern of a day with its month, either first: "March 3", "6 JUL"."""
    month = _any_of("months") + r"\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return rf"(?:{month}\s+{day}|{day}\s+(?:of\s+)?{month})"


@cache
def full_date() -> str:
    """Return the pattern of a date with its year, the weekday before it included."""
    weekday = rf"(?:{_any_of('weekdays')}\.?,?\s+)?"
    written = rf"{month_day()}(?:,?\s+|\s*,\s*)(?:\d{{4}}|'?\d{{2}}(?![\d:.]))"
    return rf"{weekday}(?:{written}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"


@cache
def full_date_pattern() -> re.Pattern[str]:
    """Return the pattern of a full date as words of their own."""
    return re.compile(rf"\b{full_date()}\b", re.IGNORECASE)


@cache
def date_words_pattern() -> re.Pattern[str]:
    """Return the pattern of everything that may stand on a page-date line, dates first."""
    table = load_table("zones.toml")["page_date"]
    parts = [full_date(), TIME_OF_DAY, r"\d+ (?:minutes?|hours?|days?|weeks?|months?) ago"]
    parts += [rf"\b{re.escape(label)}\b" for label in sorted(table["labels"], key=len, reverse=True)]
    parts += [rf"\b{zone}\b" for zone in table["zones"]] + [rf"\b{_any_of('weekdays')}\b"]
    return re.compile("|".join(parts), re.IGNORECASE)


@cache
def label_pattern() -> re.Pattern[str]:
    """Return the pattern of a label such as "Updated" at the start of a line."""
    labels = sorted(load_table("zones.toml")["page_date"]["labels"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(label) for label in labels)})\b", re.IGNORECASE)


def _any_of(table: str) -> str:
    words = sorted(load_table("calendar.toml")[table], key=len, reverse=True)
    return rf"(?:{'|'.join(words)})\b"

"""Date expressions that are sure by their form: a safety net below the encoder's own.

Weekdays, days of a month, "last night", "earlier this week", "a day after the attack".
Only their place is found here; what they mean is read in `facts.times`.
"""

import re
from functools import cache

from tidings.model.reading import LabelledSpan
from tidings.resources import load_table

_DATE, _TIME, _SET = "DATE", "TIME", "SET"
#: Months of up to so many letters are abbreviations and may have a full stop.
_SHORT = 4


def find_time_spans(text: str) -> tuple[LabelledSpan, ...]:
    """Return the sure date expressions of a text in text order; the longest wins, none overlap.

    >>> [span.label for span in find_time_spans("It was seen last night, on 6 JUL 90.")]
    ['TIME', 'DATE']
    """
    found = [(m.start(), m.end(), label) for label, pattern in _patterns() for m in pattern.finditer(text)]
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(found, key=_longest_first):
        if not any(start < other_end and other_start < end for other_start, other_end, _ in kept):
            kept.append((start, end, label))
    return tuple(LabelledSpan(start, end, label, 1.0) for start, end, label in sorted(kept))


def _longest_first(span: tuple[int, int, str]) -> tuple[int, int]:
    return span[0] - span[1], span[0]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    month, day = _months(), r"\d{1,2}(?:st|nd|rd|th)?"
    weekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    short = rf"(?:{weekday}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?,)"
    part = "(?:morning|afternoon|evening|night)"
    year = r"(?:19|20)\d{2}"
    month_day = rf"(?:{month}\s{day}(?![\d:])|{day}\s(?:of\s)?{month})"
    unit = r"(?:minute|hour|day|week|month|year)s?"
    number = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|several|the)"
    nouns = "|".join(sorted(load_table("times.toml")["events"]["nouns"], key=len, reverse=True))
    event = rf"(?:the|a|an|this|that|his|her|their|its)\s(?:[\w-]+\s){{0,2}}(?:{nouns})"
    rows = (
        (_DATE, rf"(?:{short}\s)?{month_day}(?:,?\s{year})?"),
        (_DATE, rf"{day}\s{month}\s\d{{2}}(?!\d)"),
        (_DATE, rf"{_long_months()}(?:\sof)?,?\s{year}"),
        (_DATE, r"\d{4}-\d{2}-\d{2}"),
        (_DATE, rf"(?:(?:last|next|this(?: past| coming)?)\s)?{weekday}(?!s\b)"),
        (_TIME, rf"(?:(?:early|late|last|this)\s)?{weekday}\s{part}(?!s\b)"),
        (_TIME, rf"(?:late\s|early\s)?(?:last night|tonight|(?:yesterday|tomorrow|this)\s{part})"),
        (_DATE, r"the day (?:before yesterday|after tomorrow)|today|yesterday|tomorrow"),
        (_DATE, r"(?:earlier\s|later\s)?(?:this|last|next)\s(?:week|weekend|month|year)"),
        (_DATE, rf"(?:late|early|mid)?[ -]?(?:last|this|next)\s(?:spring|summer|autumn|fall|winter)"),
        (_DATE, rf"(?:spring|summer|autumn|winter|fall) of {year}"),
        (_DATE, rf"(?:(?:nearly|almost|about|some|more than)\s)?{number}\s{unit}\s(?:ago|earlier)"),
        (_DATE, rf"(?:{number}\s)?{unit}\s(?:after|before)\s{event}"),
        (_DATE, rf"(?<=\bin\s){year}(?!\d|\s?(?:people|troops|soldiers|cases|homes))"),
        (_TIME, r"\d{1,2}(?::\d{2})?\s?[ap]\.?m\b\.?"),
        (_SET, rf"every\s(?:day|week|month|year|{weekday})"),
    )
    return tuple((label, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", re.IGNORECASE)) for label, pattern in rows)


def _months() -> str:
    """Return a month as names are written, in title or upper case: "may" is a verb."""
    long, short = _long_months(), [n for n in load_table("calendar.toml")["months"] if len(n) <= _SHORT]
    return rf"(?:{long}|(?-i:{'|'.join(_cased(short))})\b\.?)"


def _long_months() -> str:
    names = [name for name in load_table("calendar.toml")["months"] if len(name) > _SHORT or name == "may"]
    return rf"(?-i:{'|'.join(_cased(names))})"


def _cased(names: list[str]) -> list[str]:
    ordered = sorted(names, key=len, reverse=True)
    return [form for name in ordered for form in (name.capitalize(), name.upper())]

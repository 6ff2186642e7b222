"""Date expressions that are sure by their form: a safety net below the encoder's own.

Weekdays, days of a month, "last night", "earlier this week", "a day after the attack".
Only their place is found here; what they mean is read in `facts.times`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from tidings.model.reading import LabelledSpan
from tidings.resources import load_table

_DATE, _TIME, _SET, _DURATION = "DATE", "TIME", "SET", "DURATION"
#: Months of up to so many letters are abbreviations and may have a full stop.
_SHORT = 4
_TEN, _HUNDRED = 10, 100
_WIDEST_LEAD = 40
#: How every expression below begins: no other word is looked at.
_START = re.compile(
    r"""(?<![\w-]) (?= \d
    | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)
    | (?:today|yesterday|tomorrow|tonight|noon|midnight|early|earlier|late|later|mid|every|about|some|several|more)\b
    | (?:nearly|almost|one|two|three|four|five|six|seven|eight|nine|ten|a|an|the|spring|summer|autumn|winter|fall)\b
    | (?:minute|hour|day|week|month|year)s?\b | [ -]? (?:last|this|next)\b )""",
    re.IGNORECASE | re.VERBOSE,
)
#: Bare numbers and telephone numbers; years, hours and ISO dates are not among them.
_NO_TIME = re.compile(r"(?!(?:1\d|20)\d\d$|\d{4}-\d\d-\d\d$|[01]\d[0-5]\d$)[\d\s–-]+")


def find_time_spans(text: str) -> tuple[LabelledSpan, ...]:
    """Return the sure date expressions of a text in text order; the longest wins, none overlap.

    >>> [span.label for span in find_time_spans("It was seen last night, on 6 JUL 90.")]
    ['TIME', 'DATE']
    """
    starts = [m.start() for m in _START.finditer(text)]
    found = [(*place, label) for label, pattern in _patterns() for place in _matches(pattern, text, starts)]
    taken: list[tuple[int, int]] = []
    kept = [row for row in sorted(found, key=_longest_first) if _takes(taken, row[0], row[1])]
    return tuple(LabelledSpan(start, end, label, 1.0) for start, end, label in sorted(kept))


def merge_time_spans(text: str, heads: Sequence[LabelledSpan]) -> tuple[LabelledSpan, ...]:
    """Return the encoder's time spans joined with the sure ones: where two overlap the longer stays.

    An encoder that cuts "Earlier | this week" in two is mended by this, one that misses "Monday" too.
    """
    found = [(s.start, s.end, 1, s) for s in find_time_spans(text)]
    found += [(s.start, s.end, 0, s) for s in _mended(text, heads)]
    taken: list[tuple[int, int]] = []
    kept = [row[3] for row in sorted(found, key=_longer_then_encoder) if _takes(taken, row[0], row[1])]
    return tuple(sorted(kept, key=_start))


def _matches(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where a pattern matches at some offsets, none overlapping the one before."""
    last = 0
    for start in starts:
        match = pattern.match(text, start) if start >= last else None
        if match is not None:
            last = match.end()
            yield start, last


def _takes(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Take a stretch if none taken before overlaps it; `taken` stays in order."""
    at = bisect_left(taken, (start, end))
    if (at < len(taken) and taken[at][0] < end) or (at > 0 and taken[at - 1][1] > start):
        return False
    taken.insert(at, (start, end))
    return True


def _mended(text: str, heads: Sequence[LabelledSpan]) -> list[LabelledSpan]:
    """Join "the | third quarter" and "early | next year", drop what holds no word of time, take in what leads in."""
    joined: list[LabelledSpan] = []
    for span in heads:
        before = joined[-1] if joined else None
        if (
            before is not None
            and text[before.end : span.start] in {" ", "-"}
            and _leads(text[before.start : before.end])
        ):
            joined[-1] = LabelledSpan(before.start, span.end, span.label, span.score)
        else:
            joined.append(span)
    return [_led_in(text, span) for span in joined if not is_no_time(text[span.start : span.end])]


def _led_in(text: str, span: LabelledSpan) -> LabelledSpan:
    """Take in "the", "early", "nearly", "the end of" before an expression."""
    words = text[max(0, span.start - _WIDEST_LEAD) : span.start]
    found = _lead_pattern().search(words)
    if not found or (found.group().strip().lower() == "the" and not _takes_article(text[span.start : span.end])):
        return span
    return LabelledSpan(span.start - len(found.group()), span.end, span.label, span.score)


def _leads(words: str) -> bool:
    return words.lower().strip(" -") in load_table("times.toml")["spans"]["leads"]


def is_no_time(words: str) -> bool:
    """Say whether a span holds no word of time: an article, a number below 100, the middle of a telephone number."""
    plain = words.lower().strip(" -–.,()")
    if plain in load_table("times.toml")["spans"]["leads"] or _NO_TIME.fullmatch(plain):
        return True
    spelled = [load_table("calendar.toml")["numbers"].get(word) for word in re.split(r"[\s-]+", plain)]
    return None not in spelled and sum(filter(None, spelled)) < _HUNDRED and (len(spelled) == 1 or spelled[-1] < _TEN)


def _takes_article(words: str) -> bool:
    first = re.split(r"[\s-]", words.lower())[0]
    return first in load_table("times.toml")["spans"]["after_the"]


@cache
def _lead_pattern() -> re.Pattern[str]:
    leads = sorted(load_table("times.toml")["spans"]["lead_ins"], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:(?:{'|'.join(leads)})\s)+$", re.IGNORECASE)


def _longer_then_encoder(row: tuple[int, int, int, LabelledSpan]) -> tuple[int, int, int]:
    return row[0] - row[1], row[2], row[0]


def _start(span: LabelledSpan) -> int:
    return span.start


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
    clock = r"(?:\d{1,2}(?::\d{2})?\s?[ap]\.?m\b\.?|noon|midnight)"
    unit = r"(?:minute|hour|day|week|month|year)s?"
    number = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|several|the)"
    nouns = "|".join(sorted(load_table("times.toml")["events"]["nouns"], key=len, reverse=True))
    event = rf"(?:the|a|an|this|that|his|her|their|its)\s(?:[\w-]+\s){{0,2}}(?:{nouns})"
    rows = (
        (_DATE, rf"(?:{short}\s)?{month_day}(?:,?\s{year})?"),
        (_DATE, rf"\d{{1,2}}[-/–]\d{{1,2}}\s{month}(?:,?\s{year})?"),
        (_TIME, rf"{clock},?(?:\son)?\s(?:{weekday}|{month_day}(?:,?\s{year})?|today|yesterday|tomorrow)"),
        (_TIME, rf"(?:[01]\d|2[0-3])[0-5]\d(?:\s(?:GMT|local|hours))?\s(?:today|yesterday|this\s{part})"),
        (_DATE, rf"(?:early|late)\s(?:{weekday}|yesterday|today)"),
        (_DATE, rf"{day}\s{month}\s\d{{2}}(?!\d)"),
        (_DATE, rf"{_long_months()}(?:\sof)?,?\s{year}"),
        (_DATE, r"\d{4}-\d{2}-\d{2}"),
        (_DATE, rf"(?:(?:last|next|this(?: past| coming)?)\s)?{weekday}(?!s\b)"),
        (_TIME, rf"(?:(?:early|late|last|this)\s)?{weekday}\s{part}(?!s\b)"),
        (_TIME, rf"(?:late\s|early\s)?(?:last night|tonight|(?:yesterday|tomorrow|this)\s{part})"),
        (_DATE, r"the day (?:before yesterday|after tomorrow)|today|yesterday|tomorrow"),
        (_DATE, r"(?:earlier\s|later\s)?(?:this|last|next)\s(?:week|weekend|month|year)"),
        (_DATE, r"(?:late|early|mid)?[ -]?(?:last|this|next)\s(?:spring|summer|autumn|fall|winter)"),
        (_DATE, r"(?:the\s)?(?:(?:early|late|mid)[ -])?(?:19|20)\d0['’]?s"),
        (_DATE, rf"the year (?:{year}|two thousand(?: (?:and )?[a-z-]+teen| (?:and )?(?:one|two|three|ten))?)"),
        (_DATE, r"the (?:(?:early|late|mid)[ -])?(?:twen|thir|for|fif|six|seven|eigh|nine)ties"),
        (_DURATION, rf"the (?:next|past|last) \d+ (?:to|or) \d+ {unit}"),
        (_DATE, rf"(?:spring|summer|autumn|winter|fall) of {year}"),
        (_DATE, rf"(?:(?:nearly|almost|about|some|more than)\s)?{number}\s{unit}\s(?:ago|earlier)"),
        (_DATE, rf"(?:{number}\s)?{unit}\s(?:after|before)\s{event}"),
        (_DATE, rf"(?<=\bin\s){year}(?!\d|\s?(?:people|troops|soldiers|cases|homes))"),
        (_TIME, clock),
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

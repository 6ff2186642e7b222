"""Periods: this, last and next week, month or year; weekends, seasons, quarters, decades, centuries."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from tidings.facts.times.days import (
    Days,
    add_months,
    days_of,
    month_value,
    quarter_value,
    week_value,
    weekday_after,
    weekday_before,
)
from tidings.facts.times.lengths import past_length
from tidings.facts.times.meaning import Anchor, Meaning, Tense, dated, plain, unplaced
from tidings.facts.times.pointed import read_parts
from tidings.model.time import TimeType
from tidings.model.when import Precision
from tidings.resources import load_table

_SATURDAY = 6
_OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
}
_SHIFTS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "preceding": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
}
_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


def read_period(words: str, anchor: Anchor) -> Meaning | None:
    """Read a period by its name or by its distance from the day of writing."""
    plain_form = re.sub(r"^the (?=(?:last|past|next|coming|following|previous|current|present|latest)\b)", "", words)
    for reader in _READERS:
        found = reader(plain_form, anchor)
        if found:
            return found
    return None


def _this_or_next(words: str, anchor: Anchor) -> Meaning | None:
    """Read "last week", "this month", "earlier this year", "the coming weekend"."""
    found = re.fullmatch(
        r"(?:(earlier|later|early|late) )?"
        r"(this|current|present|same|last|past|previous|prior|preceding|next|coming|upcoming|following)"
        r"(?: (?:fiscal|financial|calendar|past|coming))? (week|weekend|month|quarter|year|decade|century)",
        words,
    )
    if not found:
        return None
    part, which, unit = found.groups()
    shift = _SHIFTS.get(which, 0)
    here = _counted_from(which, anchor)
    if which == "past" and unit != "year":
        value = {"decade": "P10Y", "century": "P100Y"}.get(unit, f"P1{unit[0].upper()}")
        length = plain(value, "a length of time", "duration", TimeType.DURATION)
        return past_length(words, value, anchor) or length
    if here is None:
        return unplaced(_OPEN.get(unit, "XXXX"), f"{which} {unit}")
    value = _period_value(unit, here, shift, anchor)
    why = f"the {unit} {_direction(shift)} {anchor.described}"
    return _narrowed(dated(value, why, f"{which} {unit}"), part, which, here)


def _counted_from(which: str, anchor: Anchor) -> date | None:
    """Return the day a period is counted from: "the following month" looks at the date named before."""
    if which in {"following", "previous", "preceding", "same", "prior"} and anchor.mentioned and anchor.mentioned.days:
        return anchor.mentioned.days.first
    return anchor.day


def _period_value(unit: str, here: date, shift: int, anchor: Anchor) -> str:
    if unit == "week":
        return week_value(here + timedelta(weeks=shift))
    if unit == "weekend":
        return _weekend_value(here, shift, anchor)
    if unit == "month":
        return month_value(add_months(date(here.year, here.month, 1), shift))
    if unit == "quarter":
        return quarter_value(here, shift)
    if unit == "year":
        return f"{here.year + shift:04d}"
    return f"{here.year // 10 + shift:03d}" if unit == "decade" else f"{here.year // 100 + shift:02d}"


def _weekend_value(here: date, shift: int, anchor: Anchor) -> str:
    """Return a weekend: on a Saturday or Sunday "this weekend" is that one, else the tense decides."""
    ahead = shift == 1 or (shift == 0 and anchor.tense is Tense.FUTURE)
    if here.isoweekday() >= _SATURDAY and shift == 0:
        saturday = weekday_before(here, _SATURDAY)
    elif ahead:
        saturday = weekday_after(here + timedelta(days=1), _SATURDAY)
    else:
        saturday = weekday_before(
            here - timedelta(days=2 if shift == -1 and here.isoweekday() >= _SATURDAY else 0), _SATURDAY
        )
    return f"{week_value(saturday)}-WE"


def _direction(shift: int) -> str:
    return {0: "in which", -1: "before the one in which"}.get(shift, "after the one in which")


def _narrowed(meaning: Meaning, part: str | None, which: str, here: date) -> Meaning:
    """Keep of "earlier this week" only the days up to the day of writing, of "later" only those after it."""
    days = meaning.days
    if (
        part not in {"earlier", "later"}
        or which not in {"this", "current"}
        or days is None
        or not days.first <= here <= days.last
    ):
        return meaning
    kept = Days(days.first, here, days.precision) if part == "earlier" else Days(here, days.last, days.precision)
    return Meaning(type=meaning.type, value=meaning.value, why=f"{part} in {meaning.why}", rule=meaning.rule, days=kept)


def _weekend(words: str, anchor: Anchor) -> Meaning | None:
    if words not in {"the weekend", "weekend", "over the weekend", "a weekend"}:
        return None
    if anchor.label == TimeType.DURATION:
        return plain("P2D", "a weekend's length", "duration", TimeType.DURATION)
    if anchor.day is None:
        return unplaced(_OPEN["weekend"], "weekend")
    return dated(_weekend_value(anchor.day, 0, anchor), f"the weekend next to when {anchor.described}", "weekend")


def _season(words: str, anchor: Anchor) -> Meaning | None:
    found = re.fullmatch(
        r"(?:(this past|this coming|this|last|next|past|coming|early|late|the|mid|the early|the late) )?"
        rf"({_any_of('seasons')})"
        r"(?: (?:of )?(?:(\d{4})|(last|this|next) year))?",
        words,
    )
    if not found:
        return None
    code = load_table("calendar.toml")["seasons"][found[2]]
    if found[3]:
        return dated(f"{found[3]}-{code}", f"{found[2]} of {found[3]}", "season of a year")
    if anchor.day is None:
        return unplaced(f"XXXX-{code}", "season")
    year = _season_year(code, found[1] or "", found[4], anchor)
    return dated(f"{year}-{code}", f"the {found[2]} nearest to when {anchor.described}", "nearest season")


def _season_year(code: str, which: str, year_word: str | None, anchor: Anchor) -> int:
    here = anchor.day or date.min
    if year_word:
        return here.year + _SHIFTS.get(year_word, 0)
    if which == "this":
        return here.year
    back = which in {"last", "past", "this past"} or (
        anchor.tense is not Tense.FUTURE and which not in {"next", "coming", "this coming"}
    )
    days = days_of(f"{here.year}-{code}")
    if days is None:
        return here.year
    if back:
        over = days.last < here if which == "last" else days.first <= here
        return here.year if over else here.year - 1
    return here.year if days.first > here else here.year + 1


def _quarter(words: str, anchor: Anchor) -> Meaning | None:
    ahead = re.fullmatch(r"(?:the )?(last|this|next) year (\dth quarter|\dth half)", words)
    if ahead:
        words = f"{ahead[2]} {ahead[1]} year"
    cleaned = re.sub(
        r"\b(?:the|a|an|fiscal|financial|flat|comparable|year|most recent|latest|its)\b ?", "", words
    ).strip()
    found = re.fullmatch(
        r"(?:(\d{4}) )?(?:(\d)th|(last|final)) (quarter|half)(?: (?:of )?(?:(\d{4})|(last|this|next) ?))?", cleaned
    )
    if not found:
        return None
    letter = "Q" if found[4] == "quarter" else "H"
    number = int(found[2]) if found[2] else (4 if letter == "Q" else 2)
    year = found[1] or found[5]
    if year:
        return dated(f"{year}-{letter}{number}", f"{found[4]} {number} of {year}", "quarter of a year")
    if anchor.day is None:
        return unplaced(f"XXXX-{letter}{number}", "quarter")
    shift = _SHIFTS.get(found[6] or "", 0)
    years = [anchor.day.year + shift] if found[6] else [anchor.day.year, anchor.day.year - 1]
    chosen = next((y for y in years if _started(f"{y}-{letter}{number}", anchor)), years[0])
    return dated(f"{chosen}-{letter}{number}", f"the last such {found[4]} before {anchor.described}", "last quarter")


def _started(value: str, anchor: Anchor) -> bool:
    days = days_of(value)
    return bool(days and anchor.day and (days.first <= anchor.day or anchor.tense is Tense.FUTURE))


def _latest_quarter(words: str, anchor: Anchor) -> Meaning | None:
    if (
        words
        not in {"latest quarter", "latest period", "the quarter", "recent quarter", "last quarter", "that quarter"}
        or not anchor.day
    ):
        return None
    return dated(quarter_value(anchor.day, -1), f"the last full quarter before {anchor.described}", "last quarter")


def _fiscal_year(words: str, anchor: Anchor) -> Meaning | None:
    found = re.fullmatch(
        r"(?:the )?(?:fiscal|financial)(?: year)? (\d{4})|(?:the )?(?:year|season|period) (\d{4})"
        r"|(?:the )?(\d{4}) (?:period|season|fiscal year)",
        words,
    )
    if found:
        year = found[1] or found[2] or found[3]
        return dated(year, f"the year {year}", "year")
    if re.fullmatch(r"(?:the )?(?:current )?(?:fiscal|financial|full|whole|entire) year", words) and anchor.day:
        return dated(f"{anchor.day.year}", f"the year in which {anchor.described}", "this year")
    return None


def _decade_or_century(words: str, _anchor: Anchor) -> Meaning | None:
    found = re.fullmatch(r"(?:the )?(?:\w+ half of )?(?:the )?(?:(?:early|mid|late) )?(\d{3})0s", words)
    if found:
        return dated(found[1], f"the {found[1]}0s", "decade")
    found = re.fullmatch(rf"(?:the )?(?:(?:early|mid|late) )?({'|'.join(_DECADES)})", words)
    if found:
        return dated(f"19{_DECADES[found[1]]}", f"the {found[1]} of the twentieth century", "decade")
    found = re.fullmatch(r"(?:the )?(?:(?:early|mid|late) )?(\d{1,2})th century", words)
    return dated(f"{int(found[1]) - 1:02d}", f"century {found[1]}", "century") if found else None


def _bare_period(words: str, anchor: Anchor) -> Meaning | None:
    """Read "the year", "the month": the period of writing if the encoder took it for a date, else a length."""
    found = re.fullmatch(r"the (day|week|month|year)", words)
    if not found or anchor.label != TimeType.DATE or anchor.day is None:
        return None
    unit = found[1]
    if unit == "day":
        return None
    return dated(_period_value(unit, anchor.day, 0, anchor), f"the {unit} in which {anchor.described}", f"this {unit}")


def _that_period(words: str, anchor: Anchor) -> Meaning | None:
    """Read "that year", "later that month": the one of the date named before."""
    found = re.fullmatch(
        r"(?:(?:earlier|later|early|late) )?(?:that|that same|the same) (week|month|year|decade)", words
    )
    if not found:
        return None
    days = anchor.mentioned.days if anchor.mentioned else None
    if days is None:
        return unplaced(_OPEN.get(found[1], "XXXX"), f"that {found[1]}")
    return dated(
        _period_value(found[1], days.first, 0, anchor), f"the {found[1]} of the date named before", f"that {found[1]}"
    )


def _year_end(words: str, anchor: Anchor) -> Meaning | None:
    if (
        not re.fullmatch(r"(?:the )?(?:end of (?:the )?year|year end|yearend|year)(?: end)?", words)
        or words == "the year"
        or not anchor.day
    ):
        return None
    return (
        dated(f"{anchor.day.year}-12", f"the end of the year in which {anchor.described}", "year's end")
        if "end" in words
        else None
    )


def _week_of_month(words: str, anchor: Anchor) -> Meaning | None:
    """Read "the first week of March": the first is the one with the month's first day."""
    found = re.fullmatch(r"(?:the )?(?:(\d)th|last|final) week (?:of|in) (.+)", words)
    inner = read_parts(found[2], anchor) if found else None
    if found is None or inner is None or inner.days is None or inner.days.precision is not Precision.MONTH:
        return None
    day = inner.days.first + timedelta(weeks=int(found[1]) - 1) if found[1] else inner.days.last
    return dated(week_value(day), f"that week of {inner.value}", "week of a month")


def _week_of(words: str, anchor: Anchor) -> Meaning | None:
    found = re.fullmatch(r"(?:the )?week (?:of|ending|beginning|starting) (.+)", words)
    if not found:
        return None
    inner = read_parts(found[1], anchor)
    if inner is None or inner.days is None:
        return None
    return dated(week_value(inner.days.first), f"the week of {inner.value}", "week of a day")


@cache
def _any_of(table: str) -> str:
    return "|".join(sorted(load_table("calendar.toml")[table], key=len, reverse=True))


_READERS: tuple[Callable[[str, Anchor], Meaning | None], ...] = (
    _this_or_next,
    _that_period,
    _weekend,
    _season,
    _quarter,
    _latest_quarter,
    _fiscal_year,
    _decade_or_century,
    _week_of_month,
    _week_of,
    _year_end,
    _bare_period,
)

"""Dates made of parts: full dates, months, weekdays, "yesterday", hours and parts of the day."""

from dataclasses import replace
from datetime import date, timedelta

from tidings.facts.times.days import (
    MONTHS_IN_YEAR,
    Days,
    add_months,
    month_value,
    nth_weekday,
    weekday_after,
    weekday_before,
)
from tidings.facts.times.meaning import Anchor, Meaning, Tense, dated, unplaced
from tidings.facts.times.parts import Parts, parts_of
from tidings.model.time import TimeType
from tidings.resources import load_table

#: A date on the side that the tense speaks against counts as so many times as far away.
_AGAINST_THE_TENSE = 3
#: Months without a day are named loosely, so there the tense has more to say.
_AGAINST_THE_PAST_IN_MONTHS = 12
#: An hour belongs to a day named so many characters before it at most: the sentence or the one before.
_NEARBY = 250
#: "last" and "next" rule the other side out.
_AGAINST_A_WORD = 1000


def read_parts(words: str, anchor: Anchor) -> Meaning | None:
    """Read an expression that names parts of a date; None when it says anything else."""
    parts = parts_of(words)
    if parts is None:
        return None
    found = _to_last_day(parts, _day_meaning(parts, anchor))
    return _with_hour(parts, found, anchor)


def _day_meaning(parts: Parts, anchor: Anchor) -> Meaning | None:
    """Return what the parts say of the day, None when they name only an hour."""
    if parts.month is not None:
        return _month_meaning(parts, anchor)
    if parts.holiday is not None:
        return _holiday_meaning(parts, anchor)
    if parts.year is not None:
        return dated(f"{parts.year:04d}", f"the year {parts.year}", "year")
    if parts.weekday is not None:
        return _weekday_meaning(parts, anchor)
    if parts.day_shift is not None:
        return _shifted(parts.day_shift, anchor)
    return None


def _to_last_day(parts: Parts, found: Meaning | None) -> Meaning | None:
    """Stretch "15/16 September" to its second day."""
    if parts.day_last is None or found is None or found.days is None:
        return found
    last = _made(found.days.first.year, found.days.first.month, parts.day_last)
    if last is None or last < found.days.first:
        return found
    return replace(found, days=Days(found.days.first, last, found.days.precision))


def _month_meaning(parts: Parts, anchor: Anchor) -> Meaning | None:
    month, day = parts.month or 1, parts.day
    if not 1 <= month <= MONTHS_IN_YEAR or (day is not None and not _is_day(month, day)):
        return None
    if parts.year is not None:
        return _written_out(parts.year, month, day)
    if anchor.day is None:
        open_value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
        return unplaced(open_value, "month without a year")
    if parts.year_shift is not None:
        return _written_out(anchor.day.year + parts.year_shift, month, day)
    return _nearest(month, day, parts.direction, anchor)


def _written_out(year: int, month: int, day: int | None) -> Meaning:
    value = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
    return dated(
        value, "written in full" if day else "month and year are given", "full date" if day else "month and year"
    )


def _nearest(month: int, day: int | None, direction: int | None, anchor: Anchor) -> Meaning | None:
    """Return the month or day of the year that fits the tense and lies nearest to the day of writing."""
    here = anchor.day
    if here is None:
        return None
    choices = [c for c in (_made(here.year + shift, month, day or 1) for shift in (-1, 0, 1)) if c is not None]
    chosen = min(choices, key=lambda c: _remoteness(c, direction, anchor, whole_month=day is None))
    value = month_value(chosen) if day is None else chosen.isoformat()
    side = {Tense.PAST: "looking back", Tense.FUTURE: "looking ahead"}.get(anchor.tense, "either side")
    why = f"no year is given; the one nearest to when {anchor.described}, {side}"
    return dated(value, why, "nearest year")


def _remoteness(choice: date, direction: int | None, anchor: Anchor, *, whole_month: bool) -> int:
    """Return how far a date lies from the day of writing; the side that the tense speaks against counts more."""
    here = anchor.day or choice
    ends = add_months(choice, 1) - timedelta(days=1) if whole_month else choice
    if choice <= here <= ends:
        return 0 if direction in {0, None} else _AGAINST_A_WORD
    away = (choice - here).days if choice > here else (here - ends).days
    side = 1 if choice > here else -1
    if direction == 0:
        return away if choice.year == here.year else away + _AGAINST_A_WORD
    if direction in {-1, 1}:
        return away if side == direction else away + _AGAINST_A_WORD
    wanted = {Tense.PAST: -1, Tense.FUTURE: 1}.get(anchor.tense, side)
    return away if side == wanted else away * _weight(anchor.tense, whole_month=whole_month)


def _weight(tense: Tense, *, whole_month: bool) -> int:
    return _AGAINST_THE_PAST_IN_MONTHS if whole_month and tense is Tense.PAST else _AGAINST_THE_TENSE


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_day(month: int, day: int) -> bool:
    return _made(2000, month, day) is not None


def _holiday_meaning(parts: Parts, anchor: Anchor) -> Meaning:
    table = load_table("calendar.toml")
    name = parts.holiday or ""
    fixed = table["fixed_holidays"].get(name)
    year = parts.year if parts.year is not None else None
    if year is None and anchor.day is None:
        return unplaced(f"XXXX-{fixed}" if fixed else "XXXX-XX-XX", "holiday")
    years = [year] if year is not None else [(anchor.day or date.min).year + shift for shift in (-1, 0, 1)]
    days = [_holiday(name, each) for each in years]
    chosen = min(days, key=lambda d: _remoteness(d, parts.direction, anchor, whole_month=False))
    return dated(chosen.isoformat(), f"{name} of {chosen.year}", "holiday")


def _holiday(name: str, year: int) -> date:
    table = load_table("calendar.toml")
    if name in table["fixed_holidays"]:
        return date.fromisoformat(f"{year:04d}-{table['fixed_holidays'][name]}")
    month, weekday, nth = table["moving_holidays"][name]
    return nth_weekday(year, month, weekday, nth)


def _weekday_meaning(parts: Parts, anchor: Anchor) -> Meaning:
    weekday = parts.weekday or 1
    if anchor.day is None:
        return unplaced(f"XXXX-WXX-{weekday}", "weekday")
    forward = {1: True, -1: False, 0: anchor.tense is not Tense.PAST}
    ahead = forward.get(parts.direction, False) if parts.direction is not None else anchor.tense is Tense.FUTURE
    if ahead:
        day = weekday_after(anchor.day, weekday, strictly=parts.direction == 1)
    else:
        day = weekday_before(anchor.day, weekday, strictly=parts.direction == -1)
    if day == anchor.day:
        why = f"the day on which {anchor.described}"
    else:
        why = f"the {'next' if ahead else 'last'} {day:%A} {'after' if ahead else 'before'} {anchor.described}"
    return dated(day.isoformat(), why, "next weekday" if ahead else "last weekday")


def _shifted(shift: int, anchor: Anchor) -> Meaning:
    if anchor.day is None:
        return unplaced("XXXX-XX-XX", "day by its distance")
    day = anchor.day + timedelta(days=shift)
    names = {0: "the day on which", -1: "the day before", 1: "the day after"}
    return dated(
        day.isoformat(),
        f"{names.get(shift, f'{shift:+d} days from when')} {anchor.described}",
        "today and its neighbours",
    )


def _with_hour(parts: Parts, found: Meaning | None, anchor: Anchor) -> Meaning | None:
    """Add hour or part of the day to a day; an hour alone belongs to the day named before it."""
    hour = parts.clock or (f"T{parts.day_part}" if parts.day_part else "")
    if not hour:
        return found
    if found is None and anchor.mentioned_day is not None and anchor.gap <= _NEARBY and hour != "T24:00":
        day = anchor.mentioned_day + timedelta(days=parts.direction or 0)
        found = dated(day.isoformat(), "an hour of the day named before", "hour of a day named before")
    if found is None:
        return unplaced(hour, "hour without a day", TimeType.TIME)
    if found.days is None or found.days.first != found.days.last:
        return Meaning(
            type=TimeType.TIME,
            value=f"{found.value}{hour}",
            why=found.why,
            rule=found.rule,
            days=found.days,
            open=found.open,
        )
    return dated(f"{found.value}{hour}", found.why, found.rule, TimeType.TIME)

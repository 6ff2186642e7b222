"""Arithmetic of days, weeks, months and seasons, and the days that a TIMEX3 value stands for."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tidings.model.when import Precision
from tidings.resources import load_table

MONTHS_IN_YEAR = 12
DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, both ends included, and how exactly it is known."""

    first: date
    last: date
    precision: Precision


def days_of(value: str) -> Days | None:
    """Return the days of a TIMEX3 value; None for durations, sets, references and open dates.

    >>> days_of("2021-W07").first.isoformat()
    '2021-02-15'
    >>> days_of("198").last.isoformat()
    '1989-12-31'
    >>> days_of("XXXX-12-26") is None
    True
    """
    for pattern, reader in _READERS:
        found = re.fullmatch(pattern, value)
        if found:
            try:
                return reader(*found.groups())
            except ValueError:
                return None
    return None


def add_months(day: date, months: int) -> date:
    """Return the same day some months on, or the last day of that month."""
    total = day.year * MONTHS_IN_YEAR + day.month - 1 + months
    year, month = divmod(total, MONTHS_IN_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_value(day: date) -> str:
    """Return the TIMEX3 value of the day's month."""
    return f"{day.year:04d}-{day.month:02d}"


def week_value(day: date) -> str:
    """Return the TIMEX3 value of the day's ISO week."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(day: date, shift: int = 0) -> str:
    """Return the TIMEX3 value of the day's quarter, some quarters on."""
    total = day.year * 4 + (day.month - 1) // 3 + shift
    return f"{total // 4:04d}-Q{total % 4 + 1}"


def weekday_before(day: date, weekday: int, *, strictly: bool = False) -> date:
    """Return the last such weekday (Monday is 1) up to a day, or before it."""
    back = (day.isoweekday() - weekday) % DAYS_IN_WEEK
    return day - timedelta(days=back or (DAYS_IN_WEEK if strictly else 0))


def weekday_after(day: date, weekday: int, *, strictly: bool = False) -> date:
    """Return the next such weekday (Monday is 1) from a day on, or after it."""
    ahead = (weekday - day.isoweekday()) % DAYS_IN_WEEK
    return day + timedelta(days=ahead or (DAYS_IN_WEEK if strictly else 0))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday of a month; -1 is the last one."""
    if nth < 0:
        return weekday_before(date(year, month, monthrange(year, month)[1]), weekday)
    return weekday_after(date(year, month, 1), weekday) + timedelta(days=DAYS_IN_WEEK * (nth - 1))


@cache
def season_months(code: str) -> tuple[int, int]:
    """Return first and last month of a season; over 12 is the year after."""
    first, last = load_table("calendar.toml")["season_months"][code]
    return first, last


def _a_minute(year: str, month: str, day: str) -> Days:
    return _one(date(int(year), int(month), int(day)), Precision.MINUTE)


def _an_hour(year: str, month: str, day: str) -> Days:
    return _one(date(int(year), int(month), int(day)), Precision.HOUR)


def _a_day(year: str, month: str, day: str) -> Days:
    return _one(date(int(year), int(month), int(day)), Precision.DAY)


def _one(day: date, precision: Precision) -> Days:
    return Days(day, day, precision)


def _a_week(year: str, week: str) -> Days:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return Days(monday, monday + timedelta(days=6), Precision.WEEK)


def _a_weekend(year: str, week: str) -> Days:
    saturday = date.fromisocalendar(int(year), int(week), 6)
    return Days(saturday, saturday + timedelta(days=1), Precision.DAY)


def _a_weekday(year: str, week: str, weekday: str) -> Days:
    return _one(date.fromisocalendar(int(year), int(week), int(weekday)), Precision.DAY)


def _months(year: int, first: int, last: int, precision: Precision) -> Days:
    start = add_months(date(year, 1, 1), first - 1)
    return Days(start, add_months(date(year, 1, 1), last) - timedelta(days=1), precision)


def _a_month(year: str, month: str) -> Days:
    return _months(int(year), int(month), int(month), Precision.MONTH)


def _a_quarter(year: str, quarter: str) -> Days:
    return _months(int(year), int(quarter) * 3 - 2, int(quarter) * 3, Precision.MONTH)


def _a_half(year: str, half: str) -> Days:
    return _months(int(year), int(half) * 6 - 5, int(half) * 6, Precision.MONTH)


def _a_season(year: str, code: str) -> Days:
    first, last = season_months(code)
    return _months(int(year), first, last, Precision.MONTH)


def _a_year(year: str) -> Days:
    return _months(int(year), 1, MONTHS_IN_YEAR, Precision.YEAR)


def _a_decade(decade: str) -> Days:
    return Days(date(int(decade) * 10, 1, 1), date(int(decade) * 10 + 9, 12, 31), Precision.YEAR)


def _a_century(century: str) -> Days:
    return Days(date(int(century) * 100, 1, 1), date(int(century) * 100 + 99, 12, 31), Precision.YEAR)


_READERS = (
    (r"(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d)?Z?", _a_minute),
    (r"(\d{4})-(\d\d)-(\d\d)T\d\d", _an_hour),
    (r"(\d{4})-(\d\d)-(\d\d)(?:T[A-Z]{2})?", _a_day),
    (r"(\d{4})-W(\d\d)-WE", _a_weekend),
    (r"(\d{4})-W(\d\d)-([1-7])(?:T[A-Z]{2})?", _a_weekday),
    (r"(\d{4})-W(\d\d)", _a_week),
    (r"(\d{4})-(\d\d)", _a_month),
    (r"(\d{4})-Q([1-4])", _a_quarter),
    (r"(\d{4})-H([12])", _a_half),
    (r"(\d{4})-(SP|SU|FA|WI)", _a_season),
    (r"(\d{4})", _a_year),
    (r"(\d{3})", _a_decade),
    (r"(\d{2})", _a_century),
)

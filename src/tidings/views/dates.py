"""Days and intervals as people write them."""

from datetime import date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def write_day(day: str) -> str:
    """Return an ISO date in words.

    >>> write_day("2022-06-14")
    'Tue 14 June 2022'
    """
    known = _parse(day)
    return f"{WEEKDAYS[known.weekday()]} {_plain(known)}" if known else day


def write_short(from_: str | None, to: str | None) -> str:
    """Return one day without its year, "" for an interval that is longer or not known.

    >>> write_short("2022-06-14", "2022-06-14")
    'Tue 14 Jun'
    """
    known = _parse(from_ or "")
    if known is None or from_ != to:
        return ""
    return f"{WEEKDAYS[known.weekday()]} {known.day} {MONTHS[known.month - 1][:3]}"


def write_interval(from_: str | None, to: str | None) -> str:
    """Return an interval of days in words, "" for one that is not known.

    >>> write_interval("2021-11-01", "2021-11-30")
    'November 2021'
    >>> write_interval("2022-06-13", "2022-06-16")
    '13–16 June 2022'
    """
    if not from_ or not to:
        return f"since {write_day(from_)}" if from_ else f"until {write_day(to)}" if to else ""
    if from_ == to:
        return write_day(from_)
    first, last = _parse(from_), _parse(to)
    if first is None or last is None:
        return f"{from_} to {to}"
    return _whole(first, last) or _range(first, last)


def _parse(day: str) -> date | None:
    try:
        return date.fromisoformat(day[:10])
    except ValueError:
        return None


def _plain(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _whole(first: date, last: date) -> str:
    """Return the name of a whole year or month."""
    if (first.year, first.month, first.day, last.month, last.day) == (last.year, 1, 1, 12, 31):
        return str(first.year)
    next_day = date.fromordinal(last.toordinal() + 1)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and next_day.day == 1:
        return f"{MONTHS[first.month - 1]} {first.year}"
    return ""


def _range(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_plain(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {_plain(last)}"
    return f"{_plain(first)} – {_plain(last)}"

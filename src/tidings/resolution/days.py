"""How far two events are apart in time, or how soon after one the other was reported."""

from datetime import date

from tidings.model.incident import Features

#: An interval longer than this many days is a month or a season: nothing is on the same day as it.
_EXACT = 3
_GAPS = ((0, "same"), (1, "next"), (3, "near"), (10, "week"), (45, "month"))
_DELAYS = ((1, "reported_next"), (4, "reported_soon"), (30, "reported_month"))
_BEFORE = -2


def find_day_level(a: Features, b: Features) -> tuple[str, str] | None:
    """Return how two events compare in time, and the days compared."""
    days_a, days_b = find_days(a), find_days(b)
    if days_a is not None and days_b is not None:
        return _of_intervals(days_a, days_b)
    if days_a is None and days_b is None:
        return _of_reports(a, b)
    dated, undated = (days_a, b) if days_a is not None else (days_b, a)
    return None if dated is None else _of_delay(dated, undated)


def find_days(features: Features) -> tuple[date, date] | None:
    """Return the first and last day on which an event may have happened, None if nothing is said."""
    first, last = features.date_from or features.date_to, features.date_to or features.date_from
    return None if first is None or last is None else (date.fromisoformat(first), date.fromisoformat(last))


def _of_intervals(a: tuple[date, date], b: tuple[date, date]) -> tuple[str, str]:
    gap = max((a[0] - b[1]).days, (b[0] - a[1]).days, 0)
    told = f"{_told(a)} and {_told(b)}"
    if gap == 0 and not (_is_exact(a) and _is_exact(b)):
        return "within", told
    return next((name for most, name in _GAPS if gap <= most), "far"), told


def _of_reports(a: Features, b: Features) -> tuple[str, str] | None:
    """Compare two events without a date by when they were reported; what is recalled has no such day."""
    if a.first_seen is None or b.first_seen is None or "background" in (a.status, b.status):
        return None
    gap = abs((date.fromisoformat(a.first_seen) - date.fromisoformat(b.first_seen)).days)
    name = next((name for most, name in _DELAYS if gap <= most), "reported_far")
    return name, f"reported on {a.first_seen} and {b.first_seen}"


def _of_delay(dated: tuple[date, date], undated: Features) -> tuple[str, str] | None:
    if undated.first_seen is None:
        return None
    seen = date.fromisoformat(undated.first_seen)
    told = f"{_told(dated)}, and one reported on {seen}"
    if (seen - dated[0]).days <= _BEFORE:
        return "reported_before", told
    if undated.status == "background":
        return None
    delay = max((seen - dated[1]).days, 0)
    return next((name for most, name in _DELAYS if delay <= most), "reported_far"), told


def _is_exact(days: tuple[date, date]) -> bool:
    return (days[1] - days[0]).days <= _EXACT


def _told(days: tuple[date, date]) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"

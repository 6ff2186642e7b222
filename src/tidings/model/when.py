"""Intervals of days, as the record gives them."""

from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """The unit a time is known to."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """First and last day, both included, as ISO dates; None where unknown."""

    from_: str | None
    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When something happened: an interval, how exactly it is known, and why."""

    from_: str | None
    to: str | None
    precision: Precision | None
    why: str

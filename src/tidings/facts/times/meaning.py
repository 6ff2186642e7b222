"""What a time expression means, and what it is read against."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from tidings.facts.times.days import Days, days_of
from tidings.model.time import TimeType


class Tense(Enum):
    """Whether the governing verb looks back or ahead."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A TIMEX3 reading of one expression; `days` is None where no days can be named."""

    type: TimeType
    value: str
    why: str
    rule: str
    days: Days | None = None
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What relative words are read against.

    `day` is the day of writing, or a caption's own day; `mentioned` is the last day, month or
    year that the report named before this expression, `gap` characters back; `label` is the encoder's TIMEX3 type.
    """

    day: date | None = None
    tense: Tense = Tense.UNKNOWN
    mentioned: Meaning | None = None
    label: str | None = None
    gap: int = 0
    day_name: str = "the story was written"

    @property
    def described(self) -> str:
        """Name the day in words, for reasons."""
        return f"{self.day_name}, {self.day:%A} {self.day.isoformat()}" if self.day else "an unknown day"

    @property
    def mentioned_day(self) -> date | None:
        """The day named before, if a single day was."""
        days = self.mentioned.days if self.mentioned else None
        return days.first if days and days.first == days.last else None


def dated(value: str, why: str, rule: str, kind: TimeType = TimeType.DATE) -> Meaning:
    """Return a meaning whose days follow from its value."""
    return Meaning(type=kind, value=value, why=why, rule=rule, days=days_of(value))


def unplaced(value: str, rule: str, kind: TimeType = TimeType.DATE) -> Meaning:
    """Return a date that cannot be placed because the day it is read against is unknown."""
    why = "the day it is counted from is not known, so no date is given"
    return Meaning(type=kind, value=value, why=why, rule=rule, open=True)


def plain(value: str, why: str, rule: str, kind: TimeType) -> Meaning:
    """Return a meaning that names no days: a duration, a set or a vague reference."""
    return Meaning(type=kind, value=value, why=why, rule=rule)

"""Times: TIMEX3 expressions with the days they stand for."""

from dataclasses import dataclass
from enum import StrEnum

from tidings.model.span import Span
from tidings.model.when import Precision


class TimeType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression: its TIMEX3 value, the interval of days, and how it was read.

    `from_` and `to` are None for durations, sets and dates that cannot be known.
    """

    mention: str
    start: int
    end: int
    type: TimeType
    value: str
    from_: str | None
    to: str | None
    precision: Precision | None
    why: str
    rule: str = ""

    @property
    def span(self) -> Span:
        """The expression as a span of the report."""
        return Span(self.start, self.end)

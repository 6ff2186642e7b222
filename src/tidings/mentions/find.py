"""Mentions of a report."""

from collections.abc import Sequence

from tidings.model.mention import Mention
from tidings.model.reading import Reading
from tidings.model.report import Zone


def find_mentions(reading: Reading, zones: Sequence[Zone]) -> tuple[Mention, ...]:
    """Return the mentions in text order, ids m1, m2, …; `entity` is still None."""
    return ()

"""A strength in numbers and words: what was there, what is planned, on which day."""

from dataclasses import dataclass

from tidings.store.queries.missions import LevelRow
from tidings.views.words import count_heads

PLANNED = frozenset({"planned", "authorised"})
#: What such an owner has in a mission is its contingent, not the mission's strength.
CONTRIBUTORS = frozenset({"state", "government"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """One figure of one report.

    `low` and `high` are head counts, both ends included, None where open; `day` is the ISO day on
    which the figure holds (for a plan: by which it is to be reached), None where no report says so;
    `stated` the day on which the report was written. `start` is the figure it is to grow from.
    """

    level: LevelRow
    is_planned: bool
    is_whole: bool
    low: int | None
    high: int | None
    start: int | None
    day: str | None
    stated: str | None
    words: str


def strength_of(level: LevelRow, mission: str) -> Strength:
    """Return a row of the store as a strength of the mission with this actor id, or of a part of it."""
    is_planned = level.status in PLANNED
    stated = level.written_from or level.published
    low, high = bounds_of(level)
    return Strength(
        level=level,
        is_planned=is_planned,
        is_whole=level.force == mission and level.owner_category not in CONTRIBUTORS,
        low=low,
        high=high,
        start=level.count_from,
        day=_deadline(level) if is_planned else _held(level, stated),
        stated=stated,
        words=write_strength(level),
    )


def bounds_of(level: LevelRow) -> tuple[int | None, int | None]:
    """Return the lowest and the highest head count of a level; none for a mere change."""
    high = level.to_at_most if level.to_at_most is not None else level.count_to
    return level.count_to, high


def write_strength(level: LevelRow) -> str:
    """Return a level's figure with its unit: “about 1,200 trainers”, “120 soldiers fewer”."""
    unit = level.unit or "people"
    low, high = bounds_of(level)
    if low is None and high is None:
        return _write_change(level, unit)
    count = count_heads(low, high, approximate=level.approximate)
    grows = f"from {level.count_from:,} to " if level.count_from is not None else ""
    return f"{grows}{count} {unit}"


def _write_change(level: LevelRow, unit: str) -> str:
    if level.change is None:
        return f"an unknown number of {unit}"
    about = "about " if level.approximate else ""
    return f"{about}{abs(level.change):,} {unit} {'more' if level.change > 0 else 'fewer'}"


def _deadline(level: LevelRow) -> str | None:
    return level.date_to or level.date_from


def _held(level: LevelRow, stated: str | None) -> str | None:
    """Return the day on which an actual strength held: its own date, else the day of writing, but not for the past."""
    if level.date_from or level.date_to:
        return level.date_from or level.date_to
    return stated

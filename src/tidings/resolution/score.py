"""The score of two events: the sum of the points that incidents.toml gives their levels."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tidings.model.incident import Features
from tidings.resolution import levels
from tidings.resolution.table import points

Comparison = Callable[[Features, Features], levels.Level | None]

#: Every feature compared, by its name in incidents.toml. Add a feature by adding a line.
COMPARISONS: tuple[tuple[str, Comparison], ...] = (
    ("type", levels.compare_types),
    ("day", levels.compare_days),
    ("place", levels.compare_places),
    ("killed", levels.compare_killed),
    ("injured", levels.compare_injured),
    ("weapon", levels.compare_weapons),
    ("actor", levels.compare_actors),
    ("name", levels.compare_names),
    ("words", levels.compare_words),
    ("standing", levels.compare_standing),
)


class Part(NamedTuple):
    """What one feature adds to a score, and why."""

    feature: str
    points: float
    why: str


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two events are one incident: the sum of its parts."""

    total: float
    parts: tuple[Part, ...]

    def __str__(self) -> str:
        """Return the score as one line, the heaviest parts first."""
        told = sorted((part for part in self.parts if part.points), key=lambda part: -abs(part.points))
        return f"{self.total:.1f}: " + "; ".join(f"{part.why} {part.points:+.1f}" for part in told)


def score(a: Features, b: Features) -> Score:
    """Score two events; the order of the two makes no difference."""
    first, second = sorted((a, b), key=lambda features: features.event)
    parts = tuple(_parts(first, second))
    return Score(total=round(sum(part.points for part in parts), 4), parts=parts)


def find_levels(a: Features, b: Features) -> dict[str, levels.Level]:
    """Return the level of each feature that says something, with what was compared."""
    first, second = sorted((a, b), key=lambda features: features.event)
    found = {name: compare(first, second) for name, compare in COMPARISONS}
    return {name: level for name, level in found.items() if level is not None}


def _parts(a: Features, b: Features) -> list[Part]:
    table = points()
    return [
        Part(feature=name, points=table[name].get(level, 0.0), why=f"{name} {level.replace('_', ' ')} ({told})")
        for name, (level, told) in find_levels(a, b).items()
    ]

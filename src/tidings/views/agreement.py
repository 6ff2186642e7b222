"""How far coders agree: Krippendorff's alpha per field over the items that two or more of them decided."""

import math
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import krippendorff
import numpy as np

from tidings.model.event import Casualties, Event, Harm

Level = Literal["nominal", "interval"]
#: What is compared, in the order of the table; figures by their distance, all else by being the same.
FIELDS: tuple[tuple[str, Level], ...] = (
    ("verdict", "nominal"),
    ("type", "nominal"),
    ("mode", "nominal"),
    ("status", "nominal"),
    ("day", "nominal"),
    ("place", "nominal"),
    ("killed", "interval"),
    ("injured", "interval"),
)
#: What a field holds where a coder rejected the item, and where it says nothing.
NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAgreement:
    """How far coders agree on one field.

    `alpha` is None where it is not defined: every value is the same, or fewer than two values were given.
    `pairs` counts the items on which at least two coders gave a value, `same` those on which all gave the same.
    """

    field: str
    alpha: float | None
    pairs: int
    same: int


#: What each coder makes of an item: field to value, by coder.
Coding = Mapping[str, Mapping[str, str]]


def code_event(event: Event, verdict: str) -> dict[str, str]:
    """Return the values that a coder leaves an event with; a rejected one has its verdict alone."""
    if verdict in {"reject", "unsure"}:
        return {"verdict": verdict}
    return {
        "verdict": "accept",
        "type": event.type or NOTHING,
        "mode": event.mode or NOTHING,
        "status": event.status.value,
        "day": (event.when.from_ or NOTHING) if event.when else NOTHING,
        "place": event.where.name if event.where else NOTHING,
        "killed": _toll(event.casualties, Harm.KILLED),
        "injured": _toll(event.casualties, Harm.INJURED),
    }


def measure_agreement(items: Sequence[Coding]) -> tuple[FieldAgreement, ...]:
    """Return the agreement on each field over items that two or more coders decided."""
    return tuple(_measure(items, name, level) for name, level in FIELDS)


def find_differences(coding: Coding) -> tuple[str, ...]:
    """Return the fields on which coders of one item differ.

    >>> find_differences({"Ada": {"verdict": "accept", "day": "2022-06-14"}, "Ben": {"verdict": "reject"}})
    ('verdict',)
    """
    return tuple(name for name, _ in FIELDS if len({c[name] for c in coding.values() if name in c}) > 1)


def _measure(items: Sequence[Coding], name: str, level: Level) -> FieldAgreement:
    coders = sorted({coder for item in items for coder in item})
    table = [[item.get(coder, {}).get(name) for item in items] for coder in coders]
    columns = [[value for value in column if value is not None] for column in zip(*table, strict=True)]
    paired = [column for column in columns if len(column) > 1]
    return FieldAgreement(
        field=name,
        alpha=_alpha(table, level, {v for column in paired for v in column if _told(v, level)}),
        pairs=len(paired),
        same=sum(len(set(column)) == 1 for column in paired),
    )


def _told(value: str, level: Level) -> bool:
    """Say whether a value can be compared: a count that nobody gave has no distance to one that somebody did."""
    return level == "nominal" or value != NOTHING


def _alpha(table: Sequence[Sequence[str | None]], level: Level, values: set[str]) -> float | None:
    if len(values) < 2:  # noqa: PLR2004 - with one value there is nothing to tell apart
        return None
    codes = {value: _number(value, n, level) for n, value in enumerate(sorted(values))}
    numbers = np.array([[math.nan if v is None or v not in codes else codes[v] for v in row] for row in table])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        alpha = float(krippendorff.alpha(reliability_data=numbers, level_of_measurement=level))
    return None if math.isnan(alpha) else alpha


def _number(value: str, position: int, level: str) -> float:
    return float(position) if level == "nominal" else float(value)


def _toll(casualties: Sequence[Casualties], harm: Harm) -> str:
    """Return the highest count of a harm that no other entry holds."""
    counts = [
        c.at_least if c.at_least is not None else c.at_most for c in casualties if c.harm is harm and not c.part_of
    ]
    return str(max(filter(None, counts), default=NOTHING))

"""Decide what the toponyms of one report stand for, all together.

Each candidate has points of its own (people, kind, name) and points for what the report
says: the country and province its other names lie in, the larger place it is said to
be in, the places near by. How likely each is, and so what it says of the others, is
renewed in a few rounds, so that clear names settle the doubtful ones.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidings.facts.places.groups import POINTS, Floats, Group, give_own_points
from tidings.resources import load_table
from tidings.resources.gazetteer import PlaceKind

EARTH_KM = 6371.0
_SORTS = {PlaceKind.COUNTRY: "country_name", PlaceKind.PROVINCE: "province_name"}

#: What other words of the report point to: country (alpha-3), province number or 0, sort of evidence.
Pointer = tuple[str | None, int, str]


def resolve(groups: Sequence[Group], words: Sequence[Pointer], datelines: frozenset[str]) -> None:
    """Say for every candidate of every group how likely it is.

    Args:
        groups: from `group_toponyms`; those without candidates are left alone.
        words: what the words outside the toponyms point to.
        datelines: ids of the mentions that stand in the report's dateline.
    """
    table = load_table("places.toml")
    limits = table["thresholds"]
    found = [group for group in groups if group.candidates]
    if not found:
        return
    most = max(limits["fewest_a_name"], limits["most_candidates"] // len(found))
    for group in found:
        give_own_points(group, most)
    board = _Board(found, words, datelines, table)
    for _ in range(limits["rounds"]):
        board.play()
    board.hand_out()


class _Board:
    """All candidates of a report in one row; a group is a stretch of it."""

    def __init__(
        self, groups: Sequence[Group], words: Sequence[Pointer], datelines: frozenset[str], table: dict[str, Any]
    ) -> None:
        self.groups, self.table = groups, table
        self.places = [place for group in groups for place in group.candidates]
        sizes = [len(group.candidates) for group in groups]
        self.starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
        self.group = np.repeat(np.arange(len(groups)), sizes)
        self.own = np.concatenate([group.own for group in groups])
        self.country, self.base_country = _coded([p.country or "" for p in self.places], _weigh(words, 0, table), "")
        self.province, self.base_province = _coded([p.admin1 for p in self.places], _weigh(words, 1, table), 0)
        self.is_point = np.array([p.kind in POINTS for p in self.places])
        self.closeness = _closeness(self.places_xyz(), self.is_point, table["weights"]["near_km"])
        self.said = np.array([_said(group, datelines, table["evidence"]) for group in groups])
        self.sort = np.array([table["evidence"][_SORTS.get(p.kind, "town")] for p in self.places])
        self.total = self.own
        self.in_country = self.in_province = self.near = np.zeros(len(self.places))

    def places_xyz(self) -> Floats:
        """Return the places as points on the unit sphere."""
        lat = np.radians([p.lat for p in self.places])
        lon = np.radians([p.lon for p in self.places])
        return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)

    def likely(self, temperature: float) -> Floats:
        """Return how likely each candidate is within its group."""
        raised = self._raised(temperature)
        shares: Floats = raised / np.add.reduceat(raised, self.starts)[self.group]
        return shares

    def play(self) -> None:
        """Renew all points from how likely the candidates are now."""
        weights, limits = self.table["weights"], self.table["thresholds"]
        spoken = self.likely(limits["temperature"]) * self.said[self.group] * self.sort
        self.in_country = weights["in_country"] * self._shares(self.country, self.base_country, spoken)
        self.in_province = weights["in_province"] * self._shares(self.province, self.base_province, spoken)
        pull = self._raised(limits["neighbour_temperature"]) * self.said[self.group] * self.is_point
        self.near = weights["near"] * self._nearness(pull)
        self.total = self.own + self.in_country + self.in_province + self.near

    def hand_out(self) -> None:
        """Give every group what was found for its candidates."""
        likely = self.likely(self.table["thresholds"]["temperature"])
        for number, group in enumerate(self.groups):
            stretch = slice(self.starts[number], self.starts[number] + len(group.candidates))
            group.likely, group.near = likely[stretch], self.near[stretch]
            group.in_country, group.in_province = self.in_country[stretch], self.in_province[stretch]

    def _raised(self, temperature: float) -> Floats:
        highest = np.maximum.reduceat(self.total, self.starts)[self.group]
        raised: Floats = np.exp((self.total - highest) / temperature)
        return raised

    def _shares(self, codes: NDArray[np.int64], base: Floats, spoken: Floats) -> Floats:
        """Return the share of all evidence but a group's own that points where each candidate lies."""
        width = len(base)
        by_group = np.bincount(self.group * width + codes, spoken, len(self.groups) * width).reshape(-1, width)
        by_group[:, 0] = 0.0
        others = by_group.sum(axis=0) + base - by_group
        shares: Floats = others[self.group, codes] / (
            others.sum(axis=1)[self.group] + self.table["evidence"]["smoothing"]
        )
        return np.where(codes == 0, 0.0, shares)

    def _nearness(self, pull: Floats) -> Floats:
        """Return how near each candidate is to the others' candidates, each other name counting once."""
        best = np.maximum.reduceat(self.closeness * pull, self.starts, axis=1)
        best[np.arange(len(self.places)), self.group] = 0.0
        nearness: Floats = 1.0 - np.exp(-best.sum(axis=1))
        return nearness


def _weigh(words: Sequence[Pointer], field: int, table: dict[str, Any]) -> dict[Any, float]:
    found: dict[Any, float] = {}
    for pointer in words:
        if pointer[field]:
            found[pointer[field]] = found.get(pointer[field], 0.0) + table["evidence"][pointer[2]]
    return {code: float(np.log1p(weight)) for code, weight in found.items()}


def _coded(values: Sequence[Any], base: dict[Any, float], nothing: object) -> tuple[NDArray[np.int64], Floats]:
    """Give each value a number, 0 to `nothing`; return the numbers and the base weight of each."""
    codes = {nothing: 0}
    for value in [*values, *base]:
        codes.setdefault(value, len(codes))
    weights = np.zeros(len(codes))
    for value, weight in base.items():
        weights[codes[value]] = weight
    return np.array([codes[value] for value in values]), weights


def _closeness(xyz: Floats, is_point: NDArray[np.bool_], scale_km: float) -> NDArray[np.float32]:
    """Return 1 for candidates at one point, falling with the square of their distance; 0 for wide areas."""
    points = xyz.astype(np.float32)
    close = np.exp((points @ points.T - 1.0) * np.float32((EARTH_KM / scale_km) ** 2))
    close[~is_point, :] = 0.0
    return close  # type: ignore[no-any-return]


def _said(group: Group, datelines: frozenset[str], sorts: dict[str, float]) -> float:
    """Return how much a name counts: said often, or in the dateline, is more."""
    often = 1.0 + float(np.log(len(group.toponyms))) / 2
    return often * (sorts["dateline"] if any(t.mention.id in datelines for t in group.toponyms) else 1.0)

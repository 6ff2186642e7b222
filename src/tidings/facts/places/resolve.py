"""Decide what the toponyms of one report stand for, all together.

Each candidate has points of its own (people, kind, name) and points for what the report
says: the country and province its other names lie in, the larger place it is said to
be in, the places near by. Choices and evidence are renewed in a few rounds, so that
clear names settle the doubtful ones. One name stands for one place in one report.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tidings.facts.places.toponyms import Toponym
from tidings.resources import load_table
from tidings.resources.gazetteer import Gazetteer, GazetteerPlace, PlaceKind, fold

EARTH_KM = 6371.0
#: Kinds whose point stands for a small area, so that distance to it means something.
_POINTS = frozenset({PlaceKind.TOWN, PlaceKind.DISTRICT, PlaceKind.SITE})
_WIDE = frozenset({PlaceKind.REGION, PlaceKind.SEA, PlaceKind.RIVER, PlaceKind.CONTINENT})
_CLOSE_TO_TOWN_KM, _CLOSE_TO_AREA_KM = 40.0, 250.0

Floats = NDArray[np.float64]


@dataclass(slots=True, kw_only=True, eq=False)
class Group:
    """The toponyms of a report that stand for one place, with its candidates and their points."""

    toponyms: list[Toponym]
    candidates: tuple[GazetteerPlace, ...]
    sounds: bool = False
    own: Floats = field(default_factory=lambda: np.zeros(0))
    total: Floats = field(default_factory=lambda: np.zeros(0))
    held: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=bool))
    xyz: Floats = field(default_factory=lambda: np.zeros((0, 3)))
    countries: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    provinces: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    in_country: Floats = field(default_factory=lambda: np.zeros(0))
    in_province: Floats = field(default_factory=lambda: np.zeros(0))
    near: Floats = field(default_factory=lambda: np.zeros(0))
    shares: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def best(self) -> int:
        """The number of the candidate with most points."""
        return int(np.argmax(self.total))

    @property
    def place(self) -> GazetteerPlace:
        """The candidate with most points."""
        return self.candidates[self.best]


def group_toponyms(toponyms: Sequence[Toponym]) -> list[Group]:
    """Join toponyms of one name, and give each group its candidates.

    Two larger places named for one name ("Springfield, Ill.", "Springfield, Mass.") make two groups.
    """
    groups: dict[tuple[str, ...], Group] = {}
    gazetteer = Gazetteer.load()
    for toponym in sorted(toponyms, key=lambda t: not t.hard):
        key: tuple[str, ...] = (fold(toponym.name), _sort_of(toponym))
        if key in groups and toponym.hard and _disagrees(groups[key], toponym):
            key = (*key, fold(toponym.inside[0]))
        if key not in groups:
            groups[key] = Group(toponyms=[], candidates=gazetteer.candidates(toponym.name) if toponym.name else ())
        groups[key].toponyms.append(toponym)
    return list(groups.values())


def _sort_of(toponym: Toponym) -> str:
    return "site" if toponym.site else "province" if toponym.kind in {"province", "district"} else ""


def _disagrees(group: Group, toponym: Toponym) -> bool:
    named = {fold(t.inside[0]) for t in group.toponyms if t.hard}
    return bool(named) and fold(toponym.inside[0]) not in named


def resolve(groups: Sequence[Group], words: Sequence[tuple[str | None, int, str]], datelines: frozenset[str]) -> None:
    """Give every candidate of every group its points; the best of each group has most.

    Args:
        groups: from `group_toponyms`.
        words: what other words point to: (country, province number, sort of evidence).
        datelines: ids of the mentions that stand in the report's dateline.
    """
    table = load_table("places.toml")
    found = [group for group in groups if group.candidates]
    codes: dict[str, int] = {"": 0}
    for group in found:
        _prepare(group, codes, table["weights"])
    evidence = _Evidence(codes, words, table["evidence"], datelines)
    for turn in range(table["thresholds"]["rounds"]):
        evidence.gather(found, near=turn > 0)
        for group in found:
            evidence.weigh(group, table)


class _Evidence:
    """Where the names of a report lie: countries, provinces and points, each with a weight."""

    def __init__(
        self,
        codes: dict[str, int],
        words: Sequence[tuple[str | None, int, str]],
        sorts: dict[str, float],
        datelines: frozenset[str],
    ) -> None:
        self.sorts = sorts
        self.datelines = datelines
        self.provinces: dict[int, int] = {0: 0}
        self.base_country = np.zeros(len(codes) + len(words) + 1)
        for country, _, sort in words:
            self.base_country[codes.setdefault(country or "", len(codes))] += sorts[sort]
        self.base_country = np.log1p(self.base_country) * 2
        self.base_country[0] = 0.0
        self.words = words
        self.groups: list[Group] = []

    def gather(self, groups: list[Group], *, near: bool) -> None:
        """Renew the evidence from what the groups stand for now."""
        self.groups, self.near = groups, near
        self.weights = np.array([self._weight(g) for g in groups])
        self.country = self.base_country.copy()
        self.province: dict[int, float] = {}
        for country, province, sort in self.words:
            if province:
                self.province[province] = self.province.get(province, 0.0) + self.sorts[sort] / 2
        for group, weight in zip(groups, self.weights, strict=True):
            self.country[group.countries[group.best]] += weight
            number = int(group.provinces[group.best])
            self.province[number] = self.province.get(number, 0.0) + weight
        self.country[0] = self.province[0] = 0.0
        self.points = np.array([g.xyz[g.best] for g in groups]).reshape(-1, 3)
        self.is_point = np.array([g.place.kind in _POINTS for g in groups], dtype=float)

    def _weight(self, group: Group) -> float:
        kind = group.place.kind
        sort = "country_name" if kind is PlaceKind.COUNTRY else "province_name" if kind is PlaceKind.PROVINCE else "town"
        weight = self.sorts[sort]
        if any(t.mention.id in self.datelines for t in group.toponyms):
            weight = max(weight, self.sorts["dateline"])
        return weight * _confidence(group) * (1 + float(np.log(len(group.toponyms))) / 2)

    def weigh(self, group: Group, table: dict[str, dict[str, float]]) -> None:
        """Renew the points of one group from what all the others say."""
        weights, smoothing = table["weights"], self.sorts["smoothing"]
        own = next(n for n, g in enumerate(self.groups) if g is group)
        country, weight, best = self.country.copy(), self.weights[own], group.best
        country[group.countries[best]] -= weight if group.countries[best] else 0.0
        group.shares = country[group.countries] / (country.sum() + smoothing)
        group.in_country = weights["in_country"] * group.shares
        group.in_province = weights["in_province"] * self._province_shares(group, weight, smoothing)
        group.near = weights["near"] * self._nearness(group, own, weights["near_km"]) if self.near else np.zeros(len(group.own))
        group.total = group.own + group.in_country + group.in_province + group.near

    def _province_shares(self, group: Group, weight: float, smoothing: float) -> Floats:
        chosen = int(group.provinces[group.best])
        held = np.array([self.province.get(int(n), 0.0) - (weight if n and n == chosen else 0.0) for n in group.provinces])
        rest = sum(self.province.values()) - (weight if chosen else 0.0)
        shares: Floats = np.maximum(held, 0.0) / (max(rest, 0.0) + smoothing)
        return shares

    def _nearness(self, group: Group, own: int, scale_km: float) -> Floats:
        others = self.weights * self.is_point
        others[own] = 0.0
        km = EARTH_KM * np.arccos(np.clip(group.xyz @ self.points.T, -1.0, 1.0))
        pulled: Floats = 1.0 - np.exp(-(np.exp(-km / scale_km) @ others))
        is_point = np.array([c.kind in _POINTS for c in group.candidates])
        return np.where(is_point, pulled, 0.0)


def likelihoods(group: Group, temperature: float) -> Floats:
    """Return how likely each candidate is, given the others of its group."""
    raised = np.exp((group.total - group.total.max()) / temperature)
    likely: Floats = raised / raised.sum()
    return likely


def _confidence(group: Group) -> float:
    return float(likelihoods(group, load_table("places.toml")["thresholds"]["temperature"])[group.best])


def _prepare(group: Group, codes: dict[str, int], weights: dict[str, float]) -> None:
    places = group.candidates
    lat = np.radians([p.lat for p in places])
    lon = np.radians([p.lon for p in places])
    group.xyz = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    group.countries = np.array([codes.setdefault(p.country or "", len(codes)) for p in places])
    group.provinces = np.array([p.admin1 for p in places])
    group.held = _held_in(group)
    points = [own_points(p, group, weights) for p in places]
    group.own = np.array(points) + _contained(group, weights)
    group.total = group.own.copy()


def own_points(place: GazetteerPlace, group: Group, weights: dict[str, float]) -> float:
    """Return the points that a candidate has before anything of the report's other names is looked at."""
    kind = place.kind.name.lower()
    points = float(np.log10(place.population + weights["least_people"])) + weights.get(kind, 0.0)
    points += weights["capital"] if place.is_capital else 0.0
    points += weights["sound"] if group.sounds else weights["alternate"] if place.alternate else 0.0
    wanted = {t.kind for t in group.toponyms if t.kind}
    if wanted:
        return points + (weights["kind_agrees"] if kind in wanted else weights["kind_differs"])
    if place.kind in {PlaceKind.PROVINCE, PlaceKind.DISTRICT} and _has_seat(place, group):
        points += weights["namesake_of_town"]
    return points


def _has_seat(area: GazetteerPlace, group: Group) -> bool:
    return any(
        p.kind is PlaceKind.TOWN and area.id in {p.admin1, p.admin2} and p.population * 20 > area.population
        for p in group.candidates
    )


def _contained(group: Group, weights: dict[str, float]) -> Floats:
    if not group.held.any():
        return np.zeros(len(group.candidates))
    miss = weights["not_contained"] if any(t.hard for t in group.toponyms) else 0.0
    return np.where(group.held, weights["contained"], miss)


def _held_in(group: Group) -> NDArray[np.bool_]:
    """Say for each candidate whether it lies in a place that the words name as larger."""
    gazetteer = Gazetteer.load()
    held = np.zeros(len(group.candidates), dtype=bool)
    for name in {name for t in group.toponyms for name in t.inside}:
        larger = [p for p in gazetteer.candidates(name) if not p.alternate or p.kind is not PlaceKind.TOWN]
        held |= np.array([any(_lies_in(p, area, name) for area in larger[:12]) for p in group.candidates], dtype=bool)
        held |= np.array([p.country == name for p in group.candidates])
    return held


def _lies_in(place: GazetteerPlace, area: GazetteerPlace, name: str) -> bool:
    if place.id == area.id or fold(place.name) == fold(name):
        return False
    if area.kind is PlaceKind.COUNTRY:
        return place.country == area.country and place.kind is not PlaceKind.COUNTRY
    if area.kind is PlaceKind.PROVINCE and place.admin1:
        return place.admin1 == area.id and place.kind is not PlaceKind.PROVINCE
    if area.kind is PlaceKind.DISTRICT and place.admin2:
        return place.admin2 == area.id
    if area.kind is PlaceKind.TOWN:
        return place.kind in _POINTS and distance_km(place, area) < _CLOSE_TO_TOWN_KM
    return place.kind not in _WIDE and distance_km(place, area) < _CLOSE_TO_AREA_KM


def distance_km(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """Return the great-circle distance."""
    lat, lon = np.radians([one.lat, other.lat]), np.radians([one.lon, other.lon])
    cosine = np.sin(lat[0]) * np.sin(lat[1]) + np.cos(lat[0]) * np.cos(lat[1]) * np.cos(lon[0] - lon[1])
    return float(EARTH_KM * np.arccos(np.clip(cosine, -1.0, 1.0)))

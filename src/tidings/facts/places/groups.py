"""Names of one report that stand for one place, with their candidates and the points these have of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import asin, cos, log10, radians, sin, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tidings.facts.places.toponyms import Toponym
from tidings.resources import load_table
from tidings.resources.gazetteer import Gazetteer, GazetteerPlace, PlaceKind, fold

#: Kinds whose point stands for a small area, so that distance to it means something.
POINTS = frozenset({PlaceKind.TOWN, PlaceKind.DISTRICT, PlaceKind.SITE})
_WIDE = frozenset({PlaceKind.REGION, PlaceKind.SEA, PlaceKind.RIVER, PlaceKind.CONTINENT})
_CLOSE_TO_TOWN_KM, _CLOSE_TO_AREA_KM, _DEGREE_KM = 40.0, 250.0, 111.0
_NAME_KINDS = ("main", "alternate", "stripped", "other")
_MOST_HOLDERS = 12
_FEWEST_INITIALS, _MOST_INITIALS = 2, 5

Floats = NDArray[np.float64]


def _zeros() -> Floats:
    return np.zeros(0)


@dataclass(slots=True, kw_only=True, eq=False)
class Group:
    """The toponyms of a report that stand for one place, its candidates and their points.

    All arrays have one number for each candidate: `own` is what it has by itself, `held`
    whether it lies in the larger place that is named, the others what the report adds.
    """

    toponyms: list[Toponym]
    candidates: tuple[GazetteerPlace, ...]
    sounds: bool = False
    own: Floats = field(default_factory=_zeros)
    held: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=bool))
    in_country: Floats = field(default_factory=_zeros)
    in_province: Floats = field(default_factory=_zeros)
    near: Floats = field(default_factory=_zeros)
    likely: Floats = field(default_factory=_zeros)

    @property
    def best(self) -> int:
        """The number of the likeliest candidate."""
        return int(np.argmax(self.likely))

    @property
    def place(self) -> GazetteerPlace:
        """The likeliest candidate."""
        return self.candidates[self.best]


def group_toponyms(toponyms: Sequence[Toponym], countries: Sequence[str] = ()) -> list[Group]:
    """Join toponyms of one name, and give each group its candidates.

    `countries` are those whose people the report names; initials may stand for them.
    Two larger places named for one name ("Springfield, Ill.", "Springfield, Mass.") make two groups.
    """
    groups: dict[tuple[str, ...], Group] = {}
    gazetteer = Gazetteer.load()
    for toponym in sorted(toponyms, key=_is_soft):
        key: tuple[str, ...] = (fold(toponym.name), _sort_of(toponym))
        if key in groups and toponym.hard and _disagrees(groups[key], toponym):
            key = (*key, fold(toponym.inside[0]))
        if key not in groups:
            groups[key] = Group(toponyms=[], candidates=gazetteer.candidates(toponym.name) if toponym.name else ())
        groups[key].toponyms.append(toponym)
    names = [*(group.toponyms[0].name for group in groups.values()), *countries]
    for group in groups.values():
        _spell_out(group, names)
    return list(groups.values())


def give_own_points(group: Group, most: int) -> None:
    """Give a group's candidates their own points, and keep only the `most` best of them."""
    table = load_table("places.toml")
    held = _held_in(group)
    points = np.array([_points(p, group, table) for p in group.candidates])
    if held.any():
        miss = table["weights"]["not_contained"] if any(t.hard for t in group.toponyms) else 0.0
        points += np.where(held, table["weights"]["contained"], miss)
    kept = np.argsort(-points, kind="stable")[:most]
    group.candidates = tuple(group.candidates[n] for n in kept)
    group.own, group.held = points[kept], held[kept]


def distance_km(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """Return the great-circle distance."""
    return km_between((one.lat, one.lon), (other.lat, other.lon))


def km_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points, each a latitude and a longitude."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


def _spell_out(group: Group, names: Sequence[str]) -> None:
    """Give initials the places of a full name that the report has too: "SA" beside "South Africans"."""
    short = group.toponyms[0].name.replace(".", "")
    if not (short.isupper() and _FEWEST_INITIALS <= len(short) <= _MOST_INITIALS):
        return
    if any(p.kind in {PlaceKind.COUNTRY, PlaceKind.PROVINCE} for p in group.candidates):
        return
    full = next((name for name in names if _initials(name) == short.lower()), None)
    if full is not None:
        group.candidates = Gazetteer.load().candidates(full)


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word not in {"of", "the", "and"})


def _is_soft(toponym: Toponym) -> bool:
    return not toponym.hard


def _sort_of(toponym: Toponym) -> str:
    return "site" if toponym.site else "area" if toponym.kind in {"province", "district"} else ""


def _disagrees(group: Group, toponym: Toponym) -> bool:
    named = {fold(t.inside[0]) for t in group.toponyms if t.hard}
    return bool(named) and fold(toponym.inside[0]) not in named


def _points(place: GazetteerPlace, group: Group, table: dict[str, Any]) -> float:
    weights, kind = table["weights"], place.kind.name.lower()
    points = log10(place.population + weights["least_people"]) + weights.get(kind, 0.0)
    points += table["famous"].get(str(place.geonames_id), 0.0) + weights.get(_NAME_KINDS[place.name_kind], 0.0)
    if place.is_capital:
        points += weights["capital"]
    if place.kind is PlaceKind.PROVINCE and place.country == "USA":
        points += weights["american_state"]
    if group.sounds:
        points += weights["sound"]
    return float(points) + _kind_points(place, group, weights)


def _kind_points(place: GazetteerPlace, group: Group, weights: dict[str, float]) -> float:
    wanted = {t.kind for t in group.toponyms if t.kind}
    if wanted:
        return weights["kind_agrees"] if place.kind.name.lower() in wanted else weights["kind_differs"]
    if place.kind in {PlaceKind.PROVINCE, PlaceKind.DISTRICT} and _has_seat(place, group):
        return weights["namesake_of_town"]
    if place.kind is PlaceKind.TOWN and place.name_kind and _is_country(group):
        return weights["namesake_of_country"]
    return 0.0


def _is_country(group: Group) -> bool:
    return any(p.kind is PlaceKind.COUNTRY and not p.name_kind for p in group.candidates)


def _has_seat(area: GazetteerPlace, group: Group) -> bool:
    return any(
        p.kind is PlaceKind.TOWN
        and area.id in {p.admin1, p.admin2}
        and (area.kind is PlaceKind.DISTRICT or p.population * 20 > area.population)
        for p in group.candidates
    )


def _held_in(group: Group) -> NDArray[np.bool_]:
    """Say for each candidate whether it lies in a place that the words name as larger."""
    gazetteer = Gazetteer.load()
    held = np.zeros(len(group.candidates), dtype=bool)
    for name in {name for t in group.toponyms for name in t.inside}:
        held |= np.array([p.country == name and p.kind is not PlaceKind.COUNTRY for p in group.candidates], dtype=bool)
        larger = [
            p for p in gazetteer.candidates(name)[:_MOST_HOLDERS] if p.name_kind == 0 or p.kind is not PlaceKind.TOWN
        ]
        larger = [p for p in larger if not _is_list(group, p, name)]
        held |= np.array([any(_lies_in(p, area) for area in larger) for p in group.candidates], dtype=bool)
    return held


def _is_list(group: Group, area: GazetteerPlace, name: str) -> bool:
    """Say whether "X, Y" rather lists two countries or two states than places X in Y.

    Two full names of states are a list; an abbreviated one after the comma holds the first.
    """
    wide = [p for p in group.candidates if p.name_kind == 0 and _is_wide_name(p)]
    if area.kind is PlaceKind.COUNTRY:
        return bool(wide) and area.country not in {p.country for p in wide}
    states = any(p.kind is PlaceKind.PROVINCE for p in wide)
    return states and area.kind is PlaceKind.PROVINCE and fold(area.name) == fold(name)


def _is_wide_name(place: GazetteerPlace) -> bool:
    return place.kind is PlaceKind.COUNTRY or (place.kind is PlaceKind.PROVINCE and place.country == "USA")


def _lies_in(place: GazetteerPlace, area: GazetteerPlace) -> bool:
    if place.id == area.id:
        return False
    if area.kind is PlaceKind.COUNTRY:
        return place.country == area.country and place.kind is not PlaceKind.COUNTRY
    if area.kind is PlaceKind.PROVINCE and place.admin1:
        return place.admin1 == area.id and place.kind is not PlaceKind.PROVINCE
    if area.kind is PlaceKind.DISTRICT and place.admin2:
        return place.admin2 == area.id
    reach = _CLOSE_TO_TOWN_KM if area.kind is PlaceKind.TOWN else _CLOSE_TO_AREA_KM
    if place.kind in _WIDE or abs(place.lat - area.lat) * _DEGREE_KM > reach:
        return False
    return place.kind in POINTS and distance_km(place, area) < reach

"""The file of a mission: its strength against what was pledged, conditions, places, what happened near them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, radians, sin, sqrt
from urllib.parse import quote

from tidings.store import Store
from tidings.store.queries.actors import find_names
from tidings.store.queries.missions import (
    Area,
    ConditionRow,
    JudgementRow,
    LevelRow,
    MissionRow,
    NearRow,
    find_conditions,
    find_incidents_in,
    find_judgements,
    find_levels,
    find_mission,
    find_missions,
)
from tidings.store.queries.shared import Slice
from tidings.store.queries.statements import StatementRow, find_statements_about
from tidings.store.queries.threads import ThreadRow, find_threads_about
from tidings.views.charts import BarChart, draw_bars
from tidings.views.countries import name_country
from tidings.views.maps import MapPicture, Place, draw_map
from tidings.views.strength import Strength, strength_of
from tidings.views.strength_chart import Chart, draw_strength
from tidings.views.words import join_names

#: An incident is near a place of a mission when it is no further away, in kilometres.
NEAR_KM = 100
KM_PER_DEGREE = 111.2
EARTH_KM = 6371.0
#: A place as large as this has no neighbourhood: what happened in its country counts.
WIDE = frozenset({"country", "region", "province", None})
#: Names shorter than this are found in too many words to say that a statement is about them.
SHORTEST_NAME = 4
#: Acts by which something is decided or announced.
DECIDING = frozenset({"announce", "promise", "intend", "confirm"})
ASKING = frozenset({"request"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition with the strength it stands on and what coders make of it, the latest last."""

    row: ConditionRow
    strength: Strength
    field: str
    judgements: tuple[JudgementRow, ...]

    @property
    def verdict(self) -> str:
        """Return the judgement that counts: the latest, "" where nobody judged."""
        return self.judgements[-1].value.strip('"') if self.judgements else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """An incident near a place of the mission; `km` is None where only the country is known."""

    row: NearRow
    km: int | None
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOf:
    """A place that reports name for a strength of the mission."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    is_wide: bool
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionFile:
    """Everything on a mission's page."""

    mission: MissionRow
    names: tuple[str, ...]
    strengths: tuple[Strength, ...]
    chart: Chart | None
    actual: Strength | None
    pledged: Strength | None
    conditions: tuple[Condition, ...]
    places: tuple[PlaceOf, ...]
    near: tuple[Near, ...]
    months: BarChart | None
    picture: MapPicture | None
    area: str
    since: str | None
    asked: tuple[StatementRow, ...]
    decided: tuple[StatementRow, ...]
    statements: tuple[StatementRow, ...]
    threads: tuple[ThreadRow, ...]

    @property
    def parts(self) -> tuple[Strength, ...]:
        """Return the strengths of parts and of forces that the mission owns."""
        return tuple(s for s in self.strengths if not s.is_whole)

    @property
    def share(self) -> int | None:
        """Return how much of the pledge is there, in hundredths, where both are plain numbers."""
        if self.actual is None or self.pledged is None or self.actual.low is None or not self.pledged.low:
            return None
        return round(100 * self.actual.low / self.pledged.low)


def describe_area(places: Sequence[PlaceOf], country: str | None) -> str:
    """Return in one sentence where incidents were looked for."""
    small = [f"within {NEAR_KM} km of {p.name}" for p in places if not p.is_wide]
    wide = [f"in {name_country(p.country) or p.name}" for p in places if p.is_wide and p.country]
    found = list(dict.fromkeys([*small, *wide])) or ([f"in {name_country(country)}"] if country else [])
    return f"Looked for {join_names(found)}." if found else "No report says where it is, so nothing was looked for."


def list_missions(store: Store, words: str, page: int) -> Slice[MissionRow]:
    """Return the missions of a store."""
    with store.connect() as connection:
        return find_missions(connection, words=words, page=page)


def load_mission_file(store: Store, id: str) -> MissionFile | None:  # noqa: A002 - the actor's own
    """Return the file of a mission; None when no strength of that actor is known."""
    with store.connect() as connection:
        mission = find_mission(connection, id)
        if mission is None:
            return None
        levels = find_levels(connection, mission.key, mission.name)
        strengths = mark_parts([strength_of(level, mission.id) for level in levels])
        places = find_places(levels)
        since = began(strengths)
        names = names_in_words(mission.name, find_names(connection, mission.key))
        spoken = find_statements_about(connection, names, [mission.key])
        return MissionFile(
            mission=mission,
            names=names,
            strengths=strengths,
            chart=draw_strength(strengths),
            actual=latest_actual(strengths),
            pledged=latest_plan(strengths),
            conditions=join_conditions(
                strengths,
                find_conditions(connection, [level.key for level in levels]),
                find_judgements(connection, [level.item for level in levels]),
            ),
            places=places,
            near=(near := measure(find_incidents_in(connection, areas_of(places, mission), since), places)),
            months=draw_days(near),
            picture=draw_places(near),
            area=describe_area(places, mission.country),
            since=since,
            asked=tuple(s for s in spoken if s.act in ASKING),
            decided=tuple(s for s in spoken if s.act in DECIDING),
            statements=spoken,
            threads=find_threads_about(connection, actor=mission.key, names=names),
        )


def names_in_words(name: str, folded: Sequence[str]) -> tuple[str, ...]:
    """Return the names to look for in what people said."""
    return tuple(dict.fromkeys(n for n in (name.lower(), *folded) if len(n) >= SHORTEST_NAME))


def mark_parts(strengths: Sequence[Strength]) -> tuple[Strength, ...]:
    """Return strengths with those of a part told apart.

    A figure for a town or site that is below what was last there, while other figures are for a
    country, is of the people in that place, not of the whole: “60 trainers to Diffa”.
    """
    wide = any(s.is_whole and not s.is_planned and s.level.place_precision in WIDE for s in strengths)
    there: int | None = None
    found = []
    for strength in strengths:
        low = strength.high or strength.low
        is_small = there is not None and low is not None and low < there and strength.start is None
        is_part = wide and is_small and strength.level.place_precision not in WIDE
        found.append(replace(strength, is_whole=strength.is_whole and not is_part))
        if found[-1].is_whole and not strength.is_planned and low is not None:
            there = low
    return tuple(found)


def latest_actual(strengths: Iterable[Strength]) -> Strength | None:
    """Return the latest strength of the mission itself that was there."""
    known = [s for s in strengths if s.is_whole and not s.is_planned and s.low is not None]
    return max(known, key=lambda s: (s.stated or "", s.level.status == "current", s.day or ""), default=None)


def latest_plan(strengths: Iterable[Strength]) -> Strength | None:
    """Return the plan for the mission itself that was stated last; of one day's plans the highest."""
    known = [s for s in strengths if s.is_whole and s.is_planned and (s.high or s.low)]
    return max(known, key=lambda s: (s.stated or "", s.high or s.low or 0), default=None)


def began(strengths: Iterable[Strength]) -> str | None:
    """Return the first day of which a strength is told."""
    return min(filter(None, (s.stated if s.is_planned else s.day or s.stated for s in strengths)), default=None)


def join_conditions(
    strengths: Sequence[Strength], rows: Iterable[ConditionRow], judged: Sequence[JudgementRow]
) -> tuple[Condition, ...]:
    """Return each condition with its strength and its judgements."""
    by_key = {s.level.key: s for s in strengths}
    found = []
    for row in rows:
        strength, field = by_key[row.force_level_key], f"conditions.{row.position}"
        own = tuple(j for j in judged if (j.subject, j.field) == (strength.level.item, field))
        found.append(Condition(row=row, strength=strength, field=field, judgements=own))
    return tuple(sorted(found, key=lambda c: (c.strength.stated or "", c.row.force_level_key, c.row.position)))


def find_places(levels: Iterable[LevelRow]) -> tuple[PlaceOf, ...]:
    """Return the places of some strengths, those that most reports name first."""
    rows = [level for level in levels if level.place_name]
    counts = Counter(level.place_name for level in rows)
    first = {level.place_name: level for level in reversed(rows)}
    return tuple(
        PlaceOf(
            name=name or "",
            country=first[name].country,
            lat=first[name].lat,
            lon=first[name].lon,
            is_wide=first[name].place_precision in WIDE or first[name].lat is None,
            reports=number,
        )
        for name, number in counts.most_common()
    )


def areas_of(places: Iterable[PlaceOf], mission: MissionRow) -> tuple[Area, ...]:
    """Return where to look for incidents: around small places, and in the countries of large ones."""
    found = [Area(country=p.country, box=_box(p)) for p in places if p.country or not p.is_wide]
    if not found and mission.country:
        return (Area(country=mission.country),)
    return tuple(dict.fromkeys(found))


def _box(place: PlaceOf) -> tuple[float, float, float, float] | None:
    if place.is_wide or place.lat is None or place.lon is None:
        return None
    up = NEAR_KM / KM_PER_DEGREE
    aside = up / max(cos(radians(place.lat)), 0.05)
    return place.lat - up, place.lat + up, place.lon - aside, place.lon + aside


def measure(rows: Iterable[NearRow], places: Sequence[PlaceOf]) -> tuple[Near, ...]:
    """Return incidents with the distance to the nearest small place of the mission."""
    return tuple(_measured(row, [p for p in places if not p.is_wide]) for row in rows)


def _measured(row: NearRow, places: Sequence[PlaceOf]) -> Near:
    if row.lat is None or row.lon is None:
        return Near(row=row, km=None, place="")
    known = (
        (distance_km(row.lat, row.lon, p.lat, p.lon), p.name) for p in places if p.lat is not None and p.lon is not None
    )
    km, name = min(known, default=(None, ""))
    return Near(row=row, km=None if km is None else round(km), place=name)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance of two points on the globe in kilometres.

    >>> round(distance_km(36.19, 44.01, 33.34, 44.4))
    319
    """
    up, aside = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    share = sin(up) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(aside) ** 2
    return 2 * EARTH_KM * asin(sqrt(share))


def draw_days(near: Iterable[Near]) -> BarChart | None:
    """Return the incidents over time as bars; those whose day is not known are left out."""
    days = Counter(n.row.date_from for n in near if n.row.date_from and n.row.date_from == n.row.date_to)
    return draw_bars(dict(days), lambda first, last: f"/incidents?from={first}&to={last}")


def draw_places(near: Iterable[Near]) -> MapPicture | None:
    """Return the incidents on a map, each place once."""
    spots: dict[tuple[float, float], list[NearRow]] = {}
    for each in near:
        if each.row.lat is not None and each.row.lon is not None:
            spots.setdefault((each.row.lat, each.row.lon), []).append(each.row)
    return draw_map(
        Place(
            lat=lat,
            lon=lon,
            title=rows[0].place_name or "",
            href=f"/incidents/{rows[0].id}"
            if len(rows) == 1
            else f"/incidents?place={quote(rows[0].place_name or '')}",
            count=len(rows),
        )
        for (lat, lon), rows in spots.items()
    )

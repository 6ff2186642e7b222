"""The list of incidents: one selection as a table, a map, a chart over time, and an export."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from tidings.store import Store
from tidings.store.queries import incidents as ask
from tidings.store.queries.incident import IncidentRow
from tidings.store.queries.incidents import IncidentFilter
from tidings.store.queries.shared import Slice
from tidings.views.as_seen import see_rows
from tidings.views.charts import BarChart, draw_bars
from tidings.views.countries import name_country
from tidings.views.desk_incident import name_incident
from tidings.views.maps import MapPicture, Place, draw_map
from tidings.views.words import name_event

#: What a field of the filter is called in an address.
NAMES: dict[str, str] = {"words": "q", "first": "from", "last": "to"}
#: Columns of an export.
COLUMNS = tuple(field.name for field in fields(IncidentRow))
#: So many kinds of incidents are counted.
MOST_SHARES = 8
#: A cell that starts so would be taken for a formula by a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentList:
    """A page of the selection, its map and chart, and what can be asked for."""

    wanted: IncidentFilter
    incidents: Slice[IncidentRow]
    map: MapPicture | None
    chart: BarChart | None
    shares: tuple[tuple[str, str, int], ...]
    kinds: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]
    actor_name: str | None
    undated: int
    unplaced: int


def load_incidents(store: Store, wanted: IncidentFilter, page: int, coder: str | None = None) -> IncidentList:
    """Return a page of the incidents that are wanted."""
    with store.connect() as connection:
        places = ask.count_places(connection, wanted)
        days = ask.count_days(connection, wanted)
        found = ask.list_incidents(connection, wanted, page)
        return IncidentList(
            wanted=wanted,
            incidents=replace(found, rows=see_rows(connection, found.rows, coder)),
            map=draw_map(places_of(places, wanted)),
            chart=draw_bars(days, lambda first, last: address_of(wanted, first=first, last=last)),
            shares=tuple(_share(wanted, *row) for row in ask.count_kinds(connection, wanted, MOST_SHARES)),
            kinds=tuple(_kinds(ask.list_kinds(connection))),
            countries=tuple(sorted(((code, name_country(code)) for code in ask.list_countries(connection)), key=_name)),
            undated=found.total - sum(days.values()),
            unplaced=found.total - sum(place.count for place in places) if len(places) < ask.MOST_PLACES else 0,
            actor_name=ask.find_actor_name(connection, wanted.actor) if wanted.actor else None,
        )


def address_of(wanted: IncidentFilter, **others: str) -> str:
    """Return the address of a selection, with some fields changed."""
    asked = {**asdict(wanted), **others}
    plain = asdict(IncidentFilter())
    return "/incidents?" + urlencode({NAMES.get(n, n): v for n, v in asked.items() if v != plain[n]})


def places_of(counted: Iterable[ask.PlaceCount], wanted: IncidentFilter) -> Iterator[Place]:
    """Yield the places of the map, each of which leads to its incidents."""
    address = address_of(wanted, gid="", place="")
    address += "" if address.endswith("?") else "&"
    for found in counted:
        own = {"gid": found.geonames_id} if found.geonames_id else {"place": found.name or ""}
        yield Place(
            lat=found.lat,
            lon=found.lon,
            title=found.name or "a place without a name",
            href=address + urlencode(own),
            count=found.count,
        )


def export_csv(rows: Iterable[IncidentRow]) -> Iterator[str]:
    """Yield the lines of a CSV file; every line ends in CR LF (RFC 4180)."""
    yield _csv_line([*COLUMNS, "name"])
    for row in rows:
        values = asdict(row)
        yield _csv_line([*(values[name] for name in COLUMNS), name_incident(row)])


def export_jsonl(rows: Iterable[IncidentRow]) -> Iterator[str]:
    """Yield one JSON object a line."""
    for row in rows:
        yield json.dumps(_plain(row), ensure_ascii=False) + "\n"


def export_geojson(rows: Iterable[IncidentRow]) -> Iterator[str]:
    """Yield a GeoJSON feature collection (RFC 7946); incidents without coordinates have a null geometry."""
    yield '{"type": "FeatureCollection", "features": ['
    for number, row in enumerate(rows):
        point = {"type": "Point", "coordinates": [row.lon, row.lat]} if row.lat is not None else None
        feature = {"type": "Feature", "id": row.id, "geometry": point, "properties": _plain(row)}
        yield (",\n" if number else "\n") + json.dumps(feature, ensure_ascii=False)
    yield "\n]}\n"


def _share(wanted: IncidentFilter, type_: str | None, mode: str | None, count: int) -> tuple[str, str, int]:
    """Return what a kind is called, the address of its incidents and how many they are."""
    kind = f"{type_ or ''}/{mode}" if mode else type_ or ""
    return name_event(type_, mode), address_of(wanted, kind=kind), count


def _plain(row: IncidentRow) -> dict[str, Any]:
    return {**asdict(row), "name": name_incident(row)}


def _csv_line(values: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([_cell(value) for value in values])
    return line.getvalue()


def _cell(value: object) -> object:
    """Return a cell that a spreadsheet takes for text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _kinds(found: Iterable[tuple[str | None, str | None]]) -> Iterator[tuple[str, str]]:
    """Yield what can be asked for: each type, then its modes."""
    kinds = list(found)
    for type_ in sorted({type_ for type_, _ in kinds if type_}):
        yield type_, f"{name_event(type_, None)}, every kind"
    for own_type, mode in kinds:
        if mode:
            yield f"{own_type or ''}/{mode}", name_event(own_type, mode)


def _name(pair: tuple[str, str]) -> str:
    return pair[1]

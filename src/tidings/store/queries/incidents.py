"""What the list of incidents asks the store: one filter for the table, the map, the chart and the export."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from tidings.store.queries.incident import IncidentRow
from tidings.store.queries.shared import PAGE, Slice, contains, names_of, rows_of
from tidings.store.tables import actors, events, incidents, participants, responsibilities

#: So many places are drawn on a map; the heaviest first.
MOST_PLACES = 400
#: Statuses that are shown unless asked otherwise: what took place.
HAPPENED = ("happened", "ongoing", "attempted")

SORTS: dict[str, tuple[ColumnElement[object], ...]] = {
    "changed": (incidents.c.last_changed.desc(), incidents.c.key.desc()),
    "day": (incidents.c.date_from.desc().nulls_last(), incidents.c.key.desc()),
    "killed": (func.coalesce(incidents.c.killed_most, incidents.c.killed_least, -1).desc(), incidents.c.key.desc()),
    "sources": (incidents.c.sources.desc(), incidents.c.key.desc()),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilter:
    """Which incidents are wanted; "" asks for nothing. `kind` is "TYPE" or "TYPE/mode"."""

    words: str = ""
    first: str = ""
    last: str = ""
    place: str = ""
    gid: str = ""
    country: str = ""
    kind: str = ""
    actor: str = ""
    harm: str = ""
    status: str = ""
    review: str = ""
    sort: str = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCount:
    """How many of the incidents are at a place."""

    geonames_id: int | None
    name: str | None
    lat: float
    lon: float
    count: int


def list_incidents(connection: Connection, wanted: IncidentFilter, page: int, size: int = PAGE) -> Slice[IncidentRow]:
    """Return a page of the incidents that are wanted."""
    conditions = list(_conditions(wanted))
    total = connection.execute(select(func.count()).select_from(incidents).where(*conditions)).scalar_one()
    order = SORTS.get(wanted.sort, SORTS["changed"])
    chosen = select(incidents.c.key).where(*conditions).order_by(*order).limit(size).offset((max(page, 1) - 1) * size)
    columns = [incidents.c[name] for name in names_of(IncidentRow)]
    query = select(*columns).where(incidents.c.key.in_(chosen.scalar_subquery())).order_by(*order)
    return Slice(rows_of(connection.execute(query).mappings(), IncidentRow), total, max(page, 1), size)


def stream_incidents(connection: Connection, wanted: IncidentFilter) -> Iterator[IncidentRow]:
    """Yield all the incidents that are wanted, a few in memory at a time."""
    names = names_of(IncidentRow)
    columns = [incidents.c[name] for name in names]
    query = select(*columns).where(*_conditions(wanted)).order_by(*SORTS.get(wanted.sort, SORTS["changed"]))
    rows = connection.execution_options(yield_per=500).execute(query).mappings()
    for row in rows:
        yield IncidentRow(**{name: row[name] for name in names})


def count_days(connection: Connection, wanted: IncidentFilter) -> dict[str, int]:
    """Return how many of the incidents began on each day; those known to a month or less are left out."""
    c = incidents.c
    query = select(c.date_from, func.count()).where(*_conditions(wanted), c.date_from.is_not(None), _is_exact())
    return {row[0]: row[1] for row in connection.execute(query.group_by(c.date_from))}


def count_places(connection: Connection, wanted: IncidentFilter) -> tuple[PlaceCount, ...]:
    """Return the places of the incidents, the heaviest first; countries and regions have no point."""
    c = incidents.c
    query = (
        select(
            func.min(c.geonames_id).label("geonames_id"),
            func.min(c.place_name).label("name"),
            c.lat,
            c.lon,
            func.count().label("count"),
        )
        .where(
            *_conditions(wanted), c.lat.is_not(None), ~func.coalesce(c.place_precision, "").in_(("country", "region"))
        )
        .group_by(c.lat, c.lon)
        .order_by(func.count().desc(), c.lat, c.lon)
        .limit(MOST_PLACES)
    )
    return rows_of(connection.execute(query).mappings(), PlaceCount)


def count_kinds(
    connection: Connection, wanted: IncidentFilter, most: int
) -> tuple[tuple[str | None, str | None, int], ...]:
    """Return how many of the incidents are of each type and mode, the most frequent first."""
    c = incidents.c
    query = select(c.type, c.mode, func.count()).where(*_conditions(wanted)).group_by(c.type, c.mode)
    rows = connection.execute(query.order_by(func.count().desc(), c.type, c.mode).limit(most))
    return tuple((row[0], row[1], row[2]) for row in rows)


def list_kinds(connection: Connection) -> tuple[tuple[str | None, str | None], ...]:
    """Return the types and modes that incidents of the store have."""
    query = select(incidents.c.type, incidents.c.mode).distinct().order_by(incidents.c.type, incidents.c.mode)
    return tuple((row[0], row[1]) for row in connection.execute(query))


def list_countries(connection: Connection) -> tuple[str, ...]:
    """Return the countries that incidents of the store are in."""
    query = select(incidents.c.country).distinct().where(incidents.c.country.is_not(None))
    return tuple(connection.execute(query.order_by(incidents.c.country)).scalars())


def find_actor_name(connection: Connection, actor: str) -> str | None:
    """Return the name of an actor."""
    return connection.execute(select(actors.c.name).where(actors.c.id == actor)).scalar()


def _is_exact() -> ColumnElement[bool]:
    precision = incidents.c.date_precision
    return or_(precision.is_(None), precision.in_(("minute", "hour", "day")))


def _conditions(wanted: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    c = incidents.c
    yield from _when(wanted)
    yield from _where(wanted)
    if wanted.words:
        yield contains(c.title, wanted.words)
    if wanted.kind:
        yield _kind(wanted.kind)
    if wanted.actor:
        yield c.key.in_(_of_actor(wanted.actor))
    if wanted.harm:
        yield _harm(wanted.harm)
    if wanted.status != "all":
        yield c.status == wanted.status if wanted.status else c.status.in_(HAPPENED)
    if wanted.review:
        yield c.review != "open" if wanted.review == "reviewed" else c.review == wanted.review


def _when(wanted: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.first:
        yield incidents.c.date_to >= wanted.first
    if wanted.last:
        yield incidents.c.date_from <= wanted.last


def _where(wanted: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    c = incidents.c
    if wanted.place:
        yield contains(c.place_name, wanted.place)
    if wanted.gid.isdecimal():
        yield c.geonames_id == int(wanted.gid)
    if wanted.country:
        yield c.country == wanted.country


def _kind(kind: str) -> ColumnElement[bool]:
    c = incidents.c
    type_, _, mode = kind.partition("/")
    is_type = c.type == type_ if type_ else c.type.is_(None)
    return and_(is_type, c.mode == mode) if mode else is_type


def _harm(harm: str) -> ColumnElement[bool]:
    c = incidents.c
    killed = or_(c.killed_least > 0, c.killed_most > 0)
    injured = or_(c.injured_least > 0, c.injured_most > 0)
    return {"killed": killed, "injured": injured, "none": ~func.coalesce(or_(killed, injured), False)}.get(
        harm, or_(killed, injured)
    )


def _of_actor(actor: str) -> Select[tuple[int]]:
    key = select(actors.c.key).where(actors.c.id == actor).scalar_subquery()
    parts = select(participants.c.event_key).where(participants.c.actor_key == key)
    said = select(responsibilities.c.event_key).where(responsibilities.c.actor_key == key)
    found = parts.union(said).subquery()
    return (
        select(events.c.incident_key)
        .join(found, found.c.event_key == events.c.key)
        .where(events.c.incident_key.is_not(None))
    )

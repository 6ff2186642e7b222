"""What the page of one incident asks the store."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from tidings.model.incident import Decision, DecisionKind
from tidings.model.refs import incident_ref
from tidings.store.queries.shared import item_name, names_of, rows_of
from tidings.store.reports import load_text
from tidings.store.tables import (
    actors,
    casualties,
    copies,
    decisions,
    events,
    incidents,
    participants,
    reports,
    responsibilities,
    statements,
    threads,
    weapons,
)

#: So many decisions of an incident's history are shown.
MOST_DECISIONS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """An incident over all its reports; counts are the lowest and the highest of any report."""

    id: str
    title: str
    type: str | None
    mode: str | None
    status: str
    date_from: str | None
    date_to: str | None
    date_precision: str | None
    geonames_id: int | None
    place_name: str | None
    place_precision: str | None
    lat: float | None
    lon: float | None
    country: str | None
    killed_least: int | None
    killed_most: int | None
    injured_least: int | None
    injured_most: int | None
    reports: int
    sources: int
    first_seen: str
    last_changed: str
    review: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event of the incident in its report."""

    key: int
    item: str
    id: str
    headline: str
    type: str | None
    mode: str | None
    status: str
    date_from: str | None
    date_to: str | None
    place_name: str | None
    lat: float | None
    lon: float | None
    review: str
    report_key: int
    report: str
    report_title: str | None
    publisher: str | None
    published: str | None
    added_at: str
    group_key: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureItem:
    """A figure as one report gives it."""

    id: str
    harm: str
    at_least: int | None
    at_most: int | None
    approximate: bool
    who: str | None
    part_of: str | None
    source_name: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(FigureItem):
    """The same with the key of its event."""

    event_key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerItem:
    """Who is said to have done it, and by whom; `act` is that of the statement it stands in."""

    relation: str
    actor: str | None
    actor_name: str | None
    by: str | None
    by_name: str | None
    act: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow(LedgerItem):
    """The same with the key of its event."""

    event_key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """A doer or a victim as a report states it."""

    event_key: int
    role: str
    actor: str | None
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadRow:
    """What is open about the incident."""

    event_key: int
    kind: str
    by_name: str | None
    status: str
    is_open: bool
    words: str
    position: int
    report: str


def find_incident(connection: Connection, incident: str) -> IncidentRow | None:
    """Return an incident, None when there is none of this id."""
    columns = [incidents.c[name] for name in names_of(IncidentRow)]
    found = connection.execute(select(*columns).where(incidents.c.id == incident)).mappings()
    return next(iter(rows_of(found, IncidentRow)), None)


def find_events(connection: Connection, key: int) -> tuple[EventRow, ...]:
    """Return the events of an incident in the order in which their reports were published."""
    own = ("key", "id", "headline", "type", "mode", "status", "date_from", "date_to", "place_name", "lat", "lon")
    query = (
        select(
            *(events.c[name] for name in own),
            events.c.review,
            events.c.report_key,
            item_name().label("item"),
            reports.c.id.label("report"),
            reports.c.title.label("report_title"),
            reports.c.publisher,
            reports.c.published,
            reports.c.added_at,
            copies.c.group_key,
        )
        .join(reports, reports.c.key == events.c.report_key)
        .outerjoin(copies, copies.c.report_key == reports.c.key)
        .where(events.c.incident_key == key)
        .order_by(reports.c.published.nulls_last(), reports.c.key, events.c.key)
    )
    return rows_of(connection.execute(query).mappings(), EventRow)


def find_figures(connection: Connection, keys: Sequence[int]) -> tuple[FigureRow, ...]:
    """Return the figures of some events, without those that a person rejected."""
    columns = [casualties.c[name] for name in names_of(FigureRow)]
    query = select(*columns).where(casualties.c.event_key.in_(keys), casualties.c.review != "rejected")
    return rows_of(connection.execute(query.order_by(casualties.c.key)).mappings(), FigureRow)


def find_ledger(connection: Connection, keys: Sequence[int]) -> tuple[LedgerRow, ...]:
    """Return what is said of who is responsible for some events."""
    actor, by = actors.alias(), actors.alias()
    c = responsibilities.c
    query = (
        select(
            c.event_key,
            c.relation,
            actor.c.id.label("actor"),
            c.actor_name,
            by.c.id.label("by"),
            c.by_name,
            statements.c.act,
            c.start,
            c.end,
        )
        .join(events, events.c.key == c.event_key)
        .outerjoin(actor, actor.c.key == c.actor_key)
        .outerjoin(by, by.c.key == c.by_key)
        .outerjoin(statements, (statements.c.report_key == events.c.report_key) & (statements.c.id == c.statement))
        .where(c.event_key.in_(keys))
        .order_by(c.event_key, c.start)
    )
    return rows_of(connection.execute(query).mappings(), LedgerRow)


def find_parts(connection: Connection, key: int) -> tuple[PartRow, ...]:
    """Return the doers and victims that reports state."""
    c = participants.c
    query = (
        select(c.event_key, c.role, actors.c.id.label("actor"), c.name, c.start, c.end)
        .join(events, events.c.key == c.event_key)
        .outerjoin(actors, actors.c.key == c.actor_key)
        .where(events.c.incident_key == key)
        .order_by(c.event_key, c.start)
    )
    return rows_of(connection.execute(query).mappings(), PartRow)


def find_weapons(connection: Connection, key: int) -> tuple[str, ...]:
    """Return the kinds of weapons told of."""
    query = select(weapons.c.kind).distinct().join(events, events.c.key == weapons.c.event_key)
    return tuple(connection.execute(query.where(events.c.incident_key == key).order_by(weapons.c.kind)).scalars())


def find_open_ends(connection: Connection, key: int) -> tuple[ThreadRow, ...]:
    """Return the threads about the incident."""
    t = threads.c
    query = (
        select(
            t.about_key.label("event_key"),
            t.kind,
            t.by_name,
            t.status,
            t.is_open,
            t.words,
            t.position,
            reports.c.id.label("report"),
        )
        .join(events, events.c.key == t.about_key)
        .join(reports, reports.c.key == t.report_key)
        .where(events.c.incident_key == key)
        .order_by(t.key)
    )
    return rows_of(connection.execute(query).mappings(), ThreadRow)


def find_history(connection: Connection, incident: str, items: tuple[str, ...]) -> tuple[Decision, ...]:
    """Return the decisions on an incident and its events, undone ones as well, the latest first."""
    d, name = decisions.c, incident_ref(incident)
    parts = [d.subject.startswith(item + ".", autoescape=True) for item in items[:50]]
    wanted = or_(d.subject == name, d.other == name, d.subject.in_(items), *parts)
    query = (
        select(*(d[field] for field in names_of(Decision))).where(wanted).order_by(d.id.desc()).limit(MOST_DECISIONS)
    )
    rows = connection.execute(query).mappings()
    return tuple(Decision(**{**row, "kind": DecisionKind(row["kind"])}) for row in rows)


def find_texts(connection: Connection, keys: tuple[int, ...]) -> dict[int, str]:
    """Return the texts of reports by key."""
    return {key: load_text(connection, key).report.text for key in keys}

"""What a brief asks the store: its subject, the reports it cites, the events of incidents."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from tidings.store.queries.missions import NearRow
from tidings.store.queries.shared import contains, rows_of
from tidings.store.tables import (
    actor_names,
    actors,
    events,
    incidents,
    reports,
)

#: So many incidents, reports or names stand in one answer.
MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectRow:
    """Something that a brief can be about: an actor, a place or an incident."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberItem:
    """An event of an incident, as one report tells it."""

    incident: str
    report: str
    id: str
    type: str | None
    mode: str | None
    status: str
    headline: str
    date_from: str | None
    date_to: str | None
    place_name: str | None
    published: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow(MemberItem):
    """The same with its key in the store."""

    key: int


def find_named(connection: Connection, name: str) -> tuple[SubjectRow, ...]:
    """Return actors, places and incidents with exactly this name or id, whatever its case."""
    folded = name.lower()
    known_as = select(actor_names.c.actor_key).where(actor_names.c.folded == folded)
    of_actors = or_(actors.c.id == name, func.lower(actors.c.name) == folded, actors.c.key.in_(known_as))
    found = [SubjectRow(kind="actor", id=i, name=n) for i, n in _two(connection, actors.c.id, actors.c.name, of_actors)]
    places = _two(connection, events.c.place_name, events.c.place_name, func.lower(events.c.place_name) == folded)
    found += [SubjectRow(kind="place", id=i, name=n) for i, n in places]
    of_incidents = or_(incidents.c.id == name, func.lower(incidents.c.title) == folded)
    rows = _two(connection, incidents.c.id, incidents.c.title, of_incidents)
    return (*found, *(SubjectRow(kind="incident", id=i, name=n) for i, n in rows))


def find_like(connection: Connection, words: str) -> tuple[SubjectRow, ...]:
    """Return actors, places and incidents whose names hold some words."""
    found = []
    for kind, key, name in (
        ("actor", actors.c.id, actors.c.name),
        ("place", events.c.place_name, events.c.place_name),
        ("incident", incidents.c.id, incidents.c.title),
    ):
        rows = _two(connection, key, name, contains(name, words))
        found += [SubjectRow(kind=kind, id=i, name=n) for i, n in rows]
    return tuple(found)


def find_names_near(connection: Connection, words: str) -> tuple[SubjectRow, ...]:
    """Return actors and places of which a word begins as one of these does: spelling may be wrong further on."""
    stems = [word[:3] for word in words.lower().split() if len(word) >= 3]  # noqa: PLR2004 - the first three letters
    found: dict[SubjectRow, None] = {}
    for stem in stems:
        found.update(dict.fromkeys(row for row in find_like(connection, stem) if row.kind != "incident"))
    return tuple(found)


def find_incident(connection: Connection, id: str) -> NearRow | None:  # noqa: A002 - the column's name
    """Return one incident."""
    found = rows_of(connection.execute(select(incidents).where(incidents.c.id == id)).mappings(), NearRow)
    return found[0] if found else None


def find_incidents_at(connection: Connection, place: str) -> tuple[NearRow, ...]:
    """Return the incidents at a place of this name, the latest first."""
    query = select(incidents).where(func.lower(incidents.c.place_name) == place.lower())
    ordered = query.order_by(incidents.c.date_from.is_(None), incidents.c.date_from.desc(), incidents.c.key)
    return rows_of(connection.execute(ordered.limit(MOST)).mappings(), NearRow)


def find_members(connection: Connection, ids: Sequence[str], also: Collection[int] = ()) -> tuple[MemberRow, ...]:
    """Return the events of some incidents that nobody has rejected, in the order in which reports were published.

    `also` are keys of rejected ones that are wanted all the same.
    """
    query = (
        select(events, incidents.c.id.label("incident"), reports.c.id.label("report"), reports.c.published)
        .join(reports, reports.c.key == events.c.report_key)
        .join(incidents, incidents.c.key == events.c.incident_key)
        .where(incidents.c.id.in_(ids), or_(events.c.review != "rejected", events.c.key.in_(also)))
        .order_by(reports.c.published.is_(None), reports.c.published, reports.c.key, events.c.key)
        .limit(MOST * 4)
    )
    return rows_of(connection.execute(query).mappings(), MemberRow)


def _two(
    connection: Connection, key: ColumnElement[Any], name: ColumnElement[Any], wanted: ColumnElement[bool]
) -> list[tuple[str, str]]:
    query = select(key, name).where(wanted).distinct().order_by(name, key).limit(MOST)
    return [(found, told) for found, told in connection.execute(query)]

"""Actors over all reports: who they are, what they did, suffered, said and are said to be."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, literal, or_, select, union_all

from tidings.store.queries.shared import Slice, contains, rows_of, take_page
from tidings.store.tables import (
    actor_names,
    actors,
    entity_links,
    events,
    incidents,
    participants,
    relations,
    reports,
    responsibilities,
    statements,
)

#: So many rows of each part of an actor's page.
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorItem:
    """An actor with what there is about it."""

    id: str
    name: str
    kind: str | None
    category: str | None
    country: str | None
    role: str | None
    reports: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow(ActorItem):
    """The same with its key in the store."""

    key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An event in which an actor has a part: agent, target, or what is said of its responsibility."""

    part: str
    report: str
    event: str
    type: str | None
    mode: str | None
    headline: str
    status: str
    date_from: str | None
    date_to: str | None
    place_name: str | None
    incident: str | None
    incident_title: str | None
    by_name: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """How one actor stands to another, by one report."""

    relation: str
    from_id: str | None
    from_name: str
    to_id: str | None
    to_name: str
    hedge: str | None
    source_name: str | None
    report: str
    start: int
    end: int


def find_actors(
    connection: Connection, *, words: str = "", kind: str = "", category: str = "", country: str = "", page: int = 1
) -> Slice[ActorRow]:
    """Return actors whose names hold some words, those that most reports name first."""
    query = _listed().where(*_wanted(words, kind, category, country))
    return take_page(connection, query.order_by(_named_in().desc(), actors.c.name, actors.c.key), ActorRow, page)


def find_actor(connection: Connection, id: str) -> ActorRow | None:  # noqa: A002 - the column's name
    """Return one actor by its id."""
    found = rows_of(connection.execute(_listed().where(actors.c.id == id)).mappings(), ActorRow)
    return found[0] if found else None


def find_kinds(connection: Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the kinds and the categories of actors that there are."""
    kinds = connection.execute(select(actors.c.kind).distinct().where(actors.c.kind.is_not(None))).scalars()
    categories = connection.execute(select(actors.c.category).distinct().where(actors.c.category.is_not(None)))
    return tuple(sorted(kinds)), tuple(sorted(categories.scalars()))


def find_countries(connection: Connection) -> tuple[str, ...]:
    """Return the countries that actors are of."""
    query = select(actors.c.country).distinct().where(actors.c.country.is_not(None))
    return tuple(sorted(connection.execute(query).scalars()))


def name_actors(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Return the names of some actors by their ids."""
    rows = connection.execute(select(actors.c.id, actors.c.name).where(actors.c.id.in_(ids)))
    return {row.id: row.name for row in rows}


def find_names(connection: Connection, key: int) -> tuple[str, ...]:
    """Return every name under which an actor is known, folded to lower case."""
    query = select(actor_names.c.folded).where(actor_names.c.actor_key == key).distinct()
    return tuple(connection.execute(query.order_by(actor_names.c.folded)).scalars())


def find_roles(connection: Connection, key: int) -> tuple[tuple[str, int], ...]:
    """Return the capacities in which an actor spoke, with the number of statements."""
    count = func.count()
    query = select(statements.c.role, count).where(statements.c.actor_key == key, statements.c.role.is_not(None))
    rows = connection.execute(query.group_by(statements.c.role).order_by(count.desc(), statements.c.role).limit(20))
    return tuple((role, number) for role, number in rows)


def find_deeds(connection: Connection, key: int) -> tuple[Deed, ...]:
    """Return the events in which an actor has a part, the latest first."""
    took_part = _deeds(participants, participants.c.role, literal(None)).where(participants.c.actor_key == key)
    said = responsibilities.c.relation
    held = _deeds(responsibilities, said, responsibilities.c.by_name).where(responsibilities.c.actor_key == key)
    both = union_all(took_part, held).subquery()
    query = select(both).order_by(both.c.date_from.is_(None), both.c.date_from.desc(), both.c.report, both.c.event)
    return rows_of(connection.execute(query.limit(MOST)).mappings(), Deed)


def find_relations(connection: Connection, key: int) -> tuple[RelationRow, ...]:
    """Return the relations in which an actor stands."""
    one, other = actors.alias("one"), actors.alias("other")
    query = (
        select(
            relations,
            one.c.id.label("from_id"),
            other.c.id.label("to_id"),
            reports.c.id.label("report"),
        )
        .join(reports, reports.c.key == relations.c.report_key)
        .outerjoin(one, one.c.key == relations.c.from_key)
        .outerjoin(other, other.c.key == relations.c.to_key)
        .where(or_(relations.c.from_key == key, relations.c.to_key == key))
        .order_by(relations.c.relation, reports.c.published.nulls_last(), reports.c.id, relations.c.start)
        .limit(MOST)
    )
    return rows_of(connection.execute(query).mappings(), RelationRow)


def find_similar(connection: Connection, actor: ActorRow) -> tuple[ActorRow, ...]:
    """Return actors of the same kind that share a name's last word: a coder may know that they are one."""
    last = actor.name.split()[-1] if actor.name.split() else actor.name
    same_kind = actors.c.kind == actor.kind if actor.kind else actors.c.kind.is_(None)
    query = _listed().where(same_kind, actors.c.key != actor.key, contains(actors.c.name, last))
    return rows_of(connection.execute(query.order_by(_named_in().desc(), actors.c.key).limit(8)).mappings(), ActorRow)


def _named_in() -> ColumnElement[int]:
    """Return in how many reports an actor is named."""
    query = select(func.count(entity_links.c.report_key.distinct())).where(entity_links.c.actor_key == actors.c.key)
    return query.correlate(actors).scalar_subquery()


def _listed() -> Select[Any]:
    said = select(func.count()).where(statements.c.actor_key == actors.c.key).correlate(actors).scalar_subquery()
    return select(actors, _named_in().label("reports"), said.label("statements"))


def _wanted(words: str, kind: str, category: str, country: str) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if words:
        known_as = select(actor_names.c.actor_key).where(contains(actor_names.c.folded, words))
        found.append(or_(contains(actors.c.name, words), actors.c.key.in_(known_as)))
    for column, value in ((actors.c.kind, kind), (actors.c.category, category), (actors.c.country, country)):
        if value:
            found.append(column == value)
    return found


def _deeds(table: Table, part: ColumnElement[str], by: ColumnElement[str]) -> Select[Any]:
    return (
        select(
            part.label("part"),
            reports.c.id.label("report"),
            events.c.id.label("event"),
            events.c.type,
            events.c.mode,
            events.c.headline,
            events.c.status,
            events.c.date_from,
            events.c.date_to,
            events.c.place_name,
            incidents.c.id.label("incident"),
            incidents.c.title.label("incident_title"),
            by.label("by_name"),
            table.c.start,
            table.c.end,
        )
        .select_from(table)
        .join(events, events.c.key == table.c.event_key)
        .join(reports, reports.c.key == events.c.report_key)
        .outerjoin(incidents, incidents.c.key == events.c.incident_key)
    )

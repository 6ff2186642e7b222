"""Which actor each entity of a report is, and what an actor is called, over all reports."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from tidings.model.mention import Entity
from tidings.model.record import Record
from tidings.model.refs import RefKind, actor_ref, item_ref, parse_ref
from tidings.store.actor_rows import add_actors, add_names, names_of
from tidings.store.grouping import assign_groups
from tidings.store.groups import find_component
from tidings.store.keys import actor_key, split_actor
from tidings.store.many import chunks
from tidings.store.plain import plain_row
from tidings.store.reports import Kept
from tidings.store.rule_actors import NAME_CHARACTERS
from tidings.store.rules import ActorFound
from tidings.store.tables import actors, entity_links, reports

Row = dict[str, Any]


def link_entities(connection: Connection, kept: Kept, record: Record, found: Mapping[str, ActorFound]) -> set[int]:
    """Link the entities of a new report to their actors; return the actors' keys."""
    members = {item_ref(kept.id, entity): actor_ref(actor.id or "") for entity, actor in found.items()}
    placed = place_entities(connection, members)
    rows = [
        {
            "report_key": kept.key,
            "entity": entity.id,
            "actor_key": actor_key(placed[item_ref(kept.id, entity.id)]),
            "rule_actor": found[entity.id].id,
            "why": found[entity.id].why,
            "names": json.dumps([name[:NAME_CHARACTERS] for name in found[entity.id].names], ensure_ascii=False),
            **described(entity),
        }
        for entity in record.entities
        if entity.id in found
    ]
    if rows:
        connection.execute(insert(entity_links), rows)
    add_actors(connection, placed.values())
    keys = {row["actor_key"] for row in rows}
    add_names(connection, {key: names_of(row for row in rows if row["actor_key"] == key) for key in keys})
    return keys


def place_entities(connection: Connection, members: Mapping[str, str]) -> dict[str, str]:
    """Return the actor's id of each entity, by what people decided; `members` gives the actor by rule."""
    _, decided = find_component(connection, {*members, *members.values()}, _nobody)
    placed = assign_groups(members, decided, _apart)
    return {member: parse_ref(group).id for member, group in placed.items()}


def regroup_entities(connection: Connection, seeds: Iterable[str]) -> tuple[set[int], set[int]]:
    """Project which entities are one actor around a decision; return the reports and the actors that it touched."""

    def neighbours(refs: Collection[str]) -> Iterable[str]:
        return _neighbours(connection, refs)

    refs, decided = find_component(connection, seeds, neighbours)
    links = list(_links(connection, [ref for ref in sorted(refs) if parse_ref(ref).kind is RefKind.ITEM]))
    members = {link["ref"]: actor_ref(link["rule_actor"]) for link in links}
    placed = {ref: parse_ref(group).id for ref, group in assign_groups(members, decided, _apart).items()}
    moved = [link for link in links if actor_key(placed[link["ref"]]) != link["actor_key"]]
    add_actors(connection, (placed[link["ref"]] for link in moved))
    for link in moved:
        _move(connection, link, actor_key(placed[link["ref"]]))
    touched = {link["actor_key"] for link in moved} | {actor_key(placed[link["ref"]]) for link in moved}
    return {link["report_key"] for link in moved}, touched


def describe_entities(connection: Connection, key: int, record: Record) -> set[int]:
    """Write the (corrected) names of a report's entities to their links; return the actors whose links changed."""
    where = entity_links.c.report_key == key
    before = {row.entity: row._asdict() for row in connection.execute(select(entity_links).where(where))}
    touched: set[int] = set()
    for entity in record.entities:
        link, after = before.get(entity.id), described(entity)
        if link is not None and any(link[name] != value for name, value in after.items()):
            connection.execute(update(entity_links).where(where, entity_links.c.entity == entity.id).values(**after))
            touched.add(link["actor_key"])
    return touched


def actors_of(connection: Connection, key: int) -> dict[str, int]:
    """Return the key of the actor of each entity of a report."""
    found = select(entity_links.c.entity, entity_links.c.actor_key).where(entity_links.c.report_key == key)
    return {row.entity: row.actor_key for row in connection.execute(found)}


def described(entity: Entity) -> Row:
    """Return what an entity says of its actor."""
    columns = ("name", "category", "country", "role")
    return plain_row({"kind": entity.kind.value, **{column: getattr(entity, column) for column in columns}})


def _neighbours(connection: Connection, refs: Collection[str]) -> Iterable[str]:
    """Yield the entities that are some actors now, and the actors that some entities are by rule or now."""
    parsed = [parse_ref(ref) for ref in sorted(refs)]
    named = select(reports.c.id, entity_links.c.entity).join(entity_links, entity_links.c.report_key == reports.c.key)
    for chunk in chunks([ref.id for ref in parsed if ref.kind is RefKind.ACTOR]):
        theirs = entity_links.c.actor_key.in_([actor_key(id_) for id_ in chunk])
        yield from (item_ref(row.id, row.entity) for row in connection.execute(named.where(theirs)))
    for link in _links(connection, [str(ref) for ref in parsed if ref.kind is RefKind.ITEM]):
        yield actor_ref(link["rule_actor"])
        yield actor_ref(link["id"])


def _links(connection: Connection, refs: list[str]) -> Iterable[Row]:
    """Yield the links of entities, each with its reference and its actor's id."""
    wanted = {(ref.id, ref.item): str(ref) for ref in map(parse_ref, refs)}
    query = (
        select(reports.c.id.label("report"), actors.c.id, entity_links)
        .join(entity_links, entity_links.c.report_key == reports.c.key)
        .join(actors, actors.c.key == entity_links.c.actor_key)
    )
    for chunk in chunks(sorted({report for report, _ in wanted})):
        for row in connection.execute(query.where(reports.c.id.in_(chunk))):
            if (row.report, row.entity) in wanted:
                yield {**row._asdict(), "ref": wanted[row.report, row.entity]}


def _move(connection: Connection, link: Row, key: int) -> None:
    c = entity_links.c
    where = (c.report_key == link["report_key"], c.entity == link["entity"])
    connection.execute(update(entity_links).where(*where).values(actor_key=key))


def _nobody(_refs: Collection[str]) -> Iterable[str]:
    return ()


def _apart(ref: str) -> str:
    return actor_ref(split_actor(ref))

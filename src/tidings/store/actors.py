"""Which actor each entity of a report is, and what an actor is called, over all reports."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from tidings.model.mention import Entity
from tidings.model.record import Record
from tidings.model.refs import RefKind, actor_ref, item_ref, parse_ref
from tidings.store.decisions import chunked
from tidings.store.grouping import assign_groups
from tidings.store.groups import find_component
from tidings.store.keys import actor_key, split_actor
from tidings.store.reports import Kept
from tidings.store.rules import ActorFound, RuleActor, Rules
from tidings.store.tables import actor_names, actors, entity_links, reports, rule_actor_names, rule_actors

NAME_CHARACTERS = 200
#: Actors of one name that a new entity is held to.
MOST_KNOWN = 20
#: An actor's name, category, country and role come from so many of its first and latest entities.
SAMPLE = 20

Row = dict[str, Any]


def identify_actors(connection: Connection, record: Record, rules: Rules) -> dict[str, ActorFound]:
    """Return which actor each entity of a new report is by rule, by entity id; new actors are remembered."""
    found: dict[str, ActorFound] = {}
    for entity in record.entities:
        names = rules.find_actor_names(entity)
        actor = rules.find_actor(entity, record, _known(connection, names[0]) if names else ())
        if actor.id is not None:
            found[entity.id] = actor
            _remember(connection, actor.id, entity, actor)
    return found


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
    _add_actors(connection, placed.values())
    for key in sorted({row["actor_key"] for row in rows}):
        _add_names(connection, key, _names(row for row in rows if row["actor_key"] == key))
    return {row["actor_key"] for row in rows}


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
    _add_actors(connection, (placed[link["ref"]] for link in moved))
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
    return dict(connection.execute(found).tuples().all())


def refresh_actors(connection: Connection, keys: Iterable[int], *, is_moved: bool = False) -> None:
    """Project what actors are called from their entities; drop those that have none left.

    `is_moved` says that entities may have left, so that names must be collected anew.
    """
    for key in sorted(keys):
        sample = _sample(connection, key)
        if not sample:
            connection.execute(delete(actors).where(actors.c.key == key))
            continue
        connection.execute(update(actors).where(actors.c.key == key).values(**_description(sample)))
        if is_moved:
            connection.execute(delete(actor_names).where(actor_names.c.actor_key == key))
            _add_names(connection, key, _all_names(connection, key))


def described(entity: Entity) -> Row:
    """Return what an entity says of its actor."""
    return {
        "name": entity.name,
        "kind": entity.kind.value,
        "category": entity.category,
        "country": entity.country,
        "role": entity.role,
    }


def _known(connection: Connection, name: str) -> list[RuleActor]:
    found = (
        select(rule_actors)
        .join(rule_actor_names, rule_actor_names.c.id == rule_actors.c.id)
        .where(rule_actor_names.c.folded == name[:NAME_CHARACTERS])
        .order_by(rule_actors.c.id)
        .limit(MOST_KNOWN)
    )
    return [RuleActor(**row._asdict()) for row in connection.execute(found)]


def _remember(connection: Connection, id_: str, entity: Entity, found: ActorFound) -> None:
    names = sorted({name[:NAME_CHARACTERS] for name in found.names})
    if connection.execute(select(rule_actors.c.id).where(rule_actors.c.id == id_)).first() is None:
        values = {"kind": entity.kind.value, "category": entity.category, "country": entity.country}
        connection.execute(insert(rule_actors).values(id=id_, **values))
    c = rule_actor_names.c
    there = set(connection.scalars(select(c.folded).where(c.id == id_, c.folded.in_(names)))) if names else set()
    rows = [{"id": id_, "folded": name} for name in names if name not in there]
    if rows:
        connection.execute(insert(rule_actor_names), rows)


def _add_actors(connection: Connection, ids: Iterable[str]) -> None:
    wanted = {actor_key(id_): id_ for id_ in ids}
    for chunk in chunked([str(key) for key in sorted(wanted)]):
        keys = [int(key) for key in chunk]
        there = set(connection.scalars(select(actors.c.key).where(actors.c.key.in_(keys))))
        rows = [{"key": key, "id": wanted[key], "name": ""} for key in keys if key not in there]
        if rows:
            connection.execute(insert(actors), rows)


def _neighbours(connection: Connection, refs: Collection[str]) -> Iterable[str]:
    """Yield the entities that are some actors now, and the actors that some entities are by rule or now."""
    parsed = [parse_ref(ref) for ref in sorted(refs)]
    named = select(reports.c.id, entity_links.c.entity).join(entity_links, entity_links.c.report_key == reports.c.key)
    for chunk in chunked(ref.id for ref in parsed if ref.kind is RefKind.ACTOR):
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
    for chunk in chunked(sorted({report for report, _ in wanted})):
        for row in connection.execute(query.where(reports.c.id.in_(chunk))):
            if (row.report, row.entity) in wanted:
                yield {**row._asdict(), "ref": wanted[row.report, row.entity]}


def _move(connection: Connection, link: Row, key: int) -> None:
    c = entity_links.c
    where = (c.report_key == link["report_key"], c.entity == link["entity"])
    connection.execute(update(entity_links).where(*where).values(actor_key=key))


def _sample(connection: Connection, key: int) -> list[Row]:
    """Return an actor's first and latest entities, in order."""
    c = entity_links.c
    found: dict[tuple[int, str], Row] = {}
    for order in ((c.report_key, c.entity), (c.report_key.desc(), c.entity.desc())):
        query = select(entity_links).where(c.actor_key == key).order_by(*order).limit(SAMPLE)
        found.update(((row.report_key, row.entity), row._asdict()) for row in connection.execute(query))
    return [found[place] for place in sorted(found)]


def _description(sample: list[Row]) -> Row:
    """Return the first that is known of each column, of the role the latest."""
    named = [row for row in sample if row["name"]]
    first = {
        name: next((row[name] for row in named or sample if row[name]), None)
        for name in ("name", "kind", "category", "country")
    }
    role = next((row["role"] for row in reversed(sample) if row["role"]), None)
    return {**first, "name": first["name"] or role or "", "role": role}


def _all_names(connection: Connection, key: int) -> set[str]:
    found = connection.execute(select(entity_links.c.names).where(entity_links.c.actor_key == key))
    return _names(row._asdict() for row in found)


def _names(links: Iterable[Row]) -> set[str]:
    return {name for link in links for name in json.loads(link["names"])}


def _add_names(connection: Connection, key: int, names: set[str]) -> None:
    c = actor_names.c
    there = set(connection.scalars(select(c.folded).where(c.actor_key == key, c.folded.in_(sorted(names)))))
    rows = [{"actor_key": key, "folded": name} for name in sorted(names - there)]
    if rows:
        connection.execute(insert(actor_names), rows)


def _nobody(_refs: Collection[str]) -> Iterable[str]:
    return ()


def _apart(ref: str) -> str:
    return actor_ref(split_actor(ref))

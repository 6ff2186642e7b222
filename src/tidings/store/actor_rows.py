"""What an actor is called, from its entities in all reports."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from tidings.store.keys import actor_key
from tidings.store.many import add_missing, ask_many, chunks
from tidings.store.tables import actor_names, actors, entity_links

#: An actor's name, category, country and role come from so many of its first and latest entities.
SAMPLE = 10

Row = dict[str, Any]

_COLUMNS = ("name", "kind", "category", "country", "role")
_DESCRIBED = select(actors.c.key, *(actors.c[name] for name in _COLUMNS))
_RENAMED = update(actors).where(actors.c.key == bindparam("actor")).values({name: bindparam(name) for name in _COLUMNS})
_SAMPLE = """SELECT * FROM (SELECT actor_key, report_key, entity, name, kind, category, country, role
 FROM entity_links WHERE actor_key = :value ORDER BY report_key, entity LIMIT {limit}) AS early
 UNION SELECT * FROM (SELECT actor_key, report_key, entity, name, kind, category, country, role
 FROM entity_links WHERE actor_key = :value ORDER BY report_key DESC, entity DESC LIMIT {limit}) AS late"""


def add_actors(connection: Connection, ids: Iterable[str]) -> None:
    """Make actors that are not there yet; what they are called is written later in the same transaction."""
    wanted = {actor_key(id_): id_ for id_ in ids}
    add_missing(connection, actors, [{"key": key, "id": wanted[key], "name": ""} for key in sorted(wanted)])


def add_names(connection: Connection, names: Mapping[int, set[str]]) -> None:
    """Add folded names to actors, by key, where they do not have them yet."""
    rows = [{"actor_key": key, "folded": name} for key in sorted(names) for name in sorted(names[key])]
    add_missing(connection, actor_names, rows)


def refresh_actors(connection: Connection, keys: Iterable[int], *, is_moved: bool = False) -> list[str]:
    """Project what actors are called from their entities; drop those that have none left, and return their ids.

    `is_moved` says that entities may have left, so that names must be collected anew.
    """
    wanted = sorted(keys)
    samples, before = _samples(connection, wanted), _described(connection, wanted)
    after = {key: _description(samples[key]) for key in wanted if samples[key]}
    changed = [{"actor": key, **row} for key, row in after.items() if before.get(key) != row]
    if changed:
        connection.execute(_RENAMED, changed)
    gone: list[str] = []
    for some in chunks([key for key in wanted if key not in after]):
        gone += connection.scalars(select(actors.c.id).where(actors.c.key.in_(some)))
        connection.execute(delete(actors).where(actors.c.key.in_(some)))
    if is_moved:
        _rewrite_names(connection, list(after))
    return gone


def names_of(links: Iterable[Row]) -> set[str]:
    """Return the folded names that some entities bring with them."""
    return {name for link in links for name in json.loads(link["names"])}


def _rewrite_names(connection: Connection, keys: Sequence[int]) -> None:
    c = entity_links.c
    names: dict[int, set[str]] = {key: set() for key in keys}
    for some in chunks(keys):
        connection.execute(delete(actor_names).where(actor_names.c.actor_key.in_(some)))
        for row in connection.execute(select(c.actor_key, c.names).where(c.actor_key.in_(some))):
            names[row.actor_key].update(json.loads(row.names))
    add_names(connection, names)


def _samples(connection: Connection, keys: Sequence[int]) -> dict[int, list[Row]]:
    """Return the first and the latest entities of each actor, in order."""
    found: dict[int, dict[tuple[int, str], Row]] = {key: {} for key in keys}
    for row in ask_many(connection, _SAMPLE, keys, limit=SAMPLE):
        found[row.actor_key][row.report_key, row.entity] = row._asdict()
    return {key: [links[place] for place in sorted(links)] for key, links in found.items()}


def _described(connection: Connection, keys: Sequence[int]) -> dict[int, Row]:
    return {
        row.key: {name: getattr(row, name) for name in _COLUMNS}
        for some in chunks(keys)
        for row in connection.execute(_DESCRIBED.where(actors.c.key.in_(some)))
    }


def _description(sample: list[Row]) -> Row:
    """Return the first that is known of each column, of the role the latest."""
    named = [row for row in sample if row["name"]] or sample
    first = {name: next((row[name] for row in named if row[name]), None) for name in _COLUMNS}
    role = next((row["role"] for row in reversed(sample) if row["role"]), None)
    return {**first, "name": first["name"] or role or "", "role": role}

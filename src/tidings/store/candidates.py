"""Incidents that a new event may belong to, and reports that a new one may be a copy of: both by index, bounded.

Of a block that many events share only the latest are looked at, so that the cost of a look-up
does not grow with the store.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection, func, select

from tidings.model.incident import Candidate, Features
from tidings.store.event_rows import parse_features
from tidings.store.keys import incident_id
from tidings.store.many import ask_many
from tidings.store.tables import copy_bands, incidents

#: The latest events of one block that are looked at.
PER_BLOCK = 64
#: Members by which an incident is judged: its first ones and its latest.
FIRST_MEMBERS, LATEST_MEMBERS = 2, 6
#: Reports that share most bands, whose texts are compared.
MOST_COPIES = 12

_BLOCK = """SELECT e.incident_key AS incident, b.event_key AS event FROM event_blocks b
 JOIN events e ON e.key = b.event_key WHERE b.block = :value AND e.incident_key IS NOT NULL
 ORDER BY b.event_key DESC LIMIT {limit}"""
_MEMBERS = """SELECT * FROM (SELECT incident_key, key, features FROM events
 WHERE incident_key = :value AND features IS NOT NULL ORDER BY key LIMIT {first}) AS early
 UNION ALL SELECT * FROM (SELECT incident_key, key, features FROM events
 WHERE incident_key = :value AND features IS NOT NULL ORDER BY key DESC LIMIT {latest}) AS late"""


def find_candidates(connection: Connection, blocks: Sequence[str], limit: int) -> tuple[Candidate, ...]:
    """Return the incidents that share most blocks with an event, the latest first among equals."""
    shared: dict[int, int] = defaultdict(int)
    latest: dict[int, int] = defaultdict(int)
    for row in ask_many(connection, _BLOCK, blocks, limit=PER_BLOCK):
        shared[row.incident] += 1
        latest[row.incident] = max(latest[row.incident], row.event)
    best = sorted(shared, key=lambda key: (-shared[key], -latest[key], key))[:limit]
    return _with_members(connection, best)


def candidates_of(connection: Connection, keys: Sequence[int]) -> tuple[Candidate, ...]:
    """Return given incidents as candidates."""
    c = incidents.c
    there = set(connection.scalars(select(c.key).where(c.key.in_(keys))))
    return _with_members(connection, [key for key in keys if key in there])


def find_sharing(connection: Connection, report_key: int, bands: Sequence[str]) -> list[int]:
    """Return the keys of earlier reports that share bands with a report, most shared first."""
    if not bands:
        return []
    shared = func.count().label("shared")
    found = (
        select(copy_bands.c.report_key)
        .where(copy_bands.c.band.in_(bands), copy_bands.c.report_key < report_key)
        .group_by(copy_bands.c.report_key)
        .order_by(shared.desc(), copy_bands.c.report_key)
        .limit(MOST_COPIES)
    )
    return list(connection.scalars(found))


def _with_members(connection: Connection, keys: list[int]) -> tuple[Candidate, ...]:
    members: dict[int, dict[int, Features]] = {key: {} for key in keys}
    for row in ask_many(connection, _MEMBERS, keys, first=FIRST_MEMBERS, latest=LATEST_MEMBERS):
        members[row.incident_key][row.key] = _parsed(row.features)
    return tuple(
        Candidate(incident=incident_id(key), members=tuple(found for _, found in sorted(members[key].items())))
        for key in keys
    )


@lru_cache(maxsize=4096)
def _parsed(line: str) -> Features:
    return parse_features(line)

"""Everything that follows from a report, its copies, its actors and what was decided on it, as rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, delete, insert, select

from tidings.model.incident import Features
from tidings.model.record import Record
from tidings.model.refs import actor_ref, item_ref
from tidings.store import tables as t
from tidings.store.actor_rows import refresh_actors
from tidings.store.actors import (
    actors_of,
    describe_entities,
    link_entities,
)
from tidings.store.copies import group_of, place_report
from tidings.store.decisions import decisions_on_items
from tidings.store.event_rows import event_rows
from tidings.store.incidents import refresh_incidents
from tidings.store.joining import join_events, regroup_events, write_blocks
from tidings.store.overlay import Overlay, lay_over
from tidings.store.plain import plain_rows
from tidings.store.reports import Kept, insert_report, load_record
from tidings.store.rows import Rows, other_rows, scope_of
from tidings.store.rule_actors import identify_actors
from tidings.store.rules import Rules
from tidings.store.search_texts import drop_texts, write_report_texts, write_summed_texts
from tidings.store.thread_rows import matters_of, refresh_threads

#: Tables that a report's rows stand in; what hangs on these goes with them.
_OF_REPORT = (t.threads, t.problems, t.relations, t.force_levels, t.statements, t.events)
#: Tables in an order in which each row finds what it refers to.
_ORDER = (
    t.events,
    t.casualties,
    t.participants,
    t.weapons,
    t.responsibilities,
    t.statements,
    t.force_levels,
    t.force_conditions,
    t.relations,
    t.threads,
    t.problems,
)


@dataclass(slots=True)
class Touched:
    """What a change touched and is to be summed up anew."""

    incidents: set[int] = field(default_factory=set)
    actors: set[int] = field(default_factory=set)
    reports: set[int] = field(default_factory=set)
    matters: set[str] = field(default_factory=set)  # of threads

    def add(self, other: "Touched") -> None:
        """Take in what another change touched."""
        self.incidents |= other.incidents
        self.actors |= other.actors
        self.reports |= other.reports
        self.matters |= other.matters


def add_report(connection: Connection, record: Record, at: str, rules: Rules) -> Kept:
    """Keep a record that is new to the store, and everything that follows from it."""
    kept = insert_report(connection, record, at)
    place_report(connection, kept, record, rules)
    actors = link_entities(connection, kept, record, identify_actors(connection, record, rules))
    overlay = lay_over(record, decisions_on_items(connection, kept.id))
    found = write_rows(connection, kept, overlay, rules, {}, is_new=True)
    touched = join_events(connection, kept, found, rules)
    sum_up(connection, Touched(incidents=touched, actors=actors, reports={kept.key}), rules)
    return kept


def reproject_report(connection: Connection, key: int, rules: Rules) -> Touched:
    """Write the rows of a report anew, by what is decided now; return what is to be summed up."""
    kept = find_report(connection, key)
    record = load_record(connection, key)
    overlay = lay_over(record, decisions_on_items(connection, kept.id))
    incidents, matters = _incidents(connection, key), matters_of(connection, key)
    actors = describe_entities(connection, key, overlay.record)
    found = write_rows(connection, kept, overlay, rules, incidents)
    for event, features in found.items():
        write_blocks(connection, event, rules.find_blocks(features))
    refs = [item_ref(kept.id, event.id) for event in record.events]
    moved = regroup_events(connection, refs, rules)
    return Touched(incidents=moved | set(incidents.values()), actors=actors, reports={key}, matters=matters)


def sum_up(connection: Connection, touched: Touched, rules: Rules, *, is_moved: bool = False) -> None:
    """Sum up incidents, actors and threads that a change touched, and what is searched of them."""
    refresh_incidents(connection, touched.incidents, rules)
    gone = refresh_actors(connection, touched.actors, is_moved=is_moved)
    drop_texts(connection, [actor_ref(id_) for id_ in gone])
    write_summed_texts(connection, touched.incidents, touched.actors)
    refresh_threads(connection, reports=touched.reports, incidents=touched.incidents, matters=touched.matters)


def write_rows(
    connection: Connection,
    kept: Kept,
    overlay: Overlay,
    rules: Rules,
    incidents: Mapping[str, int],
    *,
    is_new: bool = False,
) -> dict[int, Features]:
    """Write a report's rows in the place of those that it has, if it is not new.

    Returns:
        the features of its events that take part in merging, by key.
    """
    scope = scope_of(kept.key, kept.added_at, overlay, actors_of(connection, kept.key))
    ids = {item_ref(kept.id, event): event for event in scope.events}
    group = group_of(connection, kept.key)
    features = {ids[f.event]: f for f in rules.find_features(renamed(overlay.record, kept.id), group)}
    rows = {**event_rows(scope, incidents, features), **other_rows(scope)}
    for table in () if is_new else _OF_REPORT:
        connection.execute(delete(table).where(table.c.report_key == kept.key))
    _insert(connection, rows)
    write_report_texts(connection, kept, scope, is_new=is_new)
    return {scope.events[event]: found for event, found in features.items()}


def find_report(connection: Connection, key: int) -> Kept:
    """Return a report by its key."""
    c = t.reports.c
    return Kept(**connection.execute(select(c.key, c.id, c.added_at).where(c.key == key)).one()._asdict())


def renamed(record: Record, report_id: str) -> Record:
    """Return a record under the id that its report has in the store: a later version has another."""
    return record if record.report.id == report_id else replace(record, report=replace(record.report, id=report_id))


def _insert(connection: Connection, rows: Rows) -> None:
    for table in _ORDER:
        if rows[table.name]:
            connection.execute(insert(table), plain_rows(rows[table.name]))


def _incidents(connection: Connection, key: int) -> dict[str, int]:
    c = t.events.c
    found = select(c.id, c.incident_key).where(c.report_key == key, c.incident_key.is_not(None))
    return {row.id: row.incident_key for row in connection.execute(found)}

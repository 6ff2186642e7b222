"""The whole projection made anew from what was read and what was decided."""

from collections.abc import Callable, Iterable

from sqlalchemy import Column, Connection, delete, select

from tidings.model.refs import RefKind, incident_ref, item_ref, parse_ref, report_ref
from tidings.store import tables as t
from tidings.store.actor_rows import refresh_actors
from tidings.store.actors import describe_entities, link_entities
from tidings.store.copies import index_bands, write_copies
from tidings.store.decisions import decisions_of_kinds, decisions_on_items
from tidings.store.grouping import GROUPING
from tidings.store.incidents import refresh_incidents
from tidings.store.joining import Placed, assign_incidents, place_event, placed_events, write_blocks
from tidings.store.keys import own_incident
from tidings.store.overlay import lay_over
from tidings.store.projection import find_report, write_rows
from tidings.store.reports import load_record, load_text
from tidings.store.rule_actors import identify_actors
from tidings.store.rules import Rules
from tidings.store.search_texts import write_summed_texts
from tidings.store.tables import metadata
from tidings.store.thread_rows import fill_threads

#: What is never made anew.
TRUTH = frozenset({t.reports.name, t.decisions.name})
#: Incidents or actors that are summed up at once.
_AT_ONCE = 200

#: Told how many of how many reports are done.
Progress = Callable[[int, int], None]


def rebuild(connection: Connection, rules: Rules, progress: Progress | None = None) -> None:
    """Empty every projection and fill it again from reports and decisions."""
    for table in reversed(metadata.sorted_tables):
        if table.name not in TRUTH:
            connection.execute(delete(table))
    keys = list(connection.scalars(select(t.reports.c.key).order_by(t.reports.c.key)))
    _rebuild_copies(connection, keys, rules)
    named = _named(connection)
    for number, key in enumerate(keys, 1):
        _rebuild_report(connection, key, named, rules)
        if progress is not None:
            progress(number, len(keys))
    _place_named(connection, named, rules)
    _sum_up_all(connection, rules)


def _rebuild_copies(connection: Connection, keys: Iterable[int], rules: Rules) -> None:
    refs: dict[str, int] = {}
    for key in keys:
        refs[report_ref(find_report(connection, key).id)] = key
        index_bands(connection, key, rules.find_bands(load_text(connection, key)))
    decided = [d for d in decisions_of_kinds(connection, GROUPING) if parse_ref(d.subject).kind is RefKind.REPORT]
    write_copies(connection, refs, decided)


def _named(connection: Connection) -> set[str]:
    """Return the references of everything that a decision puts together or apart."""
    return {ref for d in decisions_of_kinds(connection, GROUPING) for ref in (d.subject, d.other) if ref}


def _rebuild_report(connection: Connection, key: int, named: set[str], rules: Rules) -> None:
    kept, record = find_report(connection, key), load_record(connection, key)
    overlay = lay_over(record, decisions_on_items(connection, kept.id))
    link_entities(connection, kept, record, identify_actors(connection, record, rules))
    describe_entities(connection, key, overlay.record)
    found = write_rows(connection, kept, overlay, rules, {}, is_new=True)
    for event, features in found.items():
        write_blocks(connection, event, rules.find_blocks(features))
        own = own_incident(features.event)
        if not {features.event, incident_ref(own)} & named and rules.founds(features):
            place_event(connection, event, own)


def _place_named(connection: Connection, named: set[str], rules: Rules) -> None:
    """Put the events into incidents that decisions are about, or whose own incident they are about."""
    decided = decisions_of_kinds(connection, GROUPING)
    refs: list[str] = []
    query = select(t.reports.c.id, t.events.c.id.label("event")).join(
        t.events, t.events.c.report_key == t.reports.c.key
    )
    for row in connection.execute(query):
        ref = item_ref(row.id, row.event)
        if {ref, incident_ref(own_incident(ref))} & named:
            refs.append(ref)
    placed: list[Placed] = list(placed_events(connection, refs))
    after = assign_incidents(placed, decided, rules.founds)
    for event in placed:
        place_event(connection, event.key, after[event.ref])


def _sum_up_all(connection: Connection, rules: Rules) -> None:
    for keys in _all_keys(connection, t.incidents.c.key):
        refresh_incidents(connection, keys, rules)
        write_summed_texts(connection, keys, ())
    for keys in _all_keys(connection, t.actors.c.key):
        refresh_actors(connection, keys)
        write_summed_texts(connection, (), keys)
    fill_threads(connection)


def _all_keys(connection: Connection, column: Column[int]) -> Iterable[list[int]]:
    keys = list(connection.scalars(select(column).order_by(column)))
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))

"""The words that are searched: of reports, statements, incidents and actors. The engines index them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from tidings.model.refs import actor_ref, incident_ref, item_ref, report_ref
from tidings.store.decisions import chunked
from tidings.store.reports import Kept, title_of
from tidings.store.rows import Scope, speaker_name
from tidings.store.tables import actor_names, actors, events, incidents, search_texts

#: Lines of its events that an incident is found by.
MOST_HEADLINES = 20

_Row = dict[str, Any]


def write_report_texts(connection: Connection, kept: Kept, scope: Scope) -> None:
    """Index a report and its statements."""
    record = scope.record
    text = record.report.text
    rows = [_row("report", report_ref(kept.id), title_of(record), text)]
    for statement in record.statements:
        words = " … ".join(span.of(text) for span in statement.content)
        role = statement.speaker.role if statement.speaker else None
        title = ", ".join(part for part in (speaker_name(scope, statement), role) if part)
        rows.append(_row("statement", item_ref(kept.id, statement.id), title, words))
    _write(connection, rows)


def write_incident_texts(connection: Connection, keys: Iterable[int]) -> None:
    """Index incidents by their place and the lines of their reports; those that are gone are left out."""
    for key in sorted(keys):
        found = connection.execute(select(incidents).where(incidents.c.key == key)).one_or_none()
        ref = incident_ref(f"i{key:015x}")
        if found is None:
            connection.execute(delete(search_texts).where(search_texts.c.ref == ref))
            continue
        lines = select(events.c.headline).where(events.c.incident_key == key).order_by(events.c.key)
        words = [found.place_name, found.mode, *connection.scalars(lines.limit(MOST_HEADLINES))]
        _write(connection, [_row("incident", ref, found.title, "\n".join(dict.fromkeys(w for w in words if w)))])


def write_actor_texts(connection: Connection, keys: Iterable[int]) -> None:
    """Index actors by their names and roles; those that are gone are left out."""
    wanted = sorted(keys)
    there = {row.key: row for row in connection.execute(select(actors).where(actors.c.key.in_(wanted)))}
    rows = []
    for key in wanted:
        if key in there:
            row = there[key]
            names = select(actor_names.c.folded).where(actor_names.c.actor_key == key).order_by(actor_names.c.folded)
            words = [row.role, *connection.scalars(names)]
            rows.append(_row("actor", actor_ref(row.id), row.name, "\n".join(word for word in words if word)))
    _write(connection, rows)


def drop_texts(connection: Connection, refs: Iterable[str]) -> None:
    """Leave out what is gone."""
    for chunk in chunked(sorted(refs)):
        connection.execute(delete(search_texts).where(search_texts.c.ref.in_(chunk)))


def _row(kind: str, ref: str, title: str, body: str) -> _Row:
    return {"kind": kind, "ref": ref, "title": title, "body": body}


def _write(connection: Connection, rows: list[_Row]) -> None:
    """Write rows where they differ from what is there, so that an index is touched only by what is new."""
    c = search_texts.c
    there: dict[str, Any] = {}
    for chunk in chunked(row["ref"] for row in rows):
        there.update((row.ref, row) for row in connection.execute(select(search_texts).where(c.ref.in_(chunk))))
    fresh = []
    for row in rows:
        old = there.get(row["ref"])
        if old is None:
            fresh.append(row)
        elif (old.title, old.body) != (row["title"], row["body"]):
            connection.execute(update(search_texts).where(c.ref == row["ref"]).values(**row))
    first = 1 + (connection.scalar(select(func.max(c.key))) or 0)
    if fresh:
        connection.execute(insert(search_texts), [{"key": first + n, **row} for n, row in enumerate(fresh)])

"""The words that are searched: of reports, statements, incidents and actors. The engines index them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from tidings.model.refs import actor_ref, incident_ref, item_ref, report_ref
from tidings.store.keys import incident_id
from tidings.store.many import ask_many, chunks
from tidings.store.plain import plain_row
from tidings.store.reports import Kept, title_of
from tidings.store.rows import Scope, speaker_name
from tidings.store.tables import actor_names, actors, incidents, reports, search_texts, statements

#: Lines of its events that an incident is found by.
MOST_HEADLINES = 20
_AT_ONCE = 500

_Row = dict[str, Any]

_HEADLINES = """SELECT incident_key, headline FROM events
 WHERE incident_key = :value ORDER BY key LIMIT {limit}"""


def write_report_texts(connection: Connection, kept: Kept, scope: Scope, *, is_new: bool = False) -> None:
    """Index a report and its statements; nothing of a new one is there yet."""
    record = scope.record
    text = record.report.text
    rows = [_row("report", report_ref(kept.id), title_of(record), text)]
    for statement in record.statements:
        words = " … ".join(span.of(text) for span in statement.content)
        name, role = speaker_name(scope, statement), statement.speaker.role if statement.speaker else None
        rows.append(_row("statement", item_ref(kept.id, statement.id), _title(name, role), words))
    (_insert if is_new else _write)(connection, rows)


def write_summed_texts(connection: Connection, incidents: Iterable[int], actors: Iterable[int]) -> None:
    """Index incidents and actors; those that are gone are left out."""
    _write(connection, [*_incident_texts(connection, incidents), *_actor_texts(connection, actors)])


def _title(name: str | None, role: str | None) -> str:
    """Return who speaks as what, the role left out where it stands in the name."""
    is_told = role is not None and role.casefold() in (name or "").casefold()
    return ", ".join(part for part in (name, None if is_told else role) if part)


def fill_texts(connection: Connection) -> None:
    """Index all statements and incidents of a store that an earlier tidings indexed otherwise."""
    c = statements.c
    told = select(reports.c.id.label("report"), c.id, c.speaker, c.role, c.content).join_from(statements, reports)
    rows = connection.execute(told).all()
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        texts = [_row("statement", item_ref(r.report, r.id), _title(r.speaker, r.role), r.content) for r in part]
        _write(connection, texts)
    keys = list(connection.scalars(select(incidents.c.key).order_by(incidents.c.key)))
    for some in chunks(keys):
        write_summed_texts(connection, some, ())


def _incident_texts(connection: Connection, keys: Iterable[int]) -> list[_Row]:
    """Return what incidents are found by: their place and the lines of their reports."""
    wanted = sorted(keys)
    found = {row.key: row for some in chunks(wanted) for row in _asked(connection, incidents, some)}
    lines: dict[int, list[str]] = defaultdict(list)
    for row in ask_many(connection, _HEADLINES, wanted, limit=MOST_HEADLINES):
        lines[row.incident_key].append(row.headline)
    rows = []
    for key, row in found.items():
        words = dict.fromkeys(word for word in (*lines[key], row.place_name, row.mode) if word)
        rows.append(_row("incident", incident_ref(row.id), row.title, "\n".join(words)))
    drop_texts(connection, [incident_ref(incident_id(key)) for key in wanted if key not in found])
    return rows


def _actor_texts(connection: Connection, keys: Iterable[int]) -> list[_Row]:
    """Return what actors are found by: their names and roles."""
    wanted = sorted(keys)
    names: dict[int, list[str]] = defaultdict(list)
    for some in chunks(wanted):
        for row in _asked(connection, actor_names, some):
            names[row.actor_key].append(row.folded)
    rows = []
    for some in chunks(wanted):
        for row in _asked(connection, actors, some):
            words = [word for word in (row.role, *sorted(names[row.key])) if word]
            rows.append(_row("actor", actor_ref(row.id), row.name, "\n".join(words)))
    return rows


def drop_texts(connection: Connection, refs: Iterable[str]) -> None:
    """Leave out what is gone."""
    for chunk in chunks(sorted(refs)):
        connection.execute(delete(search_texts).where(search_texts.c.ref.in_(chunk)))


def _asked(connection: Connection, table: Table, keys: Sequence[int]) -> Iterable[Any]:
    key = table.c.actor_key if table is actor_names else table.c.key
    return connection.execute(select(table).where(key.in_(keys)).order_by(key))


def _row(kind: str, ref: str, title: str, body: str) -> _Row:
    return plain_row({"kind": kind, "ref": ref, "title": title, "body": body})


def _write(connection: Connection, rows: list[_Row]) -> None:
    """Write rows where they differ from what is there, so that an index is touched only by what is new."""
    c = search_texts.c
    there: dict[str, Any] = {}
    for chunk in chunks([row["ref"] for row in rows]):
        there.update((row.ref, row) for row in connection.execute(select(search_texts).where(c.ref.in_(chunk))))
    fresh = []
    for row in rows:
        old = there.get(row["ref"])
        if old is None:
            fresh.append(row)
        elif (old.title, old.body) != (row["title"], row["body"]):
            connection.execute(update(search_texts).where(c.ref == row["ref"]).values(**row))
    _insert(connection, fresh)


def _insert(connection: Connection, fresh: list[_Row]) -> None:
    if fresh:
        first = 1 + (connection.scalar(select(func.max(search_texts.c.key))) or 0)
        connection.execute(insert(search_texts), [{"key": first + n, **row} for n, row in enumerate(fresh)])

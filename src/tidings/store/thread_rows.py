"""Which threads are one and which are closed, projected over all reports that tell of them."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, select, union_all, update

from tidings.model.refs import item_ref
from tidings.store.decisions import decisions_naming
from tidings.store.many import chunks
from tidings.store.tables import events, reports, threads
from tidings.store.thread_groups import (
    Standing,
    Telling,
    matters_about,
    name_matter,
    settle_threads,
    weigh_verdicts,
)

_REJECTED = "rejected"
_SETTLED = tuple(Standing.__slots__)
_t = threads.c
_ABOUT = events.c.key == _t.about_key
_FOUND = select(_t.key, _t.kind, _t.by_key, _t.about_key, _t.matter, events.c.incident_key).outerjoin_from(
    threads, events, _ABOUT
)


def matters_of(connection: Connection, report: int) -> set[str]:
    """Return the matters of a report's threads as they stand."""
    found = select(_t.matter).where(_t.report_key == report, _t.matter.is_not(None))
    return set(connection.scalars(found))


def refresh_threads(
    connection: Connection, *, reports: Collection[int], incidents: Collection[int], matters: Collection[str]
) -> None:
    """Settle the threads of some reports and about some incidents anew, and those of some matters."""
    if not (reports or incidents or matters):
        return
    before = sorted({*matters, *matters_about(incidents)})
    found = _assign(connection, sorted(reports), sorted(incidents), before)
    touched = {*matters, *(matter for matter, _ in found if matter is not None)}
    alone = {key for matter, key in found if matter is None}
    if touched or alone:
        _settle(connection, sorted(touched), sorted(alone))


def fill_threads(connection: Connection) -> None:
    """Settle all threads of a store."""
    keys = list(connection.scalars(select(_t.report_key).distinct().order_by(_t.report_key)))
    for some in chunks(keys):
        refresh_threads(connection, reports=some, incidents=(), matters=())


def _assign(
    connection: Connection, reports: Sequence[int], incidents: Sequence[int], matters: Sequence[str]
) -> set[tuple[str | None, int]]:
    """Write the matters of threads, and return those that they had and have, with each thread's key."""
    rows = {row.key: row for row in connection.execute(_asked(reports, incidents, matters))}
    now = {key: _matter(row) for key, row in sorted(rows.items())}
    changed = [{"thread": key, "now": matter} for key, matter in now.items() if matter != rows[key].matter]
    if changed:
        written = update(threads).where(_t.key == bindparam("thread")).values(matter=bindparam("now"))
        connection.execute(written, changed)
    left = {(rows[each["thread"]].matter or each["now"], each["thread"]) for each in changed}
    return left | {(matter, key) for key, matter in now.items()}


def _matter(row: Row[Any]) -> str | None:
    return name_matter(row.kind, is_about=row.about_key is not None, incident=row.incident_key, actor=row.by_key)


def _asked(reports: Sequence[int], incidents: Sequence[int], matters: Sequence[str]) -> Select[Any]:
    """Return a query of threads that are found in one of three ways, each answered by an index."""
    ways = [select(_t.key).where(_t.report_key.in_(some)) for some in chunks(reports)]
    ways += [select(_t.key).where(_t.matter.in_(some)) for some in chunks(matters)]
    ways += [select(_t.key).join(events, _ABOUT).where(events.c.incident_key.in_(some)) for some in chunks(incidents)]
    return _FOUND.where(_t.key.in_(union_all(*ways)))


def _settle(connection: Connection, matters: Sequence[str], alone: Sequence[int]) -> None:
    rows = [*_rows(connection, _t.matter, matters), *_rows(connection, _t.key, alone)]
    tellings = [_telling(row) for row in rows]
    verdicts = weigh_verdicts(decisions_naming(connection, [t.ref for t in tellings], by_people=True))
    groups: dict[str | int, list[Telling]] = {}
    for telling in tellings:
        groups.setdefault(telling.matter or telling.key, []).append(telling)
    after = {key: s for group in groups.values() for key, s in settle_threads(group, verdicts).items()}
    changed = [
        {"thread": row.key, **{f"to_{name}": getattr(after[row.key], name) for name in _SETTLED}}
        for row in rows
        if any(getattr(row, name) != getattr(after[row.key], name) for name in _SETTLED)
    ]
    if changed:
        values: dict[str, Any] = {name: bindparam(f"to_{name}") for name in _SETTLED}
        connection.execute(update(threads).where(_t.key == bindparam("thread")).values(values), changed)


def _rows(connection: Connection, column: ColumnElement[Any], values: Sequence[Any]) -> Iterable[Row[Any]]:
    c = reports.c
    query = select(threads, c.id.label("report"), c.published, c.written_from, c.written_to, c.added_at)
    query = query.join(reports, c.key == _t.report_key)
    return [row for some in chunks(values) for row in connection.execute(query.where(column.in_(some)))]


def _telling(row: Row[Any]) -> Telling:
    day = row.written_to or row.written_from or row.published
    return Telling(
        key=row.key,
        report=row.report_key,
        ref=item_ref(row.report, f"t{row.position}"),
        matter=row.matter,
        status=row.status,
        day=day or row.added_at[: len("2026-01-01")],
        is_dated=day is not None,
        is_rejected=row.review == _REJECTED,
    )

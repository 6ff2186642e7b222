"""Threads: what was promised or begun, until a report or a person closes it."""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, and_, cast, func, literal, null, or_, select, true

from tidings.store.queries.shared import PAGE, Slice, contains, rows_of, take_page
from tidings.store.tables import actors, events, incidents, reports, threads


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingItem:
    """A thread as a further report tells it, or the one that tells that it is done."""

    item: str
    report: str
    report_title: str | None
    publisher: str | None
    published: str | None
    by_name: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(TellingItem):
    """The same with its key in the store, and that of the first telling."""

    key: int
    same_as: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadItem:
    """One thread as the first report tells it; `item` names it in decisions.

    `told_again` are its other tellings in the order of their days, `closing` is the one that closed it.
    """

    item: str
    report: str
    report_title: str | None
    publisher: str | None
    published: str | None
    written_from: str | None
    kind: str
    status: str
    is_open: bool
    actor: str | None
    by_name: str | None
    about: str | None
    incident: str | None
    incident_title: str | None
    date_from: str | None
    date_to: str | None
    words: str
    start: int
    end: int
    why: str
    told_again: tuple[TellingItem, ...]
    closing: TellingItem | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadRow(ThreadItem):
    """The same with its key in the store, and that of the telling that closed it."""

    key: int
    closed_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadFilter:
    """What to look for among threads; "" is anything."""

    state: str = "open"  # open, closed or ""
    kind: str = ""
    by: str = ""
    words: str = ""


def find_threads(connection: Connection, wanted: ThreadFilter, page: int = 1, size: int = PAGE) -> Slice[ThreadRow]:
    """Return threads, those open for longest first; each once, if any of its tellings fits."""
    query = _listed(and_(true(), *_conditions(wanted)))
    found = take_page(connection, query.order_by(*_oldest()), ThreadRow, page, size)
    return replace(found, rows=_with_tellings(connection, found.rows))


def find_threads_about(
    connection: Connection, *, actor: int | None = None, names: tuple[str, ...] = (), incident: str = ""
) -> tuple[ThreadRow, ...]:
    """Return threads by an actor, whose words name one of these names, or about an incident."""
    wanted = [contains(threads.c.words, name) for name in names]
    if actor is not None:
        wanted.append(threads.c.by_key == actor)
    if incident:
        wanted.append(incidents.c.id == incident)
    query = _listed(or_(*wanted)).order_by(*_oldest()).limit(PAGE)
    return _with_tellings(connection, rows_of(connection.execute(query).mappings(), ThreadRow))


def _with_tellings(connection: Connection, rows: tuple[ThreadRow, ...]) -> tuple[ThreadRow, ...]:
    """Return rows with what other reports tell of the same threads."""
    again = _tellings(connection, threads.c.same_as.in_([row.key for row in rows]))
    closing = {t.key: t for t in _tellings(connection, threads.c.key.in_([row.closed_by for row in rows]))}
    return tuple(
        replace(
            row,
            told_again=tuple(t for t in again if t.same_as == row.key),
            closing=closing.get(row.closed_by or 0),
        )
        for row in rows
    )


def _tellings(connection: Connection, which: ColumnElement[bool]) -> tuple[Telling, ...]:
    query = (
        select(
            threads,
            _item().label("item"),
            reports.c.id.label("report"),
            reports.c.title.label("report_title"),
            reports.c.publisher,
            reports.c.published,
        )
        .join(reports, reports.c.key == threads.c.report_key)
        .where(which)
        .order_by(reports.c.published.nulls_last(), threads.c.key)
    )
    return rows_of(connection.execute(query).mappings(), Telling)


def _oldest() -> tuple[ColumnElement[Any], ...]:
    return threads.c.is_open.desc(), reports.c.published.is_(None), reports.c.published, threads.c.key


def _item() -> ColumnElement[str]:
    return literal("item:") + reports.c.id + literal("#t") + cast(threads.c.position, String)


def _listed(fits: ColumnElement[bool]) -> Select[Any]:
    """Select the first tellings of the threads of which some telling fits."""
    fitting = (
        select(func.coalesce(threads.c.same_as, threads.c.key))
        .outerjoin(actors, actors.c.key == threads.c.by_key)
        .outerjoin(events, events.c.key == threads.c.about_key)
        .outerjoin(incidents, incidents.c.key == events.c.incident_key)
        .where(fits)
    )
    return (
        select(
            threads,
            _item().label("item"),
            null().label("told_again"),
            null().label("closing"),
            reports.c.id.label("report"),
            reports.c.title.label("report_title"),
            reports.c.publisher,
            reports.c.published,
            reports.c.written_from,
            actors.c.id.label("actor"),
            events.c.headline.label("about"),
            incidents.c.id.label("incident"),
            incidents.c.title.label("incident_title"),
        )
        .join(reports, reports.c.key == threads.c.report_key)
        .outerjoin(actors, actors.c.key == threads.c.by_key)
        .outerjoin(events, events.c.key == threads.c.about_key)
        .outerjoin(incidents, incidents.c.key == events.c.incident_key)
        .where(threads.c.key.in_(fitting))
    )


def _conditions(wanted: ThreadFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.state:
        found.append(threads.c.is_open.is_(wanted.state == "open"))
    if wanted.kind:
        found.append(threads.c.kind == wanted.kind)
    if wanted.by:
        found.append(or_(contains(threads.c.by_name, wanted.by), contains(actors.c.name, wanted.by)))
    return [*found, contains(threads.c.words, wanted.words)] if wanted.words else found

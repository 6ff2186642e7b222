"""Threads: what was promised or begun, until a report or a person closes it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, cast, literal, or_, select

from tidings.store.queries.shared import PAGE, Slice, contains, rows_of, take_page
from tidings.store.tables import actors, events, incidents, reports, threads


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadRow:
    """One thread as one report tells it; `item` names it in decisions."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadFilter:
    """What to look for among threads; "" is anything."""

    state: str = "open"  # open, closed or ""
    kind: str = ""
    by: str = ""
    words: str = ""


def find_threads(connection: Connection, wanted: ThreadFilter, page: int = 1, size: int = PAGE) -> Slice[ThreadRow]:
    """Return threads, those open for longest first."""
    query = _listed().where(*_conditions(wanted))
    return take_page(connection, query.order_by(*_oldest()), ThreadRow, page, size)


def find_threads_about(
    connection: Connection, *, actor: int | None = None, names: tuple[str, ...] = (), incident: str = ""
) -> tuple[ThreadRow, ...]:
    """Return threads by an actor, whose words name one of these names, or about an incident."""
    wanted = [contains(threads.c.words, name) for name in names]
    if actor is not None:
        wanted.append(threads.c.by_key == actor)
    if incident:
        wanted.append(incidents.c.id == incident)
    query = _listed().where(or_(*wanted)).order_by(*_oldest()).limit(PAGE)
    return rows_of(connection.execute(query).mappings(), ThreadRow)


def _oldest() -> tuple[ColumnElement[Any], ...]:
    return threads.c.is_open.desc(), reports.c.published.is_(None), reports.c.published, threads.c.key


def _listed() -> Select[Any]:
    item = literal("item:") + reports.c.id + literal("#t") + cast(threads.c.position, String)
    return (
        select(
            threads,
            item.label("item"),
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

"""What the pages of reports ask the store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from tidings.model.incident import Decision, DecisionKind
from tidings.model.record import Record
from tidings.store.queries.shared import Slice, contains, names_of, rows_of, take_page
from tidings.store.reports import load_record
from tidings.store.tables import copies, decisions, events, incidents, problems, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report in a list; `copies` counts the other reports with the same text, of which it may itself be one."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    written_from: str | None
    written_to: str | None
    added_at: str
    events: int
    incidents: int
    problems: int
    copies: int
    is_copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _ListedRow:
    key: int
    id: str
    title: str | None
    publisher: str | None
    published: str | None
    written_from: str | None
    written_to: str | None
    added_at: str
    group_key: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """What the store knows of a report beside its record."""

    key: int
    id: str
    title: str | None
    uri: str | None
    publisher: str | None
    added_at: str
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """Another report with the same text."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    similarity: float | None
    is_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """The incident that an event of a report belongs to, and what people decided on the event."""

    event: str
    review: str
    incident: str | None
    reports: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """Which reports are wanted."""

    words: str = ""
    first: str = ""
    last: str = ""
    publisher: str = ""
    problem: str = ""
    fold: bool = True


def list_reports(connection: Connection, wanted: ReportFilter, page: int) -> Slice[ReportRow]:
    """Return a page of reports, the latest added first; copies only when they are not folded."""
    found = take_page(connection, _listed(wanted), _ListedRow, page)
    keys, groups = [row.key for row in found.rows], [row.group_key or row.key for row in found.rows]
    counted = _counts(connection, keys, groups)
    rows = tuple(
        ReportRow(
            id=row.id,
            title=row.title,
            publisher=row.publisher,
            published=row.published,
            written_from=row.written_from,
            written_to=row.written_to,
            added_at=row.added_at,
            copies=counted["copies"].get(row.group_key or row.key, 0),
            is_copy=row.group_key not in {None, row.key},
            **{name: counted[name].get(row.key, 0) for name in ("events", "incidents", "problems")},
        )
        for row in found.rows
    )
    return Slice(rows, found.total, found.page, found.size)


def list_problem_kinds(connection: Connection) -> tuple[str, ...]:
    """Return the kinds of problems that reports of the store have."""
    return tuple(connection.execute(select(problems.c.kind).distinct().order_by(problems.c.kind)).scalars())


def find_head(connection: Connection, report: str) -> ReportHead | None:
    """Return what the store knows of a report, None when it has no such report."""
    c = reports.c
    query = select(c.key, c.id, c.title, c.uri, c.publisher, c.added_at, c.reader).where(c.id == report)
    return next(iter(rows_of(connection.execute(query).mappings(), ReportHead)), None)


def read_record(connection: Connection, head: ReportHead) -> Record:
    """Return the record of a report as it was read."""
    return load_record(connection, head.key)


def find_copies(connection: Connection, key: int) -> tuple[CopyRow, ...]:
    """Return the other reports with the same text, the first of them first."""
    group = select(copies.c.group_key).where(copies.c.report_key == key).scalar_subquery()
    query = (
        select(
            reports.c.id,
            reports.c.title,
            reports.c.publisher,
            reports.c.published,
            copies.c.similarity,
            (copies.c.report_key == copies.c.group_key).label("is_first"),
        )
        .join(copies, copies.c.report_key == reports.c.key)
        .where(copies.c.group_key == group, reports.c.key != key)
        .order_by(reports.c.key)
    )
    return rows_of(connection.execute(query).mappings(), CopyRow)


def find_event_links(connection: Connection, key: int) -> tuple[EventLink, ...]:
    """Return where the events of a report belong."""
    query = (
        select(events.c.id.label("event"), events.c.review, incidents.c.id.label("incident"), incidents.c.reports)
        .outerjoin(incidents, incidents.c.key == events.c.incident_key)
        .where(events.c.report_key == key)
    )
    return rows_of(connection.execute(query).mappings(), EventLink)


def find_decisions(connection: Connection, report: str) -> tuple[Decision, ...]:
    """Return people's decisions on the items of a report, undone ones as well, the oldest first."""
    columns = [decisions.c[name] for name in names_of(Decision)]
    by_people = (decisions.c.report == report, ~decisions.c.by.startswith("rule:"))
    rows = connection.execute(select(*columns).where(*by_people).order_by(decisions.c.id)).mappings()
    return tuple(Decision(**{**row, "kind": DecisionKind(row["kind"])}) for row in rows)


def _listed(wanted: ReportFilter) -> Select[Any]:
    c = reports.c
    query = (
        select(
            c.key, c.id, c.title, c.publisher, c.published, c.written_from, c.written_to, c.added_at, copies.c.group_key
        )
        .outerjoin(copies, copies.c.report_key == c.key)
        .order_by(c.added_at.desc(), c.key.desc())
    )
    return query.where(*_conditions(wanted))


def _conditions(wanted: ReportFilter) -> Iterator[ColumnElement[bool]]:
    c = reports.c
    if wanted.words:
        yield or_(contains(c.title, wanted.words), contains(c.id, wanted.words), contains(c.uri, wanted.words))
    if wanted.first:
        yield func.coalesce(c.written_to, c.published) >= wanted.first
    if wanted.last:
        yield func.coalesce(c.written_from, c.published) <= wanted.last
    if wanted.publisher:
        yield c.publisher == wanted.publisher
    if wanted.problem:
        yield c.key.in_(select(problems.c.report_key).where(problems.c.kind == wanted.problem))
    if wanted.fold:
        yield or_(copies.c.group_key.is_(None), copies.c.group_key == c.key)


def _counts(connection: Connection, keys: Sequence[int], groups: Sequence[int]) -> dict[str, dict[int, int]]:
    """Return what is counted for each report, by its key (copies: by the key of the first of them)."""
    e, p = events.c, problems.c
    queries = {
        "events": select(e.report_key, func.count()).where(e.report_key.in_(keys)).group_by(e.report_key),
        "incidents": select(e.report_key, func.count(e.incident_key.distinct()))
        .where(e.report_key.in_(keys))
        .group_by(e.report_key),
        "problems": select(p.report_key, func.count()).where(p.report_key.in_(keys)).group_by(p.report_key),
        "copies": select(copies.c.group_key, func.count() - 1)
        .where(copies.c.group_key.in_(groups))
        .group_by(copies.c.group_key),
    }
    return {name: {row[0]: row[1] for row in connection.execute(query)} for name, query in queries.items()}

"""What the overview asks the store."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from tidings.store.queries.incident import IncidentRow
from tidings.store.queries.shared import names_of, rows_of
from tidings.store.tables import actors, events, incidents, problems, reports, statements, threads


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReport:
    """A report that came in lately."""

    id: str
    title: str | None
    publisher: str | None
    added_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """How full the store is, and how much came in since a moment."""

    reports: int
    incidents: int
    fresh: int


def count_all(connection: Connection) -> dict[str, int]:
    """Return how many reports, incidents, … the store holds."""
    counted = {
        "reports": select(func.count()).select_from(reports),
        "incidents": select(func.count()).select_from(incidents),
        "unreviewed": select(func.count()).select_from(events).where(events.c.review == "open"),
        "actors": select(func.count()).select_from(actors),
        "statements": select(func.count()).select_from(statements),
        "threads": select(func.count()).select_from(threads).where(threads.c.is_open, threads.c.same_as.is_(None)),
    }
    return {name: connection.execute(query).scalar_one() for name, query in counted.items()}


def count_arrivals(connection: Connection, since: str) -> Arrivals:
    """Return how many reports and incidents there are, and how many reports were added since an ISO time."""
    fresh = select(func.count()).select_from(reports).where(reports.c.added_at >= since)
    return Arrivals(
        reports=connection.execute(select(func.count()).select_from(reports)).scalar_one(),
        incidents=connection.execute(select(func.count()).select_from(incidents)).scalar_one(),
        fresh=connection.execute(fresh).scalar_one(),
    )


def list_new_reports(connection: Connection, most: int) -> tuple[NewReport, ...]:
    """Return the reports added last."""
    c = reports.c
    query = select(c.id, c.title, c.publisher, c.added_at).order_by(c.added_at.desc(), c.key.desc()).limit(most)
    return rows_of(connection.execute(query).mappings(), NewReport)


def list_changed(connection: Connection, most: int) -> tuple[IncidentRow, ...]:
    """Return the incidents that changed last and that more than one source tells of."""
    columns = [incidents.c[name] for name in names_of(IncidentRow)]
    order = (incidents.c.last_changed.desc(), incidents.c.sources.desc(), incidents.c.key.desc())
    query = select(*columns).where(incidents.c.sources > 1).order_by(*order).limit(most)
    return rows_of(connection.execute(query).mappings(), IncidentRow)


def list_disputed(connection: Connection, most: int) -> tuple[IncidentRow, ...]:
    """Return incidents whose sources differ on how many were killed, the widest first."""
    c = incidents.c
    columns = [c[name] for name in names_of(IncidentRow)]
    gap = c.killed_most - c.killed_least
    query = select(*columns).where(c.sources > 1, gap > 0, c.review == "open").order_by(gap.desc(), c.key.desc())
    return rows_of(connection.execute(query.limit(most)).mappings(), IncidentRow)


def count_problems(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Return how many reports have a problem of each kind, the most frequent first."""
    found = func.count(problems.c.report_key.distinct())
    query = select(problems.c.kind, found).group_by(problems.c.kind).order_by(found.desc(), problems.c.kind)
    return tuple((row[0], row[1]) for row in connection.execute(query))

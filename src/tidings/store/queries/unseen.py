"""What others decided and one coder may not see yet, because she has not decided on it herself."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, or_, select

from tidings.model.incident import Decision, DecisionKind
from tidings.model.refs import item_ref
from tidings.store.decisions import decisions_on_items
from tidings.store.event_rows import event_rows
from tidings.store.grouping import GROUPING, is_by_rule
from tidings.store.overlay import lay_over
from tidings.store.plain import plain_row
from tidings.store.queries.incident import FigureRow, find_figures
from tidings.store.queries.review import VERDICTS
from tidings.store.queries.shared import names_of
from tidings.store.reports import load_record
from tidings.store.rows import Scope, scope_of
from tidings.store.tables import casualties, decisions, events, reports

Row = Mapping[str, Any]

#: What one coder decides apart from the others; threads and conditions are kept by all together.
APART = frozenset({*VERDICTS, *GROUPING, DecisionKind.NOTE})


class _Keyed(Protocol):
    @property
    def key(self) -> int: ...


Event = TypeVar("Event", bound=_Keyed)


@dataclass(frozen=True, slots=True)
class Unseen:
    """The events of an incident that others have decided and one coder has not: their rows as she may see them."""

    events: Mapping[int, Row] = field(default_factory=dict)
    figures: Mapping[int, tuple[Row, ...]] = field(default_factory=dict)

    def lift(self, rows: Iterable[Event]) -> tuple[Event, ...]:
        """Return rows of events as the coder may see them."""
        return tuple(_lifted(row, self.events[row.key]) if row.key in self.events else row for row in rows)


def find_unseen(connection: Connection, incident: int, coder: str | None) -> Unseen:
    """Return the events of an incident of which a coder may not see what others decided."""
    if coder is None:
        return Unseen()
    found_events: dict[int, Row] = {}
    found_figures: dict[int, tuple[Row, ...]] = {}
    for key, report, added_at in _reports_of(connection, incident):
        decided = [d for d in decisions_on_items(connection, report) if not is_by_rule(d)]
        hidden = _hidden(decided, coder)
        if hidden:
            own = lay_over(load_record(connection, key), [d for d in decided if d.by == coder])
            scope = scope_of(key, added_at, own, {})
            wanted = {scope.events[event] for event in scope.events if item_ref(report, event) in hidden}
            _gather(scope, wanted, found_events, found_figures)
    return Unseen(found_events, found_figures)


def find_figures_seen(connection: Connection, keys: Sequence[int], unseen: Unseen) -> tuple[FigureRow, ...]:
    """Return the figures of some events as a coder may see them, without those that were rejected."""
    found = find_figures(connection, [key for key in keys if key not in unseen.figures])
    names = names_of(FigureRow)
    seen = [row for key in keys for row in unseen.figures.get(key, ()) if row["review"] != "rejected"]
    given = [FigureRow(**{name: row[name] for name in names}) for row in seen]
    return tuple(sorted((*found, *given), key=lambda figure: figure.event_key))


def has_decided(connection: Connection, subject: str, coder: str) -> bool:
    """Say whether a coder has decided on an incident or an actor as a whole, or on whether it is another one."""
    d = decisions.c
    kinds = [*VERDICTS, *GROUPING]
    mine = select(d.id).where(d.by == coder, d.kind.in_(kinds), d.undone_at.is_(None))
    return connection.execute(mine.where(or_(d.subject == subject, d.other == subject)).limit(1)).first() is not None


def find_touched(connection: Connection, incidents: Collection[int], coder: str) -> set[int]:
    """Return which of some incidents have events in reports on whose items others have decided."""
    query = (
        select(events.c.incident_key)
        .join(reports, reports.c.key == events.c.report_key)
        .join(decisions, decisions.c.report == reports.c.id)
        .where(events.c.incident_key.in_(incidents), decisions.c.by != coder, ~decisions.c.by.startswith("rule:"))
    )
    return set(connection.execute(query.distinct()).scalars())


def _reports_of(connection: Connection, incident: int) -> Sequence[Any]:
    """Return the reports of an incident on whose items people have decided."""
    query = (
        select(reports.c.key, reports.c.id, reports.c.added_at)
        .join(events, events.c.report_key == reports.c.key)
        .join(decisions, decisions.c.report == reports.c.id)
        .where(events.c.incident_key == incident, ~decisions.c.by.startswith("rule:"))
    )
    return connection.execute(query.distinct().order_by(reports.c.key)).all()


def _hidden(decided: Iterable[Decision], coder: str) -> set[str]:
    """Return the items that others have decided and the coder has not."""
    others, own = set(), set()
    for decision in decided:
        report, _, item = decision.subject.rpartition("#")
        if decision.by != coder and decision.kind in APART:
            others.add(f"{report}#{item.partition('.')[0]}")
        elif decision.by == coder and decision.kind in VERDICTS:
            own.add(decision.subject)
    return others - own


def _gather(scope: Scope, wanted: set[int], found: dict[int, Row], figures: dict[int, tuple[Row, ...]]) -> None:
    rows = event_rows(scope, {}, {})
    for row in rows[events.name]:
        if row["key"] in wanted:
            found[row["key"]] = plain_row(row)
            figures[row["key"]] = ()
    for row in rows[casualties.name]:
        if row["event_key"] in wanted:
            figures[row["event_key"]] += (plain_row(row),)


def _lifted(row: Event, seen: Row) -> Event:
    names = names_of(type(row))
    return replace(row, **{name: seen[name] for name in names if name in seen})  # type: ignore[type-var]

"""What a coder may see of an incident and of decisions: those of others show once she has decided too."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from tidings.model.incident import Decision, Member
from tidings.model.refs import incident_ref
from tidings.resolution import summarise
from tidings.store import Connection
from tidings.store.incidents import members_of
from tidings.store.keys import incident_key
from tidings.store.queries.incident import EventRow, IncidentRow, find_events, find_incident
from tidings.store.queries.review import find_decisions
from tidings.store.queries.unseen import APART, Unseen, find_touched, find_unseen, has_decided
from tidings.views.desk_review import stem_of, verdict_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenIncident:
    """An incident, its events and those of them that count, as a coder may see them."""

    incident: IncidentRow
    events: tuple[EventRow, ...]
    members: tuple[Member, ...]
    unseen: Unseen


def see_incident(connection: Connection, incident: str, coder: str | None) -> SeenIncident | None:
    """Return an incident as a coder may see it; None when there is none of this id."""
    row = find_incident(connection, incident)
    if row is None:
        return None
    key = incident_key(row.id)
    unseen = find_unseen(connection, key, coder)
    members = members_of(connection, key, unseen.events, unseen.figures)
    return SeenIncident(
        incident=_hide_review(connection, _summed(row, members) if unseen.events else row, coder),
        events=unseen.lift(find_events(connection, key)),
        members=members,
        unseen=unseen,
    )


def see_rows(connection: Connection, rows: Sequence[IncidentRow], coder: str | None) -> tuple[IncidentRow, ...]:
    """Return the incidents of a list as a coder may see them."""
    if coder is None:
        return tuple(rows)
    touched = find_touched(connection, [incident_key(row.id) for row in rows], coder)
    return tuple(
        _see_row(connection, row, coder) if incident_key(row.id) in touched else _hide_review(connection, row, coder)
        for row in rows
    )


def _see_row(connection: Connection, row: IncidentRow, coder: str) -> IncidentRow:
    seen = see_incident(connection, row.id, coder)
    return seen.incident if seen else row


def _hide_review(connection: Connection, row: IncidentRow, coder: str | None) -> IncidentRow:
    """Return an incident without what others made of it, unless the coder has decided on it."""
    is_hidden = coder and row.review != "open" and not has_decided(connection, incident_ref(row.id), coder)
    return replace(row, review="open") if is_hidden else row


def hide_others(connection: Connection, history: Iterable[Decision], coder: str | None) -> tuple[Decision, ...]:
    """Return decisions without those of others on what a coder has not decided on herself; all without a coder."""
    rows = tuple(history)
    if coder is None:
        return rows
    seen = {subject for subject in {stem_of(d.subject) for d in rows} if _is_settled(connection, subject, coder)}
    return tuple(
        d
        for d in rows
        if d.by == coder or d.by.startswith("rule:") or stem_of(d.subject) in seen or d.kind not in APART
    )


def _is_settled(connection: Connection, subject: str, coder: str) -> bool:
    if not subject.startswith("item:"):
        return has_decided(connection, subject, coder)
    return bool(verdict_of([d for d in find_decisions(connection, subject) if d.by == coder], subject))


def _summed(row: IncidentRow, members: tuple[Member, ...]) -> IncidentRow:
    """Return an incident summed up from the members that count for a coder."""
    summary = asdict(summarise(members))
    return replace(
        row, **summary, reports=len({m.order for m in members}), sources=len({m.copy_group for m in members})
    )

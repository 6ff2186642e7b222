"""Decisions of people: kept, and everything projected anew that they touch."""

from sqlalchemy import Connection, select

from tidings.errors import BadDecision
from tidings.model.incident import Decision
from tidings.model.refs import Ref, RefKind, parse_ref
from tidings.store import tables as t
from tidings.store.actors import regroup_entities
from tidings.store.copies import regroup_copies
from tidings.store.decisions import Draft, append_decision, find_decision, mark_undone
from tidings.store.grouping import GROUPING
from tidings.store.joining import regroup_events
from tidings.store.keys import incident_key
from tidings.store.projection import Touched, reproject_report, sum_up
from tidings.store.rules import Rules


def decide(connection: Connection, draft: Draft, at: str, rules: Rules) -> Decision:
    """Keep a decision and project what it changes.

    Raises:
        BadDecision: when it names something that is not there.
        BadCorrection: when a corrected value does not fit its field.
    """
    check_draft(connection, draft)
    decision = append_decision(connection, draft, at)
    follow(connection, decision, rules)
    return decision


def undo(connection: Connection, number: int, undone: tuple[str, str], rules: Rules) -> Decision:
    """Mark a decision undone (when, by whom) and project what that changes; the decision as it is now comes back."""
    decision = mark_undone(connection, number, *undone)
    follow(connection, decision, rules)
    found = find_decision(connection, number)
    assert found is not None  # noqa: S101 - it was marked a moment ago
    return found


def follow(connection: Connection, decision: Decision, rules: Rules) -> None:
    """Project what a decision, made or undone, changes."""
    subject = parse_ref(decision.subject)
    if decision.kind in GROUPING:
        _regroup(connection, decision, rules)
    if subject.kind is RefKind.ITEM:
        key = _report_key(connection, subject.id)
        if key is not None:
            sum_up(connection, reproject_report(connection, key, rules), rules, is_moved=True)
    keys = {incident_key(ref.id) for ref in _sides(decision) if ref.kind is RefKind.INCIDENT}
    sum_up(connection, Touched(incidents=keys), rules)


def check_draft(connection: Connection, draft: Draft) -> None:
    """Refuse a decision on something that is not in the store, or that compares unlike things."""
    try:
        sides = [parse_ref(ref) for ref in (draft.subject, draft.other) if ref is not None]
    except ValueError as error:
        raise BadDecision(str(error)) from None
    if draft.kind in GROUPING and len(sides) == 1:
        raise BadDecision(f"{draft.kind} needs two sides")
    if draft.kind in GROUPING and _species(sides[0]) != _species(sides[1]):
        raise BadDecision(f"{sides[0]} and {sides[1]} are things of different kinds")
    for ref in sides:
        if not _is_there(connection, ref):
            raise BadDecision(f"there is no {ref} in the store")


def _regroup(connection: Connection, decision: Decision, rules: Rules) -> None:
    seeds = [decision.subject, *([decision.other] if decision.other else [])]
    species = _species(parse_ref(decision.subject))
    if species == "event":
        sum_up(connection, Touched(incidents=regroup_events(connection, seeds, rules)), rules)
        return
    if species == "entity":
        reports, actors = regroup_entities(connection, seeds)
    else:
        reports, actors = regroup_copies(connection, seeds), set()
    touched = Touched(actors=actors)
    for key in sorted(reports):
        touched.add(reproject_report(connection, key, rules))
    sum_up(connection, touched, rules, is_moved=True)


def _species(ref: Ref) -> str:
    """Return what is grouped: events into incidents, entities into actors, reports with reports."""
    if ref.kind is RefKind.ITEM:
        return {"v": "event", "e": "entity"}.get((ref.item or "")[:1], "item")
    return {RefKind.INCIDENT: "event", RefKind.ACTOR: "entity", RefKind.REPORT: "report"}[ref.kind]


def _sides(decision: Decision) -> list[Ref]:
    return [parse_ref(ref) for ref in (decision.subject, decision.other) if ref is not None]


def _is_there(connection: Connection, ref: Ref) -> bool:
    """Say whether the store has it; an incident that was merged into another one is still a name for it."""
    if ref.kind is RefKind.ACTOR:
        return connection.execute(select(t.actors.c.key).where(t.actors.c.id == ref.id)).first() is not None
    if ref.kind is RefKind.INCIDENT:
        return connection.execute(select(t.incidents.c.key).where(t.incidents.c.id == ref.id)).first() is not None
    return _report_key(connection, ref.id) is not None


def _report_key(connection: Connection, report: str) -> int | None:
    return connection.scalar(select(t.reports.c.key).where(t.reports.c.id == report))

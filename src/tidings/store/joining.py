"""Which incident each event belongs to: chosen by rule when its report comes in, moved by people."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from tidings.model.incident import Candidate, Decision, DecisionKind, Features
from tidings.model.refs import RefKind, incident_ref, item_ref, parse_ref
from tidings.store.candidates import candidates_of, find_candidates
from tidings.store.decisions import Draft, append_decision, decisions_naming
from tidings.store.event_rows import parse_features
from tidings.store.grouping import assign_groups, is_by_rule
from tidings.store.groups import find_component
from tidings.store.keys import incident_key, own_incident, split_incident
from tidings.store.many import add_missing, chunks
from tidings.store.reports import Kept
from tidings.store.rules import IncidentFound, Rules
from tidings.store.tables import event_blocks, events, incidents, reports

BY_RULE = "rule:incidents"
#: Incidents that a new event is compared with.
MOST_CANDIDATES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An event as far as it matters for grouping."""

    key: int
    ref: str
    incident: int | None
    features: str | None


def join_events(connection: Connection, kept: Kept, found: Mapping[int, Features], rules: Rules) -> set[int]:
    """Put the events of a new report into incidents, one after the other; return the incidents' keys.

    Args:
        connection: in a transaction that writes.
        kept: the report.
        found: the features of each event that takes part, by the event's key.
        rules: choose the incident.
    """
    touched: set[int] = set()
    placed: set[str] = set()
    bound = decisions_naming(connection, [features.event for features in found.values()], by_people=True)
    blocks = {key: rules.find_blocks(features) for key, features in found.items()}
    _add_blocks(connection, blocks)
    for key, features in found.items():
        named = [d for d in bound if features.event in (d.subject, d.other)]
        chosen = _choose(connection, (features, blocks[key]), named, rules)
        joined = _decide_joins(connection, kept, features, chosen)
        incident = chosen.incident or (own_incident(features.event) if rules.founds(features) else None)
        if incident is not None:
            connection.execute(_PLACED, {"event": key, "incident": incident_key(incident)})
            placed.add(incident)
        if named or chosen.also:
            touched |= regroup_events(connection, joined, rules)
    _make_incidents(connection, placed)
    return touched | {incident_key(incident) for incident in placed}


def write_blocks(connection: Connection, key: int, blocks: Iterable[str]) -> None:
    """Index an event under its blocks."""
    connection.execute(delete(event_blocks).where(event_blocks.c.event_key == key))
    _add_blocks(connection, {key: blocks})


def _add_blocks(connection: Connection, blocks: Mapping[int, Iterable[str]]) -> None:
    rows = [{"event_key": key, "block": block} for key, each in blocks.items() for block in each]
    if rows:
        connection.execute(insert(event_blocks), rows)


def regroup_events(connection: Connection, seeds: Iterable[str], rules: Rules) -> set[int]:
    """Project which events are one incident around a decision; return the incidents whose events changed."""

    def neighbours(refs: Collection[str]) -> Iterable[str]:
        return _neighbours(connection, refs)

    refs, decided = find_component(connection, seeds, neighbours)
    placed = list(placed_events(connection, [ref for ref in sorted(refs) if _is_event(ref)]))
    after = assign_incidents(placed, decided, rules.founds)
    touched: set[int] = set()
    for event in placed:
        incident = after[event.ref]
        key = incident_key(incident) if incident else None
        if key != event.incident:
            place_event(connection, event.key, incident)
            touched |= {each for each in (key, event.incident) if each is not None}
    return touched


def assign_incidents(
    placed: Sequence[Placed], decided: Sequence[Decision], founds: Callable[[Features], bool]
) -> dict[str, str | None]:
    """Return the id of each event's incident by what was decided; None for an event that belongs to none."""
    members = {event.ref: incident_ref(own_incident(event.ref)) for event in placed}
    groups = assign_groups(members, decided, _apart)
    by_people = {side for d in decided if not is_by_rule(d) for side in (d.subject, d.other)}
    taking = [event for event in placed if event.features is not None or event.ref in by_people]
    found: dict[str, str | None] = {event.ref: None for event in placed}
    for event in taking:
        group = groups[event.ref]
        is_alone = group == members[event.ref] and sum(groups[other.ref] == group for other in taking) == 1
        if not is_alone or (event.features is not None and founds(parse_features(event.features))):
            found[event.ref] = parse_ref(group).id
    return found


def _choose(
    connection: Connection, event: tuple[Features, Sequence[str]], bound: Sequence[Decision], rules: Rules
) -> IncidentFound:
    features, blocks = event
    candidates = _bound_candidates(connection, bound) if bound else ()
    candidates += find_candidates(connection, blocks, MOST_CANDIDATES)
    return rules.choose(features, candidates, bound)


def _decide_joins(connection: Connection, kept: Kept, features: Features, chosen: IncidentFound) -> list[str]:
    """Keep what the rule decided: the event joins an incident, and others turn out to be the same one."""
    if chosen.incident is None:
        return [features.event]
    joined = [(features.event, chosen.why), *((incident_ref(other), why) for other, why in chosen.also)]
    for subject, why in joined:
        target = incident_ref(chosen.incident)
        draft = Draft(by=BY_RULE, kind=DecisionKind.JOIN, subject=subject, other=target, why=why)
        append_decision(connection, draft, kept.added_at)
    return [subject for subject, _ in joined]


def _bound_candidates(connection: Connection, bound: Sequence[Decision]) -> tuple[Candidate, ...]:
    """Return the incidents that people named together with an event before it came in."""
    refs = sorted({side for d in bound for side in (d.subject, d.other) if side})
    ids = [parse_ref(ref).id for ref in refs if parse_ref(ref).kind is RefKind.INCIDENT]
    there = placed_events(connection, [ref for ref in refs if _is_event(ref)])
    keys = {incident_key(id_) for id_ in ids} | {event.incident for event in there if event.incident is not None}
    return candidates_of(connection, sorted(keys)) if keys else ()


def place_event(connection: Connection, event: int, incident: str | None) -> None:
    """Put an event into an incident, made if it is not there yet; None takes it out of any."""
    if incident is not None:
        _make_incidents(connection, [incident])
    connection.execute(_PLACED, {"event": event, "incident": incident_key(incident) if incident else None})


def _make_incidents(connection: Connection, ids: Iterable[str]) -> None:
    add_missing(connection, incidents, [{"key": incident_key(id_), "id": id_, **_UNKNOWN} for id_ in sorted(ids)])


_PLACED = update(events).where(events.c.key == bindparam("event")).values(incident_key=bindparam("incident"))
#: What an incident is before it is summed up, in the same transaction.
_UNKNOWN = {
    "title": "",
    "status": "",
    "reports": 0,
    "sources": 0,
    "first_seen": "",
    "last_changed": "",
    "review": "open",
}


def _neighbours(connection: Connection, refs: Collection[str]) -> Iterable[str]:
    """Yield the events that are in some incidents, and the incidents that some events are in or begin."""
    parsed = [parse_ref(ref) for ref in sorted(refs)]
    named = select(reports.c.id, events.c.id.label("item")).join(events, events.c.report_key == reports.c.key)
    for chunk in chunks([ref.id for ref in parsed if ref.kind is RefKind.INCIDENT]):
        theirs = events.c.incident_key.in_([incident_key(id_) for id_ in chunk])
        yield from (item_ref(row.id, row.item) for row in connection.execute(named.where(theirs)))
    mine = [str(ref) for ref in parsed if _is_event(str(ref))]
    yield from (incident_ref(own_incident(ref)) for ref in mine)
    yield from (incident_ref(f"i{event.incident:015x}") for event in placed_events(connection, mine) if event.incident)


def placed_events(connection: Connection, refs: Sequence[str]) -> Iterable[Placed]:
    """Yield the events of some references, in the order of their keys."""
    wanted = {(ref.id, ref.item): str(ref) for ref in map(parse_ref, refs)}
    query = (
        select(reports.c.id.label("report"), events.c.id, events.c.key, events.c.incident_key, events.c.features)
        .join(events, events.c.report_key == reports.c.key)
        .order_by(events.c.key)
    )
    for chunk in chunks(sorted({report for report, _ in wanted})):
        for row in connection.execute(query.where(reports.c.id.in_(chunk))):
            if (row.report, row.id) in wanted:
                ref = wanted[row.report, row.id]
                yield Placed(key=row.key, ref=ref, incident=row.incident_key, features=row.features)


def _is_event(ref: str) -> bool:
    item = parse_ref(ref).item or ""
    return item.startswith("v") and "." not in item


def _apart(ref: str) -> str:
    return incident_ref(split_incident(ref))

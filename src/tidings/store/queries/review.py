"""What is to be reviewed, most doubtful first, and what was decided on it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, literal, or_, select

from tidings.model.incident import Decision, DecisionKind, Features
from tidings.model.record import Record
from tidings.store.event_rows import parse_features
from tidings.store.queries.shared import item_name, rows_of
from tidings.store.reports import unpack_line
from tidings.store.tables import decisions, event_blocks, events, incidents, problems, reports

#: Decisions that settle an item for the coder who took them.
VERDICTS = (DecisionKind.ACCEPT, DecisionKind.CORRECT, DecisionKind.REJECT, DecisionKind.UNSURE)
#: How much a doubt weighs beside a confidence that is missing: the order of the queue.
PROBLEM_WEIGHT = 0.2
DISAGREEMENT_WEIGHT = 0.3
#: Trouble in a report that puts its events in doubt.
PROBLEMS = ("date-conflict", "unresolved-date", "unresolved-place", "conflicting-figures", "possible-mistranslation")


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """An item to review and why it may be wrong."""

    key: int
    item: str
    report: str
    report_title: str | None
    event: str
    headline: str
    type: str | None
    mode: str | None
    status: str
    confidence: float
    doubt: float
    has_problem: bool
    has_disagreement: bool
    incident: str | None
    incident_title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """Which items to review; "" is anything.

    `scope`: "mine" what this coder has not decided, "new" what nobody has, "second" what another
    coder has decided and this one has not.
    """

    coder: str
    scope: str = "mine"
    report: str = ""
    incident: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report beside its record."""

    id: str
    title: str | None
    uri: str | None
    publisher: str | None
    published: str | None
    written_from: str | None
    written_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionRow:
    """An incident that an item may belong to."""

    id: str
    title: str
    date_from: str | None
    date_to: str | None
    place_name: str | None
    killed_least: int | None
    killed_most: int | None
    injured_least: int | None
    injured_most: int | None
    reports: int
    shared: int


def find_queue(connection: Connection, wanted: QueueFilter, most: int) -> tuple[QueueRow, ...]:
    """Return the most doubtful items that are to be reviewed."""
    query = _queued(wanted).order_by(*_worst_first()).limit(most)
    return rows_of(connection.execute(query).mappings(), QueueRow)


def count_queue(connection: Connection, wanted: QueueFilter) -> int:
    """Return how many items are to be reviewed."""
    return connection.execute(select(func.count()).select_from(_queued(wanted).subquery())).scalar_one()


def find_neighbours(
    connection: Connection, wanted: QueueFilter, at: QueueRow
) -> tuple[QueueRow | None, QueueRow | None]:
    """Return the items of the queue before and after an item, whether or not it is in the queue itself."""
    doubt = _doubt()
    later = or_(doubt < at.doubt, and_(doubt == at.doubt, events.c.key > at.key))
    earlier = or_(doubt > at.doubt, and_(doubt == at.doubt, events.c.key < at.key))
    before = _queued(wanted).where(earlier).order_by(doubt, events.c.key.desc()).limit(1)
    after = _queued(wanted).where(later).order_by(*_worst_first()).limit(1)
    found = [rows_of(connection.execute(query).mappings(), QueueRow) for query in (before, after)]
    return found[0][0] if found[0] else None, found[1][0] if found[1] else None


def find_item(connection: Connection, report: str, event: str) -> QueueRow | None:
    """Return one item, whoever has decided it."""
    query = _items().where(reports.c.id == report, events.c.id == event)
    found = rows_of(connection.execute(query).mappings(), QueueRow)
    return found[0] if found else None


def find_report(connection: Connection, report: str) -> ReportRow | None:
    """Return what is known of a report beside its record."""
    found = rows_of(connection.execute(select(reports).where(reports.c.id == report)).mappings(), ReportRow)
    return found[0] if found else None


def load_json(connection: Connection, report: str) -> str | None:
    """Return the record of a report as the line of JSON that was kept, byte for byte."""
    packed = connection.execute(select(reports.c.record).where(reports.c.id == report)).scalar_one_or_none()
    return None if packed is None else unpack_line(packed)


def load_record(connection: Connection, report: str) -> Record | None:
    """Return the record of a report as it was read."""
    line = load_json(connection, report)
    return None if line is None else Record.from_json(line)


def find_problems(connection: Connection, report: str) -> tuple[str, ...]:
    """Return what looks wrong in a report."""
    query = select(problems.c.message).join(reports, reports.c.key == problems.c.report_key)
    return tuple(connection.execute(query.where(reports.c.id == report)).scalars())


def find_decisions(connection: Connection, item: str) -> tuple[Decision, ...]:
    """Return every decision on an item and its parts, undone ones as well, the oldest first."""
    inside = decisions.c.subject.startswith(item + ".", autoescape=True)
    query = select(decisions).where(or_(decisions.c.subject == item, inside)).order_by(decisions.c.id)
    return tuple(map(_decision, connection.execute(query).mappings()))


def find_history(
    connection: Connection, *, subject: str = "", by: str = "", kind: str = "", most: int = 50, skip: int = 0
) -> tuple[tuple[Decision, ...], int]:
    """Return decisions, the latest first, and how many there are."""
    wanted = [c == v for c, v in ((decisions.c.by, by), (decisions.c.kind, kind)) if v]
    if subject:
        inside = decisions.c.subject.startswith(subject + ".", autoescape=True)
        wanted.append(or_(decisions.c.subject == subject, decisions.c.other == subject, inside))
    query = select(decisions).where(*wanted).order_by(decisions.c.id.desc())
    total = connection.execute(select(func.count()).select_from(decisions).where(*wanted)).scalar_one()
    rows = connection.execute(query.limit(most).offset(skip)).mappings()
    return tuple(map(_decision, rows)), total


def find_last_by(connection: Connection, coder: str, most: int) -> tuple[Decision, ...]:
    """Return the last decisions of a coder that were not undone, the latest first."""
    query = select(decisions).where(decisions.c.by == coder, decisions.c.undone_at.is_(None))
    return tuple(map(_decision, connection.execute(query.order_by(decisions.c.id.desc()).limit(most)).mappings()))


def find_verdicts(connection: Connection) -> tuple[Decision, ...]:
    """Return every person's decision on an item that was not undone, the oldest first."""
    query = select(decisions).where(
        decisions.c.kind.in_(VERDICTS),
        decisions.c.subject.startswith("item:"),
        decisions.c.undone_at.is_(None),
        ~decisions.c.by.startswith("rule:"),
    )
    return tuple(map(_decision, connection.execute(query.order_by(decisions.c.id)).mappings()))


def find_coders(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Return who has decided how often."""
    query = select(decisions.c.by, func.count()).where(
        decisions.c.undone_at.is_(None), ~decisions.c.by.startswith("rule:")
    )
    return tuple(
        (by, number) for by, number in connection.execute(query.group_by(decisions.c.by).order_by(decisions.c.by))
    )


def find_suggestions(connection: Connection, key: int, most: int = 6) -> tuple[SuggestionRow, ...]:
    """Return the incidents that share most with an event: time, place, kind, people; its own is left out."""
    mine = select(event_blocks.c.block).where(event_blocks.c.event_key == key)
    own = select(events.c.incident_key).where(events.c.key == key).scalar_subquery()
    shared = func.count(event_blocks.c.block.distinct()).label("shared")
    query = (
        select(incidents, shared)
        .join(events, events.c.incident_key == incidents.c.key)
        .join(event_blocks, event_blocks.c.event_key == events.c.key)
        .where(event_blocks.c.block.in_(mine), or_(own.is_(None), incidents.c.key != own))
        .group_by(*incidents.c)
        .order_by(shared.desc(), incidents.c.last_changed.desc(), incidents.c.key)
        .limit(most)
    )
    found = rows_of(connection.execute(query).mappings(), SuggestionRow)
    return (*found, *_at_the_same_place(connection, key, [row.id for row in found], most - len(found)))


def _at_the_same_place(connection: Connection, key: int, known: Sequence[str], most: int) -> tuple[SuggestionRow, ...]:
    """Return incidents of an event's kind and place, whenever they were: a report may recall one without its day."""
    event = events.alias("event")
    query = (
        select(incidents, literal(0).label("shared"))
        .join(event, and_(event.c.place_name == incidents.c.place_name, event.c.type == incidents.c.type))
        .where(
            event.c.key == key,
            incidents.c.id.not_in(known),
            incidents.c.key != func.coalesce(event.c.incident_key, 0),
        )
        .order_by(incidents.c.date_from.desc().nulls_last(), incidents.c.key)
        .limit(most)
    )
    return rows_of(connection.execute(query).mappings(), SuggestionRow)


def find_features(connection: Connection, key: int) -> Features | None:
    """Return what an event is compared by; None when it takes no part in merging."""
    line = connection.execute(select(events.c.features).where(events.c.key == key)).scalar_one_or_none()
    return parse_features(line) if line else None


def find_features_in(connection: Connection, incident: str, most: int = 8) -> tuple[Features, ...]:
    """Return what some events of an incident are compared by."""
    query = select(events.c.features).join(incidents, incidents.c.key == events.c.incident_key)
    chosen = query.where(incidents.c.id == incident, events.c.features.is_not(None)).order_by(events.c.key).limit(most)
    return tuple(parse_features(line) for line in connection.execute(chosen).scalars())


def _queued(wanted: QueueFilter) -> Select[Any]:
    return _items().where(*_conditions(wanted))


def _conditions(wanted: QueueFilter) -> list[ColumnElement[bool]]:
    mine = _decided(decisions.c.by == wanted.coder)
    anybody = _decided(~decisions.c.by.startswith("rule:"))
    found = {
        "new": [~anybody],
        "second": [~mine, anybody],
    }.get(wanted.scope, [~mine])
    columns = ((reports.c.id, wanted.report), (incidents.c.id, wanted.incident), (events.c.type, wanted.type))
    return [*found, *(column == value for column, value in columns if value)]


def _decided(by: ColumnElement[bool]) -> ColumnElement[bool]:
    return (
        exists()
        .where(decisions.c.subject == item_name(), decisions.c.kind.in_(VERDICTS), decisions.c.undone_at.is_(None), by)
        .correlate(events, reports)
    )


def _worst_first() -> tuple[ColumnElement[Any], ...]:
    return _doubt().desc(), events.c.key


def _has_problem() -> ColumnElement[bool]:
    own = exists().where(problems.c.report_key == events.c.report_key, problems.c.kind.in_(PROBLEMS))
    return own.correlate(events)


def _has_disagreement() -> ColumnElement[bool]:
    return func.coalesce(
        or_(
            incidents.c.killed_least != incidents.c.killed_most,
            incidents.c.injured_least != incidents.c.injured_most,
        ),
        False,
    )


def _doubt() -> ColumnElement[float]:
    troubled = case((_has_problem(), PROBLEM_WEIGHT), else_=0.0)
    return 1.0 - events.c.confidence + troubled + case((_has_disagreement(), DISAGREEMENT_WEIGHT), else_=0.0)


def _items() -> Select[Any]:
    return (
        select(
            events.c.key,
            item_name().label("item"),
            reports.c.id.label("report"),
            reports.c.title.label("report_title"),
            events.c.id.label("event"),
            events.c.headline,
            events.c.type,
            events.c.mode,
            events.c.status,
            events.c.confidence,
            _doubt().label("doubt"),
            _has_problem().label("has_problem"),
            _has_disagreement().label("has_disagreement"),
            incidents.c.id.label("incident"),
            incidents.c.title.label("incident_title"),
        )
        .join(reports, reports.c.key == events.c.report_key)
        .outerjoin(incidents, incidents.c.key == events.c.incident_key)
    )


def _decision(row: Any) -> Decision:  # noqa: ANN401 - a row of the library
    values = {field.name: row[field.name] for field in fields(Decision)}
    return Decision(**{**values, "kind": DecisionKind(values["kind"])})

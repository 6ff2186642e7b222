"""The decisions: appended, undone, found by what they are about."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, update

from tidings.errors import BadDecision
from tidings.model.incident import Decision, DecisionKind
from tidings.model.refs import RefKind, parse_ref
from tidings.store.many import chunks
from tidings.store.tables import decisions

_SELECTED = select(*(decisions.c[field.name] for field in fields(Decision))).order_by(decisions.c.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A decision before it is kept; see `tidings.model.incident.Decision`."""

    by: str
    kind: DecisionKind
    subject: str
    other: str | None = None
    field: str | None = None
    value: str | None = None  # JSON
    why: str = ""
    note: str = ""


def append_decision(connection: Connection, draft: Draft, at: str) -> Decision:
    """Keep a decision and return it with its number."""
    number = 1 + (connection.scalar(select(func.max(decisions.c.id))) or 0)
    values = {name: getattr(draft, name) for name in Draft.__slots__}
    ref = parse_ref(draft.subject)
    report = ref.id if ref.kind is RefKind.ITEM else None
    connection.execute(insert(decisions), {**values, "id": number, "at": at, "report": report})
    return Decision(id=number, at=at, **values)


def mark_undone(connection: Connection, number: int, at: str, by: str) -> Decision:
    """Fill in who undid a decision and when, and return it.

    Raises:
        BadDecision: when there is no such decision, or it was undone before.
    """
    found = find_decision(connection, number)
    if found is None:
        raise BadDecision(f"there is no decision {number}")
    if found.undone_at is not None:
        raise BadDecision(f"decision {number} was undone at {found.undone_at} by {found.undone_by}")
    connection.execute(update(decisions).where(decisions.c.id == number).values(undone_at=at, undone_by=by))
    return found


def find_decision(connection: Connection, number: int) -> Decision | None:
    """Return a decision by its number."""
    return next(_found(connection, decisions.c.id == number), None)


def decisions_on_items(connection: Connection, report: str) -> list[Decision]:
    """Return the decisions in force whose subject is an item of a report."""
    return list(_found(connection, decisions.c.report == report, decisions.c.undone_at.is_(None)))


def decisions_naming(connection: Connection, refs: Collection[str], *, by_people: bool = False) -> list[Decision]:
    """Return the decisions in force that have one of these as their subject or other side; people's alone if asked."""
    people = [~decisions.c.by.startswith("rule:")] if by_people else []
    found = {
        decision.id: decision
        for chunk in chunks(sorted(refs))
        for decision in _found(
            connection,
            or_(decisions.c.subject.in_(chunk), decisions.c.other.in_(chunk)),
            decisions.c.undone_at.is_(None),
            *people,
        )
    }
    return [found[number] for number in sorted(found)]


def decisions_of_kinds(connection: Connection, kinds: Iterable[DecisionKind]) -> list[Decision]:
    """Return all decisions in force of some kinds."""
    wanted = decisions.c.kind.in_([kind.value for kind in kinds])
    return list(_found(connection, wanted, decisions.c.undone_at.is_(None)))


def _found(connection: Connection, *where: ColumnElement[bool]) -> Iterator[Decision]:
    for row in connection.execute(_SELECTED.where(*where)):
        values = row._asdict()
        yield Decision(**{**values, "kind": DecisionKind(values["kind"])})

"""Which reports are copies of one another: decided by rule when one comes in, or by a person."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, insert, select, update

from tidings.model.incident import Decision, DecisionKind
from tidings.model.record import Record
from tidings.model.refs import parse_ref, report_ref
from tidings.store.candidates import find_sharing
from tidings.store.decisions import Draft, append_decision
from tidings.store.grouping import assign_copies
from tidings.store.groups import find_component
from tidings.store.many import chunks
from tidings.store.reports import Kept, load_text
from tidings.store.rules import Rules
from tidings.store.tables import copies, copy_bands, reports

BY_RULE = "rule:copies"


def index_bands(connection: Connection, key: int, bands: Iterable[str]) -> None:
    """Index a report's text under its bands; it was not indexed before."""
    rows = [{"report_key": key, "band": band} for band in sorted(set(bands))]
    if rows:
        connection.execute(insert(copy_bands), rows)


def place_report(connection: Connection, kept: Kept, record: Record, rules: Rules) -> None:
    """Index a new report's text, and put it with its copies; that it is one is kept as a decision."""
    found = _find_original(connection, kept, record, rules)
    row: dict[str, Any] = {"report_key": kept.key, "group_key": kept.key, "similarity": None}
    if found is not None:
        group = connection.scalar(select(copies.c.group_key).where(copies.c.report_key == found[0]))
        row |= {"group_key": group, "similarity": found[1]}
    connection.execute(insert(copies), row)


def _find_original(connection: Connection, kept: Kept, record: Record, rules: Rules) -> tuple[int, float] | None:
    bands = rules.find_bands(record)
    index_bands(connection, kept.key, bands)
    for other in find_sharing(connection, kept.key, bands):
        compared = rules.compare(record, load_text(connection, other))
        if compared.is_copy:
            original = connection.execute(select(reports.c.id).where(reports.c.key == other)).scalar_one()
            draft = Draft(
                by=BY_RULE,
                kind=DecisionKind.COPY,
                subject=report_ref(kept.id),
                other=report_ref(original),
                value=f"{compared.similarity:.4f}",
                why=compared.why,
            )
            append_decision(connection, draft, kept.added_at)
            return other, float(draft.value or 0)
    return None


def regroup_copies(connection: Connection, seeds: Iterable[str]) -> set[int]:
    """Project who is a copy of whom around some reports; return the keys of the reports that moved."""

    def neighbours(refs: Collection[str]) -> Iterable[str]:
        return _groups_of(connection, refs)

    refs, decided = find_component(connection, seeds, neighbours)
    keys = _keys(connection, refs)
    return write_copies(connection, keys, decided)


def write_copies(connection: Connection, keys: dict[str, int], decided: list[Decision]) -> set[int]:
    """Write the copy group of each report of `keys`; return the keys of those that moved."""
    by_key = sorted(keys, key=lambda ref: keys[ref])
    groups = assign_copies(by_key, decided)
    shares = {d.subject: float(d.value) for d in decided if d.kind is DecisionKind.COPY and d.value}
    before = _before(connection, keys.values())
    moved: set[int] = set()
    for ref in by_key:
        key, group = keys[ref], keys[groups[ref]]
        row = {"group_key": group, "similarity": shares.get(ref) if group != key else None}
        if before.get(key) == (row["group_key"], row["similarity"]):
            continue
        if key in before:
            connection.execute(update(copies).where(copies.c.report_key == key).values(**row))
        else:
            connection.execute(insert(copies).values(report_key=key, **row))
        moved.add(key)
    return moved


def group_of(connection: Connection, key: int) -> str:
    """Return the id of the first report of a report's copies."""
    found = select(reports.c.id).join(copies, copies.c.group_key == reports.c.key).where(copies.c.report_key == key)
    id_: str = connection.execute(found).scalar_one()
    return id_


def _groups_of(connection: Connection, refs: Collection[str]) -> Iterable[str]:
    """Yield all reports that share a group with some."""
    for chunk in chunks(sorted(parse_ref(ref).id for ref in refs)):
        mine = (
            select(copies.c.group_key)
            .join(reports, reports.c.key == copies.c.report_key)
            .where(reports.c.id.in_(chunk))
        )
        theirs = select(reports.c.id).join(copies, copies.c.report_key == reports.c.key)
        for id_ in connection.scalars(theirs.where(copies.c.group_key.in_(mine))):
            yield report_ref(id_)


def _keys(connection: Connection, refs: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in chunks(sorted(parse_ref(ref).id for ref in refs)):
        for id_, key in connection.execute(select(reports.c.id, reports.c.key).where(reports.c.id.in_(chunk))):
            found[report_ref(id_)] = key
    return found


def _before(connection: Connection, keys: Iterable[int]) -> dict[int, tuple[int, float | None]]:
    wanted, found = sorted(keys), {}
    for some in chunks(wanted):
        for row in connection.execute(select(copies).where(copies.c.report_key.in_(some))):
            found[row.report_key] = (row.group_key, row.similarity)
    return found

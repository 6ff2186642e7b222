"""What an incident is over all its events, as far as nobody rejected them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, delete, or_, select, update

from tidings.model.event import Harm
from tidings.model.incident import Decision, DecisionKind, Figure, Member
from tidings.model.refs import incident_ref, item_ref
from tidings.store.decisions import decisions_naming
from tidings.store.grouping import in_force
from tidings.store.many import chunks
from tidings.store.plain import plain_row
from tidings.store.rules import Rules
from tidings.store.tables import casualties, copies, events, incidents, reports

_REVIEWS = {DecisionKind.ACCEPT: "accepted", DecisionKind.REJECT: "rejected", DecisionKind.UNSURE: "unsure"}
_REJECTED = "rejected"
_Row = Mapping[Any, Any]
_NONE: Mapping[int, Any] = MappingProxyType({})
#: Incidents summed up at once.
AT_ONCE = 100
_AS_IN_EVENT = (
    "headline",
    "type",
    "mode",
    "status",
    "date_from",
    "date_to",
    "date_precision",
    "geonames_id",
    "place_name",
    "place_precision",
    "lat",
    "lon",
    "country",
)
_SUMMED = update(incidents).where(incidents.c.key == bindparam("incident"))
#: The events of incidents, and what is asked of their reports.
_EVENTS = (
    select(
        *(column for column in events.c if column.name != "features"),
        reports.c.id.label("report"),
        reports.c.added_at,
        reports.c.published,
        reports.c.written_to,
        copies.c.group_key,
        incidents.c.id.label("incident"),
    )
    .join(reports, reports.c.key == events.c.report_key)
    .join(copies, copies.c.report_key == events.c.report_key)
    .join(incidents, incidents.c.key == events.c.incident_key)
    .order_by(events.c.key)
)
_FIGURES = select(casualties).where(
    or_(casualties.c.part_of.is_(None), casualties.c.part_of == ""), casualties.c.review != _REJECTED
)


def refresh_incidents(connection: Connection, keys: Iterable[int], rules: Rules) -> None:
    """Sum up incidents from their events; drop those that have none left."""
    for start in range(0, len(wanted := sorted(keys)), AT_ONCE):
        _refresh(connection, wanted[start : start + AT_ONCE], rules)


def members_of(
    connection: Connection,
    key: int,
    events: Mapping[int, _Row] = _NONE,
    figures: Mapping[int, Sequence[_Row]] = _NONE,
) -> tuple[Member, ...]:
    """Return the events of an incident, those left out that a person rejected.

    `events` and `figures` are rows, by the keys of events, to be taken in the place of those that are kept.
    """
    found = [{**row, **_as_given(events.get(row["key"], {}))} for row in _events(connection, [key]).get(key, ())]
    standing = _standing(found)
    kept = _figures(connection, [row["key"] for row in standing if row["key"] not in figures])
    given = {event: tuple(map(_figure, filter(_counts, rows))) for event, rows in figures.items()}
    return tuple(_member(row, {**kept, **given}.get(row["key"], ())) for row in standing)


def _as_given(row: _Row) -> dict[str, Any]:
    return {name: row[name] for name in (*_AS_IN_EVENT, "review") if name in row}


def _counts(row: _Row) -> bool:
    """Say whether a figure counts: a part of another one does not, nor one that a person rejected."""
    return not row["part_of"] and row["review"] != _REJECTED


def _refresh(connection: Connection, keys: list[int], rules: Rules) -> None:
    found = _events(connection, keys)
    figures = _figures(connection, [row["key"] for key in found for row in _standing(found[key])])
    decided = _decided(connection, [incident_ref(rows[0]["incident"]) for rows in found.values()])
    written = [
        {"incident": key, **_row(rows, figures, decided[incident_ref(rows[0]["incident"])], rules)}
        for key, rows in found.items()
    ]
    if written:
        connection.execute(_SUMMED, written)
    gone = [key for key in keys if key not in found]
    if gone:
        connection.execute(delete(incidents).where(incidents.c.key.in_(gone)))


def _row(
    found: Sequence[RowMapping],
    figures: dict[int, tuple[Figure, ...]],
    decided: Sequence[Decision],
    rules: Rules,
) -> dict[str, Any]:
    standing = _standing(found)
    return {
        **plain_row(asdict(rules.summarise(tuple(_member(row, figures[row["key"]]) for row in standing)))),
        "reports": len({row["report_key"] for row in standing}),
        "sources": len({row["group_key"] for row in standing}),
        "first_seen": min(row["added_at"] for row in found),
        "last_changed": max([row["changed_at"] for row in found] + [d.at for d in decided]),
        "review": next((_REVIEWS[d.kind] for d in reversed(decided) if d.kind in _REVIEWS), "open"),
    }


def _decided(connection: Connection, refs: Sequence[str]) -> dict[str, list[Decision]]:
    """Return what people decided on incidents, the weightiest last."""
    decided = in_force(decisions_naming(connection, refs, by_people=True))
    return {ref: [d for d in decided if ref in (d.subject, d.other)] for ref in refs}


def _events(connection: Connection, keys: Sequence[int]) -> dict[int, list[RowMapping]]:
    """Return the events of incidents with what is asked of their reports, by incident."""
    found: dict[int, list[RowMapping]] = {}
    for row in connection.execute(_EVENTS.where(events.c.incident_key.in_(keys))).mappings():
        found.setdefault(row["incident_key"], []).append(row)
    return found


def _standing(found: Sequence[_Row]) -> Sequence[_Row]:
    return [row for row in found if row["review"] != _REJECTED] or found


def _member(row: _Row, figures: tuple[Figure, ...]) -> Member:
    return Member(
        event=item_ref(row["report"], row["id"]),
        order=row["report_key"],
        copy_group=str(row["group_key"]),
        killed=_toll(figures, Harm.KILLED),
        injured=_toll(figures, Harm.INJURED),
        published=row["written_to"] or row["published"],
        figures=figures,
        **{name: row[name] for name in _AS_IN_EVENT},
    )


def _figures(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[Figure, ...]]:
    found: dict[int, tuple[Figure, ...]] = defaultdict(tuple)
    c = casualties.c
    for some in chunks(keys):
        for row in connection.execute(_FIGURES.where(c.event_key.in_(some)).order_by(c.key)).mappings():
            found[row["event_key"]] += (_figure(row),)
    return found


def _figure(row: _Row) -> Figure:
    return Figure(
        harm=row["harm"],
        at_least=row["at_least"],
        at_most=row["at_most"],
        source=row["source_name"] or "report",
        is_official=row["is_official"],
    )


def _toll(figures: Iterable[Figure], harm: Harm) -> tuple[int | None, int | None] | None:
    totals = [figure for figure in figures if figure.harm == harm]
    if not totals:
        return None
    least = [figure.at_least for figure in totals if figure.at_least is not None]
    most = [figure.at_most for figure in totals]
    return min(least) if least else None, None if None in most else max(m for m in most if m is not None)

"""What an incident is over all its events, as far as nobody rejected them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, or_, select, update

from tidings.model.event import Harm
from tidings.model.incident import Decision, DecisionKind, Figure, Member
from tidings.model.refs import incident_ref, item_ref
from tidings.store.decisions import CHUNK, decisions_naming
from tidings.store.grouping import in_force, is_by_rule
from tidings.store.rules import Rules
from tidings.store.tables import casualties, copies, events, incidents, reports

_REVIEWS = {DecisionKind.ACCEPT: "accepted", DecisionKind.REJECT: "rejected", DecisionKind.UNSURE: "unsure"}
_REJECTED = "rejected"
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


def refresh_incidents(connection: Connection, keys: Iterable[int], rules: Rules) -> None:
    """Sum up incidents from their events; drop those that have none left."""
    for key in sorted(keys):
        found = _events(connection, key)
        if found:
            connection.execute(update(incidents).where(incidents.c.key == key).values(**_row(connection, found, rules)))
        else:
            connection.execute(delete(incidents).where(incidents.c.key == key))


def members_of(connection: Connection, key: int) -> tuple[Member, ...]:
    """Return the events of an incident, those left out that a person rejected."""
    found = _events(connection, key)
    return _members(connection, _standing(found))


def _row(connection: Connection, found: Sequence[RowMapping], rules: Rules) -> dict[str, Any]:
    standing = _standing(found)
    decided = _decided(connection, found[0]["incident"])
    return {
        **asdict(rules.summarise(_members(connection, standing))),
        "reports": len({row["report_key"] for row in standing}),
        "sources": len({row["group_key"] for row in standing}),
        "first_seen": min(row["added_at"] for row in found),
        "last_changed": max([row["changed_at"] for row in found] + [d.at for d in decided]),
        "review": next((_REVIEWS[d.kind] for d in reversed(decided) if d.kind in _REVIEWS), "open"),
    }


def _decided(connection: Connection, incident: str) -> list[Decision]:
    """Return what people decided on an incident, the weightiest last."""
    return [d for d in in_force(decisions_naming(connection, [incident_ref(incident)])) if not is_by_rule(d)]


def _events(connection: Connection, key: int) -> list[RowMapping]:
    query = (
        select(
            events,
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
        .where(events.c.incident_key == key)
        .order_by(events.c.key)
    )
    return list(connection.execute(query).mappings())


def _standing(found: Sequence[RowMapping]) -> Sequence[RowMapping]:
    return [row for row in found if row["review"] != _REJECTED] or found


def _members(connection: Connection, found: Sequence[RowMapping]) -> tuple[Member, ...]:
    figures = _figures(connection, [row["key"] for row in found])
    return tuple(_member(row, figures[row["key"]]) for row in found)


def _member(row: RowMapping, figures: tuple[Figure, ...]) -> Member:
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
    for start in range(0, len(keys), CHUNK):
        theirs = c.event_key.in_(keys[start : start + CHUNK])
        whole = or_(c.part_of.is_(None), c.part_of == "")
        for row in connection.execute(select(casualties).where(theirs, whole, c.review != _REJECTED).order_by(c.key)):
            found[row.event_key] += (
                Figure(
                    harm=row.harm,
                    at_least=row.at_least,
                    at_most=row.at_most,
                    source=row.source_name or "report",
                    is_official=row.is_official,
                ),
            )
    return found


def _toll(figures: Iterable[Figure], harm: Harm) -> tuple[int | None, int | None] | None:
    totals = [figure for figure in figures if figure.harm == harm]
    if not totals:
        return None
    least = [figure.at_least for figure in totals if figure.at_least is not None]
    most = [figure.at_most for figure in totals]
    return min(least) if least else None, None if None in most else max(m for m in most if m is not None)

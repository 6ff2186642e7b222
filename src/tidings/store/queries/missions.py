"""Missions and deployments: forces with strengths, the conditions on them, and what happened near them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select

from tidings.store.queries.shared import Slice, contains, rows_of, take_page
from tidings.store.tables import actors, decisions, force_conditions, force_levels, incidents, reports

#: Kinds of body that a mission can be; a person or a place is none.
KINDS = ("organisation",)
#: Bodies that own missions and have a file too.
OWNERS = ("alliance", "igo", "military")
#: Bodies that are none, even where a report gives them a strength: “Germany's 120 soldiers” are a part of something.
NONE = ("state", "government", "media", "company", "party", "court")
#: So many incidents on a mission's page.
MOST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionItem:
    """An actor that has strengths."""

    id: str
    name: str
    kind: str | None
    category: str | None
    country: str | None
    levels: int
    reports: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionRow(MissionItem):
    """The same with its key in the store."""

    key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelItem:
    """A strength, or a change of it, as one report gives it."""

    item: str
    report: str
    report_title: str | None
    publisher: str | None
    published: str | None
    written_from: str | None
    written_to: str | None
    force: str | None
    force_name: str | None
    owner: str | None
    owner_name: str | None
    owner_category: str | None
    place_name: str | None
    place_precision: str | None
    lat: float | None
    lon: float | None
    country: str | None
    unit: str | None
    count_from: int | None
    count_to: int | None
    to_at_most: int | None
    change: int | None
    approximate: bool
    status: str
    date_from: str | None
    date_to: str | None
    source_name: str | None
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRow(LevelItem):
    """The same with its key in the store."""

    key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """A condition on a strength, in the report's words."""

    force_level_key: int
    position: int
    kind: str
    by_name: str | None
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NearRow:
    """An incident near a mission's places."""

    id: str
    title: str
    type: str | None
    mode: str | None
    status: str
    date_from: str | None
    date_to: str | None
    place_name: str | None
    lat: float | None
    lon: float | None
    country: str | None
    killed_least: int | None
    killed_most: int | None
    injured_least: int | None
    injured_most: int | None
    reports: int
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """What a coder said of a condition."""

    id: int
    at: str
    by: str
    subject: str
    field: str
    value: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where a mission is: a box of degrees, or a whole country when `box` is None."""

    country: str | None
    box: tuple[float, float, float, float] | None = None  # south, north, west, east


def find_missions(connection: Connection, *, words: str = "", page: int = 1) -> Slice[MissionRow]:
    """Return the forces of which strengths are known, those with most reports first."""
    found = [contains(actors.c.name, words)] if words else []
    query = _missions().where(*found).order_by(func.count(force_levels.c.report_key.distinct()).desc(), actors.c.name)
    return take_page(connection, query, MissionRow, page)


def find_mission(connection: Connection, id: str) -> MissionRow | None:  # noqa: A002 - the column's name
    """Return a mission by its actor's id; None when nothing is known of its strength."""
    found = rows_of(connection.execute(_missions().where(actors.c.id == id)).mappings(), MissionRow)
    return found[0] if found else None


def find_levels(connection: Connection, key: int, name: str = "") -> tuple[LevelRow, ...]:
    """Return the strengths of a force, of those it owns and of parts that are named after it, the oldest first."""
    force, owner = actors.alias("force"), actors.alias("owner")
    wanted = [force_levels.c.force_key == key, force_levels.c.owner_key == key]
    if name:
        wanted.append(contains(force_levels.c.force_name, name))
    query = (
        select(
            force_levels,
            (literal("item:") + reports.c.id + literal("#") + force_levels.c.id).label("item"),
            reports.c.id.label("report"),
            reports.c.title.label("report_title"),
            reports.c.publisher,
            reports.c.published,
            reports.c.written_from,
            reports.c.written_to,
            force.c.id.label("force"),
            owner.c.id.label("owner"),
            owner.c.category.label("owner_category"),
        )
        .join(reports, reports.c.key == force_levels.c.report_key)
        .outerjoin(force, force.c.key == force_levels.c.force_key)
        .outerjoin(owner, owner.c.key == force_levels.c.owner_key)
        .where(or_(*wanted))
        .order_by(reports.c.written_from.nulls_last(), reports.c.published.nulls_last(), force_levels.c.key)
    )
    return rows_of(connection.execute(query).mappings(), LevelRow)


def find_conditions(connection: Connection, levels: Sequence[int]) -> tuple[ConditionRow, ...]:
    """Return the conditions on some strengths."""
    query = select(force_conditions).where(force_conditions.c.force_level_key.in_(levels))
    ordered = query.order_by(force_conditions.c.force_level_key, force_conditions.c.position)
    return rows_of(connection.execute(ordered).mappings(), ConditionRow)


def find_judgements(connection: Connection, items: Sequence[str]) -> tuple[JudgementRow, ...]:
    """Return the judgements on conditions that nobody has undone, the oldest first."""
    query = select(decisions).where(
        decisions.c.kind == "condition", decisions.c.subject.in_(items), decisions.c.undone_at.is_(None)
    )
    return rows_of(connection.execute(query.order_by(decisions.c.id)).mappings(), JudgementRow)


def find_incidents_in(
    connection: Connection, areas: Sequence[Area], since: str | None, until: str | None = None
) -> tuple[NearRow, ...]:
    """Return what happened in some areas since a day, the latest first; nothing denied or merely possible."""
    if not areas:
        return ()
    query = select(incidents).where(
        or_(*map(_inside, areas)),
        incidents.c.status.in_(("happened", "ongoing", "attempted")),
        incidents.c.review != "rejected",
    )
    if since:
        query = query.where(incidents.c.date_from >= since)
    if until:
        query = query.where(incidents.c.date_from <= until)
    ordered = query.order_by(incidents.c.date_from.desc().nulls_last(), incidents.c.key).limit(MOST)
    return rows_of(connection.execute(ordered).mappings(), NearRow)


def _inside(area: Area) -> ColumnElement[bool]:
    if area.box is None:
        return incidents.c.country == area.country
    south, north, west, east = area.box
    return and_(incidents.c.lat.between(south, north), incidents.c.lon.between(west, east))


def _missions() -> Select[Any]:
    linked = or_(
        force_levels.c.force_key == actors.c.key,
        and_(force_levels.c.owner_key == actors.c.key, actors.c.category.in_(OWNERS)),
    )
    day = func.coalesce(reports.c.written_from, reports.c.published)
    return (
        select(
            actors.c.key,
            actors.c.id,
            actors.c.name,
            actors.c.kind,
            actors.c.category,
            actors.c.country,
            func.count(force_levels.c.key.distinct()).label("levels"),
            func.count(force_levels.c.report_key.distinct()).label("reports"),
            func.min(day).label("first"),
            func.max(day).label("last"),
        )
        .select_from(actors)
        .join(force_levels, linked)
        .join(reports, reports.c.key == force_levels.c.report_key)
        .where(actors.c.kind.in_(KINDS), or_(actors.c.category.is_(None), actors.c.category.not_in(NONE)))
        .group_by(actors.c.key, actors.c.id, actors.c.name, actors.c.kind, actors.c.category, actors.c.country)
    )

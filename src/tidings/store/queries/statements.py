"""Statements over all reports, and what was promised or begun and is still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from tidings.store.queries.shared import PAGE, Slice, contains, rows_of, take_page
from tidings.store.tables import actors, reports, statements


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """What one speaker said, by one report."""

    id: str
    report: str
    report_title: str | None
    publisher: str | None
    published: str | None
    actor: str | None
    speaker: str | None
    role: str | None
    named: bool
    on_condition: str | None
    act: str
    form: str
    content: str
    date_from: str | None
    date_to: str | None
    venue: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """What to look for among statements; "" is anything."""

    speaker: str = ""
    role: str = ""
    act: str = ""
    words: str = ""
    date_from: str = ""
    date_to: str = ""
    actor: str = ""  # an actor's id
    unnamed: bool = False


def find_statements(
    connection: Connection, wanted: StatementFilter, page: int = 1, size: int = PAGE
) -> Slice[StatementRow]:
    """Return statements, the latest first."""
    latest = (statements.c.date_from.desc().nulls_last(), reports.c.published.desc().nulls_last())
    query = _listed().where(*_conditions(wanted)).order_by(*latest, statements.c.report_key, statements.c.start)
    return take_page(connection, query, StatementRow, page, size)


def find_statements_about(
    connection: Connection, names: Sequence[str], speakers: Sequence[int], most: int = PAGE
) -> tuple[StatementRow, ...]:
    """Return statements whose words name one of these names, or that one of these actors made."""
    about = [contains(statements.c.content, name) for name in names]
    query = _listed().where(or_(statements.c.actor_key.in_(speakers), *about))
    order = (statements.c.date_from.is_(None), statements.c.date_from.desc(), statements.c.key)
    return rows_of(connection.execute(query.order_by(*order).limit(most)).mappings(), StatementRow)


def find_acts(connection: Connection) -> tuple[str, ...]:
    """Return the acts that there are."""
    return tuple(sorted(connection.execute(select(statements.c.act).distinct()).scalars()))


def _listed() -> Select[Any]:
    return (
        select(
            statements,
            reports.c.id.label("report"),
            reports.c.title.label("report_title"),
            reports.c.publisher,
            reports.c.published,
            actors.c.id.label("actor"),
        )
        .join(reports, reports.c.key == statements.c.report_key)
        .outerjoin(actors, actors.c.key == statements.c.actor_key)
    )


def _conditions(wanted: StatementFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.speaker:
        found.append(or_(contains(statements.c.speaker, wanted.speaker), contains(actors.c.name, wanted.speaker)))
    for column, words in ((statements.c.role, wanted.role), (statements.c.content, wanted.words)):
        if words:
            found.append(contains(column, words))
    for column, value in ((statements.c.act, wanted.act), (actors.c.id, wanted.actor)):
        if value:
            found.append(column == value)
    if wanted.unnamed:
        found.append(statements.c.named.is_(False))
    return found + _between(wanted.date_from, wanted.date_to)


def _between(first: str, last: str) -> list[ColumnElement[bool]]:
    ends = [statements.c.date_to >= first] if first else []
    begins = [statements.c.date_from <= last] if last else []
    return ends + begins

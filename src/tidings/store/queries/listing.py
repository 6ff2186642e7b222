"""Incidents and reports as lists for programs: filtered, in pages of a chosen size."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from tidings.store.queries.incident import IncidentRow
from tidings.store.queries.shared import Slice, contains, take_page
from tidings.store.tables import incidents, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportItem:
    """A report without its record."""

    id: str
    title: str | None
    uri: str | None
    publisher: str | None
    language: str | None
    published: str | None
    written_from: str | None
    written_to: str | None
    added_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilter:
    """Which incidents; "" is any."""

    type: str = ""
    country: str = ""
    place: str = ""
    date_from: str = ""
    date_to: str = ""
    status: str = ""
    review: str = ""
    words: str = ""


def list_incidents(connection: Connection, wanted: IncidentFilter, page: int, size: int) -> Slice[IncidentRow]:
    """Return incidents, the latest first."""
    latest = (incidents.c.date_from.is_(None), incidents.c.date_from.desc(), incidents.c.key)
    query = select(incidents).where(*_conditions(wanted)).order_by(*latest)
    return take_page(connection, query, IncidentRow, page, size)


def list_reports(connection: Connection, words: str, page: int, size: int) -> Slice[ReportItem]:
    """Return reports, the latest added first."""
    query: Select[Any] = select(reports).order_by(reports.c.added_at.desc(), reports.c.key)
    if words:
        query = query.where(contains(reports.c.title, words))
    return take_page(connection, query, ReportItem, page, size)


def _conditions(wanted: IncidentFilter) -> list[ColumnElement[bool]]:
    columns = incidents.c
    same = (
        (columns.type, wanted.type),
        (columns.country, wanted.country),
        (columns.status, wanted.status),
        (columns.review, wanted.review),
    )
    found = [column == value for column, value in same if value]
    found += [
        contains(column, words)
        for column, words in ((columns.place_name, wanted.place), (columns.title, wanted.words))
        if words
    ]
    found += [columns.date_to >= wanted.date_from] if wanted.date_from else []
    return found + ([columns.date_from <= wanted.date_to] if wanted.date_to else [])

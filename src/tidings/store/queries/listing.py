"""Reports as a list for programs: in pages of a chosen size."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from tidings.store.queries.shared import Slice, contains, take_page
from tidings.store.tables import reports


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


def list_reports(connection: Connection, words: str, page: int, size: int) -> Slice[ReportItem]:
    """Return reports, the latest added first."""
    query: Select[Any] = select(reports).order_by(reports.c.added_at.desc(), reports.c.key)
    if words:
        query = query.where(contains(reports.c.title, words))
    return take_page(connection, query, ReportItem, page, size)

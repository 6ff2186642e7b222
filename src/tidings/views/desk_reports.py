"""The list of reports."""

from dataclasses import dataclass

from tidings.store import Store
from tidings.store.queries.reports import ReportFilter, ReportRow, list_problem_kinds, list_reports
from tidings.store.queries.shared import Slice


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportList:
    """A page of the list, and what can be asked for."""

    reports: Slice[ReportRow]
    problem_kinds: tuple[str, ...]


def load_reports(store: Store, wanted: ReportFilter, page: int) -> ReportList:
    """Return a page of the reports that are wanted."""
    with store.connect() as connection:
        return ReportList(reports=list_reports(connection, wanted, page), problem_kinds=list_problem_kinds(connection))

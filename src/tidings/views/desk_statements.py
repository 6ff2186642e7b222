"""Statements and threads as lists."""

from dataclasses import dataclass

from tidings.store import Store
from tidings.store.queries.shared import Slice
from tidings.store.queries.statements import StatementFilter, StatementRow, find_acts, find_statements
from tidings.store.queries.threads import ThreadFilter, ThreadRow, find_threads


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementList:
    """A page of statements, and the acts that there are."""

    found: Slice[StatementRow]
    acts: tuple[str, ...]


def list_statements(store: Store, wanted: StatementFilter, page: int) -> StatementList:
    """Return a page of statements."""
    with store.connect() as connection:
        return StatementList(found=find_statements(connection, wanted, page), acts=find_acts(connection))


def list_threads(store: Store, wanted: ThreadFilter, page: int) -> Slice[ThreadRow]:
    """Return a page of threads."""
    with store.connect() as connection:
        return find_threads(connection, wanted, page)

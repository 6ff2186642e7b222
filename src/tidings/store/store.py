"""A store that is open: connections to ask, and units of work to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from tidings.errors import StoreBusy, StoreUnusable
from tidings.store.engine import WRITES
from tidings.store.unit import Unit


class Store:
    """Reports, what follows from them, and what people decided; made by `open_store`."""

    def __init__(self, engine: Engine, where: str, *, revision: str, upgraded_from: str | None) -> None:
        """Keep the engine; `where` is what people call the store by.

        `upgraded_from` is the revision that the store had when it was opened, None if it was new.
        """
        self.engine = engine
        self.where = where
        self.revision = revision
        self.upgraded_from = upgraded_from

    @property
    def path(self) -> Path | None:
        """The file of the store; None when it is a PostgreSQL database."""
        return Path(self.where) if self.engine.dialect.name == "sqlite" else None

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Give a connection to ask with: it sees one moment of the store and changes nothing."""
        with translated(self.where), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def begin(self) -> Iterator[Unit]:
        """Give a unit of work: all that it writes is kept at its end, or nothing."""
        writing = self.engine.execution_options(**{WRITES: True})
        with translated(self.where), writing.begin() as connection:
            yield Unit(connection)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the database."""
        self.close()


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn a driver's complaints about the database into sentences for people."""
    try:
        yield
    except DBAPIError as error:
        reason = " ".join(str(error.orig).split())
        if "database is locked" in reason:
            raise StoreBusy(where) from error
        if error.connection_invalidated or type(error).__name__ in {"OperationalError", "DatabaseError"}:
            raise StoreUnusable(where, reason) from error
        raise

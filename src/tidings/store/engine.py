"""One engine for each kind of database, set up so that the rest of the store need not know which it is."""

import sqlite3
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from tidings.errors import DriverMissing, StoreUnusable

#: Seconds to wait for another process that writes.
BUSY_S = 30
#: An option of a connection whose transaction is going to write.
WRITES = "tidings_writes"
#: Names the one lock that writers of a PostgreSQL store take, each in turn.
_WRITE_LOCK = 0x7469_6469


def default_path() -> Path:
    """Return where the store is when nobody says: a file in the user's data folder."""
    return user_data_path("tidings", appauthor=False) / "store.sqlite"


def make_engine(where: str | Path) -> Engine:
    """Return the engine of a file, or of a PostgreSQL database by its address.

    Raises:
        StoreUnusable: when the address is none.
        DriverMissing: when PostgreSQL's driver is not installed.
    """
    if "://" in str(where):
        return _postgresql(str(where))
    path = Path(where)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnusable(str(path), error.strerror or str(error)) from None
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_S})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgresql(where: str) -> Engine:
    try:
        url = make_url(where)
    except ArgumentError:
        raise StoreUnusable(where, "the address cannot be understood") from None
    if url.get_backend_name() not in {"postgresql", "postgres"}:
        raise StoreUnusable(url.render_as_string(), "only SQLite files and postgresql:// addresses can be stores")
    try:
        engine = create_engine(url.set(drivername="postgresql+psycopg"))
    except ModuleNotFoundError as error:
        raise DriverMissing(str(error)) from None
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "cache_size = -65536"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: two that first read and then write would refuse each other.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if _writes(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITE_LOCK})")


def _writes(connection: Connection) -> Any:  # noqa: ANN401 - an option may be anything
    return connection.get_execution_options().get(WRITES)

"""Bring a store to the present revision, or say why that cannot be."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, inspect, text

from tidings.errors import NotAStore, StoreTooNew
from tidings.store.engine import WRITES
from tidings.store.search_texts import fill_texts
from tidings.store.tables import metadata
from tidings.store.thread_rows import fill_threads

#: The revision that this version of tidings works with: the last of `migrations/versions`.
REVISION = "0004"
#: Where a store keeps its revision.
VERSION_TABLE = "tidings_revision"
_KNOWN = ("0001", "0002", "0003", REVISION)
#: The first revision whose stores have their threads settled and what is searched as it is now.
_FILLED = "0004"


def upgrade(engine: Engine, where: str, revision: str = REVISION) -> str | None:
    """Bring a store to a revision; return the one that it had, None for a new store.

    Everything happens in one transaction: a store is upgraded whole, or left as it was.

    Raises:
        StoreTooNew: when a newer tidings wrote it.
        NotAStore: when the database is something else's.
    """
    with engine.connect() as connection:
        before = find_revision(connection, where)
    if before == revision:
        return before
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        before = find_revision(connection, where)
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        if revision == REVISION and before is not None and before < _FILLED:
            fill_threads(connection)
            fill_texts(connection)
    return before


def find_revision(connection: Connection, where: str) -> str | None:
    """Return the revision of a store, None for an empty database.

    Raises:
        StoreTooNew: when a newer tidings wrote it.
        NotAStore: when the database is something else's.
    """
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        is_sqlite = connection.dialect.name == "sqlite"
        if tables & set(metadata.tables) or (tables and is_sqlite):
            raise NotAStore(where)
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608 - a constant
    if found is not None and found not in _KNOWN:
        raise StoreTooNew(where, str(found))
    return found


def configured(connection: Connection) -> dict[str, Any]:
    """Return how Alembic is to work on a connection."""
    return {
        "connection": connection,
        "target_metadata": metadata,
        "version_table": VERSION_TABLE,
        "transactional_ddl": True,
    }

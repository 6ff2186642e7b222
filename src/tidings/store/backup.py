"""A copy of a store, made while it is in use; and what is in a store."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import func, select

from tidings.config import VERSION
from tidings.errors import BackupRefused
from tidings.store.store import Store
from tidings.store.tables import actors, decisions, events, incidents, reports, statements

_POSTGRESQL = "the store is a PostgreSQL database; copy it with pg_dump, which does so while it is in use"
_PAGES = 1000


def back_up(store: Store, file: Path) -> None:
    """Copy an SQLite store to a new file; others may read and write it meanwhile.

    Raises:
        BackupRefused: when the file is there already or cannot be written, or the store is a PostgreSQL database.
    """
    if store.path is None:
        raise BackupRefused(_POSTGRESQL)
    if file.exists():
        raise BackupRefused(f"{file} is there already; give a name that is still free")
    part = file.with_name(file.name + ".part")
    try:
        with closing(sqlite3.connect(store.path)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target, pages=_PAGES)
        part.rename(file)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise BackupRefused(f"{file} cannot be written ({error}); choose another place") from None


def describe_store(store: Store) -> tuple[tuple[str, str], ...]:
    """Return where a store is and how much is in it, as names and values to print."""
    with store.connect() as connection:
        counts = [
            (table.name, f"{connection.scalar(select(func.count()).select_from(table)) or 0:,}")
            for table in (reports, events, incidents, statements, actors, decisions)
        ]
        last = connection.scalar(select(func.max(reports.c.added_at)))
    size = f"{store.path.stat().st_size / 1e6:,.1f} MB" if store.path else "see the server"
    return (
        ("store", store.where),
        ("engine", store.engine.dialect.name),
        ("revision", f"{store.revision} (tidings {VERSION})"),
        ("size", size),
        *counts,
        ("last added", last or "nothing yet"),
    )

"""Whether a store is whole, and everything in it follows from its reports and decisions."""

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Table, insert, select, text

from tidings.errors import BadCorrection
from tidings.model.record import Record
from tidings.model.refs import parse_ref
from tidings.store.open import open_store
from tidings.store.rebuild import TRUTH, Progress, rebuild
from tidings.store.reports import digest_of, is_version, unpack_line
from tidings.store.rules import Rules
from tidings.store.store import Store
from tidings.store.tables import decisions, metadata, reports

#: Rows of a table that are named when they are not as they should be.
MOST_NAMED = 3
_AT_ONCE = 500
_WORDS = 60
#: Numbers that depend on the order in which rows came to be, and mean nothing.
_MEANINGLESS = frozenset({("search_texts", "key")})

_Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, in a sentence; a rebuild mends it, or it does not."""

    message: str
    is_mendable: bool


def check(store: Store, rules: Rules, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a store, nothing if it is as it should be.

    The projection is made a second time, in a temporary file, and compared row by row.
    """
    with store.connect() as connection:
        broken = (*_check_database(connection), *_check_reports(connection), *_check_decisions(connection))
        if broken:
            return broken
        with TemporaryDirectory(prefix="tidings-") as folder, open_store(Path(folder) / "again.sqlite") as again:
            try:
                _project_again(connection, again, rules, progress)
            except BadCorrection as error:
                return (Finding(message=str(error), is_mendable=False),)
            with again.connect() as other:
                return tuple(finding for table in _projections() for finding in _compare(table, connection, other))


def _check_database(connection: Connection) -> Iterator[Finding]:
    """Ask SQLite whether its file is whole; PostgreSQL sees to that itself."""
    if connection.dialect.name != "sqlite":
        return
    for (answer,) in connection.execute(text("PRAGMA integrity_check")):
        if answer != "ok":
            yield Finding(message=f"the file is damaged: {answer}", is_mendable=False)
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Finding(
            message=f"a row of {row[0]} refers to a row of {row[2]} that is gone", is_mendable=row[0] not in TRUTH
        )


def _check_reports(connection: Connection) -> Iterator[Finding]:
    query = select(reports.c.id, reports.c.digest, reports.c.record).order_by(reports.c.key)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
        try:
            record = Record.from_json(unpack_line(row.record))
        except (ValueError, zlib.error) as error:
            yield Finding(message=f"the record of report {row.id} cannot be read: {error}", is_mendable=False)
            continue
        if digest_of(record.report.text) != row.digest:
            yield Finding(message=f"the text of report {row.id} is not the one that was kept", is_mendable=False)
        if not is_version(row.id, record.report.id):
            yield Finding(message=f"report {row.id} holds the record of {record.report.id}", is_mendable=False)


def _check_decisions(connection: Connection) -> Iterator[Finding]:
    known = set(connection.scalars(select(reports.c.id)))
    for row in connection.execute(select(decisions).order_by(decisions.c.id)):
        try:
            refs = [parse_ref(ref) for ref in (row.subject, row.other) if ref is not None]
        except ValueError as error:
            yield Finding(message=f"decision {row.id}: {error}", is_mendable=False)
            continue
        for ref in refs:
            if ref.kind in {"report", "item"} and ref.id not in known:
                yield Finding(message=f"decision {row.id} is about report {ref.id}, which is gone", is_mendable=False)


def _project_again(connection: Connection, again: Store, rules: Rules, progress: Progress | None) -> None:
    with again.begin() as unit:
        for table in (reports, decisions):
            rows = connection.execution_options(yield_per=_AT_ONCE).execute(select(table))
            for part in rows.mappings().partitions(_AT_ONCE):
                unit.connection.execute(insert(table), [dict(row) for row in part])
        rebuild(unit.connection, rules, progress)


def _projections() -> list[Table]:
    return [table for table in metadata.sorted_tables if table.name not in TRUTH]


def _compare(table: Table, connection: Connection, other: Connection) -> Iterator[Finding]:
    """Say in words which rows differ, are missing, or should not be there."""
    is_there, should_be = _rows(table, connection), _rows(table, other)
    missing, extra = list((should_be - is_there).elements()), list((is_there - should_be).elements())
    wrong = {_name(table, row): row for row in extra}
    right = {_name(table, row): row for row in missing}
    both = sorted(set(wrong) & set(right)) if table.primary_key else []
    differing = [_difference(table, wrong[name], right[name]) for name in both]
    yield from _findings(f"{table.name} has {{}} that differ", differing)
    for what, rows in (("lacks", missing), ("should not have", extra)):
        alone = [_told(table, row) for row in sorted(rows, key=repr) if _name(table, row) not in both]
        yield from _findings(f"{table.name} {what} {{}}", alone)


def _findings(sentence: str, told: list[str]) -> Iterator[Finding]:
    if told:
        count = "one row" if len(told) == 1 else f"{len(told):,} rows"
        rest = f" and {len(told) - MOST_NAMED:,} more" if len(told) > MOST_NAMED else ""
        message = f"{sentence.format(count)}: {'; '.join(told[:MOST_NAMED])}{rest}"
        yield Finding(message=message, is_mendable=True)


def _name(table: Table, row: _Row) -> _Row:
    """Return the values that a row is known by."""
    keys = {column.name for column in table.primary_key} - {"key" if table.name == "search_texts" else ""}
    keys = keys or {"ref"}
    return tuple(value for name, value in zip(_columns(table), row, strict=True) if name in keys)


def _difference(table: Table, wrong: _Row, right: _Row) -> str:
    names = ", ".join(str(value) for value in _name(table, right))
    values = zip(_columns(table), wrong, right, strict=True)
    told = [f"{name} is {_short(is_)}, should be {_short(should)}" for name, is_, should in values if is_ != should]
    return f"{names}: {', '.join(told)}"


def _short(value: object) -> str:
    return repr(value)[:_WORDS]


def _rows(table: Table, connection: Connection) -> Counter[_Row]:
    columns = _columns(table)
    found = connection.execution_options(yield_per=_AT_ONCE).execute(select(*[table.c[name] for name in columns]))
    return Counter(tuple(row) for row in found)


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns if (table.name, column.name) not in _MEANINGLESS]


def _told(table: Table, row: _Row) -> str:
    """Return a row in words: its first few values that say something."""
    values = [(name, value) for name, value in zip(_columns(table), row, strict=True) if value not in {None, ""}]
    return "(" + ", ".join(f"{name} {_short(value)}" for name, value in values[:5]) + ")"

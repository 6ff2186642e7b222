"""Many small questions in one query: each part is bounded by itself and answered by an index."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, TextClause, text

#: SQLite takes no more than 500 parts in one query.
_PARTS = 200


#: So many values go into one IN list.
CHUNK = 500

Value = TypeVar("Value", str, int)


def chunks(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Yield the values in pieces that fit one query."""
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))


def ask_many(
    connection: Connection, part: str, values: Sequence[str] | Sequence[int], **words: object
) -> Iterator[Row[Any]]:
    """Yield the rows of a SELECT asked for each value.

    Args:
        connection: to ask with.
        part: the SELECT; `:value` stands for the value, and `{name}` for one of `words`.
        values: what to ask for.
        words: constants of the code, never what a user wrote.
    """
    one = part.format(**words)
    for start in range(0, len(values), _PARTS):
        some = values[start : start + _PARTS]
        yield from connection.execute(_union(one, len(some)), {f"v{n}": value for n, value in enumerate(some)})


def add_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows of which the table does not have the key yet."""
    if rows:
        connection.execute(_insertion(table, tuple(rows[0])), rows)


@lru_cache
def _insertion(table: Table, columns: tuple[str, ...]) -> TextClause:
    names, values = ", ".join(columns), ", ".join(f":{column}" for column in columns)
    words = f"INSERT INTO {table.name} ({names}) VALUES ({values}) ON CONFLICT DO NOTHING"  # noqa: S608 - as above
    return text(words)


@lru_cache(maxsize=1000)
def _union(one: str, count: int) -> TextClause:
    return text(" UNION ALL ".join(_part(one, n) for n in range(count)))


def _part(one: str, n: int) -> str:
    # A part with a LIMIT of its own must stand in brackets, which SQLite takes only so.
    return f"SELECT * FROM ({one.replace(':value', f':v{n}')}) AS part{n}"  # noqa: S608 - constants of the code

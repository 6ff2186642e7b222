"""What several queries share: pages of rows, the names of things, words to look for."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, literal, select

from tidings.store.tables import events, reports

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)

#: Rows on one page of a list.
PAGE = 50
#: The mark that takes away the meaning of % and _ in LIKE.
ESCAPE = "\\"


@dataclass(frozen=True, slots=True)
class Slice(Generic[Row_co]):
    """Some rows of a longer list; `page` counts from 1."""

    rows: tuple[Row_co, ...]
    total: int
    page: int
    size: int = PAGE

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // self.size))


def take_page(connection: Connection, query: Select[Any], kind: type[Row], page: int, size: int = PAGE) -> Slice[Row]:
    """Return one page of a query's rows as values of a dataclass whose fields are named like the columns."""
    total = connection.execute(select(func.count()).select_from(query.order_by(None).subquery())).scalar_one()
    chosen = query.limit(size).offset((max(page, 1) - 1) * size)
    return Slice(rows_of(connection.execute(chosen).mappings(), kind), total, max(page, 1), size)


def rows_of(rows: Iterable[RowMapping], kind: type[Row]) -> tuple[Row, ...]:
    """Return rows as values of a dataclass."""
    return tuple(kind(**{field: row[field] for field in names_of(kind)}) for row in rows)


def names_of(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of a dataclass's fields."""
    return tuple(field.name for field in fields(kind))


def item_name() -> ColumnElement[str]:
    """Return the name of an event that outlives a rebuild, as decisions use it."""
    return literal("item:") + reports.c.id + literal("#") + events.c.id


def contains(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """Say that a column holds these words, in whatever case."""
    return func.lower(column).like(f"%{escape_like(words.lower())}%", escape=ESCAPE)


def escape_like(words: str) -> str:
    """Return words in which % and _ stand for themselves."""
    return words.replace(ESCAPE, ESCAPE * 2).replace("%", rf"{ESCAPE}%").replace("_", rf"{ESCAPE}_")

"""One difference between a record and its gold."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A difference of a kind that `kinds.toml` describes.

    `detail` is counted within the kind, `note` is for whoever looks at single cases; `span` is half-open,
    in characters of the report's text.
    """

    kind: str
    detail: str = ""
    span: tuple[int, int] | None = None
    note: str = ""


#: From a document of a corpus and its record to their differences.
Compare = Callable[[Row, Row], Iterator[Difference]]


def at(item: Row) -> tuple[int, int]:
    """Return the span of an item with `start` and `end`."""
    return item["start"], item["end"]


def borders(gold: Sequence[int], ours: Sequence[int]) -> str:
    """Say how our span lies to a gold one that it touches: too_long, too_short or shifted.

    >>> borders((5, 9), (5, 12)), borders((5, 9), (6, 9)), borders((5, 9), (6, 12))
    ('too_long', 'too_short', 'shifted')
    """
    if ours[0] <= gold[0] and gold[1] <= ours[1]:
        return "too_long"
    return "too_short" if gold[0] <= ours[0] and ours[1] <= gold[1] else "shifted"

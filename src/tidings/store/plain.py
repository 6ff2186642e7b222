"""Words as every database takes them: the record alone keeps what none can hold."""

import re
from collections.abc import Iterable
from typing import Any

#: No database's text has a zero character or half of a surrogate pair.
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_SIGN = "\ufffd"


def plain_row(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row whose texts every database takes.

    >>> plain_row({"words": "a" + chr(0) + "b", "key": 1})["words"] == "a" + chr(0xFFFD) + "b"
    True
    """
    return {name: _plain(value) if isinstance(value, str) else value for name, value in row.items()}


def _plain(text: str) -> str:
    # Most texts are short and plain: that is seen sooner than a pattern is tried.
    return text if text.isascii() and "\x00" not in text else _UNFIT.sub(_SIGN, text)


def plain_rows(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows whose texts every database takes."""
    return [plain_row(row) for row in rows]

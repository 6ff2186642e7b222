"""`.jsonl`: one report a line, taken exactly as it is."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import IO, Any

from tidings.errors import BadDate, BrokenLine, EmptyReport
from tidings.model.problem import Problem
from tidings.model.report import Published, Report
from tidings.sources.arrival import Arrival, Incoming
from tidings.sources.take import parse_published, take_in

#: A longer line is not read.
MOST_BYTES_A_LINE = 64_000_000

_HALF_SURROGATE = re.compile("[\ud800-\udfff]")


def read_lines(name: str, lines: Iterable[bytes]) -> Iterator[Arrival]:
    """Yield a report, or the error of its line, for each line that is not blank."""
    found = False
    for number, line in enumerate(lines, 1):
        if line.strip():
            found = True
            try:
                yield _read_line(line)
            except _Unfit as unfit:
                yield BrokenLine(name, number, str(unfit))
    if not found:
        yield EmptyReport(name)


def iterate_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a stream, one in memory at a time; of an overlong one its first part alone."""
    while line := stream.readline(MOST_BYTES_A_LINE + 1):
        yield line
        while len(line) > MOST_BYTES_A_LINE and not line.endswith(b"\n"):
            line = stream.readline(MOST_BYTES_A_LINE + 1)


class _Unfit(Exception):
    """Why a line is no report."""


def _read_line(line: bytes) -> Incoming:
    if len(line) > MOST_BYTES_A_LINE:
        raise _Unfit(f"it is longer than {MOST_BYTES_A_LINE // 1_000_000} MB")
    fields = _fields(line)
    text, problems = _text(fields)
    published, doubts = _published(fields.get("published"))
    report = Report(
        id=_id(fields.get("id")),
        text=text,
        uri=_word(fields, "uri"),
        title=_word(fields, "title"),
        published=published,
    )
    return take_in(report, (*problems, *doubts))


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _Unfit("it is not in UTF-8") from None
    except json.JSONDecodeError as error:
        raise _Unfit(f"it is not JSON ({error.msg} at character {error.colno})") from None
    except (ValueError, RecursionError):
        raise _Unfit("it is not JSON that can be read") from None
    if not isinstance(fields, dict):
        raise _Unfit("it is not a JSON object")
    return fields


def _text(fields: dict[str, Any]) -> tuple[str, tuple[Problem, ...]]:
    """Return the text as it is; half surrogates, which no file can hold, become U+FFFD of the same length."""
    text = fields.get("text")
    if not isinstance(text, str):
        raise _Unfit("it has no “text”" if text is None else "its “text” is not a string")
    if not text.strip():
        raise _Unfit("its “text” is empty")
    sound = _HALF_SURROGATE.sub("\ufffd", text)
    message = "The text has halves of characters, which were replaced by U+FFFD."
    return sound, () if sound == text else (Problem(kind="encoding", message=message),)


def _id(value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _Unfit("its “id” is neither a string nor a number")
    return _HALF_SURROGATE.sub("\ufffd", str(value))


def _word(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is not None and not isinstance(value, str):
        raise _Unfit(f"its “{key}” is not a string")
    return _HALF_SURROGATE.sub("\ufffd", value) if value else None


def _published(value: object) -> tuple[Published | None, tuple[Problem, ...]]:
    if value is None or value == "":
        return None, ()
    try:
        return parse_published(str(value)), ()
    except BadDate:
        message = f"The publication date given, “{value}”, is not a day such as 2021-02-19 and was left out."
        return None, (Problem(kind="unresolved-date", message=message),)

"""Bytes to reports, whatever they hold: a text, a page or lines of JSON."""

import json
from collections.abc import Iterator
from io import BytesIO

from tidings.errors import EmptyReport, SourceError
from tidings.model.report import Report
from tidings.sources.arrival import Arrival, Incoming
from tidings.sources.decode import decode, with_plain_lines
from tidings.sources.html import is_page, read_page
from tidings.sources.jsonl import read_lines
from tidings.sources.take import take_in

#: What byte order marks look like when each byte is taken for a character.
_MARKS = "ï»¿þÿ"


def read_bytes(name: str, data: bytes, *, uri: str | None = None, declared: str | None = None) -> Iterator[Arrival]:
    """Yield the reports in some bytes, or the error; what kind they are is seen from how they begin."""
    try:
        if holds_lines(data.partition(b"\n")[0]):
            yield from read_lines(name, BytesIO(data))
        else:
            yield _read_whole(name, data, uri, declared)
    except SourceError as error:
        yield error


def holds_lines(first: bytes) -> bool:
    """Say whether a first line is a JSON object with a text, so that a report stands on each line."""
    if not first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        fields = json.loads(first.decode("utf-8-sig"))
    except ValueError:
        return False
    return isinstance(fields, dict) and "text" in fields


def _read_whole(name: str, data: bytes, uri: str | None, declared: str | None) -> Incoming:
    if is_page(data[:4096].decode("latin-1").replace("\0", "").lstrip(_MARKS)):
        return read_page(name, data, uri=uri, declared=declared)
    text, problems = decode(name, data, declared)
    if not text.strip():
        raise EmptyReport(name)
    return take_in(Report(id="", text=with_plain_lines(text), uri=uri), problems)

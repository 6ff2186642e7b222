"""A file or standard input to reports."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from tidings.errors import FileMissing, FileUnreadable, SourceError, TooLarge
from tidings.sources.arrival import Arrival
from tidings.sources.content import holds_lines, read_bytes
from tidings.sources.html import read_page
from tidings.sources.jsonl import iterate_lines, read_lines

#: More bytes than these are not one report.
MOST_BYTES = 64_000_000
LINES_SUFFIX = ".jsonl"
PAGE_SUFFIXES = frozenset({".html", ".htm"})


def read_file(path: Path) -> Iterator[Arrival]:
    """Yield the reports in a file, or why it cannot be read."""
    try:
        with path.open("rb") as stream:
            yield from _read_opened(path, stream)
    except FileNotFoundError:
        yield FileMissing(str(path))
    except OSError as error:
        yield FileUnreadable(str(path), (error.strerror or type(error).__name__).lower())
    except SourceError as error:
        yield error


def read_stream(stream: IO[bytes], name: str = "standard input") -> Iterator[Arrival]:
    """Yield the reports in a stream; lines of JSON are read as they come."""
    lines = iterate_lines(stream)
    first = next(lines, b"")
    if holds_lines(first):
        yield from read_lines(name, chain([first], lines))
        return
    try:
        yield from read_bytes(name, first + _read_whole(name, stream, len(first)))
    except SourceError as error:
        yield error


def _read_opened(path: Path, stream: IO[bytes]) -> Iterator[Arrival]:
    name, kind = str(path), path.suffix.lower()
    if kind == LINES_SUFFIX:
        yield from read_lines(name, iterate_lines(stream))
    elif kind in PAGE_SUFFIXES:
        yield read_page(name, _read_whole(name, stream), uri=path.as_posix())
    else:
        yield from read_bytes(name, _read_whole(name, stream), uri=path.as_posix())


def _read_whole(name: str, stream: IO[bytes], already: int = 0) -> bytes:
    data = stream.read(MOST_BYTES + 1 - already)
    if len(data) + already > MOST_BYTES:
        raise TooLarge(name, MOST_BYTES // 1_000_000)
    return data

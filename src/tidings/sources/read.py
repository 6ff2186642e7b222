"""Whatever a user names, to reports."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tidings.sources.arrival import Arrival
from tidings.sources.file import read_file, read_stream
from tidings.sources.folder import read_folder
from tidings.sources.url import is_url, read_url

STANDARD_INPUT = "-"


def read_source(name: str) -> Iterator[Arrival]:
    """Yield the reports of a file, a folder, a web address or standard input ("-").

    What cannot be read comes as an error in its place, and the rest follows.
    """
    if name == STANDARD_INPUT:
        return read_stream(sys.stdin.buffer)
    if is_url(name):
        return read_url(name)
    path = Path(name)
    return read_folder(path) if path.is_dir() else read_file(path)

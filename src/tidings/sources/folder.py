"""A folder to reports: every file of a known kind in it and below it, in the order of the names."""

import os
from collections.abc import Iterator
from pathlib import Path

from tidings.errors import FileUnreadable, NoReports
from tidings.sources.arrival import Arrival, Skipped
from tidings.sources.file import LINES_SUFFIX, PAGE_SUFFIXES, read_file

SUFFIXES = frozenset({".txt", LINES_SUFFIX, *PAGE_SUFFIXES})


def read_folder(folder: Path) -> Iterator[Arrival]:
    """Yield the reports of a folder, then how many files of other kinds were left out; hidden ones do not count."""
    refused: list[OSError] = []
    files = list(_walk(folder, refused))
    reports = [path for path in files if path.suffix.lower() in SUFFIXES]
    yield from (FileUnreadable(str(error.filename), (error.strerror or "").lower()) for error in refused)
    for path in reports:
        yield from read_file(path)
    skipped = len(files) - len(reports)
    if not reports and not refused:
        yield NoReports(str(folder), skipped)
    elif skipped:
        yield Skipped(folder=str(folder), count=skipped)


def find_reports(folder: Path) -> list[Path]:
    """Return the files of a folder, and below it, that hold reports."""
    return [path for path in _walk(folder, []) if path.suffix.lower() in SUFFIXES]


def _walk(folder: Path, refused: list[OSError]) -> Iterator[Path]:
    for where, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(files) if not name.startswith("."))

"""Run the installed product as a user would: `tidings read FILE --json`."""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from quality.corpus import Row


@dataclass(frozen=True)
class Run:
    """The records of a run, its wall time and how long the first record took, in seconds."""

    records: list[Row]
    seconds: float
    first_s: float


def read_reports(reports: Iterable[Row]) -> Run:
    """Read reports with the `tidings` command that belongs to this Python."""
    command = shutil.which("tidings", path=str(Path(sys.executable).parent)) or shutil.which("tidings")
    if command is None:
        raise click.ClickException("the command `tidings` is not installed; run `pip install .` first")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports.jsonl"
        source.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        return _timed([command, "read", str(source), "--json"])


def _timed(command: list[str]) -> Run:
    start = time.monotonic()
    first_s, lines = 0.0, []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        for line in process.stdout or ():
            first_s = first_s or time.monotonic() - start
            lines.append(line)
    if process.returncode:
        raise click.ClickException(f"tidings ended with exit code {process.returncode}")
    return Run([json.loads(line) for line in lines], time.monotonic() - start, first_s)

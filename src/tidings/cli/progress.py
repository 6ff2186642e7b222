"""How far a long run has come: a line on standard error, for people only."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Item = TypeVar("Item")

#: A terminal that also shows the records needs no counter between them.
_COLUMNS = (
    SpinnerColumn(),
    TextColumn("{task.completed:,} reports read"),
    TimeElapsedColumn(),
    TextColumn("{task.fields[pace]:.1f} a second"),
)


def counted(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items, counting them aloud when standard error is a terminal and standard output is not."""
    if sys.stdout.isatty() or not sys.stderr.isatty():
        yield from items
        return
    with Progress(*_COLUMNS, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None, pace=0.0)
        for item in items:
            yield item
            elapsed = progress.tasks[task].elapsed or 1e-9
            progress.update(task, advance=1, pace=(progress.tasks[task].completed + 1) / elapsed)

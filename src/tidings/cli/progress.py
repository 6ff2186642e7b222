"""How far a long run has come: a line on standard error, for people only."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Item = TypeVar("Item")

_COLUMNS = (
    SpinnerColumn(),
    TextColumn("{task.completed:,} reports read"),
    TimeElapsedColumn(),
    TextColumn("{task.fields[pace]:.1f} a second"),
)


def count_aloud(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items while a line on standard error says how many there were, and how fast."""
    console = Console(stderr=True)
    with Progress(*_COLUMNS, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("reading", total=None, pace=0.0)
        for item in items:
            yield item
            elapsed = progress.tasks[task].elapsed or 1e-9
            progress.update(task, advance=1, pace=(progress.tasks[task].completed + 1) / elapsed)

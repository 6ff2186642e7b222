"""How far a long run has come: a line on standard error, for people only."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

Item = TypeVar("Item")

_COLUMNS = (
    SpinnerColumn(),
    TextColumn("{task.completed:,} reports read"),
    TimeElapsedColumn(),
    TextColumn("{task.fields[pace]:.1f} a second"),
)


@contextmanager
def show_steps(what: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with how many of how many steps are done; a terminal shows a bar."""
    columns = (TextColumn(what), BarColumn(), TextColumn("{task.completed:,} of {task.total:,}"), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=0)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def count_aloud(items: Iterable[Item], total: int | None = None) -> Iterator[Item]:
    """Yield the items while a line on standard error says how many there were, and how fast; with a total, a bar."""
    console = Console(stderr=True)
    columns = _COLUMNS if total is None else (*_COLUMNS[:1], BarColumn(), *_COLUMNS[1:], TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("reading", total=total, pace=0.0)
        for item in items:
            yield item
            elapsed = progress.tasks[task].elapsed or 1e-9
            progress.update(task, advance=1, pace=(progress.tasks[task].completed + 1) / elapsed)

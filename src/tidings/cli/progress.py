"""How far a long run has come: a line on standard error, for people only."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

Item = TypeVar("Item")

#: The pace is that of so many seconds: a run that passes quickly over what is kept already soon tells its own.
PACE_S = 60.0


class Pace(ProgressColumn):
    """How many a second, lately; the time that is left follows from the same number."""

    def render(self, task: Task) -> Text:
        """Return the pace in words; nothing before there is one."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} a second" if speed else "")


def make_counter(
    total: int | None, console: Console | None = None, get_time: Callable[[], float] | None = None
) -> Progress:
    """Return the line that counts reports; with a total, a bar and the time that is left."""
    counted = (TextColumn("{task.completed:,} reports read in"), TimeElapsedColumn(), Pace())
    left = (BarColumn(), *counted, TimeRemainingColumn(), TextColumn("left"))
    return Progress(
        SpinnerColumn(),
        *(counted if total is None else left),
        console=console,
        get_time=get_time,
        transient=True,
        redirect_stdout=False,
        speed_estimate_period=PACE_S,
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
    with make_counter(total, Console(stderr=True)) as progress:
        task = progress.add_task("reading", total=total)
        for item in items:
            yield item
            progress.advance(task)

"""Print records as they come, complain about what could not be read, and count."""

import gc
import sys
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tidings.cli.exit_codes import CLOSED, OK, exit_code_of
from tidings.cli.outcome import Outcome
from tidings.errors import WorkerLost
from tidings.model.record import Record
from tidings.sources import Arrival, Known, Skipped

if TYPE_CHECKING:
    from tidings.cli.keep import Keeper


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What is printed: JSON, pages, or nothing; and where records are kept, of how many reports, if that is asked."""

    as_json: bool = False
    is_quiet: bool = False
    keeper: "Keeper | None" = None
    total: int | None = None


def run(arrivals: Iterable[Arrival], output: Output, *, threads: int = 1) -> int:
    """Read, keep and print what arrives; return the exit code of the first thing that went wrong."""
    from tidings.batch import load_encoder, read_in_order  # noqa: PLC0415 - `--help` needs no encoder

    keeper = output.keeper
    if keeper is not None:
        arrivals = keeper.pass_over(arrivals)
    outcomes: Generator[Outcome] = read_in_order(arrivals, load_encoder, threads=threads)
    try:
        # Closed in any case: other processes may be at work.
        with closing(outcomes):
            return _print_all(_counted(keeper.keep(outcomes) if keeper else outcomes, output), output)
    except BrokenPipeError:
        return CLOSED
    finally:
        if keeper is not None:
            note(keeper.summary())


def note(text: str) -> None:
    """Tell a person something beside the output."""
    # Not click.echo, which writes past the counter and into its line.
    sys.stderr.write(f"tidings: {text}\n")
    sys.stderr.flush()


def _print_all(outcomes: Iterable[Outcome], output: Output) -> int:
    code, first = OK, True
    for outcome in outcomes:
        if isinstance(outcome, Record):
            _print_record(outcome, output, is_first=first)
            if first:
                # All data files are loaded by now and stay: Python need not look for garbage in them again.
                gc.freeze()
            first = False
        elif isinstance(outcome, Known):
            _print_known(outcome, output)
        elif isinstance(outcome, Skipped):
            note(f"{outcome.folder}: files of other kinds that were left out: {outcome.count}")
        elif isinstance(outcome, WorkerLost):
            note(str(outcome))
        else:
            note(str(outcome))
            code = code or exit_code_of(outcome)
    return code


def _counted(outcomes: Iterable[Outcome], output: Output) -> Iterable[Outcome]:
    """Count aloud for a person who sees nothing else: the records go into a file or store, complaints to a terminal."""
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not output.is_quiet):
        return outcomes
    from tidings.cli.progress import count_aloud  # noqa: PLC0415 - loads rich, which JSON can do without

    return count_aloud(outcomes, output.total)


def _print_known(known: Known, output: Output) -> None:
    """Print a report that is not read again: what was read of it is in the store."""
    if output.keeper is None or output.is_quiet:
        return
    line = output.keeper.line_of(known)
    if output.as_json:
        _print(line + "\n", "utf-8")
    else:
        _print_record(Record.from_json(line), output, is_first=False)


def _print_record(record: Record, output: Output, *, is_first: bool) -> None:
    if output.is_quiet:
        return
    if output.as_json:
        _print(record.to_json() + "\n", "utf-8")
        return
    from tidings.views import to_terminal  # noqa: PLC0415 - the same

    _print(to_terminal(record, is_first=is_first), sys.stdout.encoding)


def _print(text: str, encoding: str) -> None:
    """Write at once, so that a reader at the other end of a pipe need not wait."""
    sys.stdout.buffer.write(text.encode(encoding, "replace"))
    sys.stdout.buffer.flush()

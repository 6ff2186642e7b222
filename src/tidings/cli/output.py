"""Print records as they come, complain about what could not be read, and count."""

import sys
from collections.abc import Generator, Iterable
from contextlib import closing

from tidings.cli.exit_codes import CLOSED, OK, exit_code_of
from tidings.errors import TidingsError, WorkerLost
from tidings.model.record import Record
from tidings.sources import Arrival, Skipped

#: What comes of one arrival.
Outcome = Record | Skipped | TidingsError


def run(arrivals: Iterable[Arrival], *, as_json: bool, threads: int = 1) -> int:
    """Read and print what arrives; return the exit code of the first thing that went wrong."""
    from tidings.batch import load_encoder, read_in_order  # noqa: PLC0415 - `--help` needs no encoder

    outcomes: Generator[Outcome] = read_in_order(arrivals, load_encoder, threads=threads)
    try:
        # Closed in any case: other processes may be at work.
        with closing(outcomes):
            return _print_all(_counted(outcomes), as_json=as_json)
    except BrokenPipeError:
        return CLOSED


def _print_all(outcomes: Iterable[Outcome], *, as_json: bool) -> int:
    code, first = OK, True
    for outcome in outcomes:
        if isinstance(outcome, Record):
            _print_record(outcome, as_json=as_json, is_first=first)
            first = False
        elif isinstance(outcome, Skipped):
            _note(f"{outcome.folder}: files of other kinds that were left out: {outcome.count}")
        elif isinstance(outcome, WorkerLost):
            _note(str(outcome))
        else:
            _note(str(outcome))
            code = code or exit_code_of(outcome)
    return code


def _counted(outcomes: Iterable[Outcome]) -> Iterable[Outcome]:
    """Count aloud for a person who sees nothing else: the records go into a file, the complaints to a terminal."""
    if sys.stdout.isatty() or not sys.stderr.isatty():
        return outcomes
    from tidings.cli.progress import count_aloud  # noqa: PLC0415 - loads rich, which JSON can do without

    return count_aloud(outcomes)


def _print_record(record: Record, *, as_json: bool, is_first: bool) -> None:
    if as_json:
        _print(record.to_json() + "\n", "utf-8")
        return
    from tidings.views import to_terminal  # noqa: PLC0415 - the same

    _print(to_terminal(record, is_first=is_first), sys.stdout.encoding)


def _print(text: str, encoding: str) -> None:
    """Write at once, so that a reader at the other end of a pipe need not wait."""
    sys.stdout.buffer.write(text.encode(encoding, "replace"))
    sys.stdout.buffer.flush()


def _note(text: str) -> None:
    # Not click.echo, which writes past the counter and into its line.
    sys.stderr.write(f"tidings: {text}\n")
    sys.stderr.flush()

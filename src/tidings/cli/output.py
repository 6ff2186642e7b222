"""Print records as they come, complain about what could not be read, and count."""

import sys
from collections.abc import Iterable
from functools import partial

import click

from tidings.cli.exit_codes import CLOSED, OK, exit_code_of
from tidings.errors import TidingsError
from tidings.model.record import Record
from tidings.sources import Arrival, Skipped
from tidings.views import to_terminal

#: What comes of one arrival.
Outcome = Record | Skipped | TidingsError


def run(arrivals: Iterable[Arrival], *, as_json: bool, threads: int = 1) -> int:
    """Read and print what arrives; return the exit code of the first thing that went wrong."""
    from tidings.batch import load_encoder, read_in_order  # noqa: PLC0415 - `--help` needs no encoder
    from tidings.cli.progress import counted  # noqa: PLC0415 - the same

    outcomes = read_in_order(arrivals, partial(load_encoder, threads), threads=threads)
    try:
        return _print_all(counted(outcomes), as_json=as_json)
    except BrokenPipeError:
        return CLOSED


def _print_all(outcomes: Iterable[Outcome], *, as_json: bool) -> int:
    code, first = OK, True
    for outcome in outcomes:
        if isinstance(outcome, Record):
            if as_json:
                _print(outcome.to_json() + "\n", "utf-8")
            else:
                _print(to_terminal(outcome, is_first=first), sys.stdout.encoding)
            first = False
        elif isinstance(outcome, Skipped):
            _note(f"{outcome.folder}: files of other kinds that were left out: {outcome.count}")
        else:
            _note(str(outcome))
            code = code or exit_code_of(outcome)
    return code


def _print(text: str, encoding: str) -> None:
    """Write at once, so that a reader at the other end of a pipe need not wait."""
    sys.stdout.buffer.write(text.encode(encoding, "replace"))
    sys.stdout.buffer.flush()


def _note(text: str) -> None:
    click.echo(f"tidings: {text}", err=True)

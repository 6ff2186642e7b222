"""Print records as they come, complain about what could not be read, and count."""

import sys
from collections.abc import Iterable
from functools import partial

import click

from tidings.cli.exit_codes import OK, exit_code_of
from tidings.model.record import Record
from tidings.sources import Arrival, Skipped
from tidings.views import to_terminal


def run(arrivals: Iterable[Arrival], *, as_json: bool, threads: int = 1) -> int:
    """Read and print what arrives; return the exit code of the first thing that went wrong."""
    from tidings.batch import load_encoder, read_in_order  # noqa: PLC0415 - `--help` needs no encoder
    from tidings.cli.progress import counted  # noqa: PLC0415 - the same

    code = OK
    first = True
    outcomes = read_in_order(arrivals, partial(load_encoder, threads), threads=threads)
    for outcome in counted(outcomes):
        if isinstance(outcome, Record):
            _print(outcome.to_json() + "\n" if as_json else to_terminal(outcome, is_first=first))
            first = False
        elif isinstance(outcome, Skipped):
            _note(f"{outcome.folder}: files of other kinds that were left out: {outcome.count}")
        else:
            _note(str(outcome))
            code = code or exit_code_of(outcome)
    return code


def _print(text: str) -> None:
    """Write at once, so that a reader at the other end of a pipe need not wait."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _note(text: str) -> None:
    click.echo(f"tidings: {text}", err=True)

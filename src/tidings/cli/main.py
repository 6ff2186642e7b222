"""The command `tidings` and how it ends."""

import logging
import os
import sys
import traceback
from typing import NoReturn

import click

from tidings.cli.brief import brief
from tidings.cli.demo import demo
from tidings.cli.exit_codes import CLOSED, FAULT, INTERRUPTED, OK, describe_exit_codes, exit_code_of
from tidings.cli.read import read
from tidings.cli.serve import serve
from tidings.cli.store import store
from tidings.config import VERSION
from tidings.errors import TidingsError


@click.group(epilog=describe_exit_codes(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="tidings")
def cli() -> None:
    """Read news reports into records: what happened, who says so, what is planned, what is open."""


cli.add_command(read)
cli.add_command(demo)
cli.add_command(serve)
cli.add_command(brief)
cli.add_command(store)


def main() -> NoReturn:
    """Run the command line and leave with a documented exit code."""
    logging.getLogger().addHandler(logging.NullHandler())
    code = _run()
    if code in {FAULT, CLOSED, INTERRUPTED}:
        # Another thread may be at work and the output gone: leave at once, without Python's farewell.
        os._exit(code)
    sys.exit(code)


def _run() -> int:
    try:
        code = cli.main(prog_name="tidings", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("tidings: interrupted; the records printed so far are complete", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        return CLOSED
    except TidingsError as error:
        click.echo(f"tidings: {error}", err=True)
        return exit_code_of(error)
    except Exception:  # noqa: BLE001 - whatever it is, the user gets a sentence and a code
        traceback.print_exc()
        click.echo("tidings: this is a fault in tidings; please report it with the lines above", err=True)
        return FAULT
    return code if isinstance(code, int) else OK

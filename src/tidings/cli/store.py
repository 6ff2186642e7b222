"""`tidings store`: look after the store."""

from pathlib import Path

import click

from tidings.cli.exit_codes import describe_exit_codes
from tidings.errors import StoreDamaged

_WHERE = click.option(
    "--store", "where", metavar="FILE|URL", help="The store; the one in your data folder if not given."
)


@click.group(epilog=describe_exit_codes())
def store() -> None:
    """Look after the store: what is in it, whether it is whole, a copy of it."""


@store.command()
@_WHERE
def info(where: str | None) -> None:
    """Say where the store is, how large, and how much is in it."""
    from tidings.store import describe_store, open_store  # noqa: PLC0415 - `--help` needs no store

    with open_store(where) as opened:
        for name, value in describe_store(opened):
            click.echo(f"{name:<12} {value}")


@store.command()
@_WHERE
def check(where: str | None) -> None:
    """Verify the store: the database is whole, and everything follows from the reports and decisions.

    The store is built a second time beside it and compared row by row, which takes about as
    long as keeping its reports did.
    """
    from tidings.keeping import check_store  # noqa: PLC0415 - as above
    from tidings.store import open_store  # noqa: PLC0415

    with open_store(where) as opened:
        findings = check_store(opened)
    for finding in findings:
        click.echo(finding.message)
    if findings:
        remedy = "run `tidings store rebuild`" if all(f.is_mendable for f in findings) else "take your last backup"
        raise StoreDamaged(opened.where, len(findings), remedy)
    click.echo(f"{opened.where} is whole, and everything in it follows from its reports and decisions")


@store.command()
@click.argument("file", type=click.Path(path_type=Path))
@_WHERE
def backup(file: Path, where: str | None) -> None:
    """Copy the store to FILE while it is in use."""
    from tidings.store import back_up, open_store  # noqa: PLC0415 - as above

    with open_store(where) as opened:
        back_up(opened, file)
    click.echo(f"{opened.where} is copied to {file}")


@store.command()
@_WHERE
def rebuild(where: str | None) -> None:
    """Make everything anew from the reports and the decisions, which stay as they are."""
    from tidings.cli.progress import show_steps  # noqa: PLC0415 - as above
    from tidings.keeping import rebuild_store  # noqa: PLC0415
    from tidings.store import open_store  # noqa: PLC0415

    with open_store(where) as opened, show_steps("rebuilding") as progress:
        rebuild_store(opened, progress)
    click.echo(f"{opened.where} is rebuilt")


@store.command()
@_WHERE
def upgrade(where: str | None) -> None:
    """Bring a store of an earlier tidings to this one's form; any command that opens it does so too."""
    from tidings.store import open_store  # noqa: PLC0415 - as above

    with open_store(where) as opened:
        before, now = opened.upgraded_from, opened.revision
    what = "was new" if before is None else ("needed nothing" if before == now else f"was of revision {before}")
    click.echo(f"{opened.where} {what}; it is of revision {now}")

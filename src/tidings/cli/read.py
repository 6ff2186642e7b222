"""`tidings read`: reports in, records out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from tidings.cli.exit_codes import describe_exit_codes
from tidings.cli.output import Output, run
from tidings.errors import BadDate
from tidings.model.report import Published
from tidings.sources import Arrival, Incoming, count_reports, parse_published, read_source, with_published


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> Published | None:
    try:
        return parse_published(value) if value else None
    except BadDate as error:
        raise click.BadParameter(str(error)) from None


@click.command(epilog=describe_exit_codes())
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@click.option("--json", "as_json", is_flag=True, help="Print one record a line as JSON (tidings.record/1).")
@click.option("--published", callback=_day, metavar="DAY", help="The day of publication, such as 2021-02-19.")
@click.option("--keep", is_flag=True, help="Keep the records in the store; what it has already is not read again.")
@click.option(
    "--store", "where", metavar="FILE|URL", help="The store to keep them in; the one in your data folder if not given."
)
@click.option("--threads", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes to read with.")
def read(
    reports: tuple[str, ...],
    *,
    as_json: bool,
    published: Published | None,
    keep: bool,
    where: str | None,
    threads: int,
) -> None:
    """Read each REPORT and print its record.

    A REPORT is a text file, a web page (.html), a folder of reports, an http(s) address,
    a .jsonl file with one {"id", "text"} a line, or "-" for standard input. At most
    100,000 characters of one report are read.

    With --keep, folders and .jsonl files are kept without being printed, unless --json is given.
    """
    if where is not None and not keep:
        raise click.UsageError("--store says where to keep records; give --keep too")
    arrivals = (arrival for name in reports for arrival in read_source(name))
    dated = _dated(arrivals, published)
    if not keep:
        click.get_current_context().exit(run(dated, Output(as_json=as_json), threads=threads))
    from tidings.cli.keep import Keeper  # noqa: PLC0415 - only who keeps needs a database
    from tidings.store import open_store  # noqa: PLC0415

    with open_store(where) as store:
        output = Output(
            as_json=as_json,
            is_quiet=not as_json and any(_is_many(name) for name in reports),
            keeper=Keeper(store),
            total=_total(reports),
        )
        code = run(dated, output, threads=threads)
    click.get_current_context().exit(code)


def _is_many(name: str) -> bool:
    return name.endswith(".jsonl") or Path(name).is_dir()


def _total(names: Iterable[str]) -> int | None:
    counts = [count_reports(name) for name in names]
    return None if None in counts else sum(count or 0 for count in counts)


def _dated(arrivals: Iterable[Arrival], published: Published | None) -> Iterator[Arrival]:
    for arrival in arrivals:
        yield with_published(arrival, published) if published and isinstance(arrival, Incoming) else arrival

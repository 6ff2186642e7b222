"""`tidings read`: reports in, records out."""

from collections.abc import Iterable, Iterator

import click

from tidings.cli.exit_codes import describe_exit_codes
from tidings.cli.output import run
from tidings.errors import BadDate
from tidings.model.report import Published
from tidings.sources import Arrival, Incoming, parse_published, read_source, with_published


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> Published | None:
    try:
        return parse_published(value) if value else None
    except BadDate as error:
        raise click.BadParameter(str(error)) from None


@click.command(epilog=describe_exit_codes())
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@click.option("--json", "as_json", is_flag=True, help="Print one record a line as JSON (tidings.record/1).")
@click.option("--published", callback=_day, metavar="DAY", help="The day of publication, such as 2021-02-19.")
@click.option("--threads", type=click.IntRange(1, 64), default=2, show_default=True, help="Threads to read with.")
def read(reports: tuple[str, ...], *, as_json: bool, published: Published | None, threads: int) -> None:
    """Read each REPORT and print its record.

    A REPORT is a text file, a web page (.html), a folder of reports, an http(s) address,
    a .jsonl file with one {"id", "text"} a line, or "-" for standard input. At most
    100,000 characters of one report are read.
    """
    arrivals = (arrival for name in reports for arrival in read_source(name))
    click.get_current_context().exit(run(_dated(arrivals, published), as_json=as_json, threads=threads))


def _dated(arrivals: Iterable[Arrival], published: Published | None) -> Iterator[Arrival]:
    for arrival in arrivals:
        yield with_published(arrival, published) if published and isinstance(arrival, Incoming) else arrival

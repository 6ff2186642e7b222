"""`tidings demo`: the main job on the report that comes with the package."""

import click

from tidings.cli.output import Output, run
from tidings.model.report import Report
from tidings.samples import load_sample
from tidings.sources import take_in


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the record as one line of JSON instead.")
@click.option("--text", "as_text", is_flag=True, help="Print the report itself instead.")
def demo(*, as_json: bool, as_text: bool) -> None:
    """Read the sample report that comes with tidings (made up by its authors) and print its record."""
    text = load_sample()
    if as_text:
        click.echo(text, nl=False)
        return
    if not as_json:
        click.echo("This report is made up; its places are real. Read it yourself: tidings demo --text", err=True)
    click.get_current_context().exit(run([take_in(Report(id="sample", text=text))], Output(as_json=as_json)))

"""`python -m quality TASK`: measure the installed product and print the figures."""

import json
from pathlib import Path

import click

from quality.corpus import Row
from quality.facts import measure_facts
from quality.incidents import incidents
from quality.speed import measure_speed
from quality.tasks import TASKS, measure

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def cli() -> None:
    """Measure tidings against corpora and fact sheets."""


@cli.command()
@click.option("--data", "sheets", type=FILE, required=True, help="Fact sheets, one document a line.")
@click.option("--corpora", type=FOLDER, help="The folder of corpora that the sheets name documents of.")
@click.option("--checker", type=FILE, required=True, help="The fact checker, a Python file.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def facts(sheets: Path, corpora: Path | None, checker: Path, *, as_json: bool) -> None:
    """Check records against fact sheets that a person wrote."""
    figures = measure_facts(sheets, corpora, checker)
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
        return
    for section, sums in {**figures["sections"], "total": figures["total"]}.items():
        click.echo(_told(section, sums))


@cli.command()
@click.option("--corpora", type=FOLDER, required=True, help="The folder of corpora.")
@click.option("--corpus", default="polnear", show_default=True)
@click.option("--split", default="dev", show_default=True)
@click.option("--count", default=40, show_default=True, help="How many articles.")
def speed(corpora: Path, corpus: str, split: str, count: int) -> None:
    """Time the product on articles of 500 to 900 words."""
    for name, value in measure_speed(corpora, corpus, split, count).items():
        click.echo(f"{name:16}{value}")


@cli.command()
@click.argument("task", type=click.Choice([*TASKS, "all"]))
@click.option("--corpora", type=FOLDER, required=True, help="The folder of corpora.")
@click.option("--split", default="dev", show_default=True)
@click.option("--limit", type=int, help="Read so many documents of each corpus only.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, a line a corpus.")
def corpus(task: str, corpora: Path, split: str, limit: int | None, *, as_json: bool) -> None:
    """Score a TASK on its corpora, with 95 % bootstrap intervals over documents."""
    for name in TASKS if task == "all" else (task,):
        for source in TASKS[name]:
            result = measure(source, corpora, split, limit)
            click.echo(json.dumps(result) if as_json else _listed(name, result))


def _listed(task: str, result: Row) -> str:
    head = f"{task}: {result['corpus']} {result['split']}, {result['documents']} documents"
    lines = [
        f"  {name:24}{100 * f['value']:5.1f}   ({100 * f['low']:.1f} to {100 * f['high']:.1f})"
        for name, f in result["figures"].items()
    ]
    return "\n".join([head, *lines])


def _told(section: str, sums: Row) -> str:
    held = f"{sums['facts_held']:g} of {sums['facts']:g} facts"
    kept = f"{sums['absent_held']:g} of {sums['absent']:g} absents"
    return f"{section:14}{held:22}({_share(sums['recall'])})   {kept:22}({_share(sums['kept'])})"


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"


cli.add_command(incidents)

if __name__ == "__main__":
    cli()

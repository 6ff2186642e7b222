"""`python -m quality TASK`: measure the installed product and print the figures."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from quality.corpus import Row
from quality.desk_speed import desk_speed
from quality.errors import errors
from quality.facts import measure_facts
from quality.floors import compare, load_baseline, save_baseline
from quality.incidents import incidents
from quality.resolution_cost import resolution_cost
from quality.samples import SAMPLES, measure_samples
from quality.samples import digest_of as samples_digest
from quality.speed import measure_speed
from quality.tasks import TASKS, measure

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
PATH = click.Path(exists=True, path_type=Path)
CORPORA = "TIDINGS_CORPORA"
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def cli() -> None:
    """Measure tidings against corpora and fact sheets."""


@cli.command()
@click.option(
    "--data", "sheets", type=PATH, default=SAMPLES, help="Our samples (default), or sheets, a line a document."
)
@click.option("--corpora", type=FOLDER, help="The folder of corpora that the sheets name documents of.")
@click.option("--checker", type=FILE, help="The checker of the sheets, a Python file.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def facts(sheets: Path, corpora: Path | None, checker: Path | None, *, as_json: bool) -> None:
    """Check records against the facts that a person read in the reports."""
    if sheets.is_dir():
        result = measure_samples(sheets)
        click.echo(json.dumps(result, ensure_ascii=False) if as_json else _with_missed(result))
        return
    if checker is None:
        raise click.UsageError("sheets need a checker; give a Python file with --checker")
    figures = measure_facts(sheets, corpora, checker)
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
        return
    for section, sums in {**figures["sections"], "total": figures["total"]}.items():
        click.echo(_told(section, sums))
    documents = len(figures["documents"])
    click.echo(_listed("facts", {**figures, "corpus": sheets.name, "split": "sheets", "documents": documents}))


@cli.command()
@click.option("--data", "corpora", type=FOLDER, envvar=CORPORA, required=True, help="The folder of corpora.")
@click.option("--corpus", default="polnear", show_default=True)
@click.option("--split", default="dev", show_default=True)
@click.option("--count", default=40, show_default=True, help="How many articles.")
@click.option("--bare", type=FOLDER, help="What `python -m training.bare` made: time it too, on the same articles.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def speed(corpora: Path, corpus: str, split: str, count: int, bare: Path | None, *, as_json: bool) -> None:
    """Time the product on articles of 500 to 900 words."""
    figures = measure_speed(corpora, corpus, split, count, bare)
    click.echo(json.dumps(figures) if as_json else "\n".join(f"{k:20}{v}" for k, v in figures.items()))


@cli.command()
@click.option("--data", type=FOLDER, envvar=CORPORA, help="The folder of corpora; without it our samples alone.")
@click.option("--corpus", "names", multiple=True, help="Only this corpus; may be given several times.")
@click.option("--allow-regression", "reason", help="Lower the floors that break, for this reason.")
def check(data: Path | None, names: tuple[str, ...], reason: str | None) -> None:
    """Fail when a figure falls below its floor in baseline.json; floors that are passed are raised."""
    baseline = load_baseline()
    broken = []
    for result, digest in _measured(data, names):
        verdict = compare(baseline, result, digest, reason)
        broken += verdict.broken
        for label, lines in (("BROKEN", verdict.broken), ("raised", verdict.raised), ("lowered", verdict.lowered)):
            click.echo("".join(f"{label}: {line}\n" for line in lines), nl=False)
    save_baseline(baseline)
    if broken:
        raise click.ClickException("a floor broke; mend it, or give a reason with --allow-regression")
    click.echo("every floor holds")


def _measured(data: Path | None, names: tuple[str, ...]) -> Iterator[tuple[Row, str]]:
    """Yield the figures to compare, each with a digest of what it was measured on."""
    if not names or "samples" in names:
        yield measure_samples(SAMPLES), samples_digest(SAMPLES)
    for corpus in (corpus for corpora in TASKS.values() for corpus in corpora if data is not None):
        if not names or corpus.name in names:
            result = measure(corpus, data or Path(), "dev", None)
            yield result, result["digest"]


def _task(name: str) -> click.Command:
    """Return the command that scores one task, or all of them, on their corpora."""

    def run(data: Path, split: str, limit: int | None, *, as_json: bool) -> None:
        for task in TASKS if name == "all" else (name,):
            for source in [c for c in TASKS[task] if data.is_dir() or c.name in str(data)] or TASKS[task][:1]:
                result = measure(source, data, split, limit)
                click.echo(json.dumps(result) if as_json else _listed(task, result))
        if name == "all":
            click.get_current_context().invoke(facts, as_json=as_json)
        if name == "all" and data.is_dir():
            click.get_current_context().invoke(speed, corpora=data, split=split, as_json=as_json)

    options = [
        click.Option(
            ["--data"], type=PATH, envvar=CORPORA, required=True, help="A corpus file or a folder of corpora."
        ),
        click.Option(["--split"], default="dev", show_default=True),
        click.Option(["--limit"], type=int, help="Read so many documents of each corpus only."),
        click.Option(["--json", "as_json"], is_flag=True, help="Print JSON, a line a corpus."),
    ]
    what = "every task on its corpora" if name == "all" else " and ".join(c.name for c in TASKS[name])
    return click.Command(name, callback=run, params=list(options), help=f"Score {what}, with 95 % bootstrap intervals.")


def _with_missed(result: Row) -> str:
    wrong = [f"  {name}: {line}" for name, lines in result["missed"].items() for line in lines]
    return "\n".join([_listed("facts", {"split": "", **result}), *wrong])


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


cli.add_command(desk_speed)
cli.add_command(errors)
cli.add_command(incidents)
for _name in (*TASKS, "all"):
    cli.add_command(_task(_name))
cli.add_command(resolution_cost)

if __name__ == "__main__":
    cli()

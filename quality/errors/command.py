"""`python -m quality errors TASK`: count the kinds of differences between records and a corpus."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from quality.errors.count import COMPARED, Count, count_errors, count_facts
from quality.errors.difference import Difference
from quality.errors.kinds import load_kinds
from quality.errors.page import errors_page

SHEETS = Path(__file__).parents[1] / "sheets" / "development.jsonl"
DETAILS = 4
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("errors")
@click.argument("task", type=click.Choice([*COMPARED, "facts", "all"]))
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="TIDINGS_CORPORA",
    required=True,
    help="The folder of corpora.",
)
@click.option("--split", default="dev", show_default=True)
@click.option("--limit", type=int, help="Read so many documents of each corpus only.")
@click.option("--checker", type=FILE, help="The checker of fact sheets, a Python file; `all` leaves facts out without.")
@click.option("--sheets", type=FILE, default=SHEETS, help="The fact sheets.")
@click.option("--examples", type=int, default=0, help="Name so many documents and offsets of each kind.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, a line a task.")
@click.option("--page", type=click.Path(dir_okay=False, path_type=Path), help="Write the page on errors here.")
def errors(**options: Any) -> None:  # noqa: ANN401 - options are of every kind
    """Count how records differ from a corpus, by kinds."""
    counts = []
    for count in _counts(options):
        counts.append(count)
        click.echo(json.dumps(_as_json(count)) if options["as_json"] else _listed(count, options["examples"]))
    if options["page"]:
        options["page"].write_text(errors_page(counts), encoding="utf-8")


def _counts(options: dict[str, Any]) -> Iterator[Count]:
    task, data, checker = options["task"], options["data"], options["checker"]
    for name in COMPARED if task == "all" else {task} & set(COMPARED):
        yield count_errors(name, data, options["split"], options["limit"])
    if checker and task in ("facts", "all"):
        yield count_facts(options["sheets"], data, checker)
    elif task == "facts":
        raise click.UsageError("facts need a checker; give a Python file with --checker")


def _as_json(count: Count) -> dict[str, object]:
    kinds = {kind: {"count": n, "details": dict(count.details(kind))} for kind, n in count.kinds.most_common()}
    return {"task": count.task, **count.sizes, "kinds": kinds}


def _listed(count: Count, examples: int) -> str:
    told = load_kinds()[count.task]["kinds"]
    lines = [f"{count.task}: " + ", ".join(f"{number:g} {name}" for name, number in count.sizes.items())]
    for kind, number in count.kinds.most_common():
        details = ", ".join(f"{detail} {n}" for detail, n in count.details(kind).most_common(DETAILS))
        lines.append(f"{number:6}  {kind:28}{told[kind]['told']}{f' ({details})' if details else ''}")
        lines += [_pointed(report, one) for report, one in count.examples(kind)[:examples]]
    return "\n".join(lines)


def _pointed(report: str, one: Difference) -> str:
    place = f"{one.span[0]}-{one.span[1]}" if one.span else ""
    return " ".join(part for part in (" " * 13, report, place, one.detail, one.note) if part)

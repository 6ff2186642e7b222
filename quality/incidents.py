"""Incidents: whether merging gives back which reports tell of one incident.

A report's incident is that of its main event. Reports come in by day of publication, and then
in shuffled orders, because merging as reports come in must not depend on their order.
"""

import json
import random
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from quality.clusters import score_clusters
from quality.copies import measure_copies
from quality.corpus import Row, as_report, find_split, read_rows
from quality.gathering import find_all_features, gather
from quality.product import read_reports
from tidings.keeping import keep_record
from tidings.model.incident import Features
from tidings.model.record import Record
from tidings.store import open_store

SHUFFLES = 5
CORPORA = ("longtail", "ecbplus")
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("incidents")
@click.option(
    "--data",
    type=click.Path(exists=True, path_type=Path),
    envvar="TIDINGS_CORPORA",
    required=True,
    help="The folder of corpora, or a file of reports, one a line, with meta.incident or meta.subtopic.",
)
@click.option("--split", default="dev", show_default=True)
@click.option("--records", type=FILE, help="Keep records here, and read only reports that it has not.")
@click.option("--limit", type=int, help="Measure so many reports only.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def incidents(**options: object) -> None:
    """Measure how reports are gathered into incidents and copies are found."""
    for path in _files(options):
        figures = measure_incidents(path, options["records"], options["limit"])
        click.echo(json.dumps(figures) if options["as_json"] else _listed(figures))


def measure_incidents(path: Path, kept: Path | None = None, limit: int | None = None) -> Row:
    """Return the scores of one file's reports: through the store, and by order of arrival."""
    rows = sorted(read_rows(path), key=lambda row: (row.get("date") or "", row["id"]))[:limit]
    gold = {row["id"]: str(row["meta"].get("incident") or row["meta"]["subtopic"]) for row in rows}
    by_id = read_kept(rows, kept)
    records = [by_id[row["id"]] for row in rows]
    features = find_all_features(records)
    orders = [_score(gold, features, seed) for seed in (None, *range(1, SHUFFLES + 1))]
    violent = [n for n, row in enumerate(rows) if row["meta"].get("violence")]
    return {
        "file": f"{path.parent.name}/{path.name}",
        "reports": len(rows),
        "gold_incidents": len(set(gold.values())),
        "store": score_clusters(gold, _gather_in_store(records)),
        "by_date": orders[0],
        "shuffled": orders[1:],
        "of_violence": _score(dict(list(gold.items())[n] for n in violent), [features[n] for n in violent], None)
        if violent
        else None,
        "copies": measure_copies(records, gold),
    }


def read_kept(rows: Sequence[Row], kept: Path | None) -> dict[str, Record]:
    """Return the records of rows by id, read by the product unless a file has them from before."""
    known = {line["report"]["id"]: line for line in read_rows(kept)} if kept is not None and kept.exists() else {}
    missing = [as_report(row) for row in rows if row["id"] not in known]
    if missing:
        fresh = read_reports(missing).records
        known |= {line["report"]["id"]: line for line in fresh}
        if kept is not None:
            with kept.open("a", encoding="utf-8") as file:
                file.writelines(json.dumps(line) + "\n" for line in fresh)
    return {row["id"]: Record.from_dict(known[row["id"]]) for row in rows}


def _files(options: Mapping[str, object]) -> list[Path]:
    data = Path(str(options["data"]))
    return [data] if data.is_file() else [find_split(data, corpus, str(options["split"])) for corpus in CORPORA]


def _score(gold: Mapping[str, str], features: Sequence[tuple[Features, ...]], seed: int | None) -> Row:
    order = list(range(len(features)))
    if seed is not None:
        random.Random(seed).shuffle(order)  # noqa: S311 - an order, not a secret
    found = gather(features[n] for n in order)
    main = {report: next((f.event for f in of if f.is_main), "") for report, of in zip(gold, features, strict=True)}
    return score_clusters(gold, {report: found.incident_of.get(event, report) for report, event in main.items()})


def _gather_in_store(records: Sequence[Record]) -> dict[str, str]:
    """Keep the records in a store of their own and return the incident of each report's main event."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite"
        store = open_store(path)
        for record in records:
            keep_record(store, record)
        store.close()
        with sqlite3.connect(path) as connection:
            rows = connection.execute(
                "SELECT r.id, e.features, e.incident_key FROM events e JOIN reports r ON r.key = e.report_key"
            ).fetchall()
        connection.close()
    main = {report: incident for report, line, incident in rows if line and json.loads(line)["is_main"]}
    return {record.report.id: str(main.get(record.report.id) or record.report.id) for record in records}


def _listed(figures: Row) -> str:
    shuffled = figures["shuffled"]
    spread = {
        name: (min(s[name] for s in shuffled), max(s[name] for s in shuffled)) for name in ("b3_f1", "pair_precision")
    }
    lines = [
        f"{figures['file']}: {figures['reports']} reports, {figures['gold_incidents']} incidents",
        _line("through the store, by date", figures["store"]),
        _line("in memory, by date", figures["by_date"]),
        f"  in {len(shuffled)} shuffled orders      "
        + ", ".join(f"{name} {100 * low:.1f} to {100 * high:.1f}" for name, (low, high) in spread.items()),
        *([_line("topics of violence alone", figures["of_violence"])] if figures["of_violence"] else ()),
        *(f"  copies: {name:40}{value}" for name, value in figures["copies"].items()),
    ]
    return "\n".join(lines)


def _line(name: str, scores: Row) -> str:
    told = ", ".join(f"{key} {100 * value:.1f}" for key, value in scores.items() if key != "incidents")
    return f"  {name:28}{told}, {scores['incidents']} incidents"

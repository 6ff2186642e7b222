"""Facts: records checked against what a person read in the reports.

A sheet names a corpus document (`corpus`, `split`, `id`) or carries its `text`, and lists
facts that must be in the record and absents that must not.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from quality.corpus import Row, as_report, find_split, read_rows
from quality.counts import Counts, Tally, hits
from quality.product import read_reports


def measure_facts(sheets: Path, corpora: Path | None, checker: Path) -> Row:
    """Return the checker's figures for all sheets, and `figures` with their intervals over documents."""
    documents = list(read_rows(sheets))
    records = read_reports(_reports(documents, corpora)).records
    with tempfile.TemporaryDirectory() as folder:
        facts, found = Path(folder) / "facts.jsonl", Path(folder) / "records.jsonl"
        facts.write_text("".join(json.dumps(row) + "\n" for row in documents), encoding="utf-8")
        found.write_text("".join(json.dumps(row) + "\n" for row in records), encoding="utf-8")
        command = [sys.executable, str(checker), str(facts), str(found), "--json"]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise click.ClickException(answer.stderr.strip())
    answered: Row = json.loads(answer.stdout)
    return {**answered, "figures": Tally([_counts(document) for document in answered["documents"]]).figures()}


def _counts(document: Row) -> dict[str, Counts]:
    return {
        "facts": hits(document["facts_held"], document["facts"]),
        "absents": hits(document["absent_held"], document["absent"]),
    }


def _reports(documents: list[Row], corpora: Path | None) -> list[Row]:
    loaded: dict[Path, dict[str, Row]] = {}
    return [as_report(row if "text" in row else _document(row, corpora, loaded)) for row in documents]


def _document(sheet: Row, corpora: Path | None, loaded: dict[Path, dict[str, Row]]) -> Row:
    if corpora is None:
        raise click.ClickException("these sheets name corpus documents; give the folder with --corpora")
    path = find_split(corpora, sheet["corpus"], sheet["split"])
    if path not in loaded:
        loaded[path] = {row["id"]: row for row in read_rows(path)}
    return loaded[path][sheet["id"]]

"""Read corpora: one document a line, as `{"id", "text", "title", "date", "gold"}`."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

Row = dict[str, Any]


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a `.jsonl` or `.jsonl.gz` file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def find_split(corpora: Path, corpus: str, split: str) -> Path:
    """Return the file of a corpus' split, packed or not."""
    found = [p for p in (corpora / corpus / f"{split}.jsonl", corpora / corpus / f"{split}.jsonl.gz") if p.exists()]
    if not found:
        raise click.ClickException(f"no {corpus}/{split}.jsonl below {corpora}; give the folder with --corpora")
    return found[0]


def as_report(row: Row) -> Row:
    """Return a corpus document as a line of `.jsonl` input for tidings."""
    report = {"id": row["id"], "text": row["text"], "title": row.get("title"), "published": row.get("date")}
    return {key: value for key, value in report.items() if value is not None}

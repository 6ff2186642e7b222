"""Read corpora: one document a line, as `{"id", "text", "title", "date", "gold"}`."""

import gzip
import hashlib
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


def find_split(data: Path, corpus: str, split: str) -> Path:
    """Return the file of a corpus' split, packed or not; `data` is a folder of corpora or the file itself."""
    if data.is_file():
        return data
    stems = (f"{corpus}/{split}", corpus)
    found = [data / f"{stem}{end}" for stem in stems for end in (".jsonl", ".jsonl.gz")]
    found = [path for path in found if path.exists()]
    if not found:
        raise click.ClickException(
            f"no {corpus}/{split}.jsonl and no {corpus}.jsonl below {data}; see quality/README.md"
        )
    return found[0]


def digest_of(path: Path) -> str:
    """Return a digest of a corpus file's content, the same whether it is packed or not."""
    found = hashlib.sha256()
    with (gzip.open if path.suffix == ".gz" else open)(path, "rb") as content:
        for block in iter(lambda: content.read(1 << 20), b""):
            found.update(block)
    return found.hexdigest()


def as_report(row: Row) -> Row:
    """Return a corpus document as a line of `.jsonl` input for tidings."""
    report = {"id": row["id"], "text": row["text"], "title": row.get("title"), "published": row.get("date")}
    return {key: value for key, value in report.items() if value is not None}

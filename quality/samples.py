"""Our own sample reports, read by the installed product and checked against what is expected of them."""

import hashlib
import tomllib
from pathlib import Path

from quality.corpus import Row
from quality.counts import Tally
from quality.expected import missed, score_facts
from quality.product import read_reports
from tidings.samples import load_sample

_GIVEN = ("id", "text", "title", "published")
SAMPLES = Path(__file__).parent / "samples"


def load_samples(folder: Path) -> list[Row]:
    """Return the samples of a folder in the order of their names, each with its name as `id`.

    A sample has its own `text`, or names a `sample` of the package.
    """
    return [_load(path) for path in sorted(folder.glob("*.toml"))]


def _load(path: Path) -> Row:
    row = tomllib.loads(path.read_text(encoding="utf-8"))
    text = load_sample(row["sample"]) if "sample" in row else row["text"]
    return {"id": path.stem, **row, "text": text}


def digest_of(folder: Path) -> str:
    """Return a digest of a folder's samples: of their names and contents."""
    found = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        found.update(path.name.encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()


def measure_samples(folder: Path) -> Row:
    """Return the share of facts that hold and of absents that are kept out, with what is missed."""
    samples = load_samples(folder)
    reports: list[Row] = [{key: row[key] for key in _GIVEN if key in row} for row in samples]
    records = {record["report"]["id"]: record for record in read_reports(reports).records}
    tally = Tally([score_facts(row, records[row["id"]]) for row in samples])
    wrong = {row["id"]: found for row in samples if (found := missed(row, records[row["id"]]))}
    return {"corpus": "samples", "documents": len(samples), "figures": tally.figures(), "missed": wrong}

"""Speed: full records a second, start to first record, and peak memory of all processes, on a folder's articles."""

from pathlib import Path

from quality.bare import time_bare_passes
from quality.corpus import Row, as_report, find_split, read_rows
from quality.memory import watch_memory
from quality.product import read_reports

WORDS = (500, 900)


def measure_speed(corpora: Path, corpus: str, split: str, count: int, bare: Path | None = None) -> Row:
    """Return records a second on `count` articles of about 700 words, beside the passes of a bare encoder."""
    rows = [row for row in read_rows(find_split(corpora, corpus, split)) if _is_typical(row)][:count]
    with watch_memory() as peak:
        run = read_reports([as_report(row) for row in rows])
    rate = (len(rows) - 1) / (run.seconds - run.first_s)
    passes = time_bare_passes(bare, [row["text"] for row in rows]) if bare else None
    return {
        "articles": len(rows),
        "words_mean": round(sum(len(row["text"].split()) for row in rows) / len(rows)),
        "seconds": round(run.seconds, 2),
        "first_record_s": round(run.first_s, 2),
        "records_per_s": round(rate, 2),
        **({"bare_passes_per_s": round(passes, 2), "ratio": round(rate / passes, 2)} if passes else {}),
        "peak_memory_mb": round(peak.bytes / 2**20),
    }


def _is_typical(row: Row) -> bool:
    return WORDS[0] <= len(row["text"].split()) <= WORDS[1]

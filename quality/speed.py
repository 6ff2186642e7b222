"""Speed: full records a second, start to first record, and peak memory, on a folder's articles."""

import resource
from pathlib import Path

from quality.corpus import Row, as_report, find_split, read_rows
from quality.product import read_reports

WORDS = (500, 900)


def measure_speed(corpora: Path, corpus: str, split: str, count: int) -> Row:
    """Return records a second on `count` articles of about 700 words, start-up included and not."""
    rows = [row for row in read_rows(find_split(corpora, corpus, split)) if _is_typical(row)][:count]
    run = read_reports([as_report(row) for row in rows])
    peak_kib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "articles": len(rows),
        "words_mean": round(sum(len(row["text"].split()) for row in rows) / len(rows)),
        "seconds": round(run.seconds, 2),
        "first_record_s": round(run.first_s, 2),
        "records_per_s": round((len(rows) - 1) / (run.seconds - run.first_s), 2),
        "peak_memory_mb": round(peak_kib / 1024),
    }


def _is_typical(row: Row) -> bool:
    return WORDS[0] <= len(row["text"].split()) <= WORDS[1]

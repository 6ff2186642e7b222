"""The tasks: which corpora, how a record is put into their terms, and how that is scored."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality import adapters, scores
from quality.corpus import as_report, digest_of, find_split, read_rows
from quality.counts import Counts, Tally
from quality.product import read_reports

Row = dict[str, Any]


@dataclass(frozen=True)
class Corpus:
    """A corpus of a task, with the score of one of its documents against its record; `most` are read of it."""

    name: str
    score: Callable[[Row, Row], dict[str, Counts]]
    keep: Callable[[Row], bool] = lambda _: True
    most: int | None = None


def _entities(kinds: dict[str, str], *, typed: bool = True) -> Callable[[Row, Row], dict[str, Counts]]:
    def score(row: Row, record: Row) -> dict[str, Counts]:
        return scores.score_entities(row["gold"]["entities"], adapters.entities_of(record, kinds), typed=typed)

    return score


def _times(row: Row, record: Row) -> dict[str, Counts]:
    return scores.score_times(row["gold"]["times"], record["times"])


def _places(row: Row, record: Row) -> dict[str, Counts]:
    return scores.score_places(row["gold"]["places"], record["places"])


def _attributions(row: Row, record: Row) -> dict[str, Counts]:
    return scores.score_attributions(row["gold"]["attributions"], adapters.attributions_of(record), row["text"])


def _templates(row: Row, record: Row) -> dict[str, Counts]:
    return scores.score_templates(row["gold"]["gtt_templates"], adapters.templates_of(record))


def _casualties(row: Row, record: Row) -> dict[str, Counts]:
    return scores.score_casualties(row["gold"]["casualties"], adapters.casualties_of(record))


def _types(row: Row, record: Row) -> dict[str, Counts]:
    return scores.score_types(row["gold"]["events"], adapters.types_of(record))


def _is_clean(row: Row) -> bool:
    return bool((row.get("meta") or {}).get("clean"))


#: Every task by its name on the command line.
TASKS: dict[str, tuple[Corpus, ...]] = {
    "attribution": (Corpus("polnear", _attributions),),
    "entities": (
        Corpus("re3d", _entities(adapters.RE3D)),
        Corpus("ewt", _entities(adapters.COARSE)),
        Corpus("crossner", _entities(adapters.COARSE, typed=False)),
    ),
    "times": (Corpus("tempeval3", _times),),
    "places": (Corpus("geowebnews", _places), Corpus("lgl", _places), Corpus("geovirus", _places)),
    "templates": (Corpus("muc4", _templates),),
    "event-types": (Corpus("plover_gsr", _types),),
    "casualties": (Corpus("longtail", _casualties, _is_clean, most=400),),
}


def measure(corpus: Corpus, data: Path, split: str, limit: int | None) -> Row:
    """Return a corpus' figures, with how many documents they rest on and a digest of the file."""
    path = find_split(data, corpus.name, split)
    rows = [row for row in read_rows(path) if corpus.keep(row)][: limit or corpus.most]
    run = read_reports([as_report(row) for row in rows])
    records = {record["report"]["id"]: record for record in run.records}
    tally = Tally([corpus.score(row, records[row["id"]]) for row in rows])
    return {
        "corpus": corpus.name,
        "split": split,
        "documents": len(rows),
        "digest": digest_of(path),
        "figures": tally.figures(),
    }

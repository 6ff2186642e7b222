"""The tasks: which corpora, how a record is put into their terms, and how that is scored."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality import adapters, event_scores, scores
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


def _entities(row: Row, record: Row) -> dict[str, Counts]:
    return scores.score_entities(row["gold"]["entities"], adapters.entities_of(record, adapters.RE3D))


def _names(*, typed: bool = True) -> Callable[[Row, Row], dict[str, Counts]]:
    """Score all mentions, and those alone that name their entity: these corpora mark names only."""

    def score(row: Row, record: Row) -> dict[str, Counts]:
        gold, kinds = row["gold"]["entities"], adapters.COARSE
        names = scores.score_entities(gold, adapters.entities_of(record, kinds, named=True), typed=typed)
        every = scores.score_entities(gold, adapters.entities_of(record, kinds), typed=typed)
        return {**every, **{f"named_{name}": counts for name, counts in names.items()}}

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


def _cameo(row: Row, record: Row) -> dict[str, Counts]:
    return scores.score_types(adapters.plover_of(row["gold"]["events"]), adapters.types_of(record))


def _has_plover_types(row: Row) -> bool:
    return all(event["code"] for event in adapters.plover_of(row["gold"]["events"]))


def _timebank(row: Row, record: Row) -> dict[str, Counts]:
    gold = [{**word, "reporting": word["class"] == "REPORTING"} for word in row["gold"]["events"]]
    return event_scores.score_triggers(gold, record)


def _ecbplus(row: Row, record: Row) -> dict[str, Counts]:
    gold = row["gold"]
    numbered = zip(gold["sentence_numbers"], gold["sentences"], strict=True)
    whole = [sentence for number, sentence in numbered if number in gold["validated_sentences"]]
    words = [m for m in gold["mentions"] if m["validated"] and "ACTION" in m["type"]]
    return event_scores.score_triggers([{**m, "reporting": "REPORTING" in m["type"]} for m in words], record, whole)


def _propbank(row: Row, record: Row) -> dict[str, Counts]:
    gold = row["gold"]
    return event_scores.score_roles(gold["srl"], record, gold.get("srl_sentences") or gold["sentences"])


def _is_clean(row: Row) -> bool:
    return bool((row.get("meta") or {}).get("clean"))


#: Every task by its name on the command line.
TASKS: dict[str, tuple[Corpus, ...]] = {
    "attribution": (Corpus("polnear", _attributions),),
    "entities": (
        Corpus("re3d", _entities),
        Corpus("ewt", _names()),
        Corpus("crossner", _names(typed=False)),
    ),
    "times": (Corpus("tempeval3", _times),),
    "places": (Corpus("geowebnews", _places), Corpus("lgl", _places), Corpus("geovirus", _places)),
    "templates": (Corpus("muc4", _templates),),
    "event-types": (Corpus("plover_gsr", _types), Corpus("petrarch", _cameo, _has_plover_types)),
    "events": (
        Corpus("timebank_events", _timebank),
        Corpus("ecbplus", _ecbplus),
        Corpus("propbank_news", _propbank),
        Corpus("propbank_ewt", _propbank),
    ),
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

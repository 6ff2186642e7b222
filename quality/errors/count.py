"""Count the differences of a task by kind."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Sized
from dataclasses import dataclass
from pathlib import Path

from quality.adapters import RE3D, entities_of, templates_of
from quality.corpus import as_report, find_split, read_rows
from quality.errors.attributions import compare_attributions
from quality.errors.difference import Compare, Difference, Row
from quality.errors.facts import compare_facts
from quality.errors.happenings import compare_casualties, compare_templates, compare_types
from quality.errors.spans import compare_entities, compare_places, compare_times
from quality.product import read_reports
from quality.scores import once
from quality.tasks import TASKS


@dataclass(frozen=True)
class Compared:
    """How a task's differences are found, on which of its corpora, and what gold and record have of it."""

    compare: Compare
    corpora: tuple[str, ...]
    gold: Callable[[Row], Sized] = lambda _: ()
    ours: Callable[[Row], Sized] = lambda _: ()


COMPARED = {
    "attribution": Compared(
        compare_attributions, ("polnear",), lambda gold: gold["attributions"], lambda record: record["statements"]
    ),
    "entities": Compared(
        compare_entities, ("re3d",), lambda gold: gold["entities"], lambda record: entities_of(record, RE3D)
    ),
    "times": Compared(compare_times, ("tempeval3",), lambda gold: gold["times"], lambda record: record["times"]),
    "places": Compared(
        compare_places, ("geowebnews", "lgl"), lambda gold: gold["places"], lambda record: record["places"]
    ),
    "templates": Compared(compare_templates, ("muc4",), lambda gold: once(gold["gtt_templates"]), templates_of),
    "event-types": Compared(
        compare_types, ("plover_gsr",), lambda gold: gold["events"], lambda record: record["events"]
    ),
    "casualties": Compared(compare_casualties, ("longtail",)),
}


@dataclass(frozen=True)
class Count:
    """What a task's differences come to: how much was compared, and the differences with their documents' ids."""

    task: str
    sizes: dict[str, float]
    found: Sequence[tuple[str, Difference]]

    @property
    def kinds(self) -> Counter[str]:
        """The number of differences of each kind."""
        return Counter(difference.kind for _, difference in self.found)

    def details(self, kind: str) -> Counter[str]:
        """Return the details within a kind, those that say something."""
        return Counter(d.detail for _, d in self.found if d.kind == kind and d.detail)

    def examples(self, kind: str) -> list[tuple[str, Difference]]:
        """Return the differences of a kind."""
        return [(report, difference) for report, difference in self.found if difference.kind == kind]


def count_errors(task: str, data: Path, split: str, limit: int | None) -> Count:
    """Read a task's corpora with the installed product and count the differences."""
    compared = COMPARED[task]
    pairs: list[tuple[Row, Row]] = []
    for corpus in TASKS[task]:
        if corpus.name in compared.corpora:
            rows = [row for row in read_rows(find_split(data, corpus.name, split)) if corpus.keep(row)]
            pairs += _read(rows[: limit or corpus.most])
    return count_pairs(task, pairs)


def count_pairs(task: str, pairs: Iterable[tuple[Row, Row]]) -> Count:
    """Count the differences of documents and their records."""
    compared = COMPARED[task]
    sizes: dict[str, float] = defaultdict(int)
    found: list[tuple[str, Difference]] = []
    for row, record in pairs:
        sizes["documents"] += 1
        sizes["gold"] += len(compared.gold(row["gold"]))
        sizes["ours"] += len(compared.ours(record))
        found += [(row["id"], difference) for difference in compared.compare(row, record)]
    return Count(task, dict(sizes), found)


def count_facts(sheets: Path, corpora: Path | None, checker: Path) -> Count:
    """Count the facts of sheets that do not hold."""
    figures, found = compare_facts(sheets, corpora, checker)
    names = {
        "held": "facts_held",
        "gold": "facts",
        "kept": "absent_held",
        "absents": "absent",
        "documents": "documents",
    }
    sizes = {name: figures[key] for name, key in names.items()}
    return Count("facts", {"documents": figures["documents"], **sizes}, found)


def _read(rows: Sequence[Row]) -> list[tuple[Row, Row]]:
    records = {record["report"]["id"]: record for record in read_reports(map(as_report, rows)).records}
    return [(row, records[row["id"]]) for row in rows]

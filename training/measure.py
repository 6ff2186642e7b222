"""Measures: how well an exported encoder does on the development parts.

    python -m training.measure --corpora DIR [--model DIR]

Texts are read as users' texts are: own sentences, own words, eight-bit weights.
Only the parser is given the treebank's sentences.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tidings.encoder import Encoder
from tidings.model.reading import Reading
from training.corpora import DEFENCE_KINDS, FILLERS, NAME_KINDS, is_ours
from training.documents import TARGETS, Document, load_lines
from training.labels import ATTRIBUTION, RELATIONS
from training.ud import load_treebank


def measure(encoder: Encoder, corpora: Path, limit: int | None = None) -> dict[str, float]:
    """Return every figure, in per cent."""
    figures: dict[str, float] = {}
    for find in (
        measure_trees,
        measure_entities,
        measure_names,
        measure_places,
        measure_attributions,
        measure_times,
        measure_roles,
    ):
        figures |= find(encoder, corpora, limit)
    return {name: round(100 * figure, 1) for name, figure in figures.items()}


class Count:
    """Right, found and wanted items, by label."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()

    def add(self, found: Iterable[tuple[Any, ...]], wanted: Iterable[tuple[Any, ...]]) -> None:
        """Compare two sets of items whose last part is the label."""
        one, other = set(found), set(wanted)
        self.right.update(item[-1] for item in one & other)
        self.found.update(item[-1] for item in one)
        self.wanted.update(item[-1] for item in other)

    def f1(self, label: str | None = None) -> float:
        """Return the F1 of a label, or of all."""
        right, found, wanted = (
            part[label] if label else sum(part.values()) for part in (self.right, self.found, self.wanted)
        )
        return 2 * right / max(1, found + wanted)

    def figures(self, name: str, *, at_least: int = 10) -> dict[str, float]:
        """Return the F1 of all and of every label that is not rare."""
        labels = [label for label in sorted(self.wanted) if self.wanted[label] >= at_least]
        return {name: self.f1(), **{f"{name} {label}": self.f1(label) for label in labels if len(self.wanted) > 1}}


def measure_trees(encoder: Encoder, corpora: Path, limit: int | None) -> dict[str, float]:
    """Tags, governors and relations of EWT's and GUM news' sentences, punctuation included."""
    figures: dict[str, float] = {}
    for treebank, part in (("ewt", ""), ("gum", "news")):
        documents = [d for d in load_treebank(corpora / treebank / "dev.conllu.gz", treebank) if part in d.id][:limit]
        right, total = Counter[str](), 0
        for document in documents:
            right += _right_in_trees(encoder, document)
            total += len(document.words)
        figures |= {
            f"{treebank}{' ' + part if part else ''} {name}": right[name] / total for name in ("UPOS", "UAS", "LAS")
        }
    return figures


def _right_in_trees(encoder: Encoder, document: Document) -> Counter[str]:
    """Count a document's right tags, governors and labelled governors."""
    right: Counter[str] = Counter()
    if document.governors is None or document.relations is None:
        return right
    upos = [next(iter(TARGETS["upos"].sets[number])) for number in document.targets["upos"]]
    for result in encoder.decode(document.words, document.sentences):
        base = result.window.first
        for n, (tag, governor, relation) in enumerate(
            zip(result.upos, result.governors, result.relations, strict=True)
        ):
            same = base + governor == document.governors[base + n]
            right["UPOS"] += tag == upos[base + n]
            right["UAS"] += same
            right["LAS"] += same and relation == RELATIONS[document.relations[base + n]]
    return right


def _read(encoder: Encoder, corpora: Path, corpus: str, limit: int | None) -> Iterator[tuple[dict[str, Any], Reading]]:
    """Yield the development documents that may be used, with their readings."""
    overlaps = json.loads((corpora / "overlaps.json").read_text(encoding="utf-8")).get(corpus, ())
    lines = [
        line for line in load_lines(corpora / corpus, "dev") if line["id"] not in overlaps and is_ours(line, "dev")
    ]
    for line in lines[:limit]:
        yield line, encoder.read(line["text"])


def _found(reading: Reading, head: str) -> list[tuple[int, int, str]]:
    """Return what a head found, comparable to gold."""
    return [(span.start, span.end, span.label) for span in reading.spans.get(head, ())]


def measure_entities(encoder: Encoder, corpora: Path, limit: int | None) -> dict[str, float]:
    """Exact spans of re3d, and spans that overlap one of the same kind."""
    exact, right, found, wanted = Count(), 0, 0, 0
    for line, reading in _read(encoder, corpora, "re3d", limit):
        gold = {
            (e["start"], e["end"], DEFENCE_KINDS[e["type"]])
            for e in line["gold"]["entities"]
            if e["type"] in DEFENCE_KINDS
        }
        ours = [span for span in _found(reading, "entities") if span[2] != "named-event"]
        exact.add(ours, gold)
        right += sum(any(_overlap(one, other) for other in gold) for one in ours)
        right += sum(any(_overlap(one, other) for other in ours) for one in gold)
        found, wanted = found + len(ours), wanted + len(gold)
    return {**exact.figures("re3d exact"), "re3d overlap": right / max(1, found + wanted)}


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Say whether two spans share a letter and the label."""
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]


def measure_names(encoder: Encoder, corpora: Path, limit: int | None) -> dict[str, float]:
    """Exact names of CrossNER politics (the third kept for this) and WikiGold."""
    figures: dict[str, float] = {}
    for corpus in ("crossner", "wikigold"):
        count = Count()
        for line, reading in _read(encoder, corpora, corpus, limit):
            count.add(
                _found(reading, "names"),
                [(e["start"], e["end"], NAME_KINDS[e["type"]]) for e in line["gold"]["entities"]],
            )
        figures |= count.figures(f"{corpus} names")
    return figures


def measure_places(encoder: Encoder, corpora: Path, limit: int | None) -> dict[str, float]:
    """How many toponyms, used as such, are found as places of any extent."""
    right = total = 0
    for line, reading in _read(encoder, corpora, "geowebnews", limit):
        places = [span for span in _found(reading, "names") if span[2] == "place"]
        gold = [
            (p["start"], p["end"], "place")
            for p in line["gold"]["places"]
            if p["type"] in {"Literal", "Coercion", "Mixed"}
        ]
        right += sum(any(_overlap(one, other) for other in places) for one in gold)
        total += len(gold)
    return {"geowebnews places recall": right / max(1, total)}


def measure_attributions(encoder: Encoder, corpora: Path, limit: int | None) -> dict[str, float]:
    """Exact sources, cues and contents; pairs with their cue; whether right spans got the right cue."""
    spans, pairs, right, total = Count(), Count(), 0, 0
    for line, reading in _read(encoder, corpora, "polnear", limit):
        gold = line["gold"]["attributions"]
        spans.add(
            _found(reading, "attribution"), [(s, e, role) for a in gold for role in ATTRIBUTION for s, e in a[role]]
        )
        wanted = {
            (tuple(cue), (s, e), role)
            for a in gold
            for cue in a["cue"]
            for role in ("source", "content")
            for s, e in a[role]
        }
        found = set()
        for one in reading.attributions:
            cue = (one.cue.start, one.cue.end)
            found |= {(cue, (span.start, span.end), span.label) for span in (*one.sources, *one.contents)}
        pairs.add(found, wanted)
        exact = set(_found(reading, "attribution"))
        sure = {item for item in wanted if (*item[0], "cue") in exact and (*item[1], item[2]) in exact}
        right, total = right + len(sure & found), total + len(sure)
    return {
        **spans.figures("polnear exact"),
        **pairs.figures("polnear pair"),
        "polnear link accuracy": right / max(1, total),
    }


def measure_times(encoder: Encoder, corpora: Path, limit: int | None) -> dict[str, float]:
    """Measure times of TempEval-3 as spans and with types; events of TimeBank."""
    spans, typed, events = Count(), Count(), Count()
    lines = {line["id"]: line for line in load_lines(corpora / "timebank_events", "dev")}
    for line, reading in _read(encoder, corpora, "tempeval3", limit):
        found, gold = _found(reading, "times"), [(t["start"], t["end"], t["type"]) for t in line["gold"]["times"]]
        typed.add(found, gold)
        spans.add([(*span[:2], "") for span in found], [(*span[:2], "") for span in gold])
        wanted = lines[line["id"]]["gold"]["events"]
        events.add(_found(reading, "events"), [(e["start"], e["end"], e["class"]) for e in wanted])
    return {
        "tempeval3 spans": spans.f1(),
        "tempeval3 typed": typed.f1(),
        **events.figures("timebank events with class"),
    }


def measure_roles(encoder: Encoder, corpora: Path, limit: int | None) -> dict[str, float]:
    """Role fillers of MUC-4 by their strings; one of a filler's names is enough."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for line, reading in _read(encoder, corpora, "muc4", limit):
        ours = {(" ".join(line["text"][s:e].split()), role) for s, e, role in _found(reading, "roles")}
        gold = {
            (role, tuple(sorted(" ".join(string.split()) for string in filler["strings"])))
            for template in line["gold"]["templates"]
            for slot, role in FILLERS.items()
            for filler in template.get(slot) or ()
        }
        for role in FILLERS.values():
            strings = {string for string, label in ours if label == role}
            fillers = [set(names) for label, names in gold if label == role]
            hit = sum(bool(names & strings) for names in fillers)
            spare = strings - set().union(*fillers)
            right[role] += hit
            found[role] += hit + len(spare)
            wanted[role] += len(fillers)
    figures = {f"muc4 roles {role}": 2 * right[role] / max(1, found[role] + wanted[role]) for role in FILLERS.values()}
    return {"muc4 roles": 2 * right.total() / max(1, found.total() + wanted.total()), **figures}


def main() -> None:
    """Print the figures of an encoder as JSON."""
    parser = argparse.ArgumentParser(prog="python -m training.measure", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="folder of an exported encoder; by default the package's")
    parser.add_argument("--limit", type=int, help="documents of each corpus")
    given = parser.parse_args()
    print(json.dumps(measure(Encoder.load(given.model), given.corpora, given.limit), indent=1))


if __name__ == "__main__":
    main()

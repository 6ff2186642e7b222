"""Corpora: one reader a corpus, from its lines to documents with targets."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from training.documents import NO_TARGET, TARGETS, Document, load_lines, outermost, set_spans, to_document
from training.labels import ATTRIBUTION, ENTITIES, LINKS, NAMES, bio
from training.ud import load_treebank

Line = dict[str, Any]

DEFENCE_KINDS = {
    "Person": "person", "Organisation": "organisation", "Location": "place", "Nationality": "nationality",
    "Weapon": "weapon", "Vehicle": "vehicle", "MilitaryPlatform": "platform", "Temporal": "time",
    "Quantity": "quantity", "Money": "money", "DocumentReference": "document",
}  # fmt: skip
NAME_KINDS = {
    **dict.fromkeys(("PER", "person", "politician", "writer", "scientist", "researcher", "musicalartist"), "person"),
    **dict.fromkeys(
        ("ORG", "organisation", "politicalparty", "band", "university", "corporation", "group"), "organisation"
    ),
    **dict.fromkeys(("LOC", "location", "country"), "place"),
    **dict.fromkeys(("MISC", "misc", "event", "election", "award", "book", "album", "poem", "song", "product"), "misc"),
    **dict.fromkeys(("creative-work", "conference"), "misc"),
}
_ALL_NAMES = bio(NAMES)
_TOPONYMS = {"Literal", "Metonymic", "Coercion", "Mixed", "Literal_Modifier", "Non_Literal_Modifier", None}
FILLERS = {
    "perp_individuals": "PerpInd", "perp_organizations": "PerpOrg",
    "targets": "Target", "victims": "Victim", "weapons": "Weapon",
}  # fmt: skip


def read_re3d(line: Line) -> Document | None:
    """Entities of the defence reports, without the documents that forbid commercial use."""
    if "NC" in (line.get("licence") or ""):
        return None
    document = to_document(line, "re3d")
    spans = [
        (e["start"], e["end"], DEFENCE_KINDS[e["type"]]) for e in line["gold"]["entities"] if e["type"] in DEFENCE_KINDS
    ]
    set_spans(document, "entities", spans, unmarked=("O", "B-named-event", "I-named-event"))
    return document


def read_names(line: Line, corpus: str) -> Document:
    """Names of a corpus that marks people, organisations, places and, mostly, other names."""
    document = to_document(line, corpus)
    spans = [(e["start"], e["end"], NAME_KINDS.get(e["type"], "?")) for e in line["gold"]["entities"]]
    unmarked = ("O", "B-misc", "I-misc") if corpus == "btc" else ("O",)
    set_spans(document, "names", spans, unmarked=unmarked, loose={"?": ("O", "B-misc", "I-misc")})
    if corpus == "crossner":
        _set_events(document, line)
    return document


def _set_events(document: Document, line: Line) -> None:
    """Named events, and the kind alone of what CrossNER marks otherwise than re3d does."""
    kinds = {"event": "named-event", "election": "named-event", "country": "?place", "location": "?place"}
    kinds |= dict.fromkeys(("organisation", "politicalparty"), "?organisation")
    kinds |= dict.fromkeys(("politician", "person"), "?person")
    spans = [(e["start"], e["end"], kinds[e["type"]]) for e in line["gold"]["entities"] if e["type"] in kinds]
    others = [tag for tag in bio(ENTITIES) if not tag.endswith("named-event")]
    set_spans(
        document, "entities", spans, unmarked=others,
        loose={f"?{kind}": (f"B-{kind}", f"I-{kind}") for kind in ("place", "organisation", "person")},
    )  # fmt: skip


def read_places(line: Line, corpus: str) -> Document:
    """Toponyms alone; everything else may be any name but a place."""
    document = to_document(line, corpus)
    spans = []
    for place in line["gold"]["places"]:
        plain = place.get("type") in _TOPONYMS and place.get("modifier") != "Adjective"
        spans.append((place["start"], place["end"], "place" if plain else "?"))
    others = [tag for tag in _ALL_NAMES if not tag.endswith("place")]
    set_spans(document, "names", spans, unmarked=others, loose={"?": _ALL_NAMES})
    return document


def read_polnear(line: Line) -> Document:
    """Attributions: source, cue and content, and which belong together."""
    document = to_document(line, "polnear")
    found = line["gold"]["attributions"]
    spans = outermost((s, e, role) for one in found for role in ATTRIBUTION for s, e in one[role])
    set_spans(document, "attribution", spans)
    document.links = {role: np.full(len(document.words), NO_TARGET, dtype=np.int32) for role in LINKS}
    for one in found:
        cues = [document.words_in(s, e) for s, e in one["cue"]]
        cue = min((words[0] for words in cues if words), default=None)
        for role in LINKS:
            for s, e in one[role]:
                words = document.words_in(s, e)
                if words and cue is not None:
                    document.links[role][words[0]] = cue
    return document


def read_times(line: Line, events: dict[str, Line]) -> Document:
    """Return the times and events of TempEval-3's gold articles."""
    document = to_document(line, "tempeval3")
    set_spans(document, "times", [(t["start"], t["end"], t["type"]) for t in line["gold"]["times"]])
    if line["id"] in events:
        found = events[line["id"]]["gold"]["events"]
        set_spans(document, "events", [(e["start"], e["end"], e["class"]) for e in found])
    spans = [(t["start"], t["end"], "?time" if t["type"] in {"DATE", "TIME"} else "?") for t in line["gold"]["times"]]
    others = [tag for tag in bio(ENTITIES) if not tag.endswith("-time")]
    set_spans(document, "entities", spans, unmarked=others, loose={"?time": ("B-time", "I-time"), "?": bio(ENTITIES)})
    return document


def read_muc4(line: Line) -> Document:
    """Role fillers of MUC-4, at every place where a filler's words stand."""
    document = to_document(line, "muc4")
    text, spans = line["text"], []
    for template in line["gold"]["templates"]:
        for slot, role in FILLERS.items():
            for filler in template.get(slot) or ():
                for string in filler["strings"]:
                    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, string.split())) + r"(?!\w)"
                    spans += [(*match.span(), role) for match in re.finditer(pattern, text)]
    set_spans(document, "roles", spans)
    weapons = [(start, end, "weapon") for start, end, role in spans if role == "Weapon"]
    set_spans(document, "entities", weapons, unmarked=bio(ENTITIES))
    return document


def load_corpora(folder: Path, split: str) -> dict[str, list[Document]]:
    """Return the documents of every corpus, by corpus, without those that repeat held-out text."""
    overlaps = json.loads((folder / "overlaps.json").read_text(encoding="utf-8"))
    loaded: dict[str, list[Document]] = {}

    def add(
        corpus: str, read: Callable[[Line], Document | None], *, splits: tuple[str, ...] = (split,), name: str = ""
    ) -> None:
        for one in splits:
            for line in load_lines(folder / corpus, one):
                document = None if line["id"] in overlaps.get(corpus, ()) else read(line)
                if document and document.words:
                    loaded.setdefault(name or corpus, []).append(document)

    add("re3d", read_re3d)
    add("polnear", read_polnear)
    add("muc4", read_muc4)
    events = {line["id"]: line for line in load_lines(folder / "timebank_events", split)}
    add("tempeval3", lambda line: read_times(line, events))
    both = (split, "dev") if split == "train" else (split,)
    add("crossner", lambda line: read_names(line, "crossner") if is_ours(line, split) else None, splits=both)
    for corpus in ("wikigold", "wnut17"):
        add(corpus, lambda line, corpus=corpus: read_names(line, corpus))
    if split == "train":
        add("crossner_other", lambda line: read_names(line, "crossner_other"), splits=both)
        add("btc", lambda line: read_names(line, "btc"))
    for corpus in ("geowebnews", "lgl"):
        add(corpus, lambda line, corpus=corpus: read_places(line, corpus))
    loaded["ud"] = list(load_treebanks(folder, split))
    return loaded


def is_ours(line: Line, split: str) -> bool:
    """Say whether a CrossNER sentence is for this split: two thirds of its large dev part are for training."""
    return bool(
        line["split"] == "train"
        or line["source"] != "CrossNER-politics"
        or (int(line["id"][-5:]) % 3 == 0) == (split == "dev")
    )


def load_treebanks(folder: Path, split: str) -> Iterator[Document]:
    """Yield the trees of EWT and, for training, of GUM's genres that allow commercial use."""
    yield from load_treebank(folder / "ewt" / f"{split}.conllu.gz", "ewt")
    free = {line["id"] for line in load_lines(folder / "gum", split) if "NC" not in (line.get("licence") or "")}
    yield from (
        document
        for document in load_treebank(folder / "gum" / f"{split}.conllu.gz", "gum")
        if document.id in free and document.words
    )


__all__ = ["TARGETS", "load_corpora", "load_treebanks"]

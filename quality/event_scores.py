"""Scores of a record's events and statements against corpora that mark every event word, or every predicate.

A record keeps the events that coders keep, these corpora mark all: so what is asked is which share of
the marked words the record knows, whether its own stand on marked ones, and, on predicates that
both know, whether who acts and what is acted on are the same.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from quality.counts import Counts, hits, pairs
from quality.scores import overlaps

Row = dict[str, Any]
Spans = list[list[int]]


def score_triggers(gold: Sequence[Row], record: Row, within: Spans | None = None) -> dict[str, Counts]:
    """Return the shares of reporting words and of other event words that are known, and of our triggers on such words.

    Each of `gold` has `start`, `end` and `reporting`; with `within`, only what lies there is compared.
    """
    words = [[word["start"], word["end"]] for word in gold]
    triggers = [span for event in record["events"] for span in (event["trigger"], *event["mentions"])]
    triggers = [list(span) for span in sorted({tuple(span) for span in triggers}) if _lies_in(span, within)]
    cues = [statement["cue"] for statement in record["statements"] if statement["cue"]]
    said = [w for w, word in zip(words, gold, strict=True) if word["reporting"]]
    done = [w for w, word in zip(words, gold, strict=True) if not word["reporting"]]
    return {
        "reporting_known": hits(_count_touched(said, [*cues, *triggers]), len(said)),
        "others_known": hits(_count_touched(done, triggers), len(done)),
        "triggers_marked": hits(_count_touched(triggers, words), len(triggers)),
    }


def score_roles(gold: Sequence[Row], record: Row, sentences: Spans) -> dict[str, Counts]:
    """Return F1 of ARG0 and ARG1 under predicates that are triggers (agents, targets) or cues (speakers, contents)."""
    named = {entity["id"]: entity["mentions"] for entity in record["entities"]}
    at = {mention["id"]: [mention["start"], mention["end"]] for mention in record["mentions"]}

    def places(filler: Row | None) -> Spans:
        known = named.get((filler or {}).get("entity") or "", ())
        own = [filler["span"]] if filler and filler.get("span") else []
        return own + [at[mention] for mention in known]

    deeds = [(e["trigger"], _all(map(places, e["agents"])), _all(map(places, e["targets"]))) for e in record["events"]]
    words = [(s["cue"], places(s["speaker"]), s["content"]) for s in record["statements"] if s["cue"]]
    found = {name: Counts() for name in ("agents", "targets", "speakers", "contents")}
    for predicate in gold:
        home = next((s for s in sentences if overlaps(s, predicate["predicate"]) > 0), predicate["predicate"])
        for names, ours in ((("agents", "targets"), deeds), (("speakers", "contents"), words)):
            for _, doers, objects in [one for one in ours if overlaps(one[0], predicate["predicate"]) > 0][:1]:
                found[names[0]] += _role(predicate, "ARG0", doers, home)
                found[names[1]] += _role(predicate, "ARG1", objects, home)
    return found


def _all(many: Iterable[Spans]) -> Spans:
    return [span for spans in many for span in spans]


def _role(predicate: Row, role: str, ours: Spans, home: Sequence[int]) -> Counts:
    """Compare one role of a predicate with what the record has for it in the predicate's sentence."""
    gold = [[a["start"], a["end"]] for a in predicate["args"] if a["role"] in (role, f"C-{role}")]
    given = [span for span in ours if overlaps(span, home) > 0]
    return pairs(bool(_count_touched(gold, given)), bool(given), bool(gold))


def _count_touched(ones: Spans, others: Spans) -> int:
    return sum(any(overlaps(one, other) > 0 for other in others) for one in ones)


def _lies_in(span: Sequence[int], within: Spans | None) -> bool:
    return within is None or any(overlaps(span, sentence) > 0 for sentence in within)

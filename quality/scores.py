"""Scores of one document: gold against what a record says, in the corpus' own terms.

Definitions follow the tasks' usual scorers: TempEval-3 for times, GTT's for MUC-4 templates,
exact and overlap span F1 elsewhere; overlap is always one to one.
"""

import math
import re
import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import permutations
from typing import Any

from quality.counts import Counts, hits, match, pairs, same

Row = dict[str, Any]
Pair = tuple[int, int]

NEAR_KM = 161
EARTH_KM = 6371.0088
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
PARTS = ("source", "cue", "content")
MOST_PERMUTED = 6


#: Types of PLOVER's first version that later ones took into another type.
CURRENT = {"DEMAND": "REQUEST", "FIGHT": "ASSAULT", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}


def overlaps(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many characters two spans share, negative when they are apart."""
    return min(one[1], other[1]) - max(one[0], other[0])


def _edges(gold: Sequence[Row], predicted: Sequence[Row], fits: Callable[[Row, Row], bool]) -> list[list[int]]:
    """Return each gold item's overlapping predictions, the exact one first."""

    def rank(want: Row, n: int) -> tuple[bool, int, int]:
        given = predicted[n]
        equal = (want["start"], want["end"]) == (given["start"], given["end"])
        return not equal, -overlaps(_span(want), _span(given)), n

    return [
        sorted(
            (n for n, g in enumerate(predicted) if overlaps(_span(want), _span(g)) > 0 and fits(want, g)),
            key=lambda n, want=want: rank(want, n),  # type: ignore[misc]
        )
        for want in gold
    ]


def _span(item: Row) -> Pair:
    return item["start"], item["end"]


def score_entities(gold: Sequence[Row], predicted: Sequence[Row], *, typed: bool = True) -> dict[str, Counts]:
    """Return exact and overlap F1 of entities."""

    def keys(items: Iterable[Row]) -> list[Row]:
        found = sorted({(e["start"], e["end"], e["type"] if typed else "") for e in items})
        return [{"start": s, "end": e, "type": t} for s, e, t in found]

    want, given = keys(gold), keys(predicted)
    exact = same([tuple(w.values()) for w in want], [tuple(g.values()) for g in given])
    overlap = match(_edges(want, given, lambda w, g: bool(w["type"] == g["type"])))
    return {"exact": exact, "overlap": pairs(len(overlap), len(given), len(want))}


def pair_spans(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[int, int]:
    """Return which of our spans stands for which gold one, by overlap, one to one."""
    return match(_edges(gold, predicted, lambda _w, _g: True))


def score_times(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, Counts]:
    """Return strict, relaxed, value and type F1 of TIMEX3 expressions (TempEval-3)."""
    found = pair_spans(gold, predicted)
    strict = [i for i, j in found.items() if _span(gold[i]) == _span(predicted[j])]
    value = [i for i, j in found.items() if (gold[i].get("value") or "") == (predicted[j].get("value") or "")]
    kind = [i for i, j in found.items() if (gold[i].get("type") or "") == (predicted[j].get("type") or "")]
    sizes = len(predicted), len(gold)
    return {
        "strict": pairs(len(strict), *sizes),
        "relaxed": pairs(len(found), *sizes),
        "value": pairs(len(value), *sizes),
        "type": pairs(len(kind), *sizes),
    }


def kilometres(one: Row, other: Row) -> float:
    """Return the great-circle distance between two points."""
    a, b = math.radians(one["lat"]), math.radians(other["lat"])
    turn = math.radians(other["lon"] - one["lon"])
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def score_places(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, Counts]:
    """Return recognition F1 and the share of places put within 161 km, of all and of those recognised."""
    found = pair_spans(gold, predicted)
    with_point = [i for i, place in enumerate(gold) if place.get("lat") is not None]
    near = [i for i in with_point if i in found and is_near(gold[i], predicted[found[i]])]
    recognised = [i for i in with_point if i in found]
    return {
        "recognition_exact": same(map(_span, gold), map(_span, predicted)),
        "recognition_overlap": pairs(len(found), len(predicted), len(gold)),
        "acc161_all": hits(len(near), len(with_point)),
        "acc161_recognised": hits(len(near), len(recognised)),
    }


def is_near(gold: Row, predicted: Row) -> bool:
    """Say whether a place of ours has a point, within 161 km of the gold one."""
    return predicted.get("lat") is not None and kilometres(gold, predicted) <= NEAR_KM


def score_attributions(gold: Sequence[Row], predicted: Sequence[Row], text: str) -> dict[str, Counts]:
    """Return exact F1 of sources, cues and contents, and F1 of whole triples by any overlap."""
    want = [{part: trimmed(text, item.get(part)) for part in PARTS} for item in gold]
    given = [{part: trimmed(text, item.get(part)) for part in PARTS} for item in predicted]
    counts = {part: same((w[part] for w in want if w[part]), (g[part] for g in given if g[part])) for part in PARTS}
    edges = [[n for n, g in enumerate(given) if all(_meet(w[p], g[p]) for p in PARTS)] for w in want]
    return {**counts, "triple_overlap": pairs(len(match(edges)), len(given), len(want))}


def _meet(one: Sequence[Pair], other: Sequence[Pair]) -> bool:
    return (not one and not other) or any(overlaps(a, b) > 0 for a in one for b in other)


def trimmed(text: str, spans: Sequence[Sequence[int]] | None) -> tuple[Pair, ...]:
    """Return spans without outer white space, touching ones joined."""
    found: list[Pair] = []
    for start, end in sorted((span[0], span[1]) for span in spans or ()):
        inner = text[start:end].strip()
        if not inner:
            continue
        first = text.index(inner, start)
        last = first + len(inner)
        if found and not text[found[-1][1] : first].strip():
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def score_templates(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, Counts]:
    """Return the micro F1 over incident types and role fillers under the best pairing (GTT)."""
    want, given = once(gold), list(map(normal, predicted))
    found = [_matched(want[i], given[j]) for i, j in pair_templates(want, given)]
    return {"micro": _micro(found, (sum(map(_size, given)), sum(map(_size, want))))}


def once(gold: Sequence[Row]) -> list[Row]:
    """Return gold templates in the scorer's spelling, equal ones once."""
    return [normal(t) for n, t in enumerate(gold) if t not in gold[:n]]


def pair_templates(want: Sequence[Row], given: Sequence[Row]) -> list[Pair]:
    """Return which of two lists of templates belong together by the best micro F1."""
    table = {(i, j): _matched(w, g) for i, w in enumerate(want) for j, g in enumerate(given) if _same_type(w, g)}
    sizes = sum(map(_size, given)), sum(map(_size, want))
    orders = _pairings(table, len(want), len(given))
    return max(orders, key=lambda found: _micro([table[pair] for pair in found], sizes).f1, default=[])


def normal(template: Row) -> Row:
    """Return a template in the scorer's spelling: no case, marks or articles."""
    fillers = {role: [[_plain(m) for m in entity] for entity in template.get(role, ()) if entity] for role in ROLES}
    return {"incident_type": template["incident_type"], **fillers}


def _plain(words: str) -> str:
    kept = "".join(mark for mark in words.lower() if mark not in string.punctuation)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", kept).split())


def _size(template: Row) -> int:
    return 1 + sum(len(template[role]) for role in ROLES)


def _pairings(table: Mapping[Pair, Pair], wanted: int, given: int) -> Iterable[list[Pair]]:
    """Yield every pairing of templates, of many a greedy one alone."""
    short, long = sorted((wanted, given))
    if long > MOST_PERMUTED:
        yield _greedy(table)
        return
    for order in permutations(range(long), short):
        chosen = [(j, i) if wanted > given else (i, j) for i, j in enumerate(order)]
        yield [pair for pair in chosen if pair in table]


def _greedy(table: Mapping[Pair, Pair]) -> list[Pair]:
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for (i, j), _ in sorted(table.items(), key=lambda entry: -sum(entry[1])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            found.append((i, j))
    return found


def _same_type(want: Row, given: Row) -> bool:
    return str(given["incident_type"]) in str(want["incident_type"])


def _matched(want: Row, given: Row) -> tuple[int, int]:
    """Return how many predicted and how many gold fillers match, the type included."""
    predicted = sum(any(is_inside(g, e) for g in want[role]) for role in ROLES for e in given[role])
    found = sum(any(is_inside(g, e) for e in given[role]) for role in ROLES for g in want[role])
    return 1 + predicted, 1 + found


def is_inside(gold: Sequence[str], given: Sequence[str]) -> bool:
    """Say whether every string of a filler of ours is one of a gold filler's."""
    return all(mention in gold for mention in given)


def _micro(found: Sequence[tuple[int, int]], sizes: Pair) -> Counts:
    return Counts(sum(a for a, _ in found), sizes[0], sum(b for _, b in found), sizes[1])


def score_casualties(gold: Row, predicted: Row) -> dict[str, Counts]:
    """Return whether the incident's counts of killed and injured are exact."""
    asked = [harm for harm in ("killed", "injured") if gold.get(harm) is not None]
    return {harm: hits(predicted.get(harm) == gold[harm], 1) for harm in asked}


def score_types(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, Counts]:
    """Return whether a sentence has an event of its gold type, or rightly none, and the F1 of the bare codes.

    The sentences of older gold records are judged by what PLOVER calls their types today.
    """
    want = {CURRENT.get(event["code"], event["code"]) for event in gold if event["code"]}
    given = {event["code"] for event in predicted if event["code"]}
    kind = "sentences_with_event" if want else "sentences_without_event"
    right = bool(want & given) if want else not given
    codes = same((e["code"] or "" for e in gold), (e["code"] or "" for e in predicted))
    return {kind: hits(right, 1), "sentences": hits(right, 1), "codes": codes}

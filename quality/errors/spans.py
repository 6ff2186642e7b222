"""Differences of what is marked in the text: entities, times and places."""

import re
from collections.abc import Iterator

from quality.adapters import RE3D, entities_of
from quality.errors.difference import Difference, Row, at, borders
from quality.scores import is_near, kilometres, pair_spans

_REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")

#: What has no point of its own, but one somewhere inside.
_WIDE = ("country", "region", "province")


def compare_entities(row: Row, record: Row) -> Iterator[Difference]:
    """Yield the differences in place and kind; what is right in both is taken off first."""
    gold, ours = row["gold"]["entities"], entities_of(record, RE3D)
    right = {(*at(e), e["type"]) for e in gold} & {(*at(e), e["type"]) for e in ours}
    gold = [e for e in gold if (*at(e), e["type"]) not in right]
    ours = [e for e in ours if (*at(e), e["type"]) not in right]
    found = pair_spans(gold, ours)
    for i, j in found.items():
        want, given = gold[i], ours[j]
        if want["type"] != given["type"]:
            yield Difference(kind="wrong_kind", detail=f"{want['type']} as {given['type']}", span=at(given))
        else:
            yield Difference(kind=borders(at(want), at(given)), detail=want["type"], span=at(given))
    for i, want in enumerate(gold):
        if i not in found:
            yield Difference(kind="missed", detail=want["type"], span=at(want))
    for j, given in enumerate(ours):
        if j not in found.values():
            yield Difference(kind="spurious", detail=given["type"], span=at(given))


def compare_times(row: Row, record: Row) -> Iterator[Difference]:
    """Yield wrong values and borders of times that both have, and times that only one has."""
    gold, ours = row["gold"]["times"], record["times"]
    found = pair_spans(gold, ours)
    for i, j in found.items():
        want, given = gold[i], ours[j]
        if at(want) != at(given):
            yield Difference(kind="borders", detail=borders(at(want), at(given)), span=at(given))
        if (want["value"] or "") != (given["value"] or ""):
            note = f"{want['value']} → {given['value']}"
            yield Difference(kind=_wrong_value(want, given), detail=want["type"], span=at(given), note=note)
    for i, want in enumerate(gold):
        if i not in found:
            yield Difference(kind="missed", detail=want["type"], span=at(want), note=want["value"] or "")
    for j, given in enumerate(ours):
        if j not in found.values():
            yield Difference(kind="spurious", detail=given["type"], span=at(given), note=given["value"] or "")


def _wrong_value(want: Row, given: Row) -> str:
    value, ours = want["value"] or "", given["value"] or ""
    if want["type"] != given["type"]:
        return "wrong_type"
    if _is_open(value) != _is_open(ours):
        return "left_open" if _is_open(ours) else "made_exact"
    return "other_date" if _grain(value) == _grain(ours) else "other_grain"


def _is_open(value: str) -> bool:
    return not value or value in _REFERENCES or "X" in value


def _grain(value: str) -> str:
    """Return a value's shape: "2021-Q3" and "1999-Q1" have the same."""
    return re.sub(r"\d+", "0", value)


def compare_places(row: Row, record: Row) -> Iterator[Difference]:
    """Yield toponyms that only one has, and points more than 161 km off."""
    gold, ours = row["gold"]["places"], record["places"]
    found = pair_spans(gold, ours)
    for i, want in enumerate(gold):
        if i not in found:
            yield Difference(kind="missed", detail=_sort(want), span=at(want))
        elif want.get("lat") is not None and not is_near(want, ours[found[i]]):
            yield Difference(kind=_wrong_point(want, ours[found[i]]), detail=_sort(want), span=at(want))
    kinds = {m["id"]: m["kind"] for m in record["mentions"]}
    for j, given in enumerate(ours):
        if j not in found.values():
            yield Difference(kind="spurious", detail=kinds.get(given["mention"], ""), span=at(given))


def _sort(place: Row) -> str:
    return str(place.get("type") or place.get("fclass") or "")


def _wrong_point(want: Row, given: Row) -> str:
    """Say how a point came to be wrong: the right place was among the candidates, or it was not."""
    if given["lat"] is None:
        return "no_point"
    if given["precision"] in _WIDE and want.get("fclass") in (None, "A"):
        return "other_middle"
    right = [c for c in given["candidates"] if is_near(want, c)]
    if not right:
        return "unknown_place"
    nearest = min(right, key=lambda candidate: kilometres(want, candidate))
    return "wrong_namesake" if nearest["country"] == given["country"] else "wrong_country"

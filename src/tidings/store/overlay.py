"""What people decided on the items of one report, laid over what was read."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tidings.errors import BadCorrection
from tidings.model.incident import Decision, DecisionKind
from tidings.model.record import Record
from tidings.model.refs import parse_ref
from tidings.store.grouping import in_force

_REVIEWS = {
    DecisionKind.ACCEPT: "accepted",
    DecisionKind.REJECT: "rejected",
    DecisionKind.UNSURE: "unsure",
    DecisionKind.CORRECT: "corrected",
}
_SECTIONS = {"v": "events", "s": "statements", "f": "force_levels", "e": "entities", "m": "mentions", "t": "threads"}
#: Fields of an event's place that stand in a table and not in the record.
_BESIDE = frozenset({"where.geonames_id"})
#: An event's own words are its trigger.
_ALIASES = {"span": "trigger"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A record with its corrections, and what people made of its items; keys are item ids such as "v1.c2"."""

    record: Record
    reviews: Mapping[str, str] = field(default_factory=dict)
    judgements: Mapping[tuple[str, str], str] = field(default_factory=dict)
    closed: Mapping[str, bool] = field(default_factory=dict)
    changed: Mapping[str, str] = field(default_factory=dict)
    geonames: Mapping[str, int | None] = field(default_factory=dict)


def lay_over(record: Record, decisions: Iterable[Decision]) -> Overlay:
    """Return the record as people left it.

    Raises:
        BadCorrection: when a corrected value does not fit its field.
    """
    ordered = [(parse_ref(d.subject).item or "", d) for d in in_force(decisions)]
    reviews = {item: _REVIEWS[d.kind] for item, d in ordered if d.kind in _REVIEWS}
    judged = {(item, d.field or ""): _value(d) for item, d in ordered if d.kind is DecisionKind.CONDITION}
    closing = {DecisionKind.CLOSE: True, DecisionKind.REOPEN: False}
    changed: dict[str, str] = {}
    for item, decision in ordered:
        event = item.partition(".")[0]
        changed[event] = max(decision.at, changed.get(event, ""))
    corrections = [(item, d) for item, d in ordered if d.kind is DecisionKind.CORRECT]
    return Overlay(
        record=_corrected(record, [(item, d) for item, d in corrections if d.field not in _BESIDE]),
        reviews=reviews,
        judgements=judged,
        closed={item: closing[d.kind] for item, d in ordered if d.kind in closing},
        changed=changed,
        geonames={item: _value(d) for item, d in corrections if d.field in _BESIDE},
    )


def _corrected(record: Record, corrections: list[tuple[str, Decision]]) -> Record:
    if not corrections:
        return record
    value = record.to_dict()
    for item, decision in corrections:
        try:
            _put(_find(value, item), decision.field or "", _value(decision))
            made = Record.from_dict(value)
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise BadCorrection(decision.subject, decision.field or "", str(error)) from None
    return replace(made, report=record.report)


def _find(value: dict[str, Any], item: str) -> dict[str, Any]:
    """Return the object of an item: "v1", "v1.c2", "t0"."""
    whole, _, part = item.partition(".")
    section = value[_SECTIONS[whole[0]]]
    found: dict[str, Any] = section[int(whole[1:])] if whole[0] == "t" else _by_id(section, whole)
    return _by_id(found["casualties"], part) if part else found


def _by_id(items: list[dict[str, Any]], wanted: str) -> dict[str, Any]:
    found = next((item for item in items if item["id"] == wanted), None)
    if found is None:
        raise ValueError(f"there is no item {wanted}")
    return found


def _put(item: dict[str, Any], path: str, value: object) -> None:
    """Set a field by its path: "status", "when.from", "agents.0.entity"."""
    *steps, last = _ALIASES.get(path, path).split(".") if "trigger" in item else path.split(".")
    for step in steps:
        item = _step(item, step)
    if isinstance(item, list):
        item[int(last)] = value
    elif last in item:
        item[last] = value
    else:
        raise ValueError(f"there is no field {path}")


def _step(item: Any, step: str) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(item, list):
        return item[int(step)]
    if item.get(step) is None and step in _EMPTY:
        item[step] = dict(_EMPTY[step])
    return item[step]


#: What a corrected field is put into where the report had nothing.
_EMPTY: Mapping[str, Mapping[str, Any]] = {
    "when": {"from": None, "to": None, "precision": None, "why": "a coder's correction"},
    "where": {
        "place": None,
        "name": "",
        "lat": None,
        "lon": None,
        "country": None,
        "precision": None,
        "why": "a coder's correction",
    },
}


def _value(decision: Decision) -> Any:  # noqa: ANN401 - as above
    return None if decision.value is None else json.loads(decision.value)

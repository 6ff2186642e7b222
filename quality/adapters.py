"""From `tidings.record/1` to the terms of each corpus."""

import json
from typing import Any

Row = dict[str, Any]

RE3D = {
    "organisation": "Organisation",
    "place": "Location",
    "person": "Person",
    "nationality": "Nationality",
    "time": "Temporal",
    "quantity": "Quantity",
    "weapon": "Weapon",
    "vehicle": "Vehicle",
    "platform": "MilitaryPlatform",
    "money": "Money",
    "document": "DocumentReference",
}
COARSE = {"person": "PER", "organisation": "ORG", "place": "LOC"}

#: PLOVER modes to MUC-4's incident types; everything else is an attack.
MUC_TYPES = {
    "abduct": "kidnapping",
    "explosives": "bombing",
    "suicide-attack": "bombing",
    "robbery": "robbery",
    "seize": "robbery",
}
ACCUSED = ("claimed", "blamed", "suspected")
UNSURE = ("denied", "possible")


#: CAMEO's first two digits to PLOVER's types; public statements and appeals (01, 02) have none.
CAMEO = {
    "03": "AGREE",
    "04": "CONSULT",
    "05": "SUPPORT",
    "06": "COOPERATE",
    "07": "AID",
    "08": "CONCEDE",
    "09": "ACCUSE",
    "10": "REQUEST",
    "11": "ACCUSE",
    "12": "REJECT",
    "13": "THREATEN",
    "14": "PROTEST",
    "15": "MOBILIZE",
    "16": "SANCTION",
    "17": "COERCE",
    "18": "ASSAULT",
    "19": "ASSAULT",
    "20": "ASSAULT",
}


def entities_of(record: Row, kinds: dict[str, str], *, named: bool = False) -> list[Row]:
    """Return the mentions whose kind the corpus has, under its names; or of these only the names of their entity."""
    known = {entity["id"]: entity for entity in record["entities"]}
    return [
        {"start": m["start"], "end": m["end"], "type": kinds[m["kind"]]}
        for m in record["mentions"]
        if m["kind"] in kinds and not (named and not _is_name(m["text"], known.get(m["entity"])))
    ]


def _is_name(words: str, entity: Row | None) -> bool:
    """Say whether a mention has a word with a capital, one of its entity's names if it has an entity."""
    names = [entity["name"] or "", *entity["same_as"]] if entity else [words]
    known = {word for name in names for word in name.split()}
    return any(word in known and not word.islower() for word in words.split())


def attributions_of(record: Row) -> list[Row]:
    """Return statements as source, cue and content spans."""
    return [
        {
            "source": _spans((statement.get("speaker") or {}).get("span")),
            "cue": _spans(statement.get("cue")),
            "content": statement.get("content") or [],
        }
        for statement in record["statements"]
    ]


def _spans(span: list[int] | None) -> list[list[int]]:
    return [span] if span else []


def templates_of(record: Row) -> list[Row]:
    """Return violent events as MUC-4 templates; who is only accused counts as perpetrator there."""
    return [_template(record, event) for event in incidents_of(record)]


def incidents_of(record: Row) -> list[Row]:
    """Return the events that templates are made of."""
    return [event for event in record["events"] if _is_incident(event)]


def _is_incident(event: Row) -> bool:
    coerced = event["type"] == "COERCE" and event.get("mode") in ("seize", "strike")
    return (event["type"] == "ASSAULT" or coerced) and event["status"] not in UNSURE


def _template(record: Row, event: Row) -> Row:
    named = {entity["id"]: entity for entity in record["entities"]}
    text = record["report"]["text"]
    roles: dict[str, list[list[str]]] = {role: [] for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
    accused = [{"entity": r["actor"]} for r in event["responsibility"] if r["relation"] in ACCUSED and r.get("actor")]
    for filler in [*event["agents"], *accused]:
        kind = named.get(filler["entity"], {}).get("kind")
        roles["PerpOrg" if kind == "organisation" else "PerpInd"] += _filler(filler, named, text)
    for filler in event["targets"]:
        roles["Victim" if filler["kind"] == "person" else "Target"] += _filler(filler, named, text)
    for filler in event["weapons"]:
        roles["Weapon"] += _filler(filler, named, text)
    return {"incident_type": incident_type(event), **roles}


def _filler(filler: Row, named: dict[str, Row], text: str) -> list[list[str]]:
    entity = named.get(filler.get("entity") or "", {})
    span = filler.get("span")
    name = text[span[0] : span[1]].lower() if span else (entity.get("name") or "").lower()
    return [[name, *(other.lower() for other in entity.get("same_as") or ())]] if name else []


def incident_type(event: Row) -> str:
    """Return MUC-4's incident type of an event."""
    mode, weapons = event.get("mode") or "", json.dumps(event.get("weapons") or []).lower()
    if event["type"] == "COERCE" and mode == "strike":
        return "forced work stoppage"
    if "bomb" in weapons and mode != "abduct":
        return "bombing"
    return "arson" if mode == "destroy" and "fire" in weapons else MUC_TYPES.get(mode, "attack")


def casualties_of(record: Row) -> Row:
    """Return the largest totals of killed and injured of any one event."""
    best = {"killed": 0, "injured": 0}
    for event in record["events"]:
        for harm, most in best.items():
            whole = [c for c in event["casualties"] if c["harm"] == harm and not c.get("part_of")]
            best[harm] = max(most, sum(c.get("at_least") or 0 for c in whole))
    return best


def plover_of(events: list[Row]) -> list[Row]:
    """Return gold events in CAMEO's codes under PLOVER's types, None where PLOVER has none."""
    return [{"code": CAMEO.get(event["code"][:2])} for event in events]


def types_of(record: Row) -> list[Row]:
    """Return the types of a record's events."""
    return [{"code": event["type"]} for event in record["events"]]

"""Differences of what happened: incident templates, types of events, and counts of killed and injured."""

from collections.abc import Iterator, Sequence

from quality.adapters import casualties_of, incidents_of, templates_of
from quality.errors.difference import Difference, Row
from quality.scores import CURRENT, is_inside, normal, once, pair_templates

_PERPETRATORS = ("PerpInd", "PerpOrg")
_UNREAL = ("planned", "promised", "requested", "possible")


def compare_templates(row: Row, record: Row) -> Iterator[Difference]:
    """Yield incidents that only one has, and fillers that differ in those that both have."""
    events = incidents_of(record)
    gold, ours = once(row["gold"]["gtt_templates"]), [normal(t) for t in templates_of(record)]
    found = pair_templates(gold, ours)
    described = _described(row)
    for i, j in found:
        yield from _fillers(gold[i], ours[j], events[j], described)
    for i, want in enumerate(gold):
        if i not in {i for i, _ in found}:
            other = "of another type" if len(found) < len(ours) else "no event left"
            yield Difference(kind="missed", detail=other, note=str(want["incident_type"]))
    for j, event in enumerate(events):
        if j not in {j for _, j in found}:
            yield Difference(kind=_surplus(event), detail=_type(event), span=_place(event))


def _described(row: Row) -> list[set[str]]:
    """Return the words of each of the gold's descriptions of victims, which the scored templates leave out."""
    victims = [victim for template in row["gold"].get("templates", ()) for victim in template["victims"]]
    told = normal({"incident_type": "", "Victim": [victim["strings"] for victim in victims]})["Victim"]
    return [set(words.split()) for victim in told for words in victim]


def _fillers(want: Row, given: Row, event: Row, described: Sequence[set[str]]) -> Iterator[Difference]:
    """Yield differences role by role; a perpetrator may stand under either of its two roles."""
    for name, roles in (("perpetrator", _PERPETRATORS), ("victim", ("Victim",)), ("target", ("Target",))):
        gold = [filler for role in roles for filler in want[role]]
        ours = [filler for role in roles for filler in given[role]]
        for _ in [g for g in gold if not any(is_inside(g, o) for o in ours)]:
            yield Difference(kind=f"{name}_missed", detail=_type(event), span=_place(event))
        for filler in [o for o in ours if not any(is_inside(g, o) for g in gold)]:
            also = name == "victim" and any(words <= set(filler[0].split()) for words in described)
            yield Difference(kind="victim_described" if also else f"{name}_wrong", span=_place(event), note=filler[0])


def _surplus(event: Row) -> str:
    if event["status"] in _UNREAL:
        return "unmatched_planned"
    bare = not event["when"] and not event["where"] and not event["targets"] and not event["casualties"]
    return "unmatched_bare" if bare else "unmatched"


def _type(event: Row) -> str:
    return f"{event['type']}/{event['mode']}" if event["mode"] else str(event["type"])


def _place(event: Row) -> tuple[int, int]:
    return event["trigger"][0], event["trigger"][1]


def compare_types(row: Row, record: Row) -> Iterator[Difference]:
    """Yield a sentence without an event of its gold type; what was only said may stand as the deed with its status."""
    want = {CURRENT.get(event["code"], event["code"]) for event in row["gold"]["events"] if event["code"]}
    events = [event for event in record["events"] if event["type"]]
    if want & {event["type"] for event in events} or (not want and not events):
        return
    detail = "/".join(sorted(want))
    if not want or not events:
        kind = "none_found" if want else "event_where_none_is"
        yield Difference(kind=kind, detail=detail or str(events[0]["type"]), span=_place(events[0]) if events else None)
        return
    first = next((event for event in events if event["status"] in _UNREAL), events[0])
    said = {"THREATEN": "threat_as_deed", "AGREE": "promise_as_deed"}
    other = "force_as_assault" if (want, first["type"]) == ({"COERCE"}, "ASSAULT") else "other_type"
    kind = next((said[t] for t in sorted(want) if t in said and first["status"] in _UNREAL), other)
    yield Difference(kind=kind, detail=f"{detail} as {first['type']}", span=_place(first), note=first["status"])


def compare_casualties(row: Row, record: Row) -> Iterator[Difference]:
    """Yield counts of killed and injured that differ."""
    ours = casualties_of(record)
    for harm in ("killed", "injured"):
        gold = row["gold"]["casualties"].get(harm)
        if gold is not None and ours[harm] != gold:
            note = f"{gold} → {ours[harm]}"
            yield Difference(kind=f"{harm}_{_off_by(ours[harm] - gold, ours[harm])}", note=note)


def _off_by(more: int, ours: int) -> str:
    if more > 0:
        return "one_more" if more == 1 else "more"
    return "fewer" if ours else "not_found"

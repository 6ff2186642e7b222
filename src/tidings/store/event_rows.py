"""Rows of a report's events, with casualties, participants, weapons and responsibility."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tidings.model.event import Agent, Casualties, Event, Target, Where
from tidings.model.incident import Features
from tidings.model.span import Span
from tidings.store import tables as t
from tidings.store.keys import row_key
from tidings.store.rows import Row, Rows, Scope, days, span_columns

#: Characters of a report's line that stand for an event in lists.
HEADLINE_CHARACTERS = 160
#: A sentence is looked for so many characters before its event's trigger.
_REACH = 600
_SENTENCE_END = re.compile(r"[.!?][\"”’']*\s+|\n+")


def event_rows(scope: Scope, incidents: Mapping[str, int], features: Mapping[str, Features]) -> Rows:
    """Return the rows of the events; `incidents` and `features` are by event id, where there are any."""
    events = scope.record.events
    numbered = [(n, c, e) for n, (e, c) in enumerate((e, c) for e in events for c in e.casualties)]
    return {
        t.events.name: [_event(scope, event, incidents.get(event.id), features.get(event.id)) for event in events],
        t.casualties.name: [_casualties(scope, *each) for each in numbered],
        t.participants.name: [row for event in events for row in _participants(scope, event)],
        t.weapons.name: [
            {"event_key": scope.events[event.id], "kind": weapon.kind[:40], **span_columns(weapon.span)}
            for event in events
            for weapon in event.weapons
        ],
        t.responsibilities.name: [row for event in events for row in _responsibilities(scope, event)],
    }


def features_json(features: Features) -> str:
    """Return features as one line of JSON with a fixed order."""
    values = {name: getattr(features, name) for name in Features.__slots__}
    plain = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items()}
    return json.dumps(plain, ensure_ascii=False)


def parse_features(line: str) -> Features:
    """Return the features that `features_json` wrote."""
    values: dict[str, Any] = json.loads(line)
    for name in ("actors", "weapons", "words", "names", "places"):
        values[name] = frozenset(values[name])
    for name in ("killed", "injured"):
        values[name] = tuple(values[name]) if values[name] is not None else None
    return Features(**values)


def _event(scope: Scope, event: Event, incident: int | None, features: Features | None) -> Row:
    return {
        "key": scope.events[event.id],
        "report_key": scope.key,
        "id": event.id,
        "incident_key": incident,
        "headline": _headline(scope.record.report.text, event.trigger),
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        **days(event.when),
        "date_precision": _text(event.when.precision) if event.when else None,
        **_place(scope, event.id, event.where),
        **span_columns(event.trigger),
        "confidence": event.confidence,
        "review": scope.review(event.id),
        "changed_at": max(scope.added_at, scope.overlay.changed.get(event.id, "")),
        "features": features_json(features) if features else None,
    }


def _place(scope: Scope, event: str, where: Where | None) -> Row:
    place = scope.place(where.place) if where else None
    geonames = scope.overlay.geonames.get(event, place.geonames_id if place else None)
    return {
        "geonames_id": geonames,
        "place_name": where.name[:200] if where else None,
        "place_precision": _text(where.precision) if where else None,
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "country": where.country if where else None,
    }


def _text(value: str | None) -> str | None:
    """Return a member of an enumeration as the plain text that a driver takes."""
    return str(value) if value is not None else None


def _headline(text: str, trigger: Span) -> str:
    """Return the sentence around a trigger, cut where it is long."""
    before = [match.end() for match in _SENTENCE_END.finditer(text, max(0, trigger.start - _REACH), trigger.start)]
    after = _SENTENCE_END.search(text, trigger.end)
    start, end = (before[-1] if before else max(0, trigger.start - _REACH)), (after.start() + 1 if after else len(text))
    line = " ".join(text[start:end].split())
    return line if len(line) <= HEADLINE_CHARACTERS else line[: HEADLINE_CHARACTERS - 1].rsplit(" ", 1)[0] + "…"


def _casualties(scope: Scope, position: int, casualties: Casualties, event: Event) -> Row:
    return {
        "key": row_key(scope.key, position),
        "event_key": scope.events[event.id],
        "id": casualties.id,
        "harm": casualties.harm.value,
        "at_least": casualties.at_least,
        "at_most": casualties.at_most,
        "approximate": casualties.approximate,
        "who": casualties.who,
        "victim": casualties.victim.value,
        "nationality": casualties.nationality,
        "part_of": casualties.part_of,
        "source": casualties.source,
        "source_name": scope.source_name(casualties.source),
        "is_official": scope.is_official(casualties.source),
        "review": scope.review(f"{event.id}.{casualties.id}"),
        **span_columns(casualties.span),
    }


def _participants(scope: Scope, event: Event) -> Iterator[Row]:
    for agent in event.agents:
        entity = scope.entities.get(agent.entity or "")
        yield _participant(scope, event, agent, "agent", entity.kind if entity else None)
    for target in event.targets:
        yield _participant(scope, event, target, "target", target.kind)


def _participant(scope: Scope, event: Event, part: Agent | Target, role: str, kind: str | None) -> Row:
    return {
        "event_key": scope.events[event.id],
        "role": role,
        "actor_key": scope.actor(part.entity),
        "name": scope.name(part.entity) or scope.quote(part.span),
        "kind": _text(kind),
        **span_columns(part.span),
    }


def _responsibilities(scope: Scope, event: Event) -> Iterator[Row]:
    for entry in event.responsibility:
        yield {
            "event_key": scope.events[event.id],
            "relation": entry.relation.value,
            "actor_key": scope.actor(entry.actor),
            "actor_name": scope.name(entry.actor),
            "by_key": scope.actor(entry.by),
            "by_name": scope.name(entry.by),
            "statement": entry.statement,
            **span_columns(entry.span),
        }

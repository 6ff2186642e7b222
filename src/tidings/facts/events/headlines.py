"""Headlines: a toll that the headline gives is the one that the body tells, not a second one."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.facts.scene import Scene
from tidings.model.event import Casualties, Event
from tidings.model.report import ZoneKind


def without_doubles(scene: Scene, events: Sequence[Event]) -> list[Event]:
    """Return the events, those of the headline without figures that the body tells of another event."""
    told = [(event.id, c) for event in events for c in event.casualties if not _in_headline(scene, c)]
    return [_without(scene, event, told) for event in events]


def _without(scene: Scene, event: Event, told: Sequence[tuple[str, Casualties]]) -> Event:
    others = [c for id_, c in told if id_ != event.id]
    double = {c.id for c in event.casualties if _in_headline(scene, c) and any(_are_same(c, o) for o in others)}
    if not double or any(c.part_of in double for c in event.casualties):
        return event
    return replace(event, casualties=tuple(c for c in event.casualties if c.id not in double))


def _in_headline(scene: Scene, casualties: Casualties) -> bool:
    return scene.zone_at(casualties.span.start) is ZoneKind.HEADLINE


def _are_same(one: Casualties, other: Casualties) -> bool:
    """Say whether two figures are of the same harm and share a bound: "three dead", "at least three"."""
    bounds = {n for n in (one.at_least, one.at_most) if n is not None}
    return one.harm is other.harm and not bounds.isdisjoint({other.at_least, other.at_most})

"""Settings: an event that is told within another has that one's place and day, an attack that of its scene."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tidings.facts.events.drafts import Draft
from tidings.facts.places.attach import find_scene_place
from tidings.facts.places.groups import km_between
from tidings.facts.scene import Scene
from tidings.model.event import Event, Status, Where

_WITHIN = ("at", "in", "during")
#: Types of events that happen at a spot; those without a type are accidents, disasters and crimes.
_LOCAL = frozenset({"ASSAULT", "PROTEST", None})
_EXACT = frozenset({"town", "district", "site"})
_ONE_PLACE_KM = 60.0


def share_settings(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the tellings, those without a place or day given that of what they happened in.

    "Two officers were shot at a protest in the capital" were shot in the capital.
    """
    by_token = {draft.trigger.token.index: draft for draft in drafts}
    return [_with_setting(draft, by_token) for draft in drafts]


def _with_setting(draft: Draft, by_token: Mapping[int, Draft]) -> Draft:
    phrases = draft.trigger.arguments.with_case(*_WITHIN)
    around = next((by_token[t.index] for t in phrases if t.index in by_token), None)
    if around is None:
        return draft
    return replace(draft, wheres=draft.wheres or around.wheres, when=draft.when or around.when)


def place_by_scene(scene: Scene, event: Event) -> Event:
    """Return an attack or the like that has no place of its own with the place of its paragraph or headline.

    Only what took place: a plan or a threat need not be where the story is.
    """
    tokens = scene.reading.tokens_in(event.trigger)
    if event.where is not None or not _takes_place(event) or not tokens:
        return event
    return replace(event, where=find_scene_place(scene, tokens[0]))


def place_by_story(events: Sequence[Event]) -> list[Event]:
    """Return the events, those without a place given the one place that all the others of the report are at."""
    known = [e.where for e in events if e.where is not None and _takes_place(e)]
    first = next((where for where in known if where.precision in _EXACT and where.lat is not None), None)
    if first is None or any(_is_far(first, where) for where in known):
        return list(events)
    where = replace(first, why=f"no place of its own; what else took place was in {first.name}")
    return [replace(e, where=where) if e.where is None and _takes_place(e) else e for e in events]


def _is_far(one: Where, other: Where) -> bool:
    """Say whether two places are too far apart to be one scene."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return km_between((one.lat, one.lon), (other.lat, other.lon)) > _ONE_PLACE_KM


def _takes_place(event: Event) -> bool:
    """Say whether an event is a thing that happens at some spot, and did happen."""
    is_local = event.type in _LOCAL or (event.type == "COERCE" and event.mode in {"arrest", "curfew"})
    return is_local and event.status in (Status.HAPPENED, Status.ONGOING)

"""Settings: an event that is told within another has that one's place and day, an attack that of its scene."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tidings.facts.events.drafts import Draft
from tidings.facts.places.attach import find_scene_place
from tidings.facts.scene import Scene
from tidings.model.event import Event, Status

_WITHIN = ("at", "in", "during")


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
    """Return an attack that has no place of its own with the place of its paragraph or headline.

    Only what took place: a plan or a threat need not be where the story is.
    """
    told = event.type == "ASSAULT" and event.status in (Status.HAPPENED, Status.ONGOING)
    tokens = scene.reading.tokens_in(event.trigger)
    if event.where is not None or not told or not tokens:
        return event
    return replace(event, where=find_scene_place(scene, tokens[0]))

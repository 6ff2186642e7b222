"""Where an event took place: the way along the grammar from its word to a place."""

import heapq
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tidings.facts.scene import Scene
from tidings.model.event import Where
from tidings.model.mention import MentionKind
from tidings.model.place import Place, PlacePrecision
from tidings.model.reading import Reading, Token
from tidings.model.report import ZoneKind
from tidings.model.span import Span
from tidings.resources import load_table

_ACTORS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.NATIONALITY})
_SIZES = {
    PlacePrecision.SITE: 0,
    PlacePrecision.DISTRICT: 1,
    PlacePrecision.TOWN: 1,
    PlacePrecision.PROVINCE: 2,
    PlacePrecision.REGION: 3,
    PlacePrecision.COUNTRY: 4,
}
_UNKNOWN_SIZE = _TOWN_SIZE = 1
#: How much dearer than the cheapest a place may be and still be the same event's.
_ABOUT_AS_CHEAP = 1
#: What "south of X" costs more than X itself.
_NEARBY = 2


def find_where(scene: Scene, token: Token) -> tuple[Where, ...]:
    """Return the place of the event whose word is `token`, then further places it is said to be at."""
    places = _places_by_head(scene, token)
    if not places:
        return ()
    reached = list(_reach(scene, token, places))
    if not reached:
        return ()
    cheapest = min(cost for cost, _ in reached)
    near = [(cost, place) for cost, place in reached if cost <= cheapest + _ABOUT_AS_CHEAP]
    ranked = sorted((_size(place), cost, abs(place.start - token.start), n) for n, (cost, place) in enumerate(near))
    first = near[ranked[0][-1]][1]
    others = _coordinated(scene.reading, first, places)
    return tuple(_where(p, f"“{_marked(scene, p)}” belongs to “{token.text}”") for p in (first, *others))


def _size(place: Place) -> int:
    return _SIZES.get(place.precision, _UNKNOWN_SIZE) if place.precision else _UNKNOWN_SIZE


def find_scene_place(scene: Scene, token: Token) -> Where | None:
    """Return where the scene is when the event's own sentence does not say: weak evidence, `why` says which.

    The nearest place before it in the paragraph that is said with "in", "at" or "near", else
    one of the headline, else the dateline.
    """
    start = scene.text.rfind("\n\n", 0, token.start) + 1
    before = [p for p in scene.places if start <= p.start < scene.reading.sentence_of(token).start]
    told = [p for p in before if p.lat is not None and _says_where(scene, p)]
    if told:
        return _where(told[-1], f"no place of its own; “{_marked(scene, told[-1])}” stands before it in the paragraph")
    for kind in (ZoneKind.HEADLINE, ZoneKind.DATELINE):
        for place in scene.places:
            if place.lat is not None and _size(place) <= _TOWN_SIZE and scene.zone_at(place.start) is kind:
                return _where(place, f"no place of its own; “{place.name}” stands in the {kind.value}")
    return None


def _says_where(scene: Scene, place: Place) -> bool:
    head = scene.reading.head_of(_mention_span(scene, place))
    if head is None or _marker(scene.reading, head) not in {"in", "at", "near", "outside", "inside"}:
        return False
    governor = scene.reading.head(head)
    return governor is None or (governor.index not in _cue_tokens(scene.reading, head) and not _is_actor(scene, governor))


def _places_by_head(scene: Scene, token: Token) -> dict[int, Place]:
    """Return the places of the token's sentence, by the index of their head word."""
    sentence = scene.reading.sentence_of(token).span
    found: dict[int, Place] = {}
    for place in scene.places:
        if sentence.start <= place.start < sentence.end:
            head = scene.reading.head_of(_mention_span(scene, place))
            if head is not None:
                found[head.index] = place
    return found


def _mention_span(scene: Scene, place: Place) -> Span:
    mention = next((m for m in scene.mentions if m.id == place.mention), None)
    return mention.span if mention and mention.span.covers(place.span) else place.span


def _reach(scene: Scene, token: Token, places: Mapping[int, Place]) -> Iterator[tuple[int, Place]]:
    """Walk the grammar from the event word, cheapest steps first, and yield places with what they cost."""
    links, reading = load_table("place_links.toml"), scene.reading
    cues, told = _cue_tokens(reading, token), _event_tokens(reading, token)
    heap, seen = [(0, token.index)], {token.index}
    while heap:
        cost, index = heapq.heappop(heap)
        here = reading.tokens[index]
        for step, there, is_down in _steps(reading, here, links):
            if is_down and there.index in told and not _is_setting(reading, there, links):
                step += links["other_event"]  # noqa: PLW2901 - the step into what another event is about
            if there.index in seen or cost + step > links["most"]:
                continue
            if is_down and there.index in places:
                last = _last_step(reading, there, places[there.index], links)
                if last is not None and cost + last <= links["most"]:
                    yield cost + last, places[there.index]
            if there.index in cues or _is_closed(scene, there, is_down=is_down, links=links):
                continue
            seen.add(there.index)
            heapq.heappush(heap, (cost + step, there.index))


def _steps(reading: Reading, here: Token, links: Mapping[str, Any]) -> Iterator[tuple[int, Token, bool]]:
    for child in reading.children(here):
        if child.deprel in links["down"]:
            yield links["down"][child.deprel], child, True
    head = reading.head(here)
    if head is not None and here.deprel in links["up"]:
        yield links["up"][here.deprel], head, False


def _last_step(reading: Reading, head: Token, place: Place, links: Mapping[str, Any]) -> int | None:
    """Return what it costs that the place stands as it does, None when it does not say where."""
    marker = _marker(reading, head)
    if marker:
        if marker == "of" and (governor := reading.head(head)) is not None:
            if governor.lower in _words("directions"):
                return _NEARBY
            if governor.lemma.lower() in _words("kind_words"):
                return 0
        return links["markers"].get(marker)  # type: ignore[no-any-return]
    if place.precision in {PlacePrecision.COUNTRY, PlacePrecision.REGION} and head.deprel not in {"appos", "flat"}:
        return None
    return links["bare"].get(head.deprel)  # type: ignore[no-any-return]


def _marker(reading: Reading, head: Token) -> str:
    marks = [child.lower for child in reading.children(head, "case") if child.index < head.index]
    return marks[0] if marks else ""


def _is_closed(scene: Scene, there: Token, *, is_down: bool, links: Mapping[str, Any]) -> bool:
    """Say whether the way ends here: at people and bodies, whose places are their own."""
    if not is_down or not _is_actor(scene, there):
        return False
    actors = links["actors"]
    return there.deprel not in actors["relations"] and _marker(scene.reading, there) not in actors["markers"]


def _is_actor(scene: Scene, token: Token) -> bool:
    return any(m.kind in _ACTORS and m.start <= token.start < m.end for m in scene.mentions)


def _cue_tokens(reading: Reading, token: Token) -> frozenset[int]:
    """Return the words of speech of the token's sentence, less itself: what hangs on them is where it was said."""
    sentence = reading.sentence_of(token).span
    cues = [link.cue.span for link in reading.attributions if sentence.covers(link.cue.span)]
    return frozenset(t.index for cue in cues for t in reading.tokens_in(cue)) - {token.index}


def _event_tokens(reading: Reading, token: Token) -> frozenset[int]:
    sentence = reading.sentence_of(token).span
    events = [e for e in reading.spans.get("events", ()) if sentence.covers(e.span) and e.label == "OCCURRENCE"]
    return frozenset(t.index for e in events for t in reading.tokens_in(e.span)) - {token.index}


def _is_setting(reading: Reading, event: Token, links: Mapping[str, Any]) -> bool:
    """Say whether an event word is where the other happened: "killed in a raid", not "called for a raid"."""
    return event.deprel.startswith("nsubj") or _marker(reading, event) in links["settings"]


def _coordinated(reading: Reading, first: Place, places: Mapping[int, Place]) -> list[Place]:
    """Return the places that "and", "or" or a comma puts beside the first, of about its size."""
    head = next(reading.tokens[index] for index, place in places.items() if place is first)
    others = [child for child in reading.children(head, "conj") if child.index in places]
    return [places[t.index] for t in others if abs(_size(places[t.index]) - _size(first)) <= 1]


def _where(place: Place, why: str) -> Where:
    return Where(
        place=place.mention,
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        precision=place.precision.value if place.precision else None,
        why=why,
    )


def _marked(scene: Scene, place: Place) -> str:
    head = scene.reading.head_of(place.span)
    marker = _marker(scene.reading, head) if head else ""
    words = scene.text[place.start : place.end]
    return f"{marker} {words}" if marker and not words.lower().startswith(marker) else words


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(load_table("place_links.toml")[section]["words"])


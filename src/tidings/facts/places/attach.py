"""Where an event took place: the way along the grammar from its word to a place."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from tidings.facts.places.borrow import is_placed
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
#: Words between an event word and its place, right after it or in reach; letters of an opening "In the city of".
_RIGHT_AFTER, _IN_REACH, _OPENING = 8, 14, 24
#: Sentences behind the first one that say where a story plays.
_LEAD = 2
#: Letters of "'s " behind a place.
_POSSESSIVE = 4
#: Words that may stand between a place and an event noun behind it.
_BEFORE = 6
#: What a verb has, and a noun that was taken for one has not.
_OF_VERBS = ("nsubj", "nsubj:pass", "aux", "aux:pass", "mark")
#: How a place hangs on people or bodies that are only from there: "an Ohio man".
_OF_SOMEONE = frozenset({"compound", "amod", "nmod:poss", "nmod:unmarked"})


def find_where(scene: Scene, token: Token) -> tuple[Where, ...]:
    """Return the place of the event whose word is `token`, then further places it is said to be at."""
    places = _places_by_head(scene, token)
    if not places:
        return ()
    reached = [
        *_reach(scene, token, places),
        *_right_after(scene, token, places),
        *_right_before(scene, token, places),
    ] or _loosely(scene, token, places)
    if not reached:
        return ()
    cheapest = min(cost for cost, _ in reached)
    near = [(cost, place) for cost, place in reached if cost <= cheapest + _ABOUT_AS_CHEAP]
    ranked = sorted(
        (not is_placed(place), _size(place), cost, abs(place.start - token.start), n)
        for n, (cost, place) in enumerate(near)
    )
    first = near[ranked[0][-1]][1]
    others = _coordinated(scene.reading, first, places)
    why = f"“{_marked(scene, first)}” belongs to “{token.text}”"
    more = (_where(p, f"“{_marked(scene, p)}” belongs to “{token.text}”") for p in others)
    return (_inner(scene, first, why) or _where(first, why), *more)


def _inner(scene: Scene, outer: Place, why: str) -> Where | None:
    """Return the place that a larger one only says the whereabouts of: "Syria's Idlib", "Sarmada, Syria"."""
    if _size(outer) <= _TOWN_SIZE:
        return None
    owned = next(iter(scene.places_from(outer.end, outer.end + _POSSESSIVE)), None)
    if owned is not None and scene.text[outer.end : owned.start].strip() in {"'s", "’s"}:
        return _where(owned, why)
    for place in scene.places_from(outer.start - _OPENING * 2, outer.start):
        if not is_placed(place) and scene.text[place.end : outer.start].strip() == "," and not place.name.islower():
            return replace(_where(place, why), country=outer.country)
    return None


def _size(place: Place) -> int:
    return _SIZES.get(place.precision, _UNKNOWN_SIZE) if place.precision else _UNKNOWN_SIZE


def find_scene_place(scene: Scene, token: Token) -> Where | None:
    """Return where the scene is when the event's own sentence does not say: weak evidence, `why` says which.

    The nearest place before it in the paragraph that is said with "in", "at" or "near", else
    one of the headline. The dateline does not count: it is where the newsroom is.
    """
    own = _in_own_sentence(scene, token)
    if own is not None:
        return own
    start = scene.text.rfind("\n\n", 0, token.start) + 1
    before = scene.places_from(start, scene.reading.sentence_of(token).start)
    told = [p for p in before if is_placed(p) and _says_where(scene, p)]
    if told:
        return _where(told[-1], f"no place of its own; “{_marked(scene, told[-1])}” stands before it in the paragraph")
    for place in scene.places:
        if is_placed(place) and _size(place) <= _TOWN_SIZE and scene.zone_at(place.start) is ZoneKind.HEADLINE:
            return _where(place, f"no place of its own; “{place.name}” stands in the headline")
    return _after_lead(scene, token)


def _after_lead(scene: Scene, token: Token) -> Where | None:
    """Return the town that the sentences behind the first one name: a story that opens with its event."""
    sentences = scene.reading.sentences
    body = [s for s in sentences if scene.zone_at(s.start) is ZoneKind.BODY]
    if not body or scene.reading.sentence_of(token) != body[0]:
        return None
    for place in scene.places_from(body[0].end, body[min(_LEAD, len(body) - 1)].end):
        if is_placed(place) and _size(place) <= _TOWN_SIZE and _says_where(scene, place):
            return _where(place, f"no place of its own; “{_marked(scene, place)}” follows its sentence")
    return None


def _in_own_sentence(scene: Scene, token: Token) -> Where | None:
    """Return the place that the sentence names behind the event, or before it, however far the grammar has it."""
    sentence = scene.reading.sentence_of(token).span
    told = [p for p in scene.places_from(sentence.start, sentence.end) if _says_where(scene, p)]
    told = [p for p in told if _size(p) <= _SIZES[PlacePrecision.PROVINCE] or (is_placed(p) and p.country)]
    behind = [p for p in told if p.start > token.start] or told[-1:]
    if not behind:
        return None
    why = f"no place of its own; “{_marked(scene, behind[0])}” stands in its sentence"
    return _inner(scene, behind[0], why) or _where(behind[0], why)


def _says_where(scene: Scene, place: Place) -> bool:
    head = scene.reading.head_of(_mention_span(scene, place))
    if head is None or _place_marker(scene, place) not in load_table("place_links.toml")["near_markers"]:
        return False
    governor = scene.reading.head(head)
    return governor is None or (
        governor.index not in _cue_tokens(scene.reading, head) and not _is_actor(scene, governor)
    )


def _places_by_head(scene: Scene, token: Token) -> dict[int, Place]:
    """Return the places of the token's sentence, by the index of their head word."""
    sentence = scene.reading.sentence_of(token).span
    found: dict[int, Place] = {}
    for place in scene.places_from(sentence.start, sentence.end):
        head = scene.reading.head_of(_mention_span(scene, place))
        if head is not None and not _names_another(scene, place):
            found[head.index] = place
    return found


def _names_another(scene: Scene, place: Place) -> bool:
    """Say whether a place only says whose the thing behind it is: "the German consulate", "Iraq troops"."""
    inside = scene.reading.tokens_in(place.span)
    index = inside[-1].index + 1 if inside else len(scene.reading.tokens)
    following = scene.reading.tokens[index] if index < len(scene.reading.tokens) else None
    return following is not None and following.lemma.lower() in load_table("place_links.toml")["elsewhere"]


def _mention_span(scene: Scene, place: Place) -> Span:
    mention = scene.mention(place.mention)
    return mention.span if mention and mention.start <= place.start and place.end <= mention.end else place.span


def _reach(scene: Scene, token: Token, places: Mapping[int, Place]) -> Iterator[tuple[int, Place]]:
    """Walk the grammar from the event word, cheapest steps first, and yield places with what they cost."""
    links, reading = load_table("place_links.toml"), scene.reading
    cues, told = _cue_tokens(reading, token), _event_tokens(reading, token)
    heap, seen = [(0, token.index)], {token.index}
    while heap:
        cost, index = heapq.heappop(heap)
        here = reading.tokens[index]
        for step, there, is_down in _steps(reading, here, links):
            if is_down and _is_apart(reading, there, told, links):
                step += links["other_event"]  # noqa: PLW2901 - the step into what another event is about
            if there.index in seen or cost + step > links["most"]:
                continue
            if is_down and there.index in places:
                last = _last_step(scene, there, places[there.index], links)
                if last is not None and cost + last <= links["most"]:
                    yield cost + last, places[there.index]
            if there.index in cues or _is_closed(scene, there, is_down=is_down, links=links):
                continue
            seen.add(there.index)
            heapq.heappush(heap, (cost + step, there.index))


def _right_after(scene: Scene, token: Token, places: Mapping[int, Place]) -> Iterator[tuple[int, Place]]:
    """Yield the place that follows the event word with nothing but a marker between: no parse is needed."""
    links, reading = load_table("place_links.toml"), scene.reading
    for place in [p for p in places.values() if p.start >= token.end]:
        between = reading.tokens[token.index + 1 : reading.tokens_in(place)[0].index]
        marker = _place_marker(scene, place)
        if marker in links["near_markers"] and len(between) <= _RIGHT_AFTER and not any(_parts(t) for t in between):
            nouns = [t for t in between if t.upos in {"NOUN", "PROPN"}]
            if all(t.lemma.lower() in _words("kind_words") or _is_time(scene, t) for t in nouns):
                yield 0, place


def _right_before(scene: Scene, token: Token, places: Mapping[int, Place]) -> Iterator[tuple[int, Place]]:
    """Yield the place that stands before an event noun with only its own words between: "the Brussels bombings"."""
    is_verb = token.lower != token.lemma.lower() or scene.reading.child(token, *_OF_VERBS) is not None
    if token.upos not in {"NOUN", "PROPN"} and is_verb:
        return
    for place in [p for p in places.values() if p.end <= token.start and is_placed(p)]:
        between = _between(scene, place, token)
        small = _size(place) <= _SIZES[PlacePrecision.PROVINCE]
        marked = small or _place_marker(scene, place) in load_table("place_links.toml")["near_markers"]
        if marked and len(between) <= _BEFORE and all(_is_own_word(scene, t, place) for t in between):
            yield 1, place


def _between(scene: Scene, place: Place, token: Token) -> Sequence[Token]:
    """Return the words between a place and a word behind it."""
    return scene.reading.tokens[scene.reading.tokens_in(place.span)[-1].index + 1 : token.index]


def _is_own_word(scene: Scene, token: Token, place: Place) -> bool:
    """Say whether a word belongs to an event noun behind it, or to the larger place that follows a town's name."""
    if token.text in {",", "."} or scene.mention_at(token.start) == scene.mention_at(place.start):
        return True
    mention = scene.mention_at(token.start)
    if mention is not None and mention.kind is MentionKind.PLACE and token.upos == "PROPN":
        return scene.text[place.end : mention.start].strip() == ","
    return token.upos in {"ADJ", "NOUN"} and not _is_actor(scene, token)


def _loosely(scene: Scene, token: Token, places: Mapping[int, Place]) -> list[tuple[int, Place]]:
    """Return the place that follows in the same stretch of the sentence, or the one that opens it ("In X, …")."""
    links, reading = load_table("place_links.toml"), scene.reading
    marked = [p for p in places.values() if _place_marker(scene, p) in links["near_markers"]]
    cues = _cue_tokens(reading, token) | _event_tokens(reading, token)
    for place in sorted(marked, key=_start_of):
        between = reading.tokens[token.index + 1 : reading.tokens_in(place)[0].index]
        if between and len(between) <= _IN_REACH and not any(_parts(t) or t.index in cues for t in between):
            return [(links["most"], place)]
    opening = [p for p in marked if p.end <= token.start and _opens_clause(scene, p)]
    opening = [p for p in opening if not any(t.upos == "VERB" for t in _between(scene, p, token))]
    first = reading.tokens[reading.sentence_of(token).first]
    opening = opening or [p for p in marked if _is_opening(first) and p.start - first.end <= _OPENING]
    return [(links["most"], opening[0])] if opening else []


def _is_opening(first: Token) -> bool:
    return first.lower in load_table("place_links.toml")["near_markers"]


def _opens_clause(scene: Scene, place: Place) -> bool:
    """Say whether "in X" opens a sentence or stands right behind a comma: "According to reports, in X, …"."""
    tokens = scene.reading.tokens
    index = scene.reading.tokens_in(place.span)[0].index - 1
    while index > 0 and _introduces(scene.reading, index):
        index -= 1
    return index > 0 and _is_opening(tokens[index]) and tokens[index - 1].text == ","


def _start_of(place: Place) -> int:
    return place.start


def _parts(token: Token) -> bool:
    """Say whether a word or mark begins another stretch of the sentence."""
    return token.upos in {"VERB", "AUX", "SCONJ", "CCONJ"} or token.lower in {
        "who",
        "which",
        "that",
        ";",
        ":",
        "(",
        "“",
        '"',
    }


def _is_time(scene: Scene, token: Token) -> bool:
    return scene.time_at(token.start) is not None


def _steps(reading: Reading, here: Token, links: Mapping[str, Any]) -> Iterator[tuple[int, Token, bool]]:
    for child in reading.children(here):
        if child.deprel in links["down"]:
            yield links["down"][child.deprel], child, True
    head = reading.head(here)
    if head is not None and here.deprel in links["up"]:
        yield links["up"][here.deprel], head, False


def _last_step(scene: Scene, head: Token, place: Place, links: Mapping[str, Any]) -> int | None:
    """Return what it costs that the place stands as it does, None when it does not say where."""
    marker = _place_marker(scene, place)
    governor = scene.reading.head(head)
    if governor is not None and marker in {"of", "from"}:
        if _is_actor(scene, governor):
            return None
        if governor.lower in _words("directions"):
            return _NEARBY
    if marker:
        return links["markers"].get(marker)  # type: ignore[no-any-return]
    from_there = governor is not None and (governor.lower in _words("natives") or _is_actor(scene, governor))
    if from_there and head.deprel in _OF_SOMEONE:
        return None
    if place.precision in {PlacePrecision.COUNTRY, PlacePrecision.REGION} and head.deprel not in {"appos", "flat"}:
        return None
    return links["bare"].get(head.deprel)  # type: ignore[no-any-return]


def _place_marker(scene: Scene, place: Place) -> str:
    """Return the word that marks a place: the one before it, past "the city of" and the like."""
    reading = scene.reading
    inside = reading.tokens_in(_mention_span(scene, place))
    index = inside[0].index - 1 if inside else -1
    first = reading.sentence_of(inside[0]).first if inside else 0
    while index >= first and _introduces(reading, index):
        index -= 1
    before = reading.tokens[index] if index >= first else None
    if before is not None and before.upos == "ADP":
        return before.lower
    head = reading.head_of(_mention_span(scene, place))
    return _marker(reading, head) if head is not None else ""


def _introduces(reading: Reading, index: int) -> bool:
    """Say whether a word only leads to the place's name: an article, an adjective, "city of"."""
    token = reading.tokens[index]
    if token.lower == "of" and index:
        return reading.tokens[index - 1].lemma.lower() in _words("kind_words")
    return token.upos in {"DET", "ADJ"} or token.lemma.lower() in _words("kind_words")


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
    mention = scene.mention_at(token.start)
    return mention is not None and mention.kind in _ACTORS


def _cue_tokens(reading: Reading, token: Token) -> frozenset[int]:
    """Return the words of speech of the token's sentence, less itself: what hangs on them is where it was said."""
    sentence = reading.sentence_of(token).span
    cues = reading.cues_in(sentence)
    return frozenset(t.index for cue in cues for t in reading.tokens_in(cue)) - {token.index}


def _event_tokens(reading: Reading, token: Token) -> frozenset[int]:
    sentence = reading.sentence_of(token).span
    events = [e for e in reading.spans_in("events", sentence) if e.label == "OCCURRENCE"]
    return frozenset(t.index for e in events for t in reading.tokens_in(e)) - {token.index}


def _is_apart(reading: Reading, there: Token, told: frozenset[int], links: Mapping[str, Any]) -> bool:
    """Say whether a word is another event with a place of its own: "called for a raid", not "killed in a raid"."""
    marker = _marker(reading, there)
    if marker in links["apart"]:
        return True
    if there.lemma.lower() in links["occurring"]:
        return False
    return there.index in told and not there.deprel.startswith("nsubj") and marker not in links["settings"]


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
    marker, words = _place_marker(scene, place), scene.text[place.start : place.end]
    return f"{marker} {words}" if marker else words


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(load_table("place_links.toml")[section]["words"])

"""Targets of one event without repetitions: a group that is told of again is one target, a person stands by name."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.facts.events.numbers import parse_count
from tidings.facts.events.victims import singular
from tidings.facts.scene import Scene
from tidings.model.event import Target
from tidings.model.mention import MentionKind
from tidings.model.span import Span

_ARTICLES = frozenset(
    {"the", "a", "an", "these", "those", "this", "that", "some", "other", "his", "her", "their", "its"}
)


def tidy_targets(scene: Scene, targets: Sequence[Target]) -> tuple[Target, ...]:
    """Return the targets, persons by their names, those that repeat a fuller telling left out."""
    named = [_by_name(scene, target) for target in targets]
    return tuple(t for t in named if not any(_repeats(scene, t, other) for other in named if other is not t))


def _by_name(scene: Scene, target: Target) -> Target:
    """Return a person with the words of the name where only a description stood: "the minister"."""
    entity = scene.actors.entity(target.entity) if target.entity is not None else None
    if (
        entity is None
        or entity.kind is not MentionKind.PERSON
        or not entity.name
        or _has_name(scene, target, entity.name)
    ):
        return target
    spans = [Span(m.start, m.end) for m in scene.mentions if m.entity == entity.id]
    full = [span for span in spans if entity.name.lower() in span.of(scene.text).lower()]
    if not full:
        return target
    start = scene.text.lower().index(entity.name.lower(), full[0].start)
    return replace(target, span=Span(start, start + len(entity.name)), why=f"{target.why}, whose name it is")


def _has_name(scene: Scene, target: Target, name: str) -> bool:
    return bool(set(target.span.of(scene.text).lower().split()) & set(name.lower().split()))


def _repeats(scene: Scene, one: Target, other: Target) -> bool:
    """Say whether a group is told of again in fewer words: "the priests" or "six" after "six Jesuit priests"."""
    if one.kind is not other.kind or (one.entity is not None and other.entity is not None):
        return False
    fewer, more = _words(scene, one), _words(scene, other)
    if not fewer <= more or (fewer == more and one.span.start <= other.span.start):
        return False
    counts = [parse_count(scene.reading, t.span) for t in (one, other)]
    bounds = {c.at_least if c is not None and not c.is_article else None for c in counts}
    if not fewer:
        return len(bounds) == 1 and None not in bounds
    return _head(scene, one) == _head(scene, other) and len(bounds - {None}) <= 1


def _head(scene: Scene, target: Target) -> str:
    head = scene.reading.head_of(target.span)
    return singular(head.lower) if head is not None else ""


def _words(scene: Scene, target: Target) -> frozenset[str]:
    tokens = scene.reading.tokens_in(target.span)
    return frozenset(singular(t.lower) for t in tokens if t.lower not in _ARTICLES and t.upos not in {"NUM", "PUNCT"})

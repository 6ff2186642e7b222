"""Both ends of a relation: which actors they are, and whether they may stand in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tidings.facts.scene import Scene
from tidings.model.mention import Entity, MentionKind
from tidings.model.reading import Token
from tidings.model.relation import RelationKind

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_COUNTS = frozenset({"NUM", "DET"})
_PARTS = frozenset({"number", "part", "dozen", "hundred", "thousand", "score", "some", "group"})
_ARMED = frozenset({"armed-group", "military", "police", "alliance"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A relation as one rule reads it: both ends, the words it rests on, and why."""

    relation: RelationKind
    from_: str
    to: str
    first: int
    last: int
    cue: int
    why: str
    rule: str
    hedge: str | None = None


def actor_at(scene: Scene, token: Token) -> str | None:
    """Return the actor of the phrase that a token heads."""
    linked = scene.actors.linked(token)
    if linked is not None or token.upos not in _NOUNS:
        return linked
    found = scene.actors.resolve(token.span)
    if found is None and (token.upos in _COUNTS or token.lemma.lower() in _PARTS):
        found = scene.actors.resolve(scene.reading.phrase(token))
    return found


def with_conjuncts(scene: Scene, token: Token) -> Iterator[Token]:
    """Yield a token and what is joined to it by "and"."""
    yield token
    yield from scene.reading.children(token, "conj")


def may_stand(scene: Scene, relation: RelationKind, from_: str, to: str) -> bool:
    """Say whether two actors may stand in a relation: leaders are people, what they lead is no state."""
    one, other = scene.actors.entity(from_), scene.actors.entity(to)
    if from_ == to or _same_name(one, other):
        return False
    if relation in {RelationKind.LEADS, RelationKind.SPEAKS_FOR}:
        is_state = other.category == "state"
        return scene.actors.is_named(from_) and not (relation is RelationKind.LEADS and is_state)
    if relation is RelationKind.MEMBER_OF:
        return other.kind is MentionKind.ORGANISATION and other.category != "state"
    if relation is RelationKind.LOCATED_IN:
        return other.category in {"state", "government"}
    return relation is RelationKind.FOLLOWS or other.kind is MentionKind.ORGANISATION or is_force(other)


def is_force(entity: Entity) -> bool:
    """Say whether an actor is a body or a number of armed people."""
    return entity.kind is MentionKind.ORGANISATION or entity.category in _ARMED


def _same_name(one: Entity, other: Entity) -> bool:
    return one.name is not None and one.name == other.name

"""Which actor of the whole store an entity of one report is.

A body in the registry is known by its registry entry. Anybody else is known by a full name,
kind and, for bodies, country; of people with one name, those whose roles and countries cannot
be one person's stay apart. A surname alone, and a body without a name of its own ("the police"),
mean something within their report only; whoever has no name is no actor.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from tidings.model.mention import Entity, MentionKind
from tidings.model.record import Record
from tidings.resolution.table import body_words, common_words, standings
from tidings.resources.registry import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An actor that the store has already, as far as it decides who is the same."""

    id: str
    kind: str
    category: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorChoice:
    """The actor that an entity is.

    `id` is None for whoever has no name. `names` are the folded names that the actor is found
    by from other reports, none where the name means something within its report only.
    """

    id: str | None
    names: tuple[str, ...]
    why: str


def find_actor_names(entity: Entity) -> tuple[str, ...]:
    """Return the folded names by which the same actor is found in other reports, the main one first."""
    if entity.registry:
        return _folded((entity.registry, entity.name or "", *entity.same_as))
    if not _is_named(entity):
        return ()
    if entity.kind is MentionKind.PERSON:
        return _folded(name for name in (entity.name or "", *entity.same_as) if " " in name.strip())
    return _folded((entity.name or "",)) if _is_proper(entity) else ()


def find_actor_id(entity: Entity, record: Record, known: Sequence[KnownActor] = ()) -> ActorChoice:
    """Return which actor an entity is; `known` are the actors that go by its main name already."""
    names = find_actor_names(entity)
    if entity.registry:
        return ActorChoice(
            id="r-" + name_key(entity.registry).replace(" ", "-")[:36], names=names, why=f"registry: {entity.registry}"
        )
    if not _is_named(entity):
        return ActorChoice(id=None, names=(), why="no name: known within its report only")
    if not names:
        key = _hashed(record.report.id, entity.id)
        return ActorChoice(id=f"x-{key}", names=(), why=f"{entity.name!r} alone says who it is in this report only")
    return _find_by_name(entity, names, known)


def is_compatible(entity: Entity, known: KnownActor) -> bool:
    """Say whether an entity can be an actor of the same name: kind, country and standing agree."""
    if known.kind != entity.kind.value:
        return False
    if entity.country and known.country and entity.country != known.country:
        return False
    if entity.kind is MentionKind.ORGANISATION and not (entity.country and known.country):
        return entity.country == known.country or entity.category == known.category
    mine, theirs = standings().get(entity.category or ""), standings().get(known.category or "")
    return mine is None or theirs is None or mine == theirs


def _find_by_name(entity: Entity, names: tuple[str, ...], known: Sequence[KnownActor]) -> ActorChoice:
    for actor in sorted(known, key=lambda actor: actor.id):
        if is_compatible(entity, actor):
            return ActorChoice(id=actor.id, names=names, why=f"same name {names[0]!r}; {_agreed(entity, actor)}")
    parts = (names[0], entity.kind.value)
    if not known:
        return ActorChoice(id=f"n-{_hashed(*parts)}", names=names, why=f"the first of the name {names[0]!r}")
    own = _hashed(*parts, entity.category or "", entity.country or "")
    others = ", ".join(sorted({_described(actor.category, actor.country) for actor in known}))
    why = f"of the name {names[0]!r}, but {_described(entity.category, entity.country)} and not {others}"
    return ActorChoice(id=f"n-{own}", names=names, why=why)


def _is_named(entity: Entity) -> bool:
    """Say whether an entity has a name and not a description only."""
    name = (entity.name or "").strip()
    if not name or name == entity.role:
        return False
    return any(word[:1].isupper() for word in name.split())


def _is_proper(entity: Entity) -> bool:
    """Say whether a body's name tells it from others: a word that few reports use, or a country's body."""
    words = name_key(entity.name or "").split()
    if entity.category == "state" and entity.country:
        return True
    telling = [word for word in words if len(word) > 1 and word not in common_words() and not _is_body_word(word)]
    return bool(telling) or (len(words) > 1 and entity.country is not None)


def _is_body_word(word: str) -> bool:
    return {word, word.removesuffix("s")} & body_words() != set()


def _agreed(entity: Entity, actor: KnownActor) -> str:
    if entity.country and entity.country == actor.country:
        return f"both of {entity.country}"
    if entity.category and entity.category == actor.category:
        return f"both {entity.category}"
    return "nothing speaks against it"


def _described(category: str | None, country: str | None) -> str:
    return " of ".join(part for part in (category or "of no known standing", country) if part)


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in (name_key(name) for name in names) if key))


def _hashed(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]

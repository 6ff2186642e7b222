"""Actors: the list, and everything about one."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from tidings.model.incident import Decision
from tidings.model.refs import actor_ref
from tidings.store import Connection, Store
from tidings.store.queries.actors import (
    ActorRow,
    Deed,
    RelationRow,
    find_actor,
    find_actors,
    find_countries,
    find_deeds,
    find_kinds,
    find_names,
    find_relations,
    find_roles,
    find_similar,
    name_actors,
)
from tidings.store.queries.missions import find_levels
from tidings.store.queries.review import find_history
from tidings.store.queries.shared import Slice
from tidings.store.queries.statements import StatementFilter, StatementRow, find_statements
from tidings.store.queries.threads import ThreadRow, find_threads_about
from tidings.views.as_seen import hide_others
from tidings.views.countries import name_country
from tidings.views.strength import Strength, strength_of

#: So many statements stand on an actor's page; the rest are a search away.
SAID = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFilter:
    """Which actors to list; "" is anything."""

    words: str = ""
    kind: str = ""
    category: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorList:
    """A page of the list, and what it can be narrowed to."""

    found: Slice[ActorRow]
    kinds: tuple[str, ...]
    categories: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """Everything on an actor's page."""

    actor: ActorRow
    names: tuple[str, ...]
    roles: tuple[tuple[str, int], ...]
    deeds: tuple[tuple[str, tuple[Deed, ...]], ...]
    relations: tuple[RelationRow, ...]
    statements: Slice[StatementRow]
    strengths: tuple[Strength, ...]
    threads: tuple[ThreadRow, ...]
    similar: tuple[ActorRow, ...]
    decisions: tuple[Decision, ...]
    is_hidden: bool
    others: dict[str, str]

    @property
    def is_mission(self) -> bool:
        """Say whether a strength of it as a whole is known, so that it has a mission file."""
        return self.actor.kind == "organisation" and any(s.is_whole for s in self.strengths)


def list_actors(store: Store, wanted: ActorFilter, page: int) -> ActorList:
    """Return a page of the actors of a store."""
    with store.connect() as connection:
        found = find_actors(
            connection,
            words=wanted.words,
            kind=wanted.kind,
            category=wanted.category,
            country=wanted.country,
            page=page,
        )
        kinds, categories = find_kinds(connection)
        countries = sorted(((code, name_country(code)) for code in find_countries(connection)), key=itemgetter(1))
    return ActorList(found=found, kinds=kinds, categories=categories, countries=tuple(countries))


def load_actor(store: Store, id: str, coder: str | None = None) -> ActorPage | None:  # noqa: A002 - the actor's own
    """Return everything about an actor; None when there is none of this id.

    What others decided on it shows to a coder once she has decided on it too.
    """
    with store.connect() as connection:
        actor = find_actor(connection, id)
        if actor is None:
            return None
        decided, _ = find_history(connection, subject=actor_ref(actor.id))
        decisions = hide_others(connection, decided, coder)
        return ActorPage(
            actor=actor,
            names=tuple(name for name in find_names(connection, actor.key) if name != actor.name.lower()),
            roles=find_roles(connection, actor.key),
            deeds=by_part(find_deeds(connection, actor.key)),
            relations=find_relations(connection, actor.key),
            statements=find_statements(connection, StatementFilter(actor=actor.id), size=SAID),
            strengths=tuple(strength_of(level, actor.id) for level in find_levels(connection, actor.key)),
            threads=find_threads_about(connection, actor=actor.key),
            similar=find_similar(connection, actor),
            decisions=decisions,
            is_hidden=len(decisions) < len(decided),
            others=_names_in(connection, decisions),
        )


def _names_in(connection: Connection, decisions: Iterable[Decision]) -> dict[str, str]:
    """Return the names of the actors that decisions are on, by their references."""
    refs = {ref for decision in decisions for ref in (decision.subject, decision.other) if ref}
    named = name_actors(connection, [ref.removeprefix("actor:") for ref in refs])
    return {actor_ref(id_): name for id_, name in named.items()}


def by_part(deeds: Iterable[Deed]) -> tuple[tuple[str, tuple[Deed, ...]], ...]:
    """Return what an actor did, suffered and is held responsible for, claims apart from facts."""
    found: dict[str, list[Deed]] = {}
    for deed in deeds:
        found.setdefault(deed.part, []).append(deed)
    return tuple((part, tuple(found.pop(part))) for part in ORDER if part in found)


#: The parts that an actor can have in an event, and what they are called.
PARTS: dict[str, str] = {
    "agent": "Did, as reports state it",
    "target": "Had done to it",
    "claimed": "Claimed by it",
    "blamed": "Blamed on it",
    "suspected": "Suspected of it",
    "denied": "Denied by it, or said not to be its doing",
    "not-confirmed": "Not confirmed",
}
ORDER = tuple(PARTS)

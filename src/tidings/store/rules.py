"""What the store asks of resolution, given to it by whoever joins the two."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tidings.model.incident import Candidate, Decision, Features, Member, Summary
from tidings.model.mention import Entity
from tidings.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleActor:
    """An actor as it was when it first appeared."""

    id: str
    kind: str
    category: str | None
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFound:
    """Which actor an entity is by rule; `id` is None for whoever has no name."""

    id: str | None
    names: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFound:
    """How much of a text is in another, whether that makes it a copy, and why."""

    similarity: float
    is_copy: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFound:
    """The incident that an event joins by rule (None: none of the candidates), and why.

    `also` are other incidents, each with a reason, that turn out to be the same one.
    """

    incident: str | None
    why: str
    also: tuple[tuple[str, str], ...] = ()


class Rules(Protocol):
    """The rules of resolution, each a pure function."""

    def find_bands(self, record: Record) -> tuple[str, ...]:
        """Return what a report is indexed under to find its copies."""

    def compare(self, record: Record, other: Record) -> CopyFound:
        """Compare two reports' texts."""

    def find_actor_names(self, entity: Entity) -> tuple[str, ...]:
        """Return the folded names by which an actor is found, the main one first."""

    def find_actor(self, entity: Entity, record: Record, known: Sequence[RuleActor]) -> ActorFound:
        """Return which actor an entity is; `known` go by its main name already."""

    def find_features(self, record: Record, copy_group: str) -> tuple[Features, ...]:
        """Return the features of the events that take part in merging."""

    def find_blocks(self, features: Features) -> tuple[str, ...]:
        """Return the blocks of an event."""

    def founds(self, features: Features) -> bool:
        """Say whether an event may begin an incident."""

    def choose(self, event: Features, candidates: Sequence[Candidate], bound: Sequence[Decision]) -> IncidentFound:
        """Return the incident that an event belongs to; `bound` are people's decisions on the event."""

    def summarise(self, members: Sequence[Member]) -> Summary:
        """Return what an incident is, over its members."""

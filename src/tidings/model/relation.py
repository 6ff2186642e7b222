"""Relations between actors, and threads that are still open."""

from dataclasses import dataclass
from enum import StrEnum

from tidings.model.span import Span
from tidings.model.when import Interval


class RelationKind(StrEnum):
    """How one actor stands to another."""

    MEMBER_OF = "member-of"
    FRONT_OF = "front-of"
    BACKED_BY = "backed-by"
    LEADS = "leads"
    SPEAKS_FOR = "speaks-for"
    LOCATED_IN = "located-in"
    ALLIED_WITH = "allied-with"
    FIGHTING_AGAINST = "fighting-against"
    FOLLOWS = "follows"


class ThreadKind(StrEnum):
    """What is to be followed up."""

    INVESTIGATION = "investigation"
    CONSEQUENCES_PROMISED = "consequences-promised"
    NEGOTIATION = "negotiation"
    DEPLOYMENT_PLANNED = "deployment-planned"
    OTHER = "other"


class ThreadStatus(StrEnum):
    """How far a thread has come."""

    PROMISED = "promised"
    UNDER_WAY = "under-way"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation as the report words it; `from_` and `to` are entity ids, `hedge` the words that soften it."""

    relation: RelationKind
    from_: str
    to: str
    hedge: str | None
    source: str
    span: Span
    why: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Something promised or begun; `by` is an entity id, `about` an event or statement id."""

    kind: ThreadKind
    by: str | None
    about: str | None
    status: ThreadStatus
    when: Interval | None
    span: Span
    source: str
    why: str = ""
    rule: str = ""

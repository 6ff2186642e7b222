"""Mentions and entities: who and what a report names, and which names are one actor."""

from dataclasses import dataclass, field
from enum import StrEnum

from tidings.model.span import Span


class MentionKind(StrEnum):
    """The kinds of thing that a mention may name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NATIONALITY = "nationality"
    WEAPON = "weapon"
    VEHICLE = "vehicle"
    PLATFORM = "platform"
    TIME = "time"
    QUANTITY = "quantity"
    MONEY = "money"
    DOCUMENT = "document"
    NAMED_EVENT = "named-event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names something; `entity` is the actor it belongs to, if any."""

    id: str
    start: int
    end: int
    text: str
    kind: MentionKind
    entity: str | None = None
    rule: str = ""
    score: float | None = None

    @property
    def span(self) -> Span:
        """The mention as a span of the report."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One actor of a report, all its mentions joined.

    `category` is one of state, government, military, alliance, armed-group, police, court,
    agency, party, media, company, civilian, official, ngo, igo or None; `country` is
    ISO 3166 alpha-3; `same_as` holds its other names in the report and in the registry;
    `affiliation` is the id of another entity.
    """

    id: str
    kind: MentionKind
    name: str | None
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    category: str | None = None
    same_as: tuple[str, ...] = ()
    registry: str | None = None
    span: Span | None = None
    mentions: tuple[str, ...] = field(default=())
    why: str = ""

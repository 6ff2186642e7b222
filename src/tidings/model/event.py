"""Events by PLOVER type, with what is known of doers, victims, time and place."""

from dataclasses import dataclass
from enum import StrEnum

from tidings.model.span import Span
from tidings.model.when import When


class Status(StrEnum):
    """Whether an event took place. Nothing planned, possible or denied is ever `happened`."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    ATTEMPTED = "attempted"
    PLANNED = "planned"
    PROMISED = "promised"
    REQUESTED = "requested"
    POSSIBLE = "possible"
    DENIED = "denied"
    BACKGROUND = "background"


class Harm(StrEnum):
    """What was done to people."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed-or-injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    DISPLACED = "displaced"


class Victim(StrEnum):
    """The kind of person harmed."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    OFFICIAL = "official"
    UNKNOWN = "unknown"


class TargetKind(StrEnum):
    """What an event is done to."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PROPERTY = "property"
    PLACE = "place"


class ResponsibilityRelation(StrEnum):
    """What is said about who did it."""

    CLAIMED = "claimed"
    BLAMED = "blamed"
    SUSPECTED = "suspected"
    DENIED = "denied"
    NOT_CONFIRMED = "not-confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A doer that the report itself states as fact."""

    entity: str | None
    span: Span
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Whom or what the event was done to."""

    entity: str | None
    span: Span
    kind: TargetKind
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """A weapon used; `kind` is a word such as missile, bomb, firearm, drone."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where an event took place; `place` is the id of a mention listed in `places`."""

    place: str | None
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    precision: str | None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties:
    """People harmed, as one source states it.

    `at_least` and `at_most` are inclusive head counts, None where open; `part_of` is the
    id of the entry of the same event that this one is a subset of; `source` is a
    statement id, an entity id or "report"; `nationality` is ISO 3166 alpha-3.
    """

    id: str
    harm: Harm
    at_least: int | None
    at_most: int | None
    approximate: bool
    who: str | None
    victim: Victim
    nationality: str | None
    part_of: str | None
    source: str
    span: Span
    why: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who claims, denies or is blamed. A claim is never a finding.

    `actor` is the one held responsible, `by` the one who says so: entity ids.
    """

    relation: ResponsibilityRelation
    actor: str | None
    by: str | None
    statement: str | None
    span: Span
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of a report, all its mentions joined.

    `type` and `mode` are PLOVER's; what PLOVER has no type for has `type` None and
    `mode` accident, natural-disaster or crime. `sources` are "report" and statement ids.
    """

    id: str
    type: str | None
    mode: str | None
    context: tuple[str, ...]
    trigger: Span
    mentions: tuple[Span, ...]
    status: Status
    agents: tuple[Agent, ...] = ()
    targets: tuple[Target, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    when: When | None = None
    where: Where | None = None
    also_at: tuple[Where, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    responsibility: tuple[Responsibility, ...] = ()
    sources: tuple[str, ...] = ("report",)
    confidence: float = 0.0
    why: str = ""
    rule: str = ""

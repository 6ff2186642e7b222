"""Statements: who said, denied, promised or would not say what."""

from dataclasses import dataclass
from enum import StrEnum

from tidings.model.span import Span
from tidings.model.when import Interval


class Act(StrEnum):
    """What a speaker does by a statement."""

    ASSERT = "assert"
    PROMISE = "promise"
    THREATEN = "threaten"
    DENY = "deny"
    DECLINE = "decline"
    CONFIRM = "confirm"
    NOT_CONFIRM = "not-confirm"
    CLAIM_RESPONSIBILITY = "claim-responsibility"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    WELCOME = "welcome"
    REQUEST = "request"
    ANNOUNCE = "announce"
    BELIEVE = "believe"
    INTEND = "intend"
    OTHER = "other"


class Form(StrEnum):
    """How the words are given: quoted, told, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: an entity, the words that name it, and on what condition it spoke."""

    entity: str | None
    span: Span | None
    named: bool
    role: str | None
    on_condition: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An attribution of words, belief or intention to someone (PolNeAR's notion)."""

    id: str
    speaker: Speaker | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    act: Act
    when: Interval | None
    venue: str | None
    within: str | None
    why: str = ""
    rule: str = ""

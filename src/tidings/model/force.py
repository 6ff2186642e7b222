"""Force levels: how many, of what, whose, where, now or planned, on what conditions."""

from dataclasses import dataclass
from enum import StrEnum

from tidings.model.span import Span
from tidings.model.when import Interval


class ForceStatus(StrEnum):
    """Whether a strength is there, was there, is planned or is allowed."""

    CURRENT = "current"
    PLANNED = "planned"
    AUTHORISED = "authorised"
    PAST = "past"


class ConditionKind(StrEnum):
    """What a strength depends on or is limited to."""

    CONDITIONAL = "conditional"
    GRADUAL = "gradual"
    REQUESTED_BY = "requested-by"
    SCOPE = "scope"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition in the report's words; `by` is an entity id."""

    kind: ConditionKind
    by: str | None
    span: Span
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceLevel:
    """A strength or a change of strength, in heads.

    A level simply stated stands in `to`, `from_` None; a range has `to` and `to_at_most`;
    "125 more" has `change`. `force` and `owner` are entity ids, `place` a mention id,
    `source` a statement id, an entity id or "report".
    """

    id: str
    force: str | None
    owner: str | None
    place: str | None
    unit: str
    from_: int | None
    to: int | None
    to_at_most: int | None
    change: int | None
    approximate: bool
    status: ForceStatus
    when: Interval | None
    conditions: tuple[Condition, ...]
    source: str
    span: Span
    why: str = ""
    rule: str = ""

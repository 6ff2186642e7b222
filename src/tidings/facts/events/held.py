"""Held: one who is held responsible, before it is known of which event."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tidings.model.event import ResponsibilityRelation as Relation
from tidings.model.reading import Reading, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One who claims, denies, is blamed or suspected, before it is known of which event.

    `actor` and `by` are heads of phrases, None where the words name nobody; `selves` says that the
    actor is the speaker of the statement around the cue; `deed` is the half-open range of tokens
    in which the deed is told; `pointing` that it only answers an accusation told beside it.
    """

    relation: Relation
    cue: Token
    actor: Token | None
    by: Token | None
    deed: tuple[int, int]
    rule: str
    selves: bool = False
    pointing: bool = False


#: Looks at a cue word and yields who is held responsible by it.
Rule = Callable[[Reading, Token], Iterator[Held]]

"""Force levels of a report."""

import re
from collections.abc import Sequence

from tidings.facts.events.numbers import Count
from tidings.facts.forces.conditions import find_conditions
from tidings.facts.forces.owners import find_force, find_owner, find_place
from tidings.facts.forces.status import find_status
from tidings.facts.forces.strengths import Strength, find_strengths
from tidings.facts.scene import Scene
from tidings.facts.statements.cover import source_of
from tidings.facts.times.attach import find_when
from tidings.model.force import ForceLevel, ForceStatus
from tidings.model.statement import Statement
from tidings.model.time import Time
from tidings.model.when import Interval

#: What may stand between a number and its time.
_IN = re.compile(r"\s+(?:in|on|as\s+of|at\s+the\s+end\s+of)\s+", re.IGNORECASE)
#: Words before a number that make it a change, not a level ("125 more", "an additional 300").
MORE = frozenset({"more", "additional", "another", "extra", "further", "fresh", "new"})


def find_force_levels(scene: Scene, statements: Sequence[Statement]) -> tuple[ForceLevel, ...]:
    """Return the force levels in text order, ids f1, f2 and so on."""
    strengths = list(find_strengths(scene))
    levels = [_level(scene, statements, strength, strengths, n) for n, strength in enumerate(strengths, 1)]
    return tuple(levels)


def _level(
    scene: Scene, statements: Sequence[Statement], strength: Strength, others: Sequence[Strength], n: int
) -> ForceLevel:
    status, why = find_status(scene, strength)
    to, to_at_most, change = _numbers(scene, strength)
    verb = strength.verb or strength.token
    when = _time_behind(scene, strength) or find_when(scene, verb) or find_when(scene, strength.token)
    planned = status in (ForceStatus.PLANNED, ForceStatus.AUTHORISED)
    owner = find_owner(scene, statements, strength)
    return ForceLevel(
        id=f"f{n}",
        force=find_force(scene, strength),
        owner=owner,
        place=find_place(scene, strength),
        unit=strength.unit,
        from_=_value(strength.before) if strength.before else None,
        to=to,
        to_at_most=to_at_most,
        change=change,
        approximate=strength.count.approximate or bool(strength.before and strength.before.approximate),
        status=status,
        when=Interval(from_=when.from_, to=when.to) if when and (when.from_ or when.to) else None,
        conditions=find_conditions(scene, strength, others) if planned or _has_until(scene, strength) else (),
        source=source_of(statements, strength.span),
        span=strength.span,
        why=why,
        rule=f"force-levels/{strength.rule}",
    )


def _time_behind(scene: Scene, strength: Strength) -> Time | None:
    """Return the time right behind the number: "about 9,000 in May"."""
    end = strength.span.end
    return next((t for t in scene.times if t.from_ and _IN.fullmatch(scene.text[end : max(end, t.start)])), None)


def _value(count: Count) -> int | None:
    return count.at_least if count.at_least is not None else count.at_most


def _numbers(scene: Scene, strength: Strength) -> tuple[int | None, int | None, int | None]:
    """Return the level, its upper end where it is a range, and the change."""
    count, value = strength.count, _value(strength.count)
    if strength.verb_class == "withdraw":
        return None, None, -value if value else None
    if strength.before is None and (
        _is_more(scene, strength) or (strength.verb is not None and strength.verb.lemma == "add")
    ):
        return None, None, value
    if strength.before is None and strength.verb_class == "shrink":
        return (value, None, None) if _has_to(scene, strength) else (None, None, -value if value else None)
    ranged = count.at_least is not None and count.at_most is not None and count.at_most > count.at_least
    return value, count.at_most if ranged else None, None


def _is_more(scene: Scene, strength: Strength) -> bool:
    near = scene.reading.tokens_in(strength.span)
    before = scene.reading.tokens[max(0, near[0].index - 2) : near[0].index]
    return any(t.lower in MORE for t in (*before, *near) if t.sentence == strength.token.sentence)


def _has_to(scene: Scene, strength: Strength) -> bool:
    return any(t.lower == "to" for t in scene.reading.children(strength.token, "case"))


def _has_until(scene: Scene, strength: Strength) -> bool:
    tokens = scene.reading.sentence_tokens(scene.reading.sentence_of(strength.token))
    return any(t.lower in ("until", "unless") for t in tokens) and strength.verb_class in ("have", "send")

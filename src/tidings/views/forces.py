"""Force levels in plain words."""

from collections.abc import Iterator

from tidings.model.force import ForceLevel
from tidings.model.span import Span
from tidings.views.dates import write_interval
from tidings.views.names import Names
from tidings.views.page import Line
from tidings.views.words import CONDITIONS, FORCE_STATUSES, count_heads


def describe_force(level: ForceLevel, names: Names) -> Line:
    """Return a force level as a line with its conditions below."""
    source = names.source(level.source)
    when = write_interval(level.when.from_, level.when.to) if level.when else ""
    place = _place(level, names)
    whose = _whose(level, names)
    text = f"{whose}: {_strength(level)}" + (f" in {place}" if place and place not in whose else "")
    return Line(
        text=text[:1].upper() + text[1:],
        aside="; ".join(filter(None, [FORCE_STATUSES[level.status], when, f"says {source}" if source else ""])),
        evidence=(level.span,),
        why=level.why,
        id=level.id,
        below=tuple(_conditions(level, names)),
    )


def _whose(level: ForceLevel, names: Names) -> str:
    force = names.entity(level.force) if level.force else ""
    owner = names.entity(level.owner) if level.owner else ""
    if force and owner and force != owner and owner.lower() not in force.lower():
        return f"{force} ({owner})"
    return force or owner or "Force"


def _strength(level: ForceLevel) -> str:
    if level.change is not None and level.to is None:
        sign = "+" if level.change > 0 else "−"
        about = "about " if level.approximate else ""
        return f"{about}{sign}{abs(level.change):,} {level.unit}"
    upper = level.to_at_most if level.to_at_most is not None else level.to
    target = count_heads(level.to, upper, approximate=level.approximate)
    start = f"{level.from_:,} → " if level.from_ is not None else ""
    return f"{start}{target} {level.unit}"


def _place(level: ForceLevel, names: Names) -> str:
    place = next((place for place in names.record.places if place.mention == level.place), None)
    return place.name if place else ""


def _conditions(level: ForceLevel, names: Names) -> Iterator[Line]:
    seen: set[tuple[str, Span]] = set()
    for condition in level.conditions:
        by = f" by {names.entity(condition.by)}" if condition.by else ""
        text = CONDITIONS[condition.kind] + by
        if (text, condition.span) not in seen:
            seen.add((text, condition.span))
            yield Line(text=text, evidence=(condition.span,), why=condition.why)

"""Events in plain words: what, by whom, where, when, who was harmed, who is said to have done it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tidings.model.event import (
    Casualties,
    Event,
    Responsibility,
    ResponsibilityRelation,
    Status,
    Target,
    TargetKind,
    Weapon,
    Where,
)
from tidings.views.countries import name_country
from tidings.views.dates import write_interval
from tidings.views.names import Names
from tidings.views.page import Line
from tidings.views.words import HARMS, STATUSES, count_heads, join_names, name_event

#: Longer phrases for who was harmed are cut.
WHO_WORDS = 7
NOT_CONFIRMED = ResponsibilityRelation.NOT_CONFIRMED


def describe_event(event: Event, names: Names) -> Line:
    """Return an event as a line with its casualties and the responsibility for it below."""
    told = join_names(names.sources(event.sources))
    status = STATUSES[event.status]
    return Line(
        text=" · ".join(filter(None, [_headline(event, names), *map(_where, _places(event)), _when(event)])),
        aside="; ".join(filter(None, [status, f"told by {told}" if told else ""])),
        evidence=(event.trigger,),
        why=event.why,
        id=event.id,
        below=(*describe_casualties(event.casualties, names), *_responsible(event.responsibility, names)),
    )


def name_in_short(event: Event, names: Names) -> str:
    """Return an event's kind and place, to be named elsewhere."""
    kind = name_event(event.type, event.mode)
    kind = kind if kind.isupper() else kind[:1].lower() + kind[1:]
    return f"{kind} in {event.where.name}" if event.where else f"{kind} (“{names.words(event.trigger, 4)}”)"


def describe_casualties(casualties: Iterable[Casualties], names: Names) -> Iterator[Line]:
    """Yield a line for each figure; a figure that is part of another stands below it."""
    entries = tuple(casualties)
    ids = {entry.id for entry in entries}
    for entry in entries:
        if entry.part_of not in ids:
            parts = tuple(_part(part, entry, names) for part in entries if part.part_of == entry.id)
            yield _figure(entry, _heads(entry) + f" {HARMS[entry.harm]}", names, parts)


def describe_unconfirmed(event: Event, names: Names) -> Iterator[Line]:
    """Yield what is open about who did it."""
    found = [entry for entry in event.responsibility if entry.relation == NOT_CONFIRMED]
    if found:
        who = join_names(list(dict.fromkeys(names.entity(entry.by) for entry in found if entry.by)))
        said = f"not confirmed by {who}" if who else "not confirmed"
        text = f"Who is behind the {name_in_short(event, names)}: {said}"
        yield Line(text=text, evidence=tuple(dict.fromkeys(entry.span for entry in found)), why=found[0].why)


def _arm(weapon: Weapon, names: Names) -> str:
    """Return the words for a weapon; what was burned was so by fire."""
    return weapon.kind if weapon.kind == "fire" else names.words(weapon.span, 3).lower()


def _headline(event: Event, names: Names) -> str:
    kind = name_event(event.type, event.mode)
    arms = list(dict.fromkeys(_arm(weapon, names) for weapon in event.weapons))
    doers = list(dict.fromkeys(names.entity(agent.entity, agent.span) for agent in event.agents))
    aims = list(dict.fromkeys(_aim(target, names) for target in event.targets))[:3]
    return " ".join(
        filter(
            None,
            [
                kind,
                f"({', '.join(arms)})" if arms else "",
                f"by {join_names(doers)}" if doers else "",
                f"{_preposition(event)} {join_names(aims)}" if aims else "",
            ],
        )
    )


def _aim(target: Target, names: Names) -> str:
    known = target.entity and target.kind in {TargetKind.ORGANISATION, TargetKind.PERSON}
    return names.entity(target.entity, target.span) if known else names.words(target.span, 6)


def _preposition(event: Event) -> str:
    if event.type in {"ASSAULT", "PROTEST", "COERCE", "SANCTION", "THREATEN", "ACCUSE"}:
        return {"arrest": "of", "abduct": "of", "convict": "of", "deport": "of", "seize": "of"}.get(
            event.mode or "", "against"
        )
    return {"AID": "to", "SUPPORT": "for", "REQUEST": "to", "CONSULT": "with", "AGREE": "with"}.get(
        event.type or "", "–"
    )


def _places(event: Event) -> list[Where]:
    return list(filter(None, [event.where, *event.also_at]))


def _where(where: Where) -> str:
    country = name_country(where.country)
    return where.name if not country or country == where.name else f"{where.name}, {country}"


def _when(event: Event) -> str:
    written = write_interval(event.when.from_, event.when.to) if event.when else ""
    return written or ("day not known" if event.status in {Status.HAPPENED, Status.ONGOING} else "")


def _part(entry: Casualties, whole: Casualties, names: Names) -> Line:
    harm = "" if entry.harm == whole.harm else f" {HARMS[entry.harm]}"
    part = _figure(entry, f"{_heads(entry)} of them{harm}", names, ())
    return replace(part, aside="") if entry.source == whole.source else part


def _figure(entry: Casualties, count: str, names: Names, below: tuple[Line, ...]) -> Line:
    source = names.source(entry.source)
    who = " ".join((entry.who or "").split()[:WHO_WORDS])
    return Line(
        text=f"{count}: {who}" if who else count,
        aside=f"says {source}" if source else "",
        evidence=(entry.span,),
        why=entry.why,
        id=entry.id,
        below=below,
    )


def _heads(entry: Casualties) -> str:
    return count_heads(entry.at_least, entry.at_most, approximate=entry.approximate)


def _responsible(entries: tuple[Responsibility, ...], names: Names) -> Iterator[Line]:
    for number, entry in enumerate(entries):
        if entry.relation != NOT_CONFIRMED:
            text = _responsibility(entry, names)
            yield Line(text=text, evidence=(entry.span,), why=entry.why, id=f"r{number}")


def _responsibility(entry: Responsibility, names: Names) -> str:
    actor, by = names.entity(entry.actor), names.entity(entry.by)
    own = entry.by is None or entry.by == entry.actor
    says = "" if own else f", says {by}"
    match entry.relation:
        case ResponsibilityRelation.CLAIMED:
            return f"claimed by {actor}{says}"
        case ResponsibilityRelation.BLAMED:
            return f"blamed on {actor}" + ("" if own else f" by {by}")
        case ResponsibilityRelation.SUSPECTED:
            return f"{actor} is suspected" + ("" if own else f" by {by}")
        case ResponsibilityRelation.DENIED:
            return f"denied by {by if entry.by else actor}"
    return f"not confirmed by {by}"

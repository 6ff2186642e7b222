"""Features: what of each event is compared with other reports' events."""

from collections.abc import Iterable

from tidings.model.event import Casualties, Event, Harm, Status
from tidings.model.incident import Features
from tidings.model.record import Record
from tidings.resolution.actors import find_actor_names
from tidings.resolution.nearby import find_nearby
from tidings.resolution.table import find_family

#: Nothing planned, promised, requested, possible or denied takes part in an incident.
TAKES_PART = frozenset({Status.HAPPENED, Status.ONGOING, Status.ATTEMPTED, Status.BACKGROUND})
_HARMED = frozenset({Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED})
_VIOLENT = "violence"


def find_features(record: Record, copy_group: str) -> tuple[Features, ...]:
    """Return the features of each event of a report that takes part in merging, in the record's order.

    An event takes part when its type has a family in incidents.toml and it is reported as a
    fact: happened, ongoing, attempted, or recalled (`background`). The others have none.
    """
    taking_part = [event for event in record.events if _takes_part(event)]
    main = find_main_event(taking_part)
    return tuple(_features(record, event, copy_group, is_main=event is main) for event in taking_part)


def find_main_event(events: Iterable[Event]) -> Event | None:
    """Return what a report is about: its first violent event with casualties, else its first one.

    An event that is only recalled is the main one when the report has no other.
    """
    told = [event for event in events if event.status in TAKES_PART]
    fresh = [event for event in told if event.status is not Status.BACKGROUND] or told
    violent = [event for event in fresh if find_family(event.type, event.mode) == _VIOLENT]
    harmful = [event for event in violent if any(c.harm in _HARMED for c in event.casualties)]
    return next(iter((*harmful, *violent, *fresh)), None)


def _takes_part(event: Event) -> bool:
    return event.status in TAKES_PART and find_family(event.type, event.mode) is not None


def _features(record: Record, event: Event, copy_group: str, *, is_main: bool) -> Features:
    when, where = event.when, event.where
    nearby = find_nearby(record, event, is_main=is_main)
    place = next((p for p in record.places if where is not None and p.mention == where.place), None)
    return Features(
        event=f"item:{record.report.id}#{event.id}",
        report=record.report.id,
        copy_group=copy_group,
        type=event.type,
        mode=event.mode,
        status=event.status.value,
        date_from=when.from_ if when else None,
        date_to=when.to if when else None,
        first_seen=find_first_seen(record),
        geonames_id=place.geonames_id if place else None,
        place_name=where.name if where else None,
        place_precision=where.precision if where else None,
        lat=where.lat if where else None,
        lon=where.lon if where else None,
        country=where.country if where else None,
        killed=find_toll(event.casualties, Harm.KILLED),
        injured=find_toll(event.casualties, Harm.INJURED),
        actors=_actors(record, event),
        weapons=frozenset(weapon.kind for weapon in event.weapons),
        words=nearby.words,
        names=nearby.names,
        places=nearby.places,
        is_main=is_main,
    )


def find_first_seen(record: Record) -> str | None:
    """Return the day on which a report was written, else published."""
    if record.written is not None and record.written.to is not None:
        return record.written.to
    return record.published.date if record.published is not None else None


def find_toll(casualties: Iterable[Casualties], harm: Harm) -> tuple[int | None, int | None] | None:
    """Return the lowest and the highest figure that a report gives for a harm, subsets left out.

    None as the highest where a figure has no upper bound; None where nothing is said.
    """
    totals = [c for c in casualties if c.harm is harm and c.part_of is None]
    if not totals:
        return None
    least = [c.at_least for c in totals if c.at_least is not None]
    most = None if any(c.at_most is None for c in totals) else max(c.at_most or 0 for c in totals)
    return min(least) if least else None, most


def _actors(record: Record, event: Event) -> frozenset[str]:
    by_id = {entity.id: entity for entity in record.entities}
    ids = {
        *(agent.entity for agent in event.agents),
        *(target.entity for target in event.targets),
        *(held.actor for held in event.responsibility),
    }
    return frozenset(name for id_ in ids if id_ in by_id for name in find_actor_names(by_id[id_])[:1])

"""What an incident is: its type, date and place by most of its sources, with its tolls from lowest to highest."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from tidings.model.event import Harm
from tidings.model.incident import Member, Summary
from tidings.resolution.figures import Policy, choose_figure, find_history

_DAY = ("minute", "hour", "day")
_PRECISIONS = ("site", "town", "district", "province", "country", "region")

_Value = TypeVar("_Value", bound=Hashable)


def summarise(members: Sequence[Member]) -> Summary:
    """Return what an incident is, over its members in any order; copies of one report have one vote.

    Raises:
        ValueError: when there is no member.
    """
    if not members:
        raise ValueError("an incident has at least one event")
    ordered = sorted(members, key=lambda member: (member.order, member.event))
    kind, dated, placed = _typed(ordered), _dated(ordered), _placed(ordered)
    killed = choose_figure(find_history(ordered, Harm.KILLED), Policy.RANGE) or (None, None)
    injured = choose_figure(find_history(ordered, Harm.INJURED), Policy.RANGE) or (None, None)
    return Summary(
        title=_fullest(ordered).headline,
        type=kind.type,
        mode=kind.mode,
        status=_status(ordered),
        date_from=dated.date_from if dated else None,
        date_to=dated.date_to if dated else None,
        date_precision=dated.date_precision if dated else None,
        geonames_id=placed.geonames_id if placed else None,
        place_name=placed.place_name if placed else None,
        place_precision=placed.place_precision if placed else None,
        lat=placed.lat if placed else None,
        lon=placed.lon if placed else None,
        country=placed.country if placed else None,
        killed_least=killed[0],
        killed_most=killed[1],
        injured_least=injured[0],
        injured_most=injured[1],
    )


def _typed(members: Sequence[Member]) -> Member:
    """Return the member whose type and mode most sources have; one with both before one with less."""
    telling = [m for m in members if m.type and m.mode] or [m for m in members if m.type or m.mode] or list(members)
    return _elected(telling, lambda member: (member.type, member.mode))


def _dated(members: Sequence[Member]) -> Member | None:
    """Return the member with the date that most sources have, among those known to the day if any are."""
    dated = [m for m in members if m.date_from is not None or m.date_to is not None]
    exact = [m for m in dated if m.date_precision in _DAY and m.date_from == m.date_to]
    best = exact or [m for m in dated if m.date_precision in _DAY] or dated
    return _elected(best, lambda member: (member.date_from, member.date_to)) if best else None


def _placed(members: Sequence[Member]) -> Member | None:
    """Return the member with the place that most sources have, among the smallest that can be put on a map."""
    placed = [m for m in members if m.place_name is not None]
    mapped = [m for m in placed if m.lat is not None] or placed
    if not mapped:
        return None
    finest = min(_rank_place(m) for m in mapped)
    best = [m for m in mapped if _rank_place(m) == finest or (m.lat is not None and _rank_place(m) <= 1)]
    return _elected(best, lambda member: member.geonames_id or member.place_name)


def _rank_place(member: Member) -> int:
    known = member.place_precision in _PRECISIONS
    return _PRECISIONS.index(member.place_precision or "") if known else len(_PRECISIONS)


def _status(members: Sequence[Member]) -> str:
    """Return the latest status of those that report it as news; recalled only if nobody does."""
    fresh = [member for member in members if member.status != "background"]
    return (fresh or list(members))[-1].status


def _fullest(members: Sequence[Member]) -> Member:
    """Return the member that says most, the first of equals."""

    def said(member: Member) -> int:
        facts = (member.date_from, member.geonames_id, member.killed, member.injured, member.type, member.mode)
        return sum(fact is not None for fact in facts) - (member.status == "background")

    return max(members, key=said)


def _elected(members: Sequence[Member], value: Callable[[Member], _Value]) -> Member:
    """Return the first member with the value that most copy groups have."""
    votes = Counter(value_ for value_, _ in dict.fromkeys((value(m), m.copy_group) for m in members))
    return max(members, key=lambda member: votes[value(member)])

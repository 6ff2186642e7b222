"""Build: turn the joined tellings of one event into the event of the record."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from tidings.facts.events.drafts import HARM, ILLNESS, Cluster, Draft
from tidings.facts.events.fit import places_meet
from tidings.facts.events.lexicon import number_of
from tidings.model.event import Casualties, Event, Status, Target, TargetKind, Where
from tidings.model.when import Precision, When

_Item = TypeVar("_Item")
#: From what is most surely so to what is least: the most assertive telling decides.
_ASSERTIVE = (
    Status.ONGOING,
    Status.HAPPENED,
    Status.ATTEMPTED,
    Status.BACKGROUND,
    Status.PLANNED,
    Status.PROMISED,
    Status.REQUESTED,
    Status.POSSIBLE,
    Status.DENIED,
)
ACCIDENT = "accident"
_DESTROY = "destroy"
_FINENESS = {
    p: n
    for n, p in enumerate(
        (Precision.MINUTE, Precision.HOUR, Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR)
    )
}
_PLACE_FINENESS = {p: n for n, p in enumerate(("town", "site", "district", "province", "country", "region"))}
_COARSEST = 9


def is_event(cluster: Cluster) -> bool:
    """Say whether tellings make an event: harm whose cause is not told needs victims."""
    if cluster.family not in {HARM, ILLNESS}:
        return True
    return bool(cluster.casualty_numbers) and cluster.main.told.status is not Status.DENIED


def build_event(number: int, cluster: Cluster, casualties: tuple[Casualties, ...]) -> Event:
    """Return the event that a cluster of tellings makes, with its number in its id."""
    drafts = sorted(cluster.drafts, key=_position)
    main = cluster.main
    status_by = min(drafts, key=_assertiveness)
    told = [d for d in drafts if d.is_unreal == cluster.is_unreal]
    wheres = _wheres(main, told)
    return Event(
        id=f"v{number}",
        type=_type(main, cluster),
        mode=ACCIDENT if cluster.is_mishap else _mode(main, drafts),
        context=_unique((c for d in drafts for c in d.trigger.pattern.context), _itself),
        trigger=main.trigger.span,
        mentions=_unique((d.trigger.span for d in drafts), _itself),
        status=status_by.told.status,
        agents=_unique((a for d in drafts for a in d.roles.agents), _filler_key),
        targets=_unique((t for d in drafts for t in d.roles.targets), _filler_key) or _victims(drafts),
        weapons=_unique((w for d in drafts for w in d.roles.weapons), _span_key),
        when=_when(told),
        where=wheres[0] if wheres else None,
        also_at=wheres[1:],
        casualties=casualties,
        sources=_sources(drafts),
        confidence=_confidence(main, drafts),
        why=_why(main, status_by, drafts),
        rule=f"{'noun' if main.trigger.is_noun else 'verb'} “{main.trigger.words}”",
    )


def _victims(drafts: Sequence[Draft]) -> tuple[Target, ...]:
    """Return those who came to harm as targets, where grammar names none."""
    harmed = (one for d in drafts for _, one in d.harmed if one.part_of is None and one.people.who)
    found = (Target(entity=one.entity, span=one.span, kind=TargetKind.PERSON, why="who came to harm") for one in harmed)
    return _unique(found, _span_key)


def _type(main: Draft, cluster: Cluster) -> str | None:
    if cluster.is_mishap:
        return None
    for draft in (main, *cluster.drafts):
        if draft.family not in {HARM, ILLNESS}:
            return draft.trigger.pattern.type
    return main.trigger.pattern.type


def _mode(main: Draft, drafts: Sequence[Draft]) -> str | None:
    """Return the mode of the main telling, else the one told most often and first.

    What was destroyed beside people who came to harm does not name the attack on them.
    """
    if main.trigger.pattern.mode and not main.trigger.pattern.vague:
        modes = [main.trigger.pattern.mode]
    else:
        family = next((d.family for d in (main, *drafts) if d.family not in {HARM, ILLNESS}), main.family)
        same = [d.trigger.pattern for d in drafts if d.trigger.pattern.mode and d.family == family]
        clear = [p for p in same if not p.vague or main.trigger.pattern.vague]
        harms = any(d.harmed for d in drafts)
        modes = [p.mode for p in clear if p.mode and not (harms and p.mode == _DESTROY)]
    if "suicide-attack" in (d.trigger.pattern.mode for d in drafts):
        return "suicide-attack"
    return max(modes, key=modes.count) if modes else None


def _when(drafts: Sequence[Draft]) -> When | None:
    """Return the most exact time that a telling gives, the earliest told of those."""
    known = [d.when for d in drafts if d.when is not None]
    return min(known, key=_when_rank) if known else None


def _when_rank(when: When) -> tuple[bool, int, bool]:
    """Rank known times before unknown ones, exact ones first, one day before several."""
    fineness = _FINENESS.get(when.precision, _COARSEST) if when.precision else _COARSEST
    return when.from_ is None, fineness, when.from_ != when.to


def _wheres(main: Draft, drafts: Sequence[Draft]) -> tuple[Where, ...]:
    """Return the place, as exact as any telling has it, then the further places told with it.

    The first telling with a place, the main one before the others, says which place it is; others
    only make it more exact.
    """
    tellers = [d for d in (main, *drafts) if d.wheres]
    if not tellers:
        return ()
    anchor = tellers[0].wheres
    fitting = [d.wheres[0] for d in tellers if places_meet(d.wheres[0], anchor[0])]
    best = min(fitting, key=_where_rank)
    return (best, *(where for where in anchor[1:] if not places_meet(where, best)))


def _where_rank(where: Where) -> tuple[bool, int]:
    return where.lat is None, _PLACE_FINENESS.get(where.precision or "", _COARSEST)


def _sources(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Return whose word the event rests on, the report's own first."""
    sources = _unique((d.source for d in drafts if not d.is_unreal or all(x.is_unreal for x in drafts)), _itself)
    return tuple(sorted(sources, key=lambda s: s != "report")) or ("report",)


def _confidence(main: Draft, drafts: Sequence[Draft]) -> float:
    """Add up what speaks for an event, by the table in `event_words.toml`."""
    holds = {
        "base": True,
        "verb": not main.trigger.is_noun,
        "agent": any(d.roles.agents for d in drafts),
        "target": any(d.roles.targets for d in drafts),
        "when": any(d.when for d in drafts),
        "where": any(d.wheres for d in drafts),
        "casualties": any(d.harmed for d in drafts),
        "mentions": len(drafts) > 1,
        "vague": main.trigger.pattern.vague,
        "doubt": any(d.roles.said for d in drafts),
    }
    total = sum(number_of("confidence", name) for name, held in holds.items() if held)
    return round(min(0.95, max(0.1, total)), 2)


def _why(main: Draft, status_by: Draft, drafts: Sequence[Draft]) -> str:
    pattern = main.trigger.pattern
    kind = " ".join(filter(None, (pattern.type, pattern.mode))) or "harm to people"
    told = f", told {len(drafts)} times" if len(drafts) > 1 else ""
    return f"“{main.trigger.words}” stands for {kind}; {status_by.told.status.value}: {status_by.told.why}{told}"


def _assertiveness(draft: Draft) -> int:
    return _ASSERTIVE.index(draft.told.status)


def _position(draft: Draft) -> int:
    return draft.trigger.token.index


def _unique(items: Iterable[_Item], key: Callable[[_Item], Hashable]) -> tuple[_Item, ...]:
    found: dict[Hashable, _Item] = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())


def _itself(item: Hashable) -> Hashable:
    return item


def _filler_key(item: object) -> Hashable:
    entity = getattr(item, "entity", None)
    return entity if entity is not None else getattr(item, "span", None)


def _span_key(item: object) -> Hashable:
    return getattr(item, "span", None)

"""Fit: whether two tellings can be of one event, and how much speaks for it."""

from math import cos, hypot, radians

from tidings.facts.events.drafts import CAUSES, HARM, Cluster, Draft
from tidings.model.event import Harm, Where
from tidings.model.reading import Reading, Token
from tidings.model.when import Precision, When

_KM_PER_DEGREE = 111.2
_NEAR_KM = 40.0
_WIDE = frozenset({"country", "region", "province"})
_LEAD = 3
#: Modes that may be told of one event.
_ALIKE = (
    frozenset({"explosives", "suicide-attack", "heavy-weapons", "destroy"}),
    frozenset({"aerial", "drone", "heavy-weapons", "explosives"}),
    frozenset({"firearms", "targeted", "primitive", "beat"}),
    frozenset({"firearms", "heavy-weapons", "explosives", "suicide-attack"}),
    frozenset({"demo", "riot", "strike", "obstruct", "vandalize", "boycott"}),
    frozenset({"troops", "weapons", "police"}),
    frozenset({"allege", "disapprove"}),
    frozenset({"withdraw", "ceasefire"}),
    frozenset({"seize", "restrict"}),
    frozenset({"curfew", "martial-law"}),
    frozenset({"expel", "withdraw"}),
    frozenset({"targeted", "explosives"}),
    frozenset({"abduct", "targeted", "firearms"}),
)


def conflict(draft: Draft, cluster: Cluster) -> str | None:
    """Return what rules out that a telling is of a cluster's event, None if nothing does."""
    if not _same_family(draft, cluster):
        return "kind"
    if draft.is_unreal != cluster.is_unreal and not _refers_back(draft):
        return "status"
    if draft.is_recalled != cluster.is_recalled:
        return "time told"
    if any(d.when and draft.when and not whens_meet(draft.when, d.when) for d in cluster.drafts):
        return "time"
    if _places_apart(draft, cluster):
        return "place"
    return "mode" if not _modes_alike(draft, cluster) else _people_apart(draft, cluster)


def affinity(reading: Reading, draft: Draft, cluster: Cluster, *, is_main: bool) -> int:
    """Return how much speaks for a telling being of a cluster's event."""
    score = int(is_main)
    gap = draft.sentence - cluster.last_sentence
    score += 2 if gap == 0 else int(gap == 1)
    score += 3 * _linked(reading, draft, cluster)
    score += 3 * (cluster.only_headline and draft.sentence <= cluster.last_sentence + _LEAD)
    score += 2 * _same_when(draft, cluster) + 2 * _same_where(draft, cluster)
    score += 2 * any(draft.undergoers & d.undergoers for d in cluster.drafts)
    score += any(draft.named & d.named for d in cluster.drafts)
    score += any(
        draft.trigger.pattern.mode and draft.trigger.pattern.mode == d.trigger.pattern.mode for d in cluster.drafts
    )
    score += any(draft.trigger.token.lemma.lower() == d.trigger.token.lemma.lower() for d in cluster.drafts)
    return score + 2 * _refers_back(draft)


def whens_meet(one: When, other: When) -> bool:
    """Say whether two intervals share a day; an unknown one meets all."""
    if not (one.from_ and one.to and other.from_ and other.to):
        return True
    return one.from_ <= other.to and other.from_ <= one.to


def places_meet(one: Where, other: Where) -> bool:
    """Say whether two places may be one: same name, near, or one inside the other's country or province."""
    if one.name.lower() == other.name.lower() or (one.place is not None and one.place == other.place):
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.precision in _WIDE or other.precision in _WIDE:
        return one.precision != other.precision or one.lat is None or other.lat is None
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return True
    return _km(one.lat, one.lon, other.lat, other.lon) <= _NEAR_KM


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    return hypot(lat - other_lat, (lon - other_lon) * cos(radians(lat))) * _KM_PER_DEGREE


def _same_family(draft: Draft, cluster: Cluster) -> bool:
    mine, theirs = draft.family, cluster.family
    if mine == theirs:
        return True
    if HARM in {mine, theirs}:
        return (mine if theirs == HARM else theirs) in CAUSES
    return False


def _refers_back(draft: Draft) -> bool:
    return draft.definite and draft.trigger.is_noun


def _places_apart(draft: Draft, cluster: Cluster) -> bool:
    mine = draft.wheres[:1]
    theirs = [w for d in cluster.drafts for w in d.wheres]
    return bool(mine) and bool(theirs) and not any(places_meet(mine[0], w) for w in theirs)


def _modes_alike(draft: Draft, cluster: Cluster) -> bool:
    mode = draft.trigger.pattern.mode
    others = {d.trigger.pattern.mode for d in cluster.drafts} - {None}
    if mode is None or not others or mode in others or _refers_back(draft):
        return True
    return all(any({mode, other} <= group for group in _ALIKE) for other in others)


def _people_apart(draft: Draft, cluster: Cluster) -> str | None:
    """Say whether doers or tolls rule each other out."""
    theirs = {name for d in cluster.drafts for name in d.named}
    if draft.named and theirs and not draft.named & theirs and draft.family != HARM:
        return "doers"
    if _tolls_apart(draft, cluster) and not (_same_when(draft, cluster) or _same_where(draft, cluster)):
        return "toll"
    return None


def _tolls_apart(draft: Draft, cluster: Cluster) -> bool:
    mine, theirs = _toll(draft), [t for d in cluster.drafts if (t := _toll(d)) is not None]
    return mine is not None and bool(theirs) and all(mine != t for t in theirs) and not _refers_back(draft)


def _toll(draft: Draft) -> int | None:
    """Return the exact number of dead that a telling gives in all."""
    killed = [one.at_least for _, one in draft.harmed if one.harm is Harm.KILLED and one.part_of is None]
    exact = [n for n in killed if n is not None]
    return max(exact) if exact else None


def _same_when(draft: Draft, cluster: Cluster) -> bool:
    return any(
        draft.when
        and d.when
        and draft.when.precision in {Precision.DAY, Precision.HOUR, Precision.MINUTE}
        and draft.when.from_ == d.when.from_
        for d in cluster.drafts
    )


def _same_where(draft: Draft, cluster: Cluster) -> bool:
    return bool(draft.wheres) and any(
        d.wheres and draft.wheres[0].precision not in _WIDE and places_meet(draft.wheres[0], d.wheres[0])
        for d in cluster.drafts
    )


def _linked(reading: Reading, draft: Draft, cluster: Cluster) -> bool:
    """Say whether grammar joins the event words: one governs the other within a few steps."""
    here = draft.trigger.token
    mine = [here, *_up(reading, draft)]
    for other in cluster.drafts:
        if other.sentence == draft.sentence:
            there = other.trigger.token
            if any(t.index == there.index for t in mine) or any(t.index == here.index for t in _up(reading, other)):
                return True
    return False


def _up(reading: Reading, draft: Draft) -> list[Token]:
    return [t for t, _ in zip(reading.ancestors(draft.trigger.token), range(3), strict=False)]

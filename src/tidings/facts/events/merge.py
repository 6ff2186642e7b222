"""Merge: join the tellings of one event, in the order of the text."""

from collections.abc import Sequence

from tidings.facts.events.drafts import CAUSES, HARM, Cluster, Draft
from tidings.facts.events.fit import affinity, conflict
from tidings.model.reading import Reading

#: What must speak for joining: deeds told anew join the event they fit, words begin events of their own.
_ENOUGH_FOR_DEEDS = 1
_ENOUGH_FOR_WORDS = 4
_DEEDS = frozenset({*CAUSES, HARM, "crime"})
_HALF_DEEDS = frozenset({"COERCE", "MOBILIZE", "RETREAT", "SANCTION", "AGREE", "CONSULT"})
_ENOUGH_FOR_HALF_DEEDS = 3
_ENOUGH_FOR_LOOSE = 3


def merge(reading: Reading, drafts: Sequence[Draft]) -> tuple[Cluster, ...]:
    """Return the events of a report: tellings that fit together joined, loose words left out."""
    clusters: list[Cluster] = []
    waiting: list[Draft] = []
    for draft in drafts:
        best = _best(reading, draft, clusters)
        if best is not None:
            best.add(draft)
        elif draft.begins:
            clusters.append(Cluster(draft))
        else:
            waiting.append(draft)
    for draft in waiting:
        best = _best(reading, draft, clusters, enough=_ENOUGH_FOR_LOOSE)
        if best is not None:
            best.add(draft)
    return tuple(clusters)


def _best(reading: Reading, draft: Draft, clusters: Sequence[Cluster], enough: int = 0) -> Cluster | None:
    """Return the event that a telling fits best, the most told of those that fit equally well."""
    fitting = [c for c in clusters if conflict(draft, c) is None]
    if not fitting:
        return None
    main = max((c for c in fitting if not c.is_unreal), key=_prominence, default=None)
    scored = [(affinity(reading, draft, c, is_main=c is main), _prominence(c), c) for c in fitting]
    score, _, best = max(scored, key=_by_score)
    return best if score >= max(enough, _enough(draft)) else None


def _enough(draft: Draft) -> int:
    if draft.family in _DEEDS and not draft.is_unreal:
        return _ENOUGH_FOR_DEEDS
    return _ENOUGH_FOR_HALF_DEEDS if draft.family in _HALF_DEEDS else _ENOUGH_FOR_WORDS


def _prominence(cluster: Cluster) -> int:
    return len(cluster.drafts)


def _by_score(scored: tuple[int, int, Cluster]) -> tuple[int, int]:
    return scored[:2]

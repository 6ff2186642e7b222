"""Merge: join the tellings of one event, first within sentences, then in the order of the text."""

from collections.abc import Collection, Sequence

from tidings.facts.events.drafts import CAUSES, HARM, Cluster, Draft
from tidings.facts.events.fit import affinity, conflict, linked, same_family, told_apart
from tidings.model.reading import Reading

#: What must speak for joining: deeds told again join the event they fit, words begin events of their own.
_ENOUGH_FOR_DEEDS = 1
_ENOUGH_FOR_HALF_DEEDS = 3
_ENOUGH_FOR_WORDS = 4
_ENOUGH_FOR_LOOSE = 3
_DEEDS = frozenset({*CAUSES, HARM, "crime"})
_HALF_DEEDS = frozenset({"COERCE", "MOBILIZE", "RETREAT", "SANCTION", "AGREE", "CONSULT"})
_TAKEN = "abduct"
_CLEAR_CAUSES = frozenset({"ASSAULT", "accident", "natural-disaster"})


def merge(reading: Reading, drafts: Sequence[Draft]) -> tuple[Cluster, ...]:
    """Return the events of a report: tellings that fit together joined, loose words left out."""
    clusters: list[Cluster] = []
    waiting: list[Cluster] = []
    for bundle in _bundles(reading, drafts):
        best = _best(reading, bundle, clusters)
        if best is not None:
            best.add(bundle)
        elif bundle.begins:
            clusters.append(bundle)
        else:
            waiting.append(bundle)
    for bundle in waiting:
        best = _best(reading, bundle, clusters, enough=_ENOUGH_FOR_LOOSE)
        if best is not None:
            best.add(bundle)
    return tuple(clusters)


def _bundles(reading: Reading, drafts: Sequence[Draft]) -> list[Cluster]:
    """Join, within each sentence, harm and vague words to the deed that grammar links them to."""
    bundles: list[Cluster] = []
    for draft in drafts:
        home = _home(reading, draft, bundles)
        if home is None:
            bundles.append(Cluster([draft]))
        else:
            home.add(Cluster([draft]))
    return _with_near_cause(bundles)


def _home(reading: Reading, draft: Draft, bundles: Sequence[Cluster]) -> Cluster | None:
    near = [b for b in bundles if b.last_sentence == draft.sentence and same_family(draft.family, b.family)]
    return next((b for b in reversed(near) if any(_is_one_telling(reading, draft, d) for d in b.drafts)), None)


def _with_near_cause(bundles: Sequence[Cluster]) -> list[Cluster]:
    """Join harm that grammar links to nothing to the deed that stands nearest in its sentence."""
    joined: dict[int, Cluster] = {}
    for number, bundle in enumerate(bundles):
        if bundle.family != HARM or bundle.main.prior or any(d.trigger.is_noun for d in bundle.drafts):
            continue
        causes = [b for b in bundles if _may_cause(b, bundle)]
        cause = min(
            causes, key=lambda b: abs(b.main.trigger.token.index - bundle.main.trigger.token.index), default=None
        )
        if cause is not None:
            joined[number] = cause
    for number, cause in joined.items():
        cause.add(bundles[number])
    return [bundle for number, bundle in enumerate(bundles) if number not in joined]


def _may_cause(cause: Cluster, harm: Cluster) -> bool:
    return (
        cause.family in _CLEAR_CAUSES
        and cause.first_sentence == harm.first_sentence
        and cause.is_unreal == harm.is_unreal
        and not cause.main.in_headline
        and not harm.main.roles.agents
        and not (_TAKEN in cause.modes and _of_others(cause.undergoers, harm.undergoers))
    )


def _is_one_telling(reading: Reading, draft: Draft, other: Draft) -> bool:
    if draft.sentence != other.sentence or not same_family(draft.family, other.family):
        return False
    if draft.is_unreal != other.is_unreal or not linked(reading, draft, other):
        return False
    if _are_two_deeds(draft, other):
        return False
    harm = draft if draft.family == HARM else other
    if harm.prior and draft.family != other.family:
        return False
    return HARM in {draft.family, other.family} or draft.trigger.pattern.vague or other.trigger.pattern.vague


def _are_two_deeds(one: Draft, other: Draft) -> bool:
    """Say whether two words are of different people: "the kidnapping of a student and the murder of a judge".

    Verbs too where some are taken and others hurt: "two soldiers dead, five kidnapped".
    """
    nouns = one.trigger.is_noun and other.trigger.is_noun
    taken = (one.trigger.pattern.mode == _TAKEN) != (other.trigger.pattern.mode == _TAKEN)
    return (nouns or taken) and _of_others(one.undergoers, other.undergoers)


def _of_others(some: Collection[str], others: Collection[str]) -> bool:
    return bool(some) and bool(others) and not set(some) & set(others)


def _best(reading: Reading, new: Cluster, clusters: Sequence[Cluster], enough: int = 0) -> Cluster | None:
    """Return the event that tellings fit best, the most told of those that fit equally well."""
    fitting = [c for c in clusters if conflict(new, c) is None and not told_apart(reading, new, c)]
    if not fitting:
        return None
    main = max((c for c in fitting if not c.is_unreal), key=_prominence, default=None)
    scored = [(affinity(reading, new, c, is_main=c is main), _prominence(c), c) for c in fitting]
    score, _, best = max(scored, key=_by_score)
    return best if score >= max(enough, _enough(new)) else None


def _enough(new: Cluster) -> int:
    if new.is_prior and not new.points_back:
        return _ENOUGH_FOR_WORDS
    if new.family == HARM:
        return _ENOUGH_FOR_DEEDS
    if new.family in _DEEDS and not new.is_unreal:
        is_new = new.main.trigger.is_noun and not new.points_back
        return _ENOUGH_FOR_LOOSE if is_new else _ENOUGH_FOR_DEEDS
    return _ENOUGH_FOR_HALF_DEEDS if new.family in _HALF_DEEDS else _ENOUGH_FOR_WORDS


def _prominence(cluster: Cluster) -> int:
    return len(cluster.drafts)


def _by_score(scored: tuple[int, int, Cluster]) -> tuple[int, int]:
    return scored[:2]

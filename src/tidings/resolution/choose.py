"""Which incident an event belongs to: the candidate that scores best, unless a person has said."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.model.incident import Candidate, Features
from tidings.resolution.score import Score, score
from tidings.resolution.table import join_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Bindings:
    """What people decided: pairs of references ("item:R#v1", "incident:ID"), in either order."""

    same: frozenset[frozenset[str]] = frozenset()
    not_same: frozenset[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The incident that an event joins, None for one of its own.

    `founds` is false where it joins none and must not begin one: it is only recalled, and
    no date says when it was. `why` holds the score in words, or who decided.
    """

    incident: str | None
    score: float
    why: str
    founds: bool = True


def choose_incident(event: Features, candidates: Sequence[Candidate], bindings: Bindings) -> Choice:
    """Return the incident that an event belongs to.

    A person's "same" binds, then a person's "not the same"; among the rest the candidate
    whose best member scores highest is chosen if it reaches the threshold and its members
    agree on the whole.
    """
    for candidate in candidates:
        if _is_bound(event, candidate, bindings.same):
            return Choice(incident=candidate.incident, score=0.0, why="a person decided that they are the same")
    free = [c for c in candidates[: join_rule().most_candidates] if not _is_bound(event, c, bindings.not_same)]
    ranked = sorted(((_score_candidate(event, c), c.incident) for c in free if c.members), key=_rank)
    if ranked and ranked[0][0].total >= join_rule().threshold:
        best, incident = ranked[0]
        return Choice(incident=incident, score=best.total, why=str(best))
    return _alone(event, ranked[0][0] if ranked else None)


def _rank(scored: tuple[Score, str]) -> tuple[float, str]:
    return -scored[0].total, scored[1]


def _is_bound(event: Features, candidate: Candidate, pairs: frozenset[frozenset[str]]) -> bool:
    theirs = (f"incident:{candidate.incident}", *(member.event for member in candidate.members))
    return any(frozenset((event.event, other)) in pairs for other in theirs)


def _score_candidate(event: Features, candidate: Candidate) -> Score:
    """Return the best score over the members; far below the threshold if they disagree as a whole."""
    scores = sorted((score(event, member) for member in candidate.members), key=lambda s: -s.total)
    mean = sum(s.total for s in scores) / len(scores)
    best = scores[0]
    if mean >= join_rule().least_mean:
        return best
    return Score(total=min(best.total, mean), parts=best.parts)


def _alone(event: Features, best: Score | None) -> Choice:
    founds = event.status != "background" or event.date_from is not None
    reason = (
        "nothing to compare it with" if best is None else f"no incident reaches {join_rule().threshold:g}; best {best}"
    )
    if not founds:
        reason += "; it is only recalled, without a date, and begins none"
    return Choice(incident=None, score=best.total if best else 0.0, why=reason, founds=founds)

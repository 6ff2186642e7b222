"""Which incident an event belongs to: the candidate that scores best, unless a person has said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tidings.model.incident import Candidate, Features
from tidings.resolution.score import Part, Score, score
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
    no date says when it was. `why` holds the score in words, or who decided. `also` are other
    incidents that the event ties to the one it joins, with why: the three are one.
    """

    incident: str | None
    score: float
    why: str
    founds: bool = True
    also: tuple[tuple[str, str], ...] = ()


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
    ranked = sorted(((_score_candidate(event, c), c) for c in free if c.members), key=_rank)
    if ranked and ranked[0][0].total >= join_rule().threshold:
        best, candidate = ranked[0]
        also = tuple(_tied(candidate, ranked[1:], bindings))
        return Choice(incident=candidate.incident, score=best.total, why=str(best), also=also)
    return _alone(event, ranked[0][0] if ranked else None)


def _rank(scored: tuple[Score, Candidate]) -> tuple[float, str]:
    return -scored[0].total, scored[1].incident


def _tied(
    joined: Candidate, others: Sequence[tuple[Score, Candidate]], bindings: Bindings
) -> Iterator[tuple[str, str]]:
    """Yield the other incidents that an event makes one with the incident it joins.

    Each must score well above the threshold, have no report in common with it, and no
    member that a person told apart from one of its members.
    """
    for found, other in others:
        if found.total >= join_rule().tie_threshold and not _are_apart(joined, other, bindings):
            yield other.incident, str(found)


def _are_apart(a: Candidate, b: Candidate, bindings: Bindings) -> bool:
    if {member.report for member in a.members} & {member.report for member in b.members}:
        return True
    pairs = product(_refs(a), _refs(b))
    return any(frozenset(pair) in bindings.not_same for pair in pairs)


def _is_bound(event: Features, candidate: Candidate, pairs: frozenset[frozenset[str]]) -> bool:
    return any(frozenset((event.event, other)) in pairs for other in _refs(candidate))


def _refs(candidate: Candidate) -> tuple[str, ...]:
    return f"incident:{candidate.incident}", *(member.event for member in candidate.members)


def _score_candidate(event: Features, candidate: Candidate) -> Score:
    """Return the score of the best member, brought down by how far the members fall short of it on the whole."""
    scores = sorted((score(event, member) for member in candidate.members), key=lambda s: -s.total)
    best = scores[0]
    mean = sum(s.total for s in scores) / len(scores)
    doubt = round((best.total - mean) * join_rule().doubt, 1)
    if not doubt:
        return best
    part = Part("members", -doubt, f"the incident's {len(scores)} reports score {mean:.1f} in the mean")
    return Score(total=round(best.total - doubt, 4), parts=(*best.parts, part))


def _alone(event: Features, best: Score | None) -> Choice:
    founds = event.status != "background" or event.date_from is not None
    reason = (
        "nothing to compare it with" if best is None else f"no incident reaches {join_rule().threshold:g}; best {best}"
    )
    if not founds:
        reason += "; it is only recalled, without a date, and begins none"
    return Choice(incident=None, score=best.total if best else 0.0, why=reason, founds=founds)

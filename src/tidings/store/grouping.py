"""Who belongs together, by what rules and people decided: a pure function of the decisions.

Events belong to incidents, entities of reports to actors, reports to the first of their copies.
Everybody begins in a group of their own; decisions move them, rules' first, then people's in
their order (an adjudication last). So undoing a decision is leaving it out.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tidings.model.incident import Decision, DecisionKind

#: What a person writes as the reason of a decision between two coders.
ADJUDICATION = "adjudication"
_TOGETHER = frozenset({DecisionKind.JOIN, DecisionKind.COPY, DecisionKind.SAME})
#: The kinds of decision that move something from one group to another.
GROUPING = _TOGETHER | {DecisionKind.NOT_SAME}


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that were not undone, the weightiest last."""
    return sorted((d for d in decisions if d.undone_at is None), key=_weight)


def is_by_rule(decision: Decision) -> bool:
    """Say whether a rule decided, not a person."""
    return decision.by.startswith("rule:")


def assign_groups(
    members: Mapping[str, str], decisions: Iterable[Decision], apart: Callable[[str], str]
) -> dict[str, str]:
    """Return the group of each member.

    Args:
        members: each member's reference and that of the group it begins in.
        decisions: those that name one of the members or of their groups.
        apart: gives the group of a member that a person has set apart.
    """
    groups = _Groups(dict(members))
    for decision in _unrevoked(in_force(decisions)):
        groups.follow(decision, apart)
    return {member: groups.resolve(group) for member, group in groups.places.items()}


def assign_copies(reports: Iterable[str], decisions: Iterable[Decision]) -> dict[str, str]:
    """Return for each report the one that it is a copy of: itself, if it is none."""
    first = {report: report for report in reports}
    for decision in _unrevoked(in_force(decisions)):
        subject, other = decision.subject, decision.other or ""
        if subject in first and other in first:
            (_fold if decision.kind in _TOGETHER else _unfold)(first, subject, other)
    return first


@dataclass
class _Groups:
    """Where everybody is, and which groups were taken for another."""

    places: dict[str, str]
    redirects: dict[str, str] = field(default_factory=dict)

    def resolve(self, group: str) -> str:
        while group in self.redirects:
            group = self.redirects[group]
        return group

    def group_of(self, ref: str) -> str:
        return self.resolve(self.places.get(ref, ref))

    def follow(self, decision: Decision, apart: Callable[[str], str]) -> None:
        subject, other = decision.subject, self.group_of(decision.other or "")
        if decision.kind in _TOGETHER and subject in self.places:
            self.places[subject] = other
        elif decision.kind in _TOGETHER and self.resolve(subject) != other:
            self.redirects[self.resolve(subject)] = other
        elif decision.kind is DecisionKind.NOT_SAME and subject in self.places and self.group_of(subject) == other:
            self.places[subject] = apart(subject)
            self.redirects.pop(apart(subject), None)  # no rule takes back what a person has set apart


def _fold(first: dict[str, str], subject: str, other: str) -> None:
    """Move a report to another's copies; one that others are copies of takes them along."""
    before, after = first[subject], first[other]
    moved = [report for report, group in first.items() if group == before] if before == subject else [subject]
    first.update(dict.fromkeys(moved, after))


def _unfold(first: dict[str, str], subject: str, other: str) -> None:
    """Set apart the one of two copies that is not the first of them."""
    if first[subject] == first[other]:
        leaving = other if first[subject] == subject else subject
        first[leaving] = leaving


def _weight(decision: Decision) -> tuple[bool, bool, int]:
    return not is_by_rule(decision), decision.why == ADJUDICATION, decision.id


def _unrevoked(decisions: list[Decision]) -> list[Decision]:
    """Leave out a "same" that a later decision on the same two revokes, and the other way round."""
    last = {_pair(d): d.kind is DecisionKind.NOT_SAME for d in decisions}
    return [d for d in decisions if (d.kind is DecisionKind.NOT_SAME) == last[_pair(d)]]


def _pair(decision: Decision) -> frozenset[str]:
    return frozenset({decision.subject, decision.other or ""})

"""Which tellings are one thread, and which report closes it: a pure function of what is told and decided.

Several reports tell of one inquiry. In the order of the days on which they were written, the first is
the thread and the others tell it again, until one tells that it is done: that closes it for all of
them, and whoever tells of it later tells of a new thread. What a person closed or reopened stays so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tidings.model.incident import Decision, DecisionKind
from tidings.model.refs import parse_ref
from tidings.model.relation import ThreadKind, ThreadStatus
from tidings.store.grouping import in_force
from tidings.store.keys import incident_id

BY_RULE = "rule:threads"
#: Kinds whose threads can be told apart; two of the kind "other" need have nothing to do with each other.
KINDS = tuple(kind.value for kind in ThreadKind if kind is not ThreadKind.OTHER)
_ABOUT, _BY = " about ", " by "
_CLOSING = frozenset({DecisionKind.CLOSE, DecisionKind.REOPEN})

#: What people closed or reopened, by reference, each with its weight.
Verdicts = Mapping[str, tuple[int, Decision]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A thread as one report tells it; `day` is when the report was written, or added where that is not known."""

    key: int
    report: int
    ref: str
    matter: str | None
    status: str
    day: str
    is_dated: bool
    is_rejected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a telling stands: open or not, the first telling of its thread, the one that closed it, and why."""

    is_open: bool
    same_as: int | None = None
    closed_by: int | None = None
    why: str = ""


def name_matter(kind: str, *, is_about: bool, incident: int | None, actor: int | None) -> str | None:
    """Return what threads share that are one: their kind, and the incident or else the actor; None for one alone.

    >>> name_matter("negotiation", is_about=False, incident=None, actor=7)
    'negotiation by 7'
    """
    if kind not in KINDS:
        return None
    if is_about:
        return f"{kind}{_ABOUT}{incident_id(incident)}" if incident is not None else None
    return f"{kind}{_BY}{actor}" if actor is not None else None


def matters_about(incidents: Iterable[int]) -> list[str]:
    """Return the matters that threads about some incidents can be."""
    return [f"{kind}{_ABOUT}{incident_id(key)}" for key in incidents for kind in KINDS]


def weigh_verdicts(decisions: Iterable[Decision]) -> Verdicts:
    """Return what people last closed or reopened, by reference."""
    closing = [d for d in in_force(decisions) if d.kind in _CLOSING]
    return {d.subject: (weight, d) for weight, d in enumerate(closing)}


def settle_threads(tellings: Sequence[Telling], verdicts: Verdicts) -> dict[int, Standing]:
    """Return how all tellings of one matter stand, by key, in whatever order they came in."""
    found: dict[int, Standing] = {}
    running: list[Telling] = []
    for telling in sorted(tellings, key=_order):
        if telling.is_rejected:
            found.update(_settle([telling], None, verdicts))
        elif _is_done(telling, verdicts):
            found.update(_settle([telling], None, verdicts))
            found.update(_settle([t for t in running if t.report != telling.report], telling, verdicts))
            running = [t for t in running if t.report == telling.report]
        else:
            running.append(telling)
    return {**found, **dict(_settle(running, None, verdicts))}


def _order(telling: Telling) -> tuple[str, bool, bool, int, str]:
    """Sort by day; what is done on a day comes after what goes on that day; arrival counts where no day is known."""
    arrival = 0 if telling.is_dated else telling.key
    return telling.day, telling.status == ThreadStatus.DONE, not telling.is_dated, arrival, telling.ref


def _is_done(telling: Telling, verdicts: Verdicts) -> bool:
    _, decision = verdicts.get(telling.ref, (0, None))
    is_reopened = decision is not None and decision.kind is DecisionKind.REOPEN
    return telling.status == ThreadStatus.DONE and not is_reopened


def _settle(told: Sequence[Telling], done: Telling | None, verdicts: Verdicts) -> Iterator[tuple[int, Standing]]:
    """Yield how the tellings of one thread stand, the first of them first."""
    decided = max((verdicts[t.ref] for t in told if t.ref in verdicts), key=_weight, default=None)
    for number, telling in enumerate(told):
        first = f"; told first by {_report(told[0])}, {_shared(telling)}" if number else ""
        same_as = told[0].key if number else None
        if decided is not None:
            is_open = decided[1].kind is DecisionKind.REOPEN
            why = f"{decided[1].by} {'reopened' if is_open else 'closed'} it{first}"
            yield telling.key, Standing(is_open=is_open, same_as=same_as, why=why)
        elif done is not None:
            why = f"{_report(done)} tells that it is done, {_shared(telling)} ({BY_RULE}){first}"
            yield telling.key, Standing(is_open=False, same_as=same_as, closed_by=done.key, why=why)
        else:
            is_done = telling.status == ThreadStatus.DONE
            why = "the report itself tells that it is done" if is_done else first.removeprefix("; ")
            yield telling.key, Standing(is_open=not is_done, same_as=same_as, why=why)


def _weight(verdict: tuple[int, Decision]) -> int:
    return verdict[0]


def _report(telling: Telling) -> str:
    return f"report {parse_ref(telling.ref).id} {'of' if telling.is_dated else 'added'} {telling.day}"


def _shared(telling: Telling) -> str:
    return f"the same kind {'about the same incident' if _ABOUT in (telling.matter or '') else 'by the same actor'}"

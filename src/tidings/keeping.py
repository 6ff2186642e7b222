"""Keep records and decisions: the store and the rules of resolution, joined."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tidings import resolution
from tidings.model.incident import Candidate, Decision, DecisionKind, Features, Member, Summary
from tidings.model.mention import Entity
from tidings.model.record import Record
from tidings.model.report import Report
from tidings.store import (
    ActorFound,
    CopyFound,
    Draft,
    Finding,
    IncidentFound,
    Progress,
    RuleActor,
    Store,
    check,
    rebuild,
)
from tidings.store.reports import digest_of, find_kept, load_line_of


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """What became of a record: the id that its report has in the store, and whether it was new."""

    id: str
    is_new: bool


def keep_record(store: Store, record: Record, at: str | None = None) -> KeptReport:
    """Add a record to the store, with everything that follows from it, in one transaction.

    A report that the store has already, by id and text, changes nothing. Another text under
    the same id is kept as a later version, "ID~2".

    Args:
        store: the store.
        record: the record of one report.
        at: when it is added, ISO 8601 in UTC; now if not given.
    """
    with store.begin() as unit:
        known = unit.find_report(record.report.id, record.report.text)
        kept = known or unit.add_report(record, at or now(), RULES)
    return KeptReport(id=kept.id, is_new=known is None)


def find_known(store: Store, report: Report) -> str | None:
    """Return the id under which the store has this report's text already, None if it has not."""
    with store.connect() as connection:
        found = find_kept(connection, report.id, digest_of(report.text))
    return found.id if found else None


def load_kept(store: Store, report_id: str) -> str:
    """Return the JSON line of a report's record, as it was read.

    Raises:
        NoSuchReport: when there is none of this id.
    """
    with store.connect() as connection:
        return load_line_of(connection, report_id)


def decide(store: Store, draft: Draft, at: str | None = None) -> Decision:
    """Keep a person's decision and project what it changes.

    Raises:
        BadDecision: when it names something that is not in the store.
        BadCorrection: when a corrected value does not fit its field.
    """
    with store.begin() as unit:
        return unit.decide(draft, at or now(), RULES)


def undo(store: Store, number: int, by: str, at: str | None = None) -> Decision:
    """Undo a decision: it stays, marked with who undid it and when, and no longer counts.

    Raises:
        BadDecision: when there is no such decision, or it was undone before.
    """
    with store.begin() as unit:
        return unit.undo(number, at or now(), by, RULES)


def check_store(store: Store, progress: Progress | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a store: see `tidings.store.check`."""
    return check(store, RULES, progress)


def rebuild_store(store: Store, progress: Progress | None = None) -> None:
    """Make everything anew from the reports and decisions of a store, in one transaction."""
    with store.begin() as unit:
        rebuild(unit.connection, RULES, progress)


def now() -> str:
    """Return the present time as the store writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Resolution:
    """The rules of `tidings.resolution` as the store asks for them."""

    def find_bands(self, record: Record) -> tuple[str, ...]:
        """Return what a report is indexed under to find its copies."""
        return resolution.find_bands(resolution.find_body(record))

    def compare(self, record: Record, other: Record) -> CopyFound:
        """Compare two reports' texts."""
        found = resolution.compare_texts(resolution.find_body(record), resolution.find_body(other))
        return CopyFound(similarity=found.similarity, is_copy=found.is_copy, why=found.why)

    def find_actor_names(self, entity: Entity) -> tuple[str, ...]:
        """Return the folded names by which an actor is found."""
        return resolution.find_actor_names(entity)

    def find_actor(self, entity: Entity, record: Record, known: Sequence[RuleActor]) -> ActorFound:
        """Return which actor an entity is."""
        there = [resolution.KnownActor(id=k.id, kind=k.kind, category=k.category, country=k.country) for k in known]
        found = resolution.find_actor_id(entity, record, there)
        return ActorFound(id=found.id, names=found.names, why=found.why)

    def find_features(self, record: Record, copy_group: str) -> tuple[Features, ...]:
        """Return the features of the events that take part in merging."""
        return resolution.find_features(record, copy_group)

    def find_blocks(self, features: Features) -> tuple[str, ...]:
        """Return the blocks of an event."""
        return resolution.find_blocks(features)

    def founds(self, features: Features) -> bool:
        """Say whether an event may begin an incident."""
        return resolution.choose_incident(features, (), resolution.Bindings()).founds

    def choose(self, event: Features, candidates: Sequence[Candidate], bound: Sequence[Decision]) -> IncidentFound:
        """Return the incident that an event belongs to."""
        found = resolution.choose_incident(event, candidates, _bindings(bound))
        return IncidentFound(incident=found.incident, why=found.why, also=found.also)

    def summarise(self, members: Sequence[Member]) -> Summary:
        """Return what an incident is, over its members."""
        return resolution.summarise(members)


#: The rules that this version of tidings resolves by.
RULES = Resolution()


def _bindings(bound: Sequence[Decision]) -> resolution.Bindings:
    def pairs(kind: DecisionKind) -> frozenset[frozenset[str]]:
        return frozenset(frozenset((d.subject, d.other)) for d in bound if d.kind is kind and d.other is not None)

    return resolution.Bindings(same=pairs(DecisionKind.SAME), not_same=pairs(DecisionKind.NOT_SAME))

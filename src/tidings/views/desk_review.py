"""The review desk: one item at a time, the most doubtful first, beside the words it rests on.

A coder sees what was extracted and what she herself decided; what others decided shows only
once she has decided too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from tidings.model.event import Event
from tidings.model.incident import Decision, DecisionKind
from tidings.model.record import Record
from tidings.model.refs import item_ref
from tidings.model.span import Span
from tidings.resolution import Score, score
from tidings.store import Connection, Store
from tidings.store.overlay import lay_over
from tidings.store.queries.review import (
    VERDICTS,
    QueueFilter,
    QueueRow,
    ReportRow,
    SuggestionRow,
    count_queue,
    find_decisions,
    find_features,
    find_features_in,
    find_item,
    find_last_by,
    find_neighbours,
    find_problems,
    find_queue,
    find_report,
    find_suggestions,
    load_record,
)
from tidings.views.marked_text import Piece, cut_text
from tidings.views.names import Names
from tidings.views.review_fields import FieldGroup, find_fields
from tidings.views.words import count_heads

#: Decisions of these kinds that a coder sent at one moment on one item are one step, and are undone together.
TOGETHER = frozenset({DecisionKind.ACCEPT, DecisionKind.CORRECT})
#: So many decisions can be one step.
LONGEST_STEP = 40
#: So many items of the queue are listed beside the one that is open.
LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An incident that the item may belong to, with its score in words."""

    row: SuggestionRow
    score: float | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """Everything on the page of one item."""

    wanted: QueueFilter
    remaining: int
    queue: tuple[QueueRow, ...]
    item: QueueRow
    report: ReportRow
    event: Event
    pieces: tuple[Piece, ...]
    groups: tuple[FieldGroup, ...]
    people: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    decisions: tuple[Decision, ...]
    hidden: bool
    verdict: str
    before: QueueRow | None
    after: QueueRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyQueue:
    """Nothing is left to review."""

    wanted: QueueFilter


def load_review(store: Store, wanted: QueueFilter, item: tuple[str, str] | None) -> ReviewPage | EmptyQueue | None:
    """Return the page of an item (report, event), or of the most doubtful one; None when there is no such item."""
    with store.connect() as connection:
        queue = find_queue(connection, wanted, LISTED)
        if item is None and not queue:
            return EmptyQueue(wanted=wanted)
        row = find_item(connection, *item) if item else queue[0]
        return _page(connection, wanted, queue, row) if row else None


def find_last_step(store: Store, coder: str) -> tuple[Decision, ...]:
    """Return the decisions that a coder took last on one item, the latest first."""
    with store.connect() as connection:
        last = find_last_by(connection, coder, LONGEST_STEP)
    return tuple(takewhile(lambda one: _is_one_step(one, last[0]), last))


def stem_of(subject: str) -> str:
    """Return what an item of a report and the parts of it have in common.

    >>> stem_of("item:r.1#v1.c2")
    'item:r.1#v1'
    """
    report, mark, item = subject.rpartition("#")
    return report + mark + item.partition(".")[0] if mark else subject


def _is_one_step(one: Decision, last: Decision) -> bool:
    """Say whether two decisions were sent with one form: corrections, and that the item is accepted with them."""
    same = (one.at, stem_of(one.subject)) == (last.at, stem_of(last.subject))
    return one is last or (same and one.kind in TOGETHER and last.kind in TOGETHER)


def _page(connection: Connection, wanted: QueueFilter, queue: tuple[QueueRow, ...], row: QueueRow) -> ReviewPage | None:
    record, report = load_record(connection, row.report), find_report(connection, row.report)
    if record is None or report is None:
        return None
    event = event_of(record, row.event)
    decisions = find_decisions(connection, row.item)
    own = [d for d in decisions if d.by == wanted.coder]
    before, after = _beside(connection, wanted, queue, row)
    visible = visible_to(wanted.coder, decisions, row.item)
    return ReviewPage(
        wanted=wanted,
        remaining=count_queue(connection, wanted),
        queue=queue,
        item=row,
        report=report,
        event=event,
        pieces=cut_text(record.report.text, record.zones, marks_of(event)),
        groups=find_fields(event, event_of(lay_over(record, under(own, record.report.id)).record, row.event), record),
        people=tuple(tell_people(event, Names(record))),
        doubts=tuple(tell_doubts(row, event, find_problems(connection, row.report))),
        suggestions=_suggestions(connection, row),
        decisions=visible,
        hidden=len(visible) < len(decisions),
        verdict=verdict_of(own, row.item),
        before=before,
        after=after,
    )


def _beside(
    connection: Connection, wanted: QueueFilter, queue: Sequence[QueueRow], row: QueueRow
) -> tuple[QueueRow | None, QueueRow | None]:
    """Return the items before and after one: from the top of the queue if it stands there, else the store is asked."""
    items = [other.item for other in queue]
    at = items.index(row.item) if row.item in items else len(queue)
    if at + 1 < len(queue):
        return queue[at - 1] if at else None, queue[at + 1]
    return find_neighbours(connection, wanted, row)


def event_of(record: Record, id: str) -> Event:  # noqa: A002 - the record's own name for it
    """Return an event of a record."""
    return next(event for event in record.events if event.id == id)


def verdict_of(decisions: Iterable[Decision], item: str) -> str:
    """Return what was last decided on an item, "" where nothing was."""
    live = [d for d in decisions if d.undone_at is None and d.kind in VERDICTS and d.subject == item]
    return live[-1].kind.value if live else ""


def visible_to(coder: str, decisions: Sequence[Decision], item: str) -> tuple[Decision, ...]:
    """Return the decisions on an item that a coder may see: all, once she has decided; else her own and the rules'."""
    if verdict_of([d for d in decisions if d.by == coder], item):
        return tuple(decisions)
    return tuple(d for d in decisions if d.by == coder or d.by.startswith("rule:"))


def under(decisions: Iterable[Decision], report: str) -> list[Decision]:
    """Return decisions whose subjects name the report by the id in its record: a later version has another."""
    return [replace(d, subject=item_ref(report, d.subject.rpartition("#")[2])) for d in decisions]


def marks_of(event: Event) -> Iterator[tuple[str, Span]]:
    """Yield the evidence of an event, each with the kind of thing it shows."""
    yield "trigger", event.trigger
    yield from (("agent", agent.span) for agent in event.agents)
    yield from (("target", target.span) for target in event.targets)
    yield from (("weapon", weapon.span) for weapon in event.weapons)
    yield from (("harm", entry.span) for entry in event.casualties)
    yield from (("claim", entry.span) for entry in event.responsibility)


def tell_people(event: Event, names: Names) -> Iterator[tuple[str, str]]:
    """Yield who did it, to whom, and what is said of who is responsible."""
    for label, parts in (("by", event.agents), ("against", event.targets)):
        if parts:
            yield label, ", ".join(names.entity(part.entity, part.span) for part in parts)
    for claim in event.responsibility:
        by = f" by {names.entity(claim.by)}" if claim.by and claim.by != claim.actor else ""
        yield claim.relation.replace("-", " "), (names.entity(claim.actor) if claim.actor else "nobody named") + by
    for entry in event.casualties:
        source = names.source(entry.source)
        count = count_heads(entry.at_least, entry.at_most, approximate=entry.approximate)
        yield (
            entry.harm.replace("-", " "),
            f"{count} {entry.who or ''}".strip() + (f", says {source}" if source else ""),
        )


def tell_doubts(row: QueueRow, event: Event, problems: Sequence[str]) -> Iterator[str]:
    """Yield why an item stands where it does in the queue."""
    yield f"confidence {row.confidence:.2f}" + (f": {event.why}" if event.why else "")
    if row.has_disagreement:
        yield "reports of this incident give different figures"
    yield from problems


def _suggestions(connection: Connection, row: QueueRow) -> tuple[Suggestion, ...]:
    own = find_features(connection, row.key)
    found = []
    for suggestion in find_suggestions(connection, row.key):
        members = find_features_in(connection, suggestion.id)
        best = max((score(own, member) for member in members), key=lambda s: s.total, default=None) if own else None
        found.append(Suggestion(row=suggestion, score=best.total if best else None, why=_told(best)))
    return tuple(sorted(found, key=lambda s: -(s.score if s.score is not None else -99.0)))


def _told(best: Score | None) -> tuple[str, ...]:
    parts = sorted((part for part in best.parts if part.points), key=lambda p: -abs(p.points)) if best else []
    return tuple(f"{part.why} {part.points:+.1f}" for part in parts)

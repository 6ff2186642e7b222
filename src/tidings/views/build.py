"""A record to its page: which line stands in which section."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tidings.model.event import Event, Status
from tidings.model.force import ForceStatus
from tidings.model.problem import Problem
from tidings.model.record import Record
from tidings.model.relation import Relation, RelationKind, Thread
from tidings.model.report import PublishedBasis, ZoneKind
from tidings.views.dates import write_day, write_interval
from tidings.views.forces import describe_force
from tidings.views.happenings import describe_event, describe_unconfirmed, name_in_short
from tidings.views.names import Names
from tidings.views.page import Line, ReportPage, Section
from tidings.views.sayings import describe_statements
from tidings.views.words import RELATIONS, THREAD_STATUSES, THREADS

HAPPENED = (Status.HAPPENED, Status.ONGOING, Status.ATTEMPTED)
PLANNED = (Status.PLANNED, Status.PROMISED, Status.REQUESTED, Status.POSSIBLE)
#: Force levels that are still to come.
TO_COME = (ForceStatus.PLANNED, ForceStatus.AUTHORISED)

#: PLOVER types that are done by speaking; the statements tell most of them.
VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})

#: Relations worth a line; who leads or speaks for what is seen where they speak.
TELLING = (
    RelationKind.FRONT_OF,
    RelationKind.BACKED_BY,
    RelationKind.MEMBER_OF,
    RelationKind.ALLIED_WITH,
    RelationKind.FIGHTING_AGAINST,
)

BASES: dict[PublishedBasis, str] = {
    PublishedBasis.GIVEN: "as given",
    PublishedBasis.METADATA: "from the page's metadata",
    PublishedBasis.PAGE_DATE: "by the date on the page",
}


def page_of(record: Record) -> ReportPage:
    """Return the page of a record."""
    names = Names(record)
    return ReportPage(
        heading=_heading(record),
        about=tuple(_about(record)),
        sections=tuple(_sections(record, names)),
        text=record.report.text,
    )


def _sections(record: Record, names: Names) -> Iterator[Section]:
    there = [level for level in record.force_levels if level.status not in TO_COME]
    to_come = [level for level in record.force_levels if level.status in TO_COME]
    planned = (*(describe_force(level, names) for level in to_come), *_events(record, PLANNED, names))
    happened, spoken = tuple(_events(record, HAPPENED, names)), tuple(describe_statements(record.statements, names))
    yield Section(key="event", title="What happened", lines=happened, nothing="Nothing is reported to have happened.")
    yield Section(key="statement", title="Who says so", lines=spoken, nothing="Nobody is quoted.")
    yield Section(key="plan", title="What is planned", lines=planned, nothing="Nothing is planned or promised.")
    yield Section(key="force", title="Forces there", lines=tuple(describe_force(level, names) for level in there))
    related = tuple(_relation(relation, names) for relation in record.relations if relation.relation in TELLING)
    yield Section(key="force", title="Who stands with whom", lines=related)
    yield Section(key="recalled", title="Recalled", lines=tuple(_events(record, (Status.BACKGROUND,), names)))
    yield Section(key="open", title="What is open", lines=tuple(_open(record, names)), nothing="No open ends.")
    problems = tuple(map(_problem, record.problems))
    yield Section(key="problem", title="What looks wrong", lines=problems, nothing="Nothing looks wrong.")


def _heading(record: Record) -> str:
    if record.report.title:
        return record.report.title
    headline = next((zone for zone in record.zones if zone.kind == ZoneKind.HEADLINE), None)
    return " ".join(headline.span.of(record.report.text).split()) if headline else f"Report {record.report.id}"


def _about(record: Record) -> Iterator[Line]:
    written = record.written
    if written is not None:
        day = write_interval(written.from_, written.to)
        yield Line(text=f"Written {day}" if day else "Day of writing not known", aside=written.why)
    if record.published is not None:
        span = (record.published.span,) if record.published.span else ()
        basis = BASES[PublishedBasis(record.published.basis)]
        yield Line(text=f"Published {write_day(record.published.date)}", aside=basis, evidence=span)
    source = ", ".join(filter(None, [record.report.id, record.report.uri]))
    yield Line(text="", aside=f"{source} · {len(record.report.text.split()):,} words")


def _events(record: Record, statuses: Iterable[Status], names: Names) -> Iterator[Line]:
    wanted = tuple(statuses)
    found = [event for event in record.events if event.status in wanted and not _is_told_elsewhere(event, record)]
    # Those with victims first, mere words last: deeds are what a reader looks for.
    for event in sorted(found, key=lambda event: (not event.casualties, event.type in VERBAL, event.trigger)):
        yield describe_event(event, names)


def _is_told_elsewhere(event: Event, record: Record) -> bool:
    """Say whether an event of mere words is a statement or an open thread at the same time, which has its own line."""
    told = (*(s.cue for s in record.statements if s.cue), *(thread.span for thread in record.threads))
    return event.type in VERBAL and not event.casualties and any(event.trigger.overlaps(span) for span in told)


def _open(record: Record, names: Names) -> Iterator[Line]:
    for number, thread in enumerate(record.threads):
        yield replace(_thread(thread, record, names), id=f"t{number}")
    for event in record.events:
        yield from describe_unconfirmed(event, names)
    yield from _events(record, (Status.DENIED,), names)


def _thread(thread: Thread, record: Record, names: Names) -> Line:
    about = next((event for event in record.events if event.id == thread.about), None)
    source = names.source(thread.source)
    by = names.entity(thread.by) if thread.by else ""
    when = write_interval(thread.when.from_, thread.when.to) if thread.when else ""
    parts = [
        f"{THREADS[thread.kind]} {THREAD_STATUSES[thread.status]}",
        f"by {by}" if by else "",
        f"after the {name_in_short(about, names)}" if about else "",
    ]
    aside = "; ".join(filter(None, [when, f"says {source}" if source and source != by else ""]))
    return Line(text=" ".join(filter(None, parts)), aside=aside, evidence=(thread.span,), why=thread.why)


def _relation(relation: Relation, names: Names) -> Line:
    source = names.source(relation.source)
    said = " ".join(filter(None, [relation.hedge, RELATIONS[relation.relation]]))
    return Line(
        text=f"{names.entity(relation.from_)}: {said} {names.entity(relation.to)}",
        aside=f"says {source}" if source else "",
        evidence=(relation.span,),
        why=relation.why,
    )


def _problem(problem: Problem) -> Line:
    return Line(text=problem.message, evidence=tuple(span for span in problem.spans if span.end > span.start))

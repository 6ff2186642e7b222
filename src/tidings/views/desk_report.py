"""A report on the desk: its text with the evidence marked in place, beside what was made of it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tidings.model.incident import Decision, DecisionKind
from tidings.model.record import Record
from tidings.model.report import Zone, ZoneKind
from tidings.model.span import Span
from tidings.store import Connection, Store
from tidings.store.queries.reports import (
    CopyRow,
    EventLink,
    ReportHead,
    find_copies,
    find_decisions,
    find_event_links,
    find_head,
    read_record,
)
from tidings.views.as_seen import hide_others, see_incident
from tidings.views.build import page_of
from tidings.views.happenings import describe_event
from tidings.views.names import Names
from tidings.views.page import Line, Section
from tidings.views.quote import Quote, quote

#: Where marks lie over each other the first of these gives the colour.
FIRST_SEEN = ("at", "problem", "event", "force", "plan", "open", "recalled", "spoken", "statement")
QUOTE_ROOM = 120
#: The mark of a stretch that an address asks for.
ASKED = "at"

ZONES: dict[ZoneKind, str] = {
    ZoneKind.HEADLINE: "Headline",
    ZoneKind.DATELINE: "Dateline",
    ZoneKind.BODY: "",
    ZoneKind.CAPTION: "Caption",
    ZoneKind.CREDIT: "Credit",
    ZoneKind.PAGE_DATE: "Date of the page",
    ZoneKind.BOILERPLATE: "Not part of the story",
}

VERDICTS: dict[DecisionKind, str] = {
    DecisionKind.ACCEPT: "accepted",
    DecisionKind.REJECT: "rejected",
    DecisionKind.UNSURE: "undecided",
    DecisionKind.NOTE: "note",
    DecisionKind.CLOSE: "closed",
    DecisionKind.REOPEN: "opened again",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the record: `anchor` is its address on the page, `words` what it rests on, `at` where they start."""

    anchor: str
    text: str
    aside: str
    why: str
    words: Quote | None
    at: str
    below: tuple["Fact", ...]
    link: EventLink | None = None
    verdicts: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSection:
    """A titled list of facts."""

    key: str
    title: str
    facts: tuple[Fact, ...]
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some words in a row: the anchors of the facts that rest on them, and the first of these in rank."""

    text: str
    anchor: str
    key: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A part of the text with one purpose; `label` names it where it is not the story itself."""

    kind: str
    label: str
    why: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDesk:
    """Everything on the page of a report."""

    head: ReportHead
    title: str
    about: tuple[Line, ...]
    problems: tuple[Fact, ...]
    sections: tuple[FactSection, ...]
    passages: tuple[Passage, ...]
    copies: tuple[CopyRow, ...]
    words: int


def load_report(store: Store, report: str, asked: Span | None = None, coder: str | None = None) -> ReportDesk | None:
    """Return the page of a report, with one stretch of its text set off if asked; None when there is no such report."""
    with store.connect() as connection:
        head = find_head(connection, report)
        if head is None:
            return None
        record = read_record(connection, head)
        decided = find_decisions(connection, report)
        decisions = hide_others(connection, decided, coder)
        is_hidden = len(decisions) < len(decided)
        links = {
            link.event: _as_seen(connection, link, coder) if is_hidden else link
            for link in find_event_links(connection, head.key)
        }
        copies = find_copies(connection, head.key)
    page = page_of(record)
    sections = tuple(_sections(page.sections, record))
    facts = [_section(section, record, _Beside(links, _by_item(decisions, report))) for section in sections]
    return ReportDesk(
        head=head,
        title=head.title or page.heading,
        about=page.about[:-1],
        problems=next(section.facts for section in facts if section.key == "problem"),
        sections=tuple(section for section in facts if section.key != "problem"),
        passages=tuple(cut_passages(record, sections, asked)),
        copies=copies,
        words=len(record.report.text.split()),
    )


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the store knows beside the record: where events belong, and what people decided, by item."""

    links: dict[str, EventLink]
    verdicts: dict[str, tuple[Decision, ...]]


def cut_passages(record: Record, sections: Iterable[Section], asked: Span | None = None) -> Iterator[Passage]:
    """Yield the whole text by zones, each cut where evidence starts and ends."""
    text = record.report.text
    marks = [mark for section in sections for line in section.lines for mark in _marks(line, section.key)]
    if asked is not None and asked.start < asked.end <= len(text):
        marks.append((asked, ASKED, ASKED))
    starts = {id_: start for start, id_ in sorted(((s.start, f) for s, _, f in marks), reverse=True)}
    for zone in _zones(record):
        inside = [mark for mark in marks if mark[0].overlaps(zone.span)]
        stretches = tuple(_stretches(text, zone.span, inside, starts))
        yield Passage(kind=zone.kind, label=ZONES.get(zone.kind, ""), why=zone.why, stretches=stretches)


def anchor_of(start: int) -> str:
    """Return the address of the words that start at an offset."""
    return f"w{start}"


def tell_decision(decision: Decision) -> str:
    """Return what a person decided, in words."""
    if decision.kind is DecisionKind.CORRECT:
        value = json.loads(decision.value) if decision.value else None
        return f"{(decision.field or '').replace('.', ' ')} corrected to {'nothing' if value is None else value}"
    return VERDICTS.get(decision.kind, decision.kind.value.replace("-", " "))


def _sections(sections: Iterable[Section], record: Record) -> Iterator[Section]:
    """Yield the page's sections with an address for each line, and acts of speech that have no line."""
    told: set[str] = set()
    for section in sections:
        lines = tuple(_addressed(line, f"{section.key}{n}") for n, line in enumerate(section.lines))
        told.update(line.id for line in lines)
        yield replace(section, lines=lines)
    names = Names(record)
    rest = tuple(describe_event(event, names) for event in record.events if event.id not in told)
    lines = tuple(_addressed(line, line.id) for line in rest)
    yield Section(key="spoken", title="Acts of speaking, coded as events", lines=lines)


def _addressed(line: Line, otherwise: str, within: str = "") -> Line:
    """Return a line with its address: the item's id, below an event "v1.c2"; a number where it is no single item."""
    own = line.id or otherwise
    anchor = f"{within}.{own}" if within and not own.startswith("s") else own
    inner = anchor if line.id.startswith("v") else within
    below = tuple(_addressed(part, f"{anchor}-{n}", inner) for n, part in enumerate(line.below))
    return replace(line, id=anchor, below=below)


def _section(section: Section, record: Record, beside: _Beside) -> FactSection:
    text = record.report.text
    facts = tuple(_fact(line, text, beside) for line in section.lines)
    return FactSection(key=section.key, title=section.title, facts=facts, nothing=section.nothing)


def _fact(line: Line, text: str, beside: _Beside) -> Fact:
    evidence = [span for span in line.evidence if span.end > span.start]
    return Fact(
        anchor=line.id,
        text=line.text,
        aside=line.aside,
        why=line.why,
        words=quote(text, evidence[0], QUOTE_ROOM) if evidence else None,
        at=anchor_of(min(span.start for span in evidence)) if evidence else "",
        below=tuple(_fact(part, text, beside) for part in line.below),
        link=beside.links.get(line.id),
        verdicts=beside.verdicts.get(line.id, ()),
    )


def _as_seen(connection: Connection, link: EventLink, coder: str | None) -> EventLink:
    """Return where an event belongs, with as many reports as count for a coder."""
    seen = see_incident(connection, link.incident, coder) if link.incident else None
    return replace(link, reports=seen.incident.reports) if seen else link


def _by_item(decisions: Iterable[Decision], report: str) -> dict[str, tuple[Decision, ...]]:
    found: dict[str, tuple[Decision, ...]] = {}
    for decision in decisions:
        if decision.undone_at is None and decision.subject.startswith(f"item:{report}#"):
            item = decision.subject.removeprefix(f"item:{report}#")
            found[item] = (*found.get(item, ()), decision)
    return found


def _marks(line: Line, key: str) -> Iterator[tuple[Span, str, str]]:
    for span in line.evidence:
        if span.end > span.start:
            yield span, key, line.id
    for part in line.below:
        yield from _marks(part, key)


def _zones(record: Record) -> Iterator[Zone]:
    """Yield zones that together are the whole text: what lies between two of them belongs to the one before."""
    text = record.report.text
    zones = sorted(record.zones, key=lambda zone: (zone.start, zone.end))
    edges = sorted({0, len(text), *(zone.start for zone in zones if zone.start < len(text))})
    for start, end in pairwise(edges):
        zone = next((z for z in zones if z.start <= start < z.end), None)
        yield replace(zone, start=start, end=end) if zone else Zone(kind=ZoneKind.BODY, start=start, end=end)


def _stretches(text: str, zone: Span, marks: list[tuple[Span, str, str]], starts: dict[str, int]) -> Iterator[Stretch]:
    edges = {zone.start, zone.end, *(edge for span, _, _ in marks for edge in (span.start, span.end))}
    borders = sorted(edge for edge in edges if zone.start <= edge <= zone.end)
    for start, end in pairwise(borders):
        over = sorted((m for m in marks if m[0].start <= start and end <= m[0].end), key=_narrowest_first)
        facts = tuple(dict.fromkeys(fact for _, _, fact in over))
        begins = any(starts[fact] == start for fact in facts)
        asked = start == starts.get(ASKED)
        key = min((key for _, key, _ in over), key=FIRST_SEEN.index, default="")
        anchor = ASKED if asked else anchor_of(start) if begins else ""
        yield Stretch(text=text[start:end], anchor=anchor, key=key, facts=facts)


def _narrowest_first(mark: tuple[Span, str, str]) -> tuple[int, str]:
    span, _, fact = mark
    return span.end - span.start, fact

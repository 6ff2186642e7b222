"""An incident on the desk: every figure with its source, who is said to have done it, what was known when."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tidings.model.incident import Decision, Member
from tidings.model.span import Span
from tidings.resolution import Change, History, Policy, choose_figure, find_changes, find_history
from tidings.store import Store
from tidings.store.keys import incident_key
from tidings.store.queries import incident as ask
from tidings.store.queries.incident import EventRow, FigureRow, IncidentRow, LedgerRow, PartRow, ThreadRow
from tidings.store.queries.missions import NearRow
from tidings.store.queries.unseen import find_figures_seen
from tidings.views.as_seen import hide_others, see_incident
from tidings.views.dates import write_day, write_interval
from tidings.views.maps import MapPicture, Place, draw_map
from tidings.views.quote import Quote, quote
from tidings.views.words import HARMS, count_heads, name_event

QUOTE_ROOM = 150
#: The texts of so many reports are opened for their words; the others are a click away.
MOST_TEXTS = 40

#: The parts of the ledger in order: a key, its title, the relations in it.
LEDGER: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("claims", "Claims of responsibility", ("claimed",)),
    ("blame", "Blame and suspicion", ("blamed", "suspected")),
    ("denials", "Denials", ("denied",)),
    ("open", "Not confirmed", ("not-confirmed",)),
)

#: Words before a name that do not tell one from another.
ARTICLES = frozenset({"the", "a", "an", "one"})

POLICIES: dict[Policy, str] = {
    Policy.RANGE: "range, lowest to highest",
    Policy.MOST_CONSERVATIVE: "most conservative",
    Policy.LATEST: "latest",
    Policy.OFFICIAL_FIRST: "official first",
}

CHANGES: dict[str, str] = {"type": "what", "date": "day", "place": "place", "killed": "killed", "injured": "injured"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words of a report as evidence: who is meant, in words, and where they stand."""

    text: str
    aside: str
    actor: str | None
    by: str | None
    by_name: str
    words: Quote | None
    event: EventRow
    href: str
    others: tuple["Told", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """What reports say of one harm: the first, the latest and the range in words, and each figure."""

    harm: str
    name: str
    chosen: str
    first: str
    latest: str
    range: str
    figures: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one report changed in what was known: (field, before or None, after)."""

    event: EventRow
    changes: tuple[tuple[str, str | None, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report with its events in this incident, and its copies folded below it."""

    events: tuple[EventRow, ...]
    copies: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentDesk:
    """Everything on the page of an incident."""

    incident: IncidentRow
    name: str
    policy: Policy
    tolls: tuple[Toll, ...]
    findings: tuple[Told, ...]
    ledger: tuple[tuple[str, str, tuple[Told, ...]], ...]
    targets: tuple[tuple[str, str | None], ...]
    weapons: tuple[str, ...]
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    threads: tuple[ThreadRow, ...]
    history: tuple[Decision, ...]
    is_hidden: bool
    map: MapPicture | None


def load_incident(
    store: Store, incident: str, policy: Policy = Policy.RANGE, coder: str | None = None
) -> IncidentDesk | None:
    """Return the page of an incident with its figures by a policy; None when there is no such incident.

    What others decided on an event shows to a coder once she has decided on it too; until then it counts as read.
    """
    with store.connect() as connection:
        seen = see_incident(connection, incident, coder)
        if seen is None:
            return None
        row, events, members = seen.incident, seen.events, seen.members
        key = incident_key(row.id)
        keys = tuple(dict.fromkeys(event.report_key for event in events))[:MOST_TEXTS]
        words = _Words({event.key: event for event in events}, ask.find_texts(connection, keys))
        standing = [event.key for event in events if event.review != "rejected"]
        parts = [part for part in ask.find_parts(connection, key) if part.event_key in standing]
        figures = find_figures_seen(connection, standing, seen.unseen)
        decided = ask.find_history(connection, incident, tuple(event.item for event in events))
        history = hide_others(connection, decided, coder)
        return IncidentDesk(
            incident=row,
            name=name_incident(row),
            policy=policy,
            tolls=tuple(_tolls(members, figures, words, policy)),
            findings=tuple(_gathered(words.part(part) for part in parts if part.role == "agent")),
            ledger=tuple(_ledger(ask.find_ledger(connection, standing), words)),
            targets=tuple(_targets(parts)),
            weapons=ask.find_weapons(connection, key),
            steps=tuple(_steps(find_changes(members), words)),
            sources=tuple(fold_copies(events)),
            threads=ask.find_open_ends(connection, key),
            history=history,
            is_hidden=len(history) < len(decided),
            map=draw_map(_places(row, events)),
        )


def name_incident(row: IncidentRow | NearRow) -> str:
    """Return what an incident is called: what, where and when."""
    where = f" in {row.place_name}" if row.place_name else ""
    when = write_interval(row.date_from, row.date_to)
    return f"{name_event(row.type, row.mode)}{where}" + (f", {when}" if when else "")


def fold_copies(events: Iterable[EventRow]) -> Iterator[Source]:
    """Yield each source once: the first report with its events, those of its copies below."""
    groups: dict[int, list[EventRow]] = {}
    for event in events:
        groups.setdefault(event.group_key or event.report_key, []).append(event)
    for found in groups.values():
        first = found[0].report
        others = {event.report: event for event in reversed(found) if event.report != first}
        yield Source(
            events=tuple(event for event in found if event.report == first), copies=tuple(reversed(others.values()))
        )


@dataclass(frozen=True, slots=True)
class _Words:
    """The events and the texts that evidence is quoted from."""

    events: dict[int, EventRow]
    texts: dict[int, str]

    def quoted(self, event_key: int, start: int, end: int) -> Quote | None:
        text = self.texts.get(self.events[event_key].report_key)
        return quote(text, Span(start, end), QUOTE_ROOM) if text and start < end else None

    def figure(self, row: FigureRow) -> Told:
        event = self.events[row.event_key]
        count = count_heads(row.at_least, row.at_most, approximate=row.approximate)
        return Told(
            text=count + (" of them" if row.part_of else ""),
            aside=" ".join((row.who or "").split()[:8]),
            actor=None,
            by=None,
            by_name=row.source_name or "",
            words=self.quoted(row.event_key, row.start, row.end),
            event=event,
            href=f"{event.id}.{row.id}",
        )

    def entry(self, row: LedgerRow) -> Told:
        event = self.events[row.event_key]
        own = row.by_name is None or row.by_name == row.actor_name
        return Told(
            text=row.actor_name or ("" if row.relation == "not-confirmed" else "nobody named"),
            aside="suspected" if row.relation == "suspected" else "",
            actor=row.actor,
            by=row.by,
            by_name="" if own and row.actor_name else row.by_name or "",
            words=self.quoted(row.event_key, row.start, row.end),
            event=event,
            href=event.id,
        )

    def part(self, row: PartRow) -> Told:
        event = self.events[row.event_key]
        return Told(
            text=row.name,
            aside="",
            actor=row.actor,
            by=None,
            by_name="",
            words=self.quoted(row.event_key, row.start, row.end),
            event=event,
            href=event.id,
        )


def _tolls(members: Sequence[Member], figures: Sequence[FigureRow], words: _Words, policy: Policy) -> Iterator[Toll]:
    for harm, name in HARMS.items():
        own = tuple(_once(words.figure(row) for row in figures if row.harm == harm))
        if own:
            history = find_history(members, harm)
            yield Toll(
                harm=harm.value,
                name=name,
                chosen=_bounds(choose_figure(history, policy)),
                first=_figure(history, "first"),
                latest=_figure(history, "latest"),
                range=_bounds(choose_figure(history, Policy.RANGE)),
                figures=own,
            )


def _figure(history: History, which: str) -> str:
    entry = history.first if which == "first" else history.latest
    if entry is None:
        return ""
    when = f" ({write_day(entry.published)})" if entry.published else ""
    return _bounds((entry.figure.at_least, entry.figure.at_most)) + when


def _bounds(bounds: tuple[int | None, int | None] | None) -> str:
    return count_heads(*bounds, approximate=False) if bounds else "–"


def _ledger(rows: Sequence[LedgerRow], words: _Words) -> Iterator[tuple[str, str, tuple[Told, ...]]]:
    for key, title, relations in LEDGER:
        yield key, title, tuple(_gathered(words.entry(row) for row in rows if row.relation in relations))


def _once(told: Iterable[Told]) -> Iterator[Told]:
    """Yield what copies of one report say once."""
    seen: set[tuple[str, str, str, str, int]] = set()
    for one in told:
        group = one.event.group_key or one.event.report_key
        name = (one.text, one.aside, one.by_name, str(one.words), group)
        if name not in seen:
            seen.add(name)
            yield one


def _gathered(told: Iterable[Told]) -> Iterator[Told]:
    """Yield each actor once, the one most told of first, named by its first report; what others say stands below."""
    found: dict[str, list[Told]] = {}
    for one in _once(told):
        found.setdefault(one.actor or _folded(one.text), []).append(one)
    for first, *others in sorted(found.values(), key=len, reverse=True):
        yield replace(first, others=tuple(others))


def _folded(name: str) -> str:
    """Return a name without its case and article.

    >>> _folded("A man"), _folded("The man")
    ('man', 'man')
    """
    first, _, rest = name.casefold().partition(" ")
    return rest if rest and first in ARTICLES else name.casefold()


def _targets(parts: Iterable[PartRow]) -> Iterator[tuple[str, str | None]]:
    """Yield each of those whom it was done to once, as it was first written."""
    found: dict[str, tuple[str, str | None]] = {}
    for part in parts:
        if part.role == "target":
            found.setdefault(part.actor or _folded(part.name), (part.name, part.actor))
    yield from found.values()


def _steps(changes: Sequence[Change], words: _Words) -> Iterator[Step]:
    by_item: dict[str, list[Change]] = {}
    for change in changes:
        by_item.setdefault(change.event, []).append(change)
    events = {event.item: event for event in words.events.values()}
    for item, found in by_item.items():
        if item in events:
            yield Step(event=events[item], changes=tuple(map(_change, found)))


def _change(change: Change) -> tuple[str, str | None, str]:
    write: Callable[[str], str] = {"type": _kind, "date": _days}.get(change.field, str)
    before = write(change.before) if change.before else None
    return CHANGES.get(change.field, change.field), before, write(change.after)


def _kind(value: str) -> str:
    type_, _, mode = value.partition("/")
    return name_event(type_ or None, mode or None) if type_.isupper() else name_event(None, type_)


def _days(value: str) -> str:
    first, _, last = value.partition(" to ")
    return write_interval(first, last or first)


def _places(row: IncidentRow, events: Iterable[EventRow]) -> Iterator[Place]:
    found: dict[tuple[float, float], list[EventRow]] = {}
    for event in events:
        if event.lat is not None and event.lon is not None:
            found.setdefault((event.lat, event.lon), []).append(event)
    for (lat, lon), there in found.items():
        name = there[0].place_name or row.place_name or "a place"
        yield Place(lat=lat, lon=lon, title=name, href="#reports", count=len({e.report for e in there}))

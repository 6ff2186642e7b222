"""What an incident's reports say of its dead and injured: every figure stays, and a policy picks one when asked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tidings.model.event import Harm
from tidings.model.incident import Figure, Member


class Policy(StrEnum):
    """Which of several figures is given out; nothing is lost by it."""

    MOST_CONSERVATIVE = "most-conservative"
    LATEST = "latest"
    OFFICIAL_FIRST = "official-first"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One figure in an incident's history: which event of which report gives it, when, on whose word."""

    event: str
    order: int
    published: str | None
    copy_group: str
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Every figure for one harm in the order of reporting; copies of a report that repeat it count once."""

    harm: str
    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry | None:
        """The figure first reported."""
        return self.entries[0] if self.entries else None

    @property
    def latest(self) -> Entry | None:
        """The figure last reported; of several in one report the highest."""
        if not self.entries:
            return None
        last = [e for e in self.entries if e.event == self.entries[-1].event]
        return max(last, key=lambda e: (_low(e.figure), _high(e.figure)))

    @property
    def lowest(self) -> Entry | None:
        """The figure with the lowest lower bound."""
        return min(self.entries, key=lambda e: (_low(e.figure), e.order), default=None)

    @property
    def highest(self) -> Entry | None:
        """The figure with the highest upper bound, an open one above its lower bound."""
        return max(self.entries, key=lambda e: (_high(e.figure), -e.order), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one report changed in what was known: `before` is what its figure or value replaced."""

    event: str
    order: int
    published: str | None
    field: str
    before: str | None
    after: str


def find_history(members: Iterable[Member], harm: Harm) -> History:
    """Return the history of one harm over an incident's members."""
    found: list[Entry] = []
    seen: set[tuple[str, Figure]] = set()
    for member in sorted(members, key=_by_time):
        for figure in _figures(member, harm):
            if (member.copy_group, figure) not in seen:
                seen.add((member.copy_group, figure))
                found.append(_entry(member, figure))
    return History(harm=harm.value, entries=tuple(found))


def choose_figure(history: History, policy: Policy) -> tuple[int | None, int | None] | None:
    """Return (at least, at most) by a policy, None where no report gives a figure.

    `most-conservative` is the lowest figure, `official-first` the latest of an official source
    and else the latest, `range` runs from the lowest to the highest.
    """
    if not history.entries:
        return None
    if policy is Policy.RANGE:
        least = min(_low(entry.figure) for entry in history.entries)
        most = [entry.figure.at_most for entry in history.entries]
        return least, None if None in most else max(m for m in most if m is not None)
    official = tuple(e for e in history.entries if e.figure.is_official)
    chosen = {
        Policy.MOST_CONSERVATIVE: history.lowest,
        Policy.LATEST: history.latest,
        Policy.OFFICIAL_FIRST: History(harm=history.harm, entries=official or history.entries).latest,
    }[policy]
    return None if chosen is None else (chosen.figure.at_least, chosen.figure.at_most)


def find_changes(members: Sequence[Member]) -> tuple[Change, ...]:
    """Return what each new report changed: a new or another figure, place, date or type, in order of reporting."""
    known: dict[str, str] = {}
    changes: list[Change] = []
    for member in sorted(members, key=_by_time):
        for field, value in _known_by(member):
            if known.get(field) != value:
                changes.append(
                    Change(
                        event=member.event,
                        order=member.order,
                        published=member.published,
                        field=field,
                        before=known.get(field),
                        after=value,
                    )
                )
            known[field] = value
    return tuple(changes)


def _by_time(member: Member) -> tuple[str, int, str]:
    """Order by day of publication where it is known; a report without one stands where it came in."""
    return member.published or "", member.order, member.event


def _figures(member: Member, harm: Harm) -> tuple[Figure, ...]:
    given = tuple(figure for figure in member.figures if figure.harm == harm.value)
    total = {Harm.KILLED: member.killed, Harm.INJURED: member.injured}.get(harm)
    if given or total is None:
        return given
    return (Figure(harm=harm.value, at_least=total[0], at_most=total[1]),)


def _entry(member: Member, figure: Figure) -> Entry:
    return Entry(
        event=member.event,
        order=member.order,
        published=member.published,
        copy_group=member.copy_group,
        figure=figure,
    )


def _known_by(member: Member) -> Iterator[tuple[str, str]]:
    """Yield what a member says, in words that can be compared."""
    if member.type or member.mode:
        yield "type", "/".join(part for part in (member.type, member.mode) if part)
    if member.date_from:
        days = dict.fromkeys((member.date_from, member.date_to or member.date_from))
        yield "date", " to ".join(days)
    if member.place_name:
        yield "place", member.place_name
    for harm in (Harm.KILLED, Harm.INJURED):
        entries = [_entry(member, figure) for figure in _figures(member, harm)]
        latest = History(harm=harm.value, entries=tuple(entries)).latest
        if latest is not None:
            yield harm.value, _told(latest.figure)


def _told(figure: Figure) -> str:
    if figure.at_least == figure.at_most:
        return str(figure.at_least)
    if figure.at_most is None:
        return f"{figure.at_least} or more"
    return f"up to {figure.at_most}" if figure.at_least is None else f"{figure.at_least} to {figure.at_most}"


def _low(figure: Figure) -> int:
    return figure.at_least or 0


def _high(figure: Figure) -> int:
    return figure.at_most if figure.at_most is not None else _low(figure)

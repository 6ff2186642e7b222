"""Sentences that several kinds of brief share: statements, threads, incidents in a line."""

from collections.abc import Iterable, Iterator, Sequence

from tidings.store.queries.briefs import MemberRow
from tidings.store.queries.missions import NearRow
from tidings.store.queries.statements import StatementRow
from tidings.store.queries.threads import ThreadRow
from tidings.views.brief.cites import Citer
from tidings.views.brief.page import Cite, Section, Sentence
from tidings.views.brief.words import begin_with, name_act, not_known, part, section, tell
from tidings.views.dates import write_day, write_interval
from tidings.views.words import THREAD_STATUSES, THREADS, count_heads, name_event

#: A page holds so many of each; the desk shows the rest.
MOST = 8
#: So many sources stand behind one line.
MOST_CITES = 4
#: So many characters of what somebody said.
LONGEST = 260
#: Statuses that need no word.
PLAIN = frozenset({"happened", "background"})


def tell_statements(rows: Sequence[StatementRow], citer: Citer) -> Section:
    """Return the latest statements."""
    told = [_statement(row, citer) for row in rows[:MOST]]
    return section("statements", *(told or [not_known("statements")]))


def _statement(row: StatementRow, citer: Citer) -> Sentence:
    is_described = row.speaker is None or row.speaker == row.role
    role = part("unnamed", x="x") if not row.named else "" if is_described else part("role", role=row.role)
    return tell(
        "statement",
        "said",
        citer.cite(row.report, row.id, row.start, row.end),
        speaker=row.speaker or row.role or "somebody",
        role=role,
        act=name_act(row.act),
        on=part("on", day=write_interval(row.date_from, row.date_to)),
        words=shorten(row.content),
    )


def tell_threads(rows: Iterable[ThreadRow], citer: Citer) -> Section:
    """Return what is still open."""
    told = [_thread(row, citer) for row in rows if row.is_open][:MOST]
    return section("threads", *(told or [not_known("threads")]))


def _thread(row: ThreadRow, citer: Citer) -> Sentence:
    return tell(
        "thread",
        "open",
        citer.cite(row.report, row.item.rpartition("#")[2], row.start, row.end),
        kind=THREADS.get(row.kind, row.kind),  # type: ignore[call-overload]
        status=THREAD_STATUSES.get(row.status, row.status),  # type: ignore[call-overload]
        by=part("doer", name=row.by_name),
        about=part("about", title=row.incident_title),
        words=shorten(row.words),
    )


def tell_incidents(rows: Iterable[NearRow], members: Sequence[MemberRow], citer: Citer) -> Iterator[Sentence]:
    """Yield a line for each incident that a report bears out."""
    for row in rows:
        cites = cite_members([m for m in members if m.incident == row.id], citer)
        if cites:
            yield tell(
                "incident",
                "near",
                *cites,
                on=begin_with(row.date_from, row.date_to),
                kind=name_event(row.type, row.mode),
                place=part("place", name=row.place_name),
                toll=write_toll(row),
            )


def cite_members(members: Iterable[MemberRow], citer: Citer) -> tuple[Cite, ...]:
    """Return the words of an incident's reports, one place in each."""
    first = {member.report: member for member in reversed(list(members))}
    rows = sorted(first.values(), key=lambda m: (m.published or "~", m.report))
    return tuple(citer.cite(m.report, m.id, m.start, m.end) for m in rows[:MOST_CITES])


def write_toll(row: NearRow) -> str:
    """Return an incident's dead and injured over all its reports: “, 2–3 killed, 1 injured”."""
    counts = ((row.killed_least, row.killed_most, "killed"), (row.injured_least, row.injured_most, "injured"))
    told = [
        part("heads", count=count_heads(least, most, approximate=False), harm=harm)
        for least, most, harm in counts
        if least is not None or most is not None
    ]
    return "".join(f", {words}" for words in told)


def write_status(status: str) -> str:
    """Return how far an event has come, in brackets, where that needs saying."""
    return "" if status in PLAIN else f" ({status})"


def shorten(words: str) -> str:
    """Return words on one line, cut at a word."""
    flat = " ".join(words.split()).strip("“”\"'").rstrip(" ,.;")
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rsplit(" ", 1)[0] + "…"


def write_moment(moment: str) -> str:
    """Return the day of a moment."""
    return write_day(moment[:10])

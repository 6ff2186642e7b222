"""The briefs of an incident and of a place."""

from collections.abc import Iterator, Sequence

from tidings.store.queries.briefs import MemberRow, find_incidents_at, find_members
from tidings.store.queries.incident import FigureRow, LedgerRow, find_figures, find_ledger
from tidings.store.queries.missions import NearRow
from tidings.store.queries.statements import StatementFilter, find_statements
from tidings.store.queries.threads import find_threads_about
from tidings.views.brief.cites import Citer
from tidings.views.brief.page import Section, Sentence
from tidings.views.brief.shared import shorten, tell_incidents, tell_statements, tell_threads, write_status
from tidings.views.brief.words import not_known, part, section, tell
from tidings.views.dates import write_interval
from tidings.views.words import count_heads, name_event

#: So many incidents stand in a place's brief.
MOST_AT = 20
#: So many different passages are quoted in an incident's brief, which is to fit on a page.
MOST_TOLD = 8


def brief_incident(incident: NearRow, citer: Citer) -> Iterator[Section]:
    """Yield the sections of an incident's brief."""
    members = find_members(citer.connection, [incident.id])
    keys = [member.key for member in members]
    figures, ledger = find_figures(citer.connection, keys), find_ledger(citer.connection, keys)
    by_key = {member.key: member for member in members}
    yield section("incidents", *_shortened([_told(member, citer) for member in members]))
    yield section("figures", *(_figure(row, by_key[row.event_key], citer) for row in figures))
    yield section("responsibility", *(_held(row, by_key[row.event_key], citer) for row in ledger))
    yield tell_threads(find_threads_about(citer.connection, incident=incident.id), citer)
    yield section("unknown", *_unknown(incident, figures, ledger))


def brief_place(place: str, citer: Citer) -> Iterator[Section]:
    """Yield the sections of a place's brief."""
    rows = find_incidents_at(citer.connection, place)[:MOST_AT]
    members = find_members(citer.connection, [row.id for row in rows])
    told = tuple(tell_incidents(rows, members, citer))
    yield section("incidents", *(told or [not_known("events")]))
    spoken = find_statements(citer.connection, StatementFilter(words=place))
    yield tell_statements(spoken.rows, citer)
    yield tell_threads(find_threads_about(citer.connection, names=(place,)), citer)


def _shortened(told: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the first few different sentences, and one that counts the passages of the others."""
    texts = list(dict.fromkeys(sentence.text for sentence in told))[:MOST_TOLD]
    yield from (sentence for sentence in told if sentence.text in texts)
    left = [cite for sentence in told if sentence.text not in texts for cite in sentence.cites]
    if left:
        yield tell("incident", "more" if len(left) > 1 else "one_more", *left, count=len(left))


def _told(member: MemberRow, citer: Citer) -> Sentence:
    return tell(
        "incident",
        "what",
        citer.cite(member.report, member.id, member.start, member.end),
        kind=name_event(member.type, member.mode),
        status=write_status(member.status),
        place=part("place", name=member.place_name),
        on=part("on", day=write_interval(member.date_from, member.date_to)),
        words=shorten(member.headline),
    )


def _figure(row: FigureRow, member: MemberRow, citer: Citer) -> Sentence:
    return tell(
        "incident",
        "part" if row.part_of else "figure",
        citer.cite(member.report, f"{member.id}.{row.id}", row.start, row.end),
        count=count_heads(row.at_least, row.at_most, approximate=row.approximate),
        harm=row.harm.replace("-", " "),
        who=f" ({row.who})" if row.who else "",
        by=part("by", name=row.source_name),
    )


def _held(row: LedgerRow, member: MemberRow, citer: Citer) -> Sentence:
    actor, by = row.actor_name or "somebody", row.by_name
    return tell(
        "incident",
        row.relation,
        citer.cite(member.report, member.id, row.start, row.end),
        actor=actor,
        name=by or "Somebody",
        by="" if by == row.actor_name else part("by", name=by),
    )


def _unknown(incident: NearRow, figures: Sequence[FigureRow], ledger: Sequence[LedgerRow]) -> Iterator[Sentence]:
    harms = {row.harm for row in figures}
    gaps = (
        ("day", incident.date_from is None),
        ("place", incident.place_name is None),
        ("killed", not harms & {"killed", "killed-or-injured"}),
        ("injured", not harms & {"injured", "killed-or-injured"}),
        ("claimed", bool(ledger)),
        ("responsible", not ledger),
    )
    yield from (not_known(key) for key, is_missing in gaps if is_missing)

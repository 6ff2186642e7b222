"""Load the brief of a subject."""

from collections.abc import Iterable

from tidings.store import Connection, Store
from tidings.store.queries.briefs import SubjectRow, find_incident, find_incidents_at
from tidings.views.brief.actor import brief_actor
from tidings.views.brief.cites import Citer
from tidings.views.brief.incident import brief_incident, brief_place
from tidings.views.brief.mission import brief_mission
from tidings.views.brief.page import Brief, Section, number_sources
from tidings.views.brief.subject import find_subject
from tidings.views.countries import name_country
from tidings.views.dates import write_interval
from tidings.views.desk_actor import load_actor
from tidings.views.desk_incident import name_incident
from tidings.views.desk_mission import load_mission_file


def load_brief(store: Store, words: str) -> Brief:
    """Return the brief of the actor, mission, place or incident that a user names.

    Raises:
        SubjectUnknown: when nothing has that name or id.
        SubjectAmbiguous: when several have.
    """
    with store.connect() as connection:
        subject = find_subject(connection, words)
    found = load_brief_of(store, subject.kind, subject.id)
    if found is None:
        raise LookupError(words)
    return found


def load_brief_of(store: Store, kind: str, id: str) -> Brief | None:  # noqa: A002 - the store's own
    """Return the brief of a thing of a known kind and id; None when there is none."""
    with store.connect() as connection:
        citer = Citer(connection)
        if kind == "mission":
            return _mission(store, id, citer)
        if kind == "actor":
            return _actor(store, id, citer)
        return _incident(connection, id, citer) if kind == "incident" else _place(connection, id, citer)


def _mission(store: Store, id: str, citer: Citer) -> Brief | None:  # noqa: A002 - as above
    file = load_mission_file(store, id)
    if file is None:
        return None
    days = write_interval(file.mission.first, file.mission.last)
    about = f"{_some(file.mission.levels, 'figure')} in {_some(file.mission.reports, 'report')}" + (
        f", {days}" if days else ""
    )
    subject = SubjectRow(kind="mission", id=id, name=file.mission.name)
    return _brief(subject, about, f"/missions/{id}", brief_mission(file, citer))


def _actor(store: Store, id: str, citer: Citer) -> Brief | None:  # noqa: A002 - as above
    page = load_actor(store, id)
    if page is None:
        return None
    known = (page.actor.kind, page.actor.category, name_country(page.actor.country) if page.actor.country else None)
    about = ", ".join(filter(None, [*known, f"named in {_some(page.actor.reports, 'report')}"]))
    subject = SubjectRow(kind="actor", id=id, name=page.actor.name)
    return _brief(subject, about, f"/actors/{id}", brief_actor(page, citer))


def _incident(connection: Connection, id: str, citer: Citer) -> Brief | None:  # noqa: A002 - as above
    row = find_incident(connection, id)
    if row is None:
        return None
    about = (
        f"“{row.title}” Told in {_some(row.reports, 'report')} by {_some(row.sources, 'source')}; copies count once."
    )
    subject = SubjectRow(kind="incident", id=id, name=name_incident(row))
    return _brief(subject, about, f"/incidents/{id}", brief_incident(row, citer))


def _place(connection: Connection, name: str, citer: Citer) -> Brief | None:
    rows = find_incidents_at(connection, name)
    country = name_country(rows[0].country) if rows and rows[0].country else ""
    called = rows[0].place_name or name if rows else name
    about = ", ".join(filter(None, [country, f"{_some(len(rows), 'incident')} in the store"]))
    subject = SubjectRow(kind="place", id=name, name=called)
    return _brief(subject, about, f"/incidents?place={called}", brief_place(called, citer))


def _some(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _brief(subject: SubjectRow, about: str, address: str, sections: Iterable[Section]) -> Brief:
    return Brief(
        kind=subject.kind,
        id=subject.id,
        title=subject.name,
        about=about,
        address=address,
        sections=number_sources(sections),
    )

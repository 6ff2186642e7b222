"""The brief of an actor, from its page."""

from collections.abc import Iterator

from tidings.store.queries.actors import Deed
from tidings.views.brief.cites import Citer
from tidings.views.brief.page import Section, Sentence
from tidings.views.brief.shared import shorten, tell_statements, tell_threads, write_status
from tidings.views.brief.words import begin_with, name_relation, not_known, part, section, tell
from tidings.views.desk_actor import ActorPage
from tidings.views.words import name_event

#: So many lines of each kind.
MOST = 10


def brief_actor(page: ActorPage, citer: Citer) -> Iterator[Section]:
    """Yield the sections of an actor's brief."""
    yield section("deeds", *(tuple(_deeds(page, citer)) or (not_known("events"),)))
    yield section("relations", *_relations(page, citer))
    yield tell_statements(page.statements.rows, citer)
    yield tell_threads(page.threads, citer)


def _deeds(page: ActorPage, citer: Citer) -> Iterator[Sentence]:
    for part_, deeds in page.deeds:
        for deed in deeds[:MOST]:
            yield _deed(part_, deed, page.actor.name, citer)


def _deed(part_: str, deed: Deed, name: str, citer: Citer) -> Sentence:
    return tell(
        "actor",
        part_,
        citer.cite(deed.report, deed.event, deed.start, deed.end),
        on=begin_with(deed.date_from, deed.date_to),
        kind=name_event(deed.type, deed.mode),
        status=write_status(deed.status),
        place=part("place", name=deed.place_name),
        name=name,
        by=part("by", name=deed.by_name if deed.by_name != name else None),
        words=shorten(deed.headline),
    )


def _relations(page: ActorPage, citer: Citer) -> Iterator[Sentence]:
    for row in page.relations[:MOST]:
        yield tell(
            "actor",
            "relation",
            citer.cite(row.report, "", row.start, row.end),
            one=row.from_name,
            relation=name_relation(row.relation),
            other=row.to_name,
            hedge=f" (“{row.hedge}”)" if row.hedge else "",
        )

"""Records made by hand: attacks in towns, told by several reports."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, select

from tidings.model.event import (
    Agent,
    Casualties,
    Event,
    Harm,
    Responsibility,
    ResponsibilityRelation,
    Status,
    Target,
    TargetKind,
    Victim,
    Weapon,
    Where,
)
from tidings.model.force import Condition, ConditionKind, ForceLevel, ForceStatus
from tidings.model.mention import Entity, Mention, MentionKind
from tidings.model.place import Place, PlacePrecision
from tidings.model.problem import Problem
from tidings.model.record import Record
from tidings.model.relation import Relation, RelationKind, Thread, ThreadKind, ThreadStatus
from tidings.model.report import Published, PublishedBasis, Report, Written, Zone, ZoneKind
from tidings.model.span import Span
from tidings.model.statement import Act, Form, Speaker, Statement
from tidings.model.when import Precision, When
from tidings.store import Store
from tidings.store.tables import metadata

AT = "2026-11-01T00:00:00+00:00"
#: Towns that are far from each other.
TOWNS = {"Ouallam": (2440495, 14.32, 2.09, "NER"), "Kunduz": (1135689, 36.73, 68.86, "AFG")}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a made report says; reports with the same `more` are copies."""

    id: str
    town: str = "Ouallam"
    day: str = "2026-05-04"
    killed: int = 3
    lead: str = "Mortar shells hit a market"
    more: str = ""
    status: Status = Status.HAPPENED


def record_of(told: Told) -> Record:
    """Return the record of a report on one attack, with one item of every kind."""
    own = told.more or _own_words(told.id)
    text = (
        f"{told.lead} in {told.town} on {told.day}, killing {told.killed} traders. "
        f"Colonel Issa Maman of the Northern Shield blamed the Black Sand Front and promised an inquiry. {own}"
    )

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    entities = _entities(span)
    return Record(
        report=Report(id=told.id, text=text, uri=f"https://www.example.org/{told.id}", language="en"),
        zones=(Zone(kind=ZoneKind.BODY, start=0, end=len(text)),),
        published=Published(date=told.day, basis=PublishedBasis.PAGE_DATE),
        written=Written(from_=told.day, to=told.day, basis="made", why="a test"),
        mentions=(
            Mention(id="m1", start=span(told.town).start, end=span(told.town).end, text=told.town, kind="place"),
        ),
        entities=entities,
        places=(_place(told, span(told.town)),),
        statements=(_statement(span),),
        events=(_event(told, span),),
        force_levels=(_force_level(span),),
        relations=(
            Relation(
                relation=RelationKind.SPEAKS_FOR, from_="e1", to="e2", hedge=None, source="report", span=span("of")
            ),
        ),
        threads=(
            Thread(
                kind=ThreadKind.INVESTIGATION,
                by="e2",
                about="v1",
                status=ThreadStatus.PROMISED,
                when=None,
                span=span("an inquiry"),
                source="s1",
            ),
        ),
        problems=(Problem(kind="repeated-word", message="A word stands twice."),),
    )


def rows_of(store: Store, *, without: dict[str, set[str]] | None = None) -> dict[str, list[Any]]:
    """Return all rows of all tables in a fixed order, some columns left out."""
    left = {"search_texts": {"key"}, **(without or {})}
    with store.connect() as connection:
        return {
            name: sorted(
                (tuple(row) for row in connection.execute(select(*_columns(table, left.get(name, set()))))), key=repr
            )
            for name, table in metadata.tables.items()
        }


def projected(store: Store) -> dict[str, list[Any]]:
    """Return the rows of everything but the decisions."""
    return {name: rows for name, rows in rows_of(store).items() if name != "decisions"}


def address_of(store: Store) -> str:
    """Return what opens a store again."""
    return str(store.path or store.engine.url.render_as_string(hide_password=False).replace("+psycopg", ""))


def _own_words(name: str) -> str:
    """Return sixty words that no other report has, so that it is nobody's copy."""
    return " ".join(f"{name}{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(60))


def _columns(table: Table, left: set[str]) -> list[Any]:
    return [column for column in table.columns if column.name not in left]


def _entities(span: Any) -> tuple[Entity, ...]:
    return (
        Entity(
            id="e1",
            kind=MentionKind.PERSON,
            name="Issa Maman",
            role="Colonel",
            affiliation="e2",
            category="military",
            span=span("Issa Maman"),
        ),
        Entity(id="e2", kind=MentionKind.ORGANISATION, name="Northern Shield", category="military", country="NER"),
        Entity(id="e3", kind=MentionKind.ORGANISATION, name="Black Sand Front", category="armed-group", country="NER"),
    )


def _place(told: Told, span: Span) -> Place:
    geonames, lat, lon, country = TOWNS[told.town]
    return Place(
        mention="m1",
        start=span.start,
        end=span.end,
        name=told.town,
        geonames_id=geonames,
        lat=lat,
        lon=lon,
        country=country,
        admin1=None,
        precision=PlacePrecision.TOWN,
        score=0.9,
    )


def _statement(span: Any) -> Statement:
    return Statement(
        id="s1",
        speaker=Speaker(entity="e1", span=span("Issa Maman"), named=True, role="Colonel", on_condition=None),
        cue=span("blamed"),
        content=(span("the Black Sand Front"), span("an inquiry")),
        form=Form.INDIRECT,
        act=Act.ACCUSE,
        when=None,
        venue=None,
        within=None,
    )


def _event(told: Told, span: Any) -> Event:
    _, lat, lon, country = TOWNS[told.town]
    return Event(
        id="v1",
        type="ASSAULT",
        mode="heavy-weapons",
        context=(),
        trigger=span("hit"),
        mentions=(),
        status=told.status,
        agents=(Agent(entity="e3", span=span("Black Sand Front")),),
        targets=(Target(entity=None, span=span("traders"), kind=TargetKind.PERSON),),
        weapons=(Weapon(span=span(told.lead.split()[0]), kind="mortar"),),
        when=When(from_=told.day, to=told.day, precision=Precision.DAY, why="said so"),
        where=Where(place="m1", name=told.town, lat=lat, lon=lon, country=country, precision="town"),
        casualties=(
            Casualties(
                id="c1",
                harm=Harm.KILLED,
                at_least=told.killed,
                at_most=told.killed,
                approximate=False,
                who="traders",
                victim=Victim.CIVILIAN,
                nationality=None,
                part_of=None,
                source="s1",
                span=span(f"{told.killed} traders"),
            ),
        ),
        responsibility=(
            Responsibility(
                relation=ResponsibilityRelation.BLAMED, actor="e3", by="e1", statement="s1", span=span("blamed")
            ),
        ),
        confidence=0.8,
    )


def _force_level(span: Any) -> ForceLevel:
    return ForceLevel(
        id="f1",
        force="e2",
        owner=None,
        place="m1",
        unit="people",
        from_=None,
        to=200,
        to_at_most=None,
        change=None,
        approximate=True,
        status=ForceStatus.PLANNED,
        when=None,
        conditions=(Condition(kind=ConditionKind.REQUESTED_BY, by="e1", span=span("promised")),),
        source="s1",
        span=span("Northern Shield"),
    )

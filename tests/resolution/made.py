"""Features, records and members made by hand."""

from dataclasses import replace
from typing import Any

from tidings.model.event import Casualties, Event, Harm, Status, Victim, Where
from tidings.model.incident import Candidate, Features, Member
from tidings.model.mention import Entity, MentionKind
from tidings.model.place import Place, PlacePrecision
from tidings.model.record import Record
from tidings.model.report import Report, Written, Zone, ZoneKind
from tidings.model.span import Span
from tidings.model.when import Precision, When

OUALLAM = {"geonames_id": 2440495, "place_name": "Ouallam", "lat": 14.32, "lon": 2.09, "country": "NER"}
KUNDUZ = {"geonames_id": 1135689, "place_name": "Kunduz", "lat": 36.73, "lon": 68.86, "country": "AFG"}
NIAMEY = {"geonames_id": 2440485, "place_name": "Niamey", "lat": 13.51, "lon": 2.11, "country": "NER"}

_SHELLING = Features(
    event="item:a#v1",
    report="a",
    copy_group="a",
    type="ASSAULT",
    mode="heavy-weapons",
    status="happened",
    date_from="2026-05-04",
    date_to="2026-05-04",
    first_seen="2026-05-05",
    geonames_id=2440495,
    place_name="Ouallam",
    place_precision="town",
    lat=14.32,
    lon=2.09,
    country="NER",
    killed=(3, 3),
    injured=(7, 7),
    actors=frozenset({"black sand front"}),
    weapons=frozenset({"mortar"}),
    words=frozenset({"millet", "tannery", "dyer", "caravan", "minaret"}),
    names=frozenset({"issa maman"}),
    places=frozenset({2440495}),
    is_main=True,
)


def shelling(report: str = "a", item: str = "v1", **values: Any) -> Features:
    """Return the features of a shelling of a market, as one report tells it."""
    own = {"event": f"item:{report}#{item}", "report": report, "copy_group": report}
    return replace(_SHELLING, **(own | values))


def incident(name: str, *members: Features) -> Candidate:
    """Return an incident with these members."""
    return Candidate(incident=name, members=members)


def entity(**values: Any) -> Entity:
    """Return a person of a report."""
    return Entity(**({"id": "e1", "kind": MentionKind.PERSON, "name": "Issa Maman"} | values))


def member(report: str, **values: Any) -> Member:
    """Return an event of an incident."""
    known = {
        "event": f"item:{report}#v1",
        "order": 1,
        "copy_group": report,
        "headline": f"as {report} has it",
        "type": "ASSAULT",
        "mode": "heavy-weapons",
        "status": "happened",
        "date_from": "2026-05-04",
        "date_to": "2026-05-04",
        "date_precision": "day",
        "place_precision": "town",
        **OUALLAM,
        "killed": (3, 3),
        "injured": None,
    }
    return Member(**(known | values))


TEXT = (
    "Mortar shells hit the tannery in Ouallam on Monday, killing three dyers.\n"
    "Issa Maman, a 44-year-old dyer, was among the dead. KTVX said so.\n"
    "Colonel Adamou Sani, who commands the garrison, promised an inquiry."
)


def record(*events: Event, id: str = "a", text: str = TEXT, entities: tuple[Entity, ...] = ()) -> Record:  # noqa: A002
    """Return a record with these events; its one place is Ouallam."""
    at = text.find("Ouallam")
    place = Place(
        mention="m1",
        start=at,
        end=at + 7,
        name="Ouallam",
        geonames_id=2440495,
        lat=14.32,
        lon=2.09,
        country="NER",
        admin1=None,
        precision=PlacePrecision.TOWN,
        score=1.0,
    )
    return Record(
        report=Report(id=id, text=text),
        zones=(Zone(kind=ZoneKind.BODY, start=0, end=len(text)),),
        written=Written(from_="2026-05-05", to="2026-05-05", basis="given", why="made"),
        places=(place,) if at >= 0 else (),
        events=events,
        entities=entities,
    )


def event(item: str = "v1", status: Status = Status.HAPPENED, killed: int | None = 3, **values: Any) -> Event:
    """Return an event of a record."""
    known = {
        "id": item,
        "type": "ASSAULT",
        "mode": "heavy-weapons",
        "context": (),
        "trigger": Span(14, 17),
        "mentions": (Span(14, 17),),
        "status": status,
        "when": When(from_="2026-05-04", to="2026-05-04", precision=Precision.DAY, why="Monday"),
        "where": Where(place="m1", name="Ouallam", lat=14.32, lon=2.09, country="NER", precision="town"),
        "casualties": () if killed is None else (casualties(killed),),
    }
    return Event(**(known | values))


def casualties(killed: int, at_most: int | None = -1, **values: Any) -> Casualties:
    """Return a toll of dead; the upper bound is the lower one unless it is given."""
    known = {
        "id": "c1",
        "harm": Harm.KILLED,
        "at_least": killed,
        "at_most": killed if at_most == -1 else at_most,
        "approximate": False,
        "who": None,
        "victim": Victim.CIVILIAN,
        "nationality": None,
        "part_of": None,
        "source": "report",
        "span": Span(0, 1),
    }
    return Casualties(**(known | values))

"""Made-up happenings to fill a store with: types, days and places as unevenly spread as real ones.

A few countries have most of what happens and in them a few towns; a happening is told by one to
four reports over four days. Names and words are drawn from made-up syllables, so that none is
anybody's.
"""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.resources import files

from tidings.model.event import Casualties, Event, Harm, Status, Victim, Where
from tidings.model.incident import Features
from tidings.model.place import Place, PlacePrecision
from tidings.model.record import Record
from tidings.model.report import Published, PublishedBasis, Report, Written, Zone, ZoneKind
from tidings.model.span import Span
from tidings.model.when import Precision, When

FIRST_DAY, DAYS = date(2020, 1, 1), 6 * 365
#: Type, mode, the verb of a report, and the share of it among what is coded.
KINDS = (
    ("ASSAULT", "firearms", "opened fire in", 0.30),
    ("ASSAULT", "explosives", "set off a bomb in", 0.20),
    ("ASSAULT", "aerial", "bombed", 0.10),
    ("PROTEST", "demo", "rallied in", 0.20),
    ("COERCE", "arrest", "made arrests in", 0.15),
    (None, "accident", "had an accident in", 0.05),
)
_SYLLABLES = ("ba", "ko", "ru", "ti", "sha", "mel", "dor", "vin", "qua", "lan", "ze", "pho", "gri", "tal", "os", "mu")
_MAX_REPORTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town of the gazetteer."""

    id: int
    name: str
    country: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One happening as one report tells it."""

    number: int
    report: str
    town: Town
    day: date
    written: date
    kind: int
    killed: int
    names: tuple[str, ...]
    words: tuple[str, ...]


def load_towns(count: int = 20_000) -> list[Town]:
    """Return the most populous towns of the gazetteer, the countries in an order of their own."""
    path = files("tidings.resources") / "data" / "gazetteer.sqlite"
    query = """SELECT geonames_id, name, country, lat, lon FROM place
        WHERE kind = 0 AND geonames_id > 0 AND country > '' ORDER BY population DESC LIMIT ?"""
    with closing(sqlite3.connect(str(path))) as gazetteer:
        rows = gazetteer.execute(query, (count,)).fetchall()
    towns = [Town(id=i, name=n, country=c, lat=lat / 1e4, lon=lon / 1e4) for i, n, c, lat, lon in rows]
    return sorted(towns, key=lambda town: (random.Random(town.country).random(), town.id))  # noqa: S311 - made-up data


def make_happenings(towns: list[Town], seed: int = 1) -> Iterator[Happening]:
    """Yield reports of happenings without end, in no order of days."""
    rng = random.Random(seed)  # noqa: S311 - made-up data
    number = 0
    while True:
        number += 1
        first = _first_report(rng, towns, number)
        for report in range(rng.choice((1, 1, 1, 2, 2, 3, _MAX_REPORTS))):
            yield _told(rng, first, report)


def features_of(told: Happening) -> Features:
    """Return the features that the record of a happening has."""
    kind = KINDS[told.kind]
    return Features(
        event=f"item:{told.report}#v1",
        report=told.report,
        copy_group=told.report,
        type=kind[0],
        mode=kind[1],
        status="happened",
        date_from=str(told.day),
        date_to=str(told.day),
        first_seen=str(told.written),
        geonames_id=told.town.id,
        place_name=told.town.name,
        place_precision="town",
        lat=told.town.lat,
        lon=told.town.lon,
        country=told.town.country,
        killed=(told.killed, told.killed),
        injured=None,
        actors=frozenset(),
        weapons=frozenset(),
        words=frozenset(told.words),
        names=frozenset(told.names),
        places=frozenset({told.town.id}),
        is_main=True,
    )


def record_of(told: Happening) -> Record:
    """Return the record of a report on a happening, as the product would have it."""
    kind = KINDS[told.kind]
    lead = f"Gunmen {kind[2]} {told.town.name}, killing {told.killed} people, residents said. "
    text = lead + " ".join(f"Near the {word} a {word} was seen by {told.report}." for word in told.words)
    at, here = text.index(told.town.name), Span(0, len(lead) - 1)
    where = Where(
        place="m1",
        name=told.town.name,
        lat=told.town.lat,
        lon=told.town.lon,
        country=told.town.country,
        precision="town",
    )
    place = Place(
        mention="m1",
        start=at,
        end=at + len(told.town.name),
        name=told.town.name,
        geonames_id=told.town.id,
        lat=told.town.lat,
        lon=told.town.lon,
        country=told.town.country,
        admin1=None,
        precision=PlacePrecision.TOWN,
        score=1.0,
    )
    event = Event(
        id="v1",
        type=kind[0],
        mode=kind[1],
        context=(),
        trigger=Span(0, 6),
        mentions=(Span(0, 6),),
        status=Status.HAPPENED,
        when=When(from_=str(told.day), to=str(told.day), precision=Precision.DAY, why="made"),
        where=where,
        casualties=(_dead(told.killed, here),),
    )
    published = Published(date=str(told.written), basis=PublishedBasis.GIVEN)
    return Record(
        report=Report(id=told.report, text=text, published=published, language="en"),
        zones=(Zone(kind=ZoneKind.BODY, start=0, end=len(text)),),
        published=published,
        written=Written(from_=str(told.written), to=str(told.written), basis="given", why="made"),
        places=(place,),
        events=(event,),
    )


def _dead(killed: int, span: Span) -> Casualties:
    return Casualties(
        id="c1",
        harm=Harm.KILLED,
        at_least=killed,
        at_most=killed,
        approximate=False,
        who="people",
        victim=Victim.CIVILIAN,
        nationality=None,
        part_of=None,
        source="report",
        span=span,
    )


def _first_report(rng: random.Random, towns: list[Town], number: int) -> Happening:
    """Draw a happening; the fourth power of a uniform number puts half of them into one town of sixteen."""
    kind = rng.choices(range(len(KINDS)), [share for *_, share in KINDS])[0]
    day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    return Happening(
        number=number,
        report=f"made-{number}",
        town=towns[int(len(towns) * rng.random() ** 4)],
        day=day,
        written=day,
        kind=kind,
        killed=int(rng.paretovariate(1.2)) - 1,
        names=tuple(f"{_word(rng, 2)} {_word(rng, 3)}" for _ in range(2)),
        words=tuple(_word(rng, 4) for _ in range(12)),
    )


def _told(rng: random.Random, first: Happening, report: int) -> Happening:
    own = tuple(_word(rng, 4) for _ in range(8))
    return replace(
        first,
        report=f"{first.report}-{report}",
        written=first.day + timedelta(days=report),
        killed=first.killed + (rng.random() < 0.2) * report,  # noqa: PLR2004 - one toll in five grows
        words=(*rng.sample(first.words, 7), *own),
    )


def _word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choices(_SYLLABLES, k=syllables))

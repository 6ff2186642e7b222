"""The whole flow on one screen: report, zones, reading, mentions, facts, record."""

from collections.abc import Sequence

from tidings.encoder import Encoder
from tidings.facts.actors import find_actors
from tidings.facts.events import find_events
from tidings.facts.forces import find_force_levels
from tidings.facts.places import find_places
from tidings.facts.problems import find_problems
from tidings.facts.relations import find_relations, find_threads
from tidings.facts.scene import Scene
from tidings.facts.statements import find_statements
from tidings.facts.times import find_times
from tidings.mentions import find_mentions
from tidings.model.problem import Problem
from tidings.model.reading import Reading
from tidings.model.record import Record
from tidings.model.report import Report, Zone
from tidings.zones import find_zones


def read_report(report: Report, encoder: Encoder, problems: Sequence[Problem] = ()) -> Record:
    """Read one report into its record; `problems` are those that its source met."""
    zones, reading = encode_report(report, encoder)
    return build_record(report, zones, reading, problems)


def encode_report(report: Report, encoder: Encoder) -> tuple[tuple[Zone, ...], Reading]:
    """Return the zones of a report and what the encoder makes of them: the half that takes time."""
    zones = find_zones(report.text, report.title)
    return zones, encoder.read(report.text, [zone.span for zone in zones])


def build_record(report: Report, zones: tuple[Zone, ...], reading: Reading, problems: Sequence[Problem] = ()) -> Record:
    """Build the record of a report from what the encoder made of it."""
    mentions = find_mentions(reading, zones)
    dates = find_times(report, zones, reading, mentions)
    places = find_places(reading, zones, mentions)
    meant = tuple(place for place in places if place.main)
    actors = find_actors(reading, zones, mentions, meant)
    scene = Scene(
        report=report,
        zones=zones,
        reading=reading,
        mentions=actors.mentions(),
        times=dates.times,
        written=dates.written,
        places=meant,
        actors=actors,
    )
    statements = find_statements(scene)
    events = find_events(scene, statements)
    force_levels = find_force_levels(scene, statements)
    relations = find_relations(scene, statements)
    threads = find_threads(scene, statements, events)
    return Record(
        report=report,
        zones=zones,
        published=dates.published,
        written=dates.written,
        mentions=actors.mentions(),
        entities=actors.entities(),
        times=dates.times,
        places=places,
        statements=tuple(statements),
        events=events,
        force_levels=force_levels,
        relations=relations,
        threads=threads,
        problems=(*problems, *dates.problems, *find_problems(scene, events)),
    )

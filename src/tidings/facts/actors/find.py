"""Find the actors of a report."""

from collections.abc import Sequence

from tidings.facts.actors.actors import Actors
from tidings.model.mention import Mention
from tidings.model.place import Place
from tidings.model.reading import Reading
from tidings.model.report import Zone


def find_actors(reading: Reading, zones: Sequence[Zone], mentions: Sequence[Mention], places: Sequence[Place]) -> Actors:
    """Join the mentions of a report into actors."""
    return Actors()

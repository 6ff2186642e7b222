"""Places of a report."""

from collections.abc import Sequence

from tidings.model.mention import Mention
from tidings.model.place import Place
from tidings.model.reading import Reading
from tidings.model.report import Zone


def find_places(reading: Reading, zones: Sequence[Zone], mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """Return one Place per mention of kind place (and per place name inside other mentions where useful)."""
    return ()

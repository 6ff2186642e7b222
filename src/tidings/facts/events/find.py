"""Events of a report."""

from collections.abc import Sequence

from tidings.facts.scene import Scene
from tidings.model.event import Event
from tidings.model.statement import Statement


def find_events(scene: Scene, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """Return the events in text order, ids v1, v2, …, several mentions of one event joined."""
    return ()

"""Threads of a report: what was promised or begun, and is to be followed up."""

from collections.abc import Sequence

from tidings.facts.scene import Scene
from tidings.model.event import Event
from tidings.model.relation import Thread
from tidings.model.statement import Statement


def find_threads(scene: Scene, statements: Sequence[Statement], events: Sequence[Event]) -> tuple[Thread, ...]:
    """Return the threads in text order."""
    return ()

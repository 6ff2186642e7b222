"""Problems that show only when the facts are there."""

from collections.abc import Sequence

from tidings.facts.scene import Scene
from tidings.model.event import Event
from tidings.model.problem import Problem


def find_problems(scene: Scene, events: Sequence[Event]) -> tuple[Problem, ...]:
    """Return what looks wrong: repeated words, unresolved dates and places, conflicting figures."""
    return ()

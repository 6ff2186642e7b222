"""Force levels of a report."""

from collections.abc import Sequence

from tidings.facts.scene import Scene
from tidings.model.force import ForceLevel
from tidings.model.statement import Statement


def find_force_levels(scene: Scene, statements: Sequence[Statement]) -> tuple[ForceLevel, ...]:
    """Return the force levels in text order, ids f1, f2, …"""
    return ()

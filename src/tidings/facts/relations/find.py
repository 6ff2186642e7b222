"""Relations of a report."""

from collections.abc import Sequence

from tidings.facts.scene import Scene
from tidings.model.relation import Relation
from tidings.model.statement import Statement


def find_relations(scene: Scene, statements: Sequence[Statement]) -> tuple[Relation, ...]:
    """Return the relations in text order."""
    return ()

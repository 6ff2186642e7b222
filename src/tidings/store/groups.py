"""What a decision can move: the events, entities and reports that hang together with it, found by index."""

from collections.abc import Callable, Collection, Iterable

from sqlalchemy import Connection

from tidings.model.incident import Decision
from tidings.store.decisions import decisions_naming
from tidings.store.grouping import GROUPING

#: Gives the references that hang together with some by the projection as it stands.
Neighbours = Callable[[Collection[str]], Iterable[str]]


def find_component(
    connection: Connection, seeds: Iterable[str], neighbours: Neighbours
) -> tuple[set[str], list[Decision]]:
    """Return all references that hang together with some, and the decisions on where they belong."""
    refs: set[str] = set()
    found: dict[int, Decision] = {}
    fresh = set(seeds)
    while fresh:
        refs |= fresh
        naming = [d for d in decisions_naming(connection, fresh) if d.kind in GROUPING]
        found.update((d.id, d) for d in naming)
        sides = {side for d in naming for side in (d.subject, d.other) if side}
        fresh = (sides | set(neighbours(fresh))) - refs
    return refs, [found[number] for number in sorted(found)]

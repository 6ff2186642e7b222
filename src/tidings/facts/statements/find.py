"""Statements of a report."""

from tidings.facts.scene import Scene
from tidings.model.statement import Statement


def find_statements(scene: Scene) -> tuple[Statement, ...]:
    """Return the statements in text order, ids s1, s2, …"""
    return ()

"""Force levels and their conditions."""

from tidings.facts.forces.find import find_force_levels

__all__ = ["find_force_levels"]

"""Toponyms resolved together over the report."""

from tidings.facts.places.find import find_places

__all__ = ["find_places"]

"""Actors: mentions of one person or body joined, with role, affiliation and registry entry."""

from tidings.facts.actors.actors import Actors
from tidings.facts.actors.find import find_actors

__all__ = ["Actors", "find_actors"]

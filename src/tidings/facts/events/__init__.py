"""Events by PLOVER type, with casualties and responsibility."""

from tidings.facts.events.find import find_events

__all__ = ["find_events"]

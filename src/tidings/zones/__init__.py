"""Stage 1: a report's text to zones (headline, dateline, body, caption, credit, …)."""

from tidings.zones.find import find_zones

__all__ = ["find_zones"]

"""Stage 2: a reading to mentions of people, organisations, places, times and weapons."""

from tidings.mentions.find import find_mentions

__all__ = ["find_mentions"]

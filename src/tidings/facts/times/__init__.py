"""Time expressions, and the day the story was written."""

from tidings.facts.times.find import TimesFound, find_times

__all__ = ["TimesFound", "find_times"]

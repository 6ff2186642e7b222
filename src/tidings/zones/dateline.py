"""Datelines: place, day and agency before the first words of a story."""

import re
from functools import cache

from tidings.resources import load_table
from tidings.zones.dates import month_day

_DASH = r"\s*(?:--+|[–—―�_]+|\s-(?=\s))(?:\s*\[[A-Z][A-Z /]*\])*"
_WORD = r"[A-Z][\w’'.\-]*"
_PLACE = rf"{_WORD}(?:\s(?:de|del|la|el|es|of|{_WORD})){{0,4}}"
_PLACES = rf"{_PLACE}(?:,\s{_PLACE}){{0,2}}"
_CAPITALS = r"[A-Z][A-Z’'.\-]*[A-Z.](?:\s[A-Z][A-Z’'.\-]+){0,3}"
_STATION = r"\([A-Z][A-Za-z0-9 /&.\-]{1,40}\)"
#: Words that open a sentence about a day, or say when a page was made.
_NO_OPENING = r"(?!(?:On|In|By|Since|From|Until|At|The|Before|After|Published|Updated|Posted|Last)\s)"
_FEWEST_LETTERS = 4
_MOST_LOWER_CASE_IN_WIRE = 0.05


def dateline_end(line: str, *, opens_story: bool) -> int | None:
    """Return how many characters of a paragraph are its dateline, None if it has none.

    Forms with a date or an agency are taken anywhere; a bare place in capitals only where the story opens.
    """
    for pattern in _sure_patterns():
        found = pattern.match(line)
        if found:
            return found.end()
    return _bare_end(line) if opens_story and not is_upper_case(line) else None


def is_upper_case(text: str) -> bool:
    """Say whether a text is in capitals throughout, as old wires are."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.islower() for c in letters) / len(letters) < _MOST_LOWER_CASE_IN_WIRE


def _bare_end(line: str) -> int | None:
    found = _bare_pattern().match(line)
    if not found:
        return None
    place = found["place"]
    letters = sum(c.isalpha() for c in place)
    known = place.strip(" .").upper() in load_table("zones.toml")["dateline"]["not_places"]
    return None if known or letters < _FEWEST_LETTERS else found.end()


@cache
def _sure_patterns() -> tuple[re.Pattern[str], ...]:
    named = "|".join(re.escape(name) for name in load_table("zones.toml")["dateline"]["agencies"])
    agency = rf"(?:\((?:{named})\)|{_STATION})"
    day = rf"\s(?i:{month_day()}(?:,?\s(?:\d{{4}}|\d{{2}}))?),?"
    date = rf"(?:,{day})"
    bracket = r"\s\([^)]{2,60}\)"
    return (
        re.compile(rf"(?:{_PLACES}{date}?\s)?{agency}{_DASH}"),
        re.compile(rf"{_PLACES}{date}\s{agency}(?=\s)"),
        re.compile(rf"{_NO_OPENING}{_PLACES}(?:{bracket})?,?{day}(?:{bracket})*{_DASH}"),
    )


@cache
def _bare_pattern() -> re.Pattern[str]:
    follows = "|".join(load_table("zones.toml")["dateline"]["follows"])
    tail = rf"(?:,\s{_WORD}(?:\s{_WORD})?)?"
    return re.compile(
        rf"(?P<place>{_CAPITALS}){tail}(?:{_DASH}(?=\s*[“\"‘'A-Z0-9])|:(?=\s[“\"‘'A-Z0-9])|(?=\s(?:{follows})\s))"
    )

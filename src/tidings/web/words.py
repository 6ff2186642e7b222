"""How templates write what the record holds: `{{ incident.type | event_name(incident.mode) }}`."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from tidings.model.incident import Decision, DecisionKind
from tidings.views.countries import name_country
from tidings.views.dates import MONTHS, write_day, write_interval
from tidings.views.desk_incident import name_incident
from tidings.views.desk_report import tell_decision
from tidings.views.words import ACTS, CONDITIONS, RELATIONS, THREADS, count_heads, name_event


def plural(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    >>> plural(1, "report"), plural(1200, "report"), plural(0, "copy", "copies")
    ('1 report', '1,200 reports', '0 copies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def write_moment(moment: str | None) -> str:
    """Return an ISO time (UTC) as people write it.

    >>> write_moment("2026-11-02T08:15:30+00:00")
    '2 Nov 2026, 08:15 UTC'
    """
    if not moment:
        return ""
    at = datetime.fromisoformat(moment)
    return f"{at.day} {MONTHS[at.month - 1][:3]} {at.year}, {at:%H:%M} UTC"


def write_heads(at_least: int | None, at_most: int | None) -> str:
    """Return the range of a head count, "" where nothing is known.

    >>> write_heads(3, 5)
    '3–5'
    """
    return "" if at_least is None and at_most is None else count_heads(at_least, at_most, approximate=False)


def name_of(words: Mapping[Any, str]) -> Callable[[str], str]:
    """Return a filter that writes a word of the record in plain words."""
    return lambda value: words.get(value) or value.replace("-", " ")


def bare_quote(text: str) -> str:
    """Return words without the quotation marks around the whole of them: the page sets its own.

    >>> bare_quote("“They came at night,”"), bare_quote("“No”, he said, “never”")
    ('They came at night,', '“No”, he said, “never”')
    """
    for opening, closing in ("“”", '""'):
        inner = text[1:-1]
        if text[:1] == opening and text[-1:] == closing and opening not in inner and closing not in inner:
            return inner
    return text


def tell_deed(decision: Decision) -> str:
    """Return what was decided as a verb with its object, to stand behind who did it."""
    told = {
        DecisionKind.JOIN: "put an event into this incident",
        DecisionKind.COPY: "took a report for a copy",
        DecisionKind.SAME: "said that these are one and the same",
        DecisionKind.NOT_SAME: "split an event off",
        DecisionKind.ACCEPT: "accepted",
        DecisionKind.REJECT: "rejected",
        DecisionKind.UNSURE: "could not tell",
        DecisionKind.NOTE: "left a note",
    }
    return told.get(decision.kind) or f"decided: {tell_decision(decision)}"


#: Categories of actors that are not plain words as they stand.
CATEGORIES: dict[str, str] = {"igo": "international body", "ngo": "aid or civic body"}

FILTERS: dict[str, Callable[..., Any]] = {
    "plural": plural,
    "moment": write_moment,
    "day": write_day,
    "interval": write_interval,
    "country": name_country,
    "event_name": name_event,
    "heads": write_heads,
    "act": name_of(ACTS),
    "bare": bare_quote,
    "category": name_of(CATEGORIES),
    "condition": name_of(CONDITIONS),
    "thread": name_of(THREADS),
    "relation": name_of(RELATIONS),
    "decision": tell_decision,
    "deed": tell_deed,
    "incident_name": name_incident,
}

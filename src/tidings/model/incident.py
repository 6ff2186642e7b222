"""Incidents: what many reports say of one thing that happened, and who decided that it is one."""

from dataclasses import dataclass
from enum import StrEnum


class DecisionKind(StrEnum):
    """What was decided. Rules join and fold; people do the rest."""

    JOIN = "join"  # a rule puts an event into an incident
    COPY = "copy"  # a rule takes a report for a copy of another
    SAME = "same"  # a person: two events, incidents, actors or reports are one
    NOT_SAME = "not-same"  # a person: they are not
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"  # `field` gets `value`; what was extracted stays in the record
    UNSURE = "unsure"  # a person looked and does not know
    NOTE = "note"
    CONDITION = "condition"  # `value`: holds, does-not-hold or unknown
    CLOSE = "close"  # an open thread is closed
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision, never changed; undoing it fills in `undone_at` and `undone_by`.

    `subject` and `other` are references that outlive a rebuild: "report:ID",
    "item:REPORT_ID#v1" (any item id of the record; "#v1.c2" for a casualty entry),
    "incident:ID", "actor:ID". `by` is a coder's name, or "rule:NAME". Times are
    ISO 8601 in UTC. `why` names features and score, or the rule.
    """

    id: int
    at: str
    by: str
    kind: DecisionKind
    subject: str
    other: str | None = None
    field: str | None = None
    value: str | None = None  # JSON
    why: str = ""
    note: str = ""
    undone_at: str | None = None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What of an event is compared with other reports' events.

    `killed` and `injured` are (at least, at most), None where nothing is said; dates are
    ISO days, both ends included; `actors`, `weapons`, `words` and `names` are folded to lower
    case; `first_seen` is the day the report was written or published, if known. `names` are
    people that the report names and does not quote as officials, `words` are words that few
    reports use; `places` are the towns and districts it names (GeoNames ids); `is_main` says
    that this is what the report is about.
    """

    event: str  # "item:REPORT_ID#v1"
    report: str
    copy_group: str
    type: str | None
    mode: str | None
    status: str
    date_from: str | None
    date_to: str | None
    first_seen: str | None
    geonames_id: int | None
    place_name: str | None
    place_precision: str | None
    lat: float | None
    lon: float | None
    country: str | None
    killed: tuple[int | None, int | None] | None
    injured: tuple[int | None, int | None] | None
    actors: frozenset[str]
    weapons: frozenset[str]
    words: frozenset[str]
    names: frozenset[str] = frozenset()
    places: frozenset[int] = frozenset()
    is_main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An incident that an event may belong to, by the features of its members (a bounded sample)."""

    incident: str
    members: tuple[Features, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One toll of one report, with who gives it.

    `harm` is a value of `Harm`; bounds are inclusive, None where open; `is_official` says that
    the source is a state, its organs, a court, the police or an international body.
    """

    harm: str
    at_least: int | None
    at_most: int | None
    source: str = "report"
    is_official: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One event of an incident as its report has it, corrected where a person did.

    `killed` and `injured` are the report's total (at least, at most); None where it gives none.
    `order` grows with the time at which reports came in; copies share a `copy_group`.
    """

    event: str  # "item:REPORT_ID#v1"
    order: int
    copy_group: str
    headline: str
    type: str | None
    mode: str | None
    status: str
    date_from: str | None
    date_to: str | None
    date_precision: str | None
    geonames_id: int | None
    place_name: str | None
    place_precision: str | None
    lat: float | None
    lon: float | None
    country: str | None
    killed: tuple[int | None, int | None] | None
    injured: tuple[int | None, int | None] | None
    published: str | None = None
    figures: tuple[Figure, ...] = ()  # by source, subsets left out; without them killed and injured are used


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an incident is, over all its members; figures are the lowest and the highest of any report."""

    title: str
    type: str | None
    mode: str | None
    status: str
    date_from: str | None
    date_to: str | None
    date_precision: str | None
    geonames_id: int | None
    place_name: str | None
    place_precision: str | None
    lat: float | None
    lon: float | None
    country: str | None
    killed_least: int | None
    killed_most: int | None
    injured_least: int | None
    injured_most: int | None

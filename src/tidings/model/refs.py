"""References: names for reports, items of reports, incidents and actors that outlive a rebuild.

"report:ID", "item:REPORT_ID#v1" (any item of the record; "#v1.c2" for a casualty entry, "#t0" for the
first thread), "incident:ID", "actor:ID".
"""

from dataclasses import dataclass
from enum import StrEnum


class RefKind(StrEnum):
    """What a reference names."""

    REPORT = "report"
    ITEM = "item"
    INCIDENT = "incident"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference taken apart: `id` is the report's for an item, and `item` what follows the last "#".

    >>> str(Ref(RefKind.ITEM, "r#7", "v1"))
    'item:r#7#v1'
    """

    kind: RefKind
    id: str
    item: str | None = None

    def __str__(self) -> str:
        """Return the reference as it is written."""
        return f"{self.kind}:{self.id}" + (f"#{self.item}" if self.item is not None else "")


def parse_ref(text: str) -> Ref:
    """Return a reference taken apart.

    >>> parse_ref("item:r#7#v1.c2")
    Ref(kind=<RefKind.ITEM: 'item'>, id='r#7', item='v1.c2')

    Raises:
        ValueError: when it is none.
    """
    kind, colon, rest = text.partition(":")
    if not colon or not rest or kind not in set(RefKind):
        raise ValueError(f"{text!r} is no reference; write report:ID, item:REPORT_ID#v1, incident:ID or actor:ID")
    if kind != RefKind.ITEM:
        return Ref(RefKind(kind), rest)
    report, mark, item = rest.rpartition("#")
    if not mark or not report or not item:
        raise ValueError(f"{text!r} names no item of a report; write item:REPORT_ID#v1")
    return Ref(RefKind.ITEM, report, item)


def report_ref(report: str) -> str:
    """Return the reference of a report."""
    return f"{RefKind.REPORT}:{report}"


def item_ref(report: str, item: str) -> str:
    """Return the reference of an item of a report, such as its event "v1"."""
    return f"{RefKind.ITEM}:{report}#{item}"


def incident_ref(incident: str) -> str:
    """Return the reference of an incident."""
    return f"{RefKind.INCIDENT}:{incident}"


def actor_ref(actor: str) -> str:
    """Return the reference of an actor."""
    return f"{RefKind.ACTOR}:{actor}"

"""Differences of facts: what sheets ask of records, by section."""

import re
from collections.abc import Iterator
from pathlib import Path

from quality.errors.difference import Difference, Row
from quality.facts import measure_facts

#: Fields of an event, by what the kinds call them.
_PARTS = {
    **{field: field for field in ("when", "where", "casualties", "responsibility", "status")},
    **dict.fromkeys(("agents", "targets", "weapons"), "doers"),
}


def compare_facts(sheets: Path, corpora: Path | None, checker: Path) -> tuple[Row, list[tuple[str, Difference]]]:
    """Return the checker's totals, and the facts that do not hold with the ids of their documents."""
    figures = measure_facts(sheets, corpora, checker)
    found = [(document["id"], each) for document in figures["documents"] for each in _failed(document)]
    return {"documents": len(figures["documents"]), **figures["total"]}, found


def _failed(document: Row) -> Iterator[Difference]:
    for fact in document["failed"]:
        detail = fact["section"] if fact["kind"] == "absent" else ""
        yield Difference(kind="has" if detail else _lacking(fact), detail=detail, note=fact["what"])


def _lacking(fact: Row) -> str:
    """Return the section that lacks a fact; of an event that is there, the one field that fails ("fails when")."""
    if fact["section"] != "events":
        return f"lacks_{fact['section']}"
    failing = re.findall(r"\w+", fact["note"].partition("fails ")[2])
    parts = {_PARTS.get(field, "") for field in failing}
    return f"lacks_event_{parts.pop()}" if len(parts) == 1 and "" not in parts else "lacks_event"

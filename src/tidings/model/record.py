"""Record: everything kept of one report, `tidings.record/1`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Self

from tidings.model.event import Event
from tidings.model.force import ForceLevel
from tidings.model.mention import Entity, Mention
from tidings.model.place import Place
from tidings.model.problem import Problem
from tidings.model.relation import Relation, Thread
from tidings.model.report import Published, PublishedBasis, Report, Written, Zone
from tidings.model.span import Span
from tidings.model.statement import Statement
from tidings.model.time import Time
from tidings.model.unpack import unpack

SCHEMA = "tidings.record/1"
_PLAIN = frozenset({str, int, float, bool})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The record of one report: frozen values, each with the span it rests on."""

    report: Report
    zones: tuple[Zone, ...] = ()
    published: Published | None = None
    written: Written | None = None
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    force_levels: tuple[ForceLevel, ...] = ()
    relations: tuple[Relation, ...] = ()
    threads: tuple[Thread, ...] = ()
    problems: tuple[Problem, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain JSON values, in the contract's order."""
        report = {
            "id": self.report.id,
            "uri": self.report.uri,
            "title": self.report.title,
            "language": self.report.language,
            "text": self.report.text,
            "zones": plain(self.zones),
            "published": plain(self.published),
            "written": plain(self.written),
        }
        sections = {f.name: plain(getattr(self, f.name)) for f in fields(self)[4:]}
        return {"schema": SCHEMA, "report": report, **sections}

    def to_json(self) -> str:
        """Return the record as one line of JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """Return the record that `to_dict` made these plain values of; unknown fields are passed over.

        Raises:
            ValueError: when a value is missing or of another kind than the contract says.
        """
        if value.get("schema") != SCHEMA:
            raise ValueError(f"schema must be {SCHEMA}, not {value.get('schema')!r}")
        report = dict(value["report"])
        published = report.pop("published", None)
        if published and published["basis"] != PublishedBasis.PAGE_DATE:
            report["published"] = published  # a page date was found by reading; anything else came with the report
        heads = {"zones": report.pop("zones", []), "written": report.pop("written", None), "published": published}
        return unpack(cls, {**value, **heads, "report": report})

    @classmethod
    def from_json(cls, line: str) -> Self:
        """Return the record that `to_json` wrote as this line."""
        return cls.from_dict(json.loads(line))


def plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Turn model values into what `json` can write: spans become pairs, `from_` becomes "from"."""
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Span):
        return value.to_json()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if is_dataclass(value):
        return {name: plain(getattr(value, field)) for name, field in _names_of(value.__class__)}
    return value


@cache
def _names_of(kind: type[Any]) -> tuple[tuple[str, str], ...]:
    """Return the names of a dataclass's fields in JSON and in Python."""
    return tuple((f.name.rstrip("_"), f.name) for f in fields(kind))

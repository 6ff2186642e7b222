"""The record's JSON is the contract's."""

import json

from tidings.model.record import SCHEMA, Record
from tidings.model.report import Report, Zone, ZoneKind

SECTIONS = [
    "mentions",
    "entities",
    "times",
    "places",
    "statements",
    "events",
    "force_levels",
    "relations",
    "threads",
    "problems",
]


def test_an_empty_record_has_every_section():
    record = json.loads(Record(report=Report(id="r", text="")).to_json())
    assert record["schema"] == SCHEMA
    assert list(record) == ["schema", "report", *SECTIONS]


def test_zones_stand_in_the_report():
    report = Report(id="r", text="Hello")
    zones = (Zone(kind=ZoneKind.BODY, start=0, end=5),)
    assert Record(report=report, zones=zones).to_dict()["report"]["zones"][0]["kind"] == "body"

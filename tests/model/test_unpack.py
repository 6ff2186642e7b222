"""A record that was written can be read again, whole."""

import json
from pathlib import Path

import pytest

import tidings
from tidings.model.event import Casualties, Harm, Status
from tidings.model.record import Record
from tidings.model.span import Span
from tidings.model.unpack import unpack
from tidings.model.when import Interval

GOLDEN = Path(__file__).parents[1] / "golden"
SAMPLES = sorted(GOLDEN.glob("*.txt"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_record_comes_back_from_its_json_equal_and_byte_for_byte(path):
    record = tidings.read(path.read_text(encoding="utf-8"), id=path.stem)
    again = Record.from_json(record.to_json())
    assert again == record
    assert again.to_json() == record.to_json()


@pytest.mark.parametrize("published", [None, "2021-02-19"])
def test_what_the_caller_gave_is_still_the_callers(published):
    record = tidings.read("Two men died in Ouallam on Tuesday.", published=published, title="A", uri="http://a/b")
    assert Record.from_json(record.to_json()).report == record.report


def test_an_interval_keeps_its_words():
    assert unpack(Interval, {"from": "2021-02-18", "to": None}) == Interval(from_="2021-02-18", to=None)


@pytest.mark.parametrize(
    ("kind", "value", "complaint"),
    [
        (Status, "over", "Status must be one of happened, ongoing"),
        (Span, [3], r"Span must be a span \[start, end\], not \[3\]"),
        (Span, [9, 3], "start <= end"),
        (Interval, {"from": 5, "to": None}, "Interval.from must be of type str, not 5"),
        (Interval, [], "Interval must be an object"),
        (Interval, {"from": None}, "Interval is not whole: .* missing .* 'to'"),
        (Casualties, {"harm": True}, "Casualties.harm must be one of killed"),
    ],
)
def test_what_does_not_fit_is_named(kind, value, complaint):
    with pytest.raises(ValueError, match=complaint):
        unpack(kind, value)


def test_a_yes_is_no_number():
    with pytest.raises(ValueError, match="at_least must be of type int"):
        unpack(Casualties, {"harm": Harm.KILLED, "at_least": True})


def test_a_record_of_another_schema_is_refused():
    with pytest.raises(ValueError, match="schema must be"):
        Record.from_dict({**json.loads(tidings.read("Two men died.").to_json()), "schema": "tidings.record/9"})


@pytest.mark.parametrize("section", ["events", "statements", "entities"])
def test_a_record_without_a_section_has_it_empty(section):
    value = tidings.read("Two men died in Ouallam on Tuesday, police said.").to_dict()
    del value[section]
    assert getattr(Record.from_dict(value), section) == ()

"""Facts of samples: how a condition is met by a record's values."""

import json

import pytest
from quality.expected import holds, is_told, missed, readable, score_facts

import tidings

TEXT = "Colonel Ann Lee said the army shelled Zalingei on Monday, killing three soldiers."


@pytest.fixture(scope="module")
def record():
    return json.loads(tidings.read(TEXT, published="2024-05-08").to_json())


@pytest.mark.parametrize(
    ("value", "want", "is_met"),
    [
        ("happened", "happened", True),
        ("happened", {"one_of": ["planned", "happened"]}, True),
        (["Ann Lee", "Colonel"], {"match": "^ann"}, True),
        ([{"harm": "killed", "at_least": 3}], {"harm": "killed", "at_least": 3}, True),
        ([{"harm": "killed", "at_least": 3}], {"harm": "killed", "at_least": 4}, False),
        ([{"harm": "killed"}, {"at_least": 3}], {"harm": "killed", "at_least": 3}, False),
        (None, {"match": "."}, False),
        (None, {"name": "Gao"}, False),
    ],
)
def test_a_value_meets_a_condition(value, want, is_met):
    assert holds(value, want) is is_met


def test_spans_are_read_as_words_and_ids_as_names(record):
    told = readable(record)
    assert is_told(told, {"in": "statements", "where": {"speaker": {"match": "Lee"}, "cue": "said"}})
    assert is_told(told, {"in": "events", "where": {"casualties": {"harm": "killed", "at_least": 3}}})


def test_facts_and_absents_are_counted_apart(record):
    killed = {"what": "killed", "in": "events", "where": {"casualties": {"harm": "killed"}}}
    hurt = {"what": "hurt", "in": "events", "where": {"casualties": {"harm": "injured"}}}
    sample = {"fact": [killed, hurt], "absent": [killed, hurt]}
    found = score_facts(sample, record)
    assert (found["facts"].found, found["facts"].gold) == (1, 2)
    assert (found["absents"].found, found["absents"].gold) == (1, 2)
    assert missed(sample, record) == ["lacks: hurt", "has: killed"]

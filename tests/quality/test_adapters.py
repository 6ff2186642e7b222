"""Records in the terms of a corpus."""

import pytest
from quality.adapters import COARSE, entities_of, plover_of

LEE = {"id": "e1", "name": "Ann Lee", "same_as": ["Colonel Lee"]}


@pytest.mark.parametrize(
    ("words", "entity", "is_name"),
    [
        ("Lee", "e1", True),
        ("the energetic Colonel Lee", "e1", True),
        ("She", "e1", False),
        ("the ministry", "e1", False),
        ("Gao", None, True),
        ("the police", None, False),
    ],
)
def test_only_mentions_that_name_their_entity_are_names(words, entity, is_name):
    mention = {"id": "m1", "start": 0, "end": len(words), "text": words, "kind": "person", "entity": entity}
    record = {"mentions": [mention], "entities": [LEE]}
    assert bool(entities_of(record, COARSE, named=True)) is is_name
    assert entities_of(record, COARSE) == [{"start": 0, "end": len(words), "type": "PER"}]


@pytest.mark.parametrize(("code", "kind"), [("057", "SUPPORT"), ("1711", "COERCE"), ("010", None), ("345", None)])
def test_cameos_codes_are_plovers_types_by_their_first_two_digits(code, kind):
    assert plover_of([{"code": code}]) == [{"code": kind}]

"""Targets of an event: told of again they are one, and persons stand by their names."""

import pytest

import tidings


def targets_of(text):
    record = tidings.read(text, published="2021-03-10")
    return [t.span.of(text) for e in record.events if e.type == "ASSAULT" for t in e.targets]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six Jesuit priests were murdered on Thursday. The priests were killed at dawn.", ["Six Jesuit priests"]),
        ("Two shot in Leeds. Two men were shot outside a bar on Monday, police said.", ["Two men"]),
        ("Gunmen killed two guards and a driver in Gao on Monday.", ["two guards", "a driver"]),
    ],
)
def test_a_group_that_is_told_of_again_is_one_target(text, expected):
    assert targets_of(text) == expected

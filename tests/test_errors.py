"""Errors are for people, and survive a process border."""

import pickle
from dataclasses import fields, is_dataclass

import pytest

from tidings import errors


def leaves(kind):
    below = [leaf for sub in kind.__subclasses__() for leaf in leaves(sub)]
    return below or [kind]


LEAVES = [kind for kind in leaves(errors.TidingsError) if is_dataclass(kind)]


def made(kind):
    return kind(**{name: f"<{name}>" for name in [f.name for f in fields(kind)]})


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_an_error_names_its_fields_and_a_remedy(kind):
    text = str(made(kind))
    assert "{" not in text
    assert len(text) > 20


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_an_error_pickles_whole(kind):
    assert str(pickle.loads(pickle.dumps(made(kind)))) == str(made(kind))

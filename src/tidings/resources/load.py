"""Load a data file of the package."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_text(name: str) -> str:
    """Return a data file as text."""
    return (files("tidings.resources") / "data" / name).read_text(encoding="utf-8")


@cache
def load_table(name: str) -> dict[str, Any]:
    """Return a TOML data file as a dict; callers must not change it."""
    return tomllib.loads(load_text(name))

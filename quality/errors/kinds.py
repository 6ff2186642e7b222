"""What the kinds of differences are called, from `kinds.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load_kinds() -> dict[str, Any]:
    """Return, by task, its title, its head line and its kinds, each `told` in words with an `example`."""
    return tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))

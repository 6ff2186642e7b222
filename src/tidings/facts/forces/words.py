"""Words: the lists of `forces.toml`."""

from functools import cache

from tidings.resources import load_table


@cache
def words(*path: str) -> frozenset[str]:
    """Return a word list of forces.toml."""
    found = load_table("forces.toml")
    for key in path:
        found = found[key]
    return frozenset(found)

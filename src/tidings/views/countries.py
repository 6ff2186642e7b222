"""Country codes in plain words."""

from functools import cache

from tidings.resources import load_table

NAME_COLUMN = 1


def name_country(code: str | None) -> str:
    """Return the English name of a country, "" for None, the code itself where it has no name.

    >>> name_country("NER")
    'Niger'
    """
    return _names().get(code, code) if code else ""


@cache
def _names() -> dict[str, str]:
    """Return the names in the table of states (code | name | …) by code."""
    rows = (line.split("|") for line in load_table("countries.toml")["states"].splitlines() if "|" in line)
    return {row[0].strip(): row[NAME_COLUMN].strip() for row in rows}

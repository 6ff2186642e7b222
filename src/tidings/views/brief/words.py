"""The sentences of a brief, from brief.toml."""

from collections.abc import Mapping
from typing import Any

from tidings.resources.load import load_table
from tidings.views.brief.page import Cite, Section, Sentence
from tidings.views.dates import write_day, write_interval


def tell(table: str, key: str, *cites: Cite, **values: object) -> Sentence:
    """Return a sentence of the table, filled in and begun with a capital."""
    return Sentence(text=_fill(table, key, values), cites=cites)


def not_known(key: str, **values: object) -> Sentence:
    """Return a sentence that says what no report says."""
    return Sentence(text=_fill("unknown", key, values), is_unknown=True)


def part(key: str, **values: str | None) -> str:
    """Return a part of a sentence; "" where its value is not known."""
    if not all(values.values()):
        return ""
    return str(_table("parts")[key]).format(**values)


def section(key: str, *sentences: Sentence) -> Section:
    """Return sentences under a heading."""
    return Section.of(str(_table("headings")[key]), sentences)


def name_relation(relation: str) -> str:
    """Return how one actor stands to another, as the verb of a sentence."""
    return str(_table("relations").get(relation, relation.replace("-", " ")))


def name_act(act: str) -> str:
    """Return what a speaker did, in the past tense, which fits one speaker and many."""
    return str(_table("acts").get(act, act))


def day_or_not(day: str | None) -> str:
    """Return a day in words."""
    return write_day(day) if day else "a day not known"


def begin_with(first: str | None, last: str | None) -> str:
    """Return the days with which a line begins: “14 June 2022: ”."""
    days = write_interval(first, last)
    return f"{days}: " if days else ""


def _fill(table: str, key: str, values: Mapping[str, object]) -> str:
    text = str(_table(table)[key]).format(**values)
    return text[:1].upper() + text[1:].replace("..", ".").replace("”.”", "”")


def _table(name: str) -> dict[str, Any]:
    found: dict[str, Any] = load_table("brief.toml")[name]
    return found

"""The table that resolution decides by: weights and thresholds of `incidents.toml`, as values."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from tidings.resources.load import load_table

FILE = "incidents.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRule:
    """When two texts are copies; incidents.toml says what each value means."""

    run_words: int
    least_runs: int
    short_runs: int
    least_share: float
    least_share_short: float
    bands: int
    rows: int
    sample: int
    most_samples: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinRule:
    """When an event joins an incident; incidents.toml says what each value means."""

    threshold: float
    tie_threshold: float
    doubt: float
    most_candidates: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRule:
    """What events are found by; incidents.toml says what each value means."""

    bin_days: int
    most_days: int
    most_month_days: int
    days_before_report: int
    cell_degrees: float
    report_bin_days: int
    most_towns: int
    most_other_towns: int
    most_names: int
    most_words: int


@cache
def copy_rule() -> CopyRule:
    """Return when two texts are copies."""
    return CopyRule(**_picked(CopyRule, load_table(FILE)["copies"]))


@cache
def join_rule() -> JoinRule:
    """Return when an event joins an incident."""
    return JoinRule(**_picked(JoinRule, load_table(FILE)["join"]))


@cache
def block_rule() -> BlockRule:
    """Return what events are found by."""
    return BlockRule(**_picked(BlockRule, load_table(FILE)["blocks"]))


@cache
def points() -> dict[str, dict[str, float]]:
    """Return the points of each level of each feature."""
    return {feature: dict(levels) for feature, levels in load_table(FILE)["points"].items()}


@cache
def families() -> dict[tuple[str, str], str]:
    """Return the family of each type of event that takes part, by (type, mode), "" for any mode."""
    rows = load_table(FILE)["families"].items()
    return {_type_and_mode(name): family for family, names in rows for name in names}


@cache
def standings() -> dict[str, str]:
    """Return the standing of each category of actor that has one."""
    return {category: name for name, listed in load_table(FILE)["standings"].items() for category in listed}


@cache
def body_words() -> frozenset[str]:
    """Return the words that any country's bodies are called by."""
    return frozenset(load_table(FILE)["names"]["body_words"].split())


@cache
def common_words() -> frozenset[str]:
    """Return the words that any report may use."""
    lists = load_table("common_words.toml")
    return frozenset(word for words in lists.values() for word in words.split())


def find_family(type_: str | None, mode: str | None) -> str | None:
    """Return the family of a type of event, None where such events take no part in merging."""
    known = families()
    return known.get((type_ or "", mode or "")) or known.get((type_ or "", ""))


def _type_and_mode(name: str) -> tuple[str, str]:
    type_, _, mode = name.partition("/")
    return type_, mode


def _picked(shape: type, values: dict[str, Any]) -> dict[str, Any]:
    return {field.name: values[field.name] for field in fields(shape)}

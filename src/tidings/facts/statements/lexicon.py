"""The word lists that statements are read with, as sets, made once."""

from collections.abc import Mapping
from functools import cache

from tidings.model.statement import Act
from tidings.resources import load_table


@cache
def words(table: str, key: str) -> frozenset[str]:
    """Return a list of `statements.toml` as a set."""
    return frozenset(load_table("statements.toml")[table][key])


@cache
def prepositions_of() -> Mapping[str, frozenset[str]]:
    """Return which prepositions a verb's content may stand behind."""
    table = load_table("statements.toml")["cues"]["prepositional"]
    return {verb: frozenset(found) for verb, found in table.items()}


@cache
def act_words(table: str, key: str) -> frozenset[str]:
    """Return a list of `acts.toml` as a set."""
    return frozenset(load_table("acts.toml")[table][key])


@cache
def acts_of(table: str) -> Mapping[str, Act]:
    """Return the act that each lemma of a table of `acts.toml` stands for."""
    return {lemma: Act(act) for act, lemmas in load_table("acts.toml")[table].items() for lemma in lemmas}


@cache
def longest_headline_speaker() -> int:
    """Return how many words may stand before the colon of a headline to be a speaker."""
    return int(load_table("statements.toml")["headline"]["longest_speaker_words"])


@cache
def listed(table: str, key: str) -> tuple[str, ...]:
    """Return a list of `statements.toml` in its order."""
    return tuple(load_table("statements.toml")[table][key])

"""Cues: the words that decide a status, from `event_status.toml`, and what counts as told before."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tidings.facts.events.lexicon import words_of
from tidings.model.event import Status
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

_UNREAL = (Status.DENIED, Status.ATTEMPTED, Status.PROMISED, Status.REQUESTED, Status.PLANNED, Status.POSSIBLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A status with the cue words that decided it."""

    status: Status
    why: str


@cache
def cues(section: str) -> Mapping[str, Status]:
    """Return a table of `event_status.toml` turned around: word to status."""
    return {
        word: Status(status) for status, words in load_table("event_status.toml")[section].items() for word in words
    }


@cache
def words(section: str, key: str = "words") -> frozenset[str]:
    """Return one word list of `event_status.toml`."""
    return frozenset(load_table("event_status.toml")[section][key])


def is_unreal(status: Status) -> bool:
    """Say whether an event of this status has not taken place."""
    return status in _UNREAL and status is not Status.ATTEMPTED


def is_definite(reading: Reading, token: Token) -> bool:
    """Say whether a noun points back to something told before ("the attack", "its assault")."""
    owned = reading.child(token, "nmod:poss") is not None
    return owned or is_known(reading, token)


def is_known(reading: Reading, token: Token) -> bool:
    """Say whether a noun takes its event as given, whatever governs it: "the attack", "attack victims"."""
    definite = any(child.lower in words_of("definite") for child in reading.children(token, "det"))
    return definite or _is_presupposed(reading, token)


def _is_presupposed(reading: Reading, token: Token) -> bool:
    """Say whether a noun qualifies one that takes the event as given ("airstrike investigation")."""
    head = reading.head(token)
    return token.deprel == "compound" and head is not None and head.lemma.lower() in words_of("carrier", "about")

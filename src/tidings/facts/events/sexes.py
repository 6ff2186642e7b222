"""Sexes: whether two phrases for one person cannot mean the same person, because one is a man's and one a woman's."""

from functools import cache

from tidings.facts.events.people import People
from tidings.facts.events.victims import singular
from tidings.resources import load_table


def sexes_differ(one: People, other: People) -> bool:
    """Say whether one phrase means a man and the other a woman."""
    sexes = [_sex(one), _sex(other)]
    return None not in sexes and sexes[0] != sexes[1]


def is_doer(people: People) -> bool:
    """Say whether a phrase calls someone the one who did the harm: "the gunman"."""
    return singular(people.head.lower) in _words("doer")


def _sex(people: People) -> str | None:
    words = {singular(w.lower()) for w in (people.who or "").replace("-", " ").split()} | {people.head.lower}
    return next((sex for sex in ("female", "male") if words & _words(sex)), None)


@cache
def _words(sex: str) -> frozenset[str]:
    return frozenset(load_table("victims.toml")["sex"][sex])

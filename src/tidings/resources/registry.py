"""The actor registry: states, their organs, and the bodies that a reference book lists.

Read from `data/countries.toml` and `data/actors.toml`, which an analyst may edit; one
line is one entry.
"""

import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache

from tidings.resources.load import load_table

_MARKS = str.maketrans({"’": "'", "‘": "'", "`": "'", "ʼ": "'", "–": " ", "—": " ", "-": " ", "‑": " "})
_DROPPED = str.maketrans("", "", "'.\u200e\u200f“”\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """One entry: `since` and `until` are years, None where open; `country` is ISO 3166 alpha-3."""

    name: str
    category: str
    country: str | None
    aliases: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state: its names, the adjectives made of it, and the words that speak for it."""

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return a name without case, accents, marks and a leading article, for comparing.

    >>> name_key("The Hizb-ul-Mujahideen’s")
    'hizb ul mujahideens'
    """
    plain = name.translate(_MARKS).translate(_DROPPED)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    words = plain.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def countries() -> dict[str, Country]:
    """Return every state by its alpha-3 code."""
    return {row.code: row for row in _country_rows()}


@cache
def country_names() -> dict[str, str]:
    """Return alpha-3 codes by the keys of a state's names."""
    return {name_key(name): c.code for c in countries().values() for name in (c.name, *c.aliases)}


@cache
def demonyms() -> dict[str, str | None]:
    """Return alpha-3 codes by demonym or adjective; peoples without a state have None."""
    found: dict[str, str | None] = {name_key(word): None for word in _split(load_table("countries.toml")["peoples"])}
    for country in reversed(countries().values()):
        found |= {name_key(word): country.code for word in country.demonyms}
    return found


@cache
def capitals() -> dict[str, str]:
    """Return alpha-3 codes by the capital's name."""
    return {name_key(name): c.code for c in countries().values() for name in c.capitals}


@cache
def metonyms() -> dict[str, str]:
    """Return alpha-3 codes by palace, ministry or quarter that speaks for a state."""
    return {name_key(name): c.code for c in countries().values() for name in c.metonyms}


def find_known_actor(name: str) -> KnownActor | None:
    """Return the registry's entry for a name as a report gives it, None if there is none."""
    place = _actor_places().get(name_key(name))
    return None if place is None else _actor(*place)


def known_names() -> AbstractSet[str]:
    """Return the keys of every name in the registry of actors."""
    return _actor_places().keys()


def find_country(name: str) -> str | None:
    """Return the alpha-3 code of a state's name, demonym or adjective, None if it is none."""
    key = name_key(name)
    return country_names().get(key) or demonyms().get(key)


def _country_rows() -> Iterator[Country]:
    for line in load_table("countries.toml")["states"].strip().splitlines():
        code, name, aliases, adjectives, capital, metonym = (part.strip() for part in line.split("|"))
        yield Country(
            code=code,
            name=name,
            aliases=_split(aliases),
            demonyms=_split(adjectives),
            capitals=_split(capital),
            metonyms=_split(metonym),
        )


@cache
def _actor_places() -> dict[str, tuple[str, int, int]]:
    """Return where the registry has each name: category, line and, of a line of several, which one.

    Keys are made of a whole category at once, and a line is parsed only when it is asked
    for: the file is read at every start.
    """
    found: dict[str, tuple[str, int, int]] = {}
    for category, rows in load_table("actors.toml").items():
        for number, line in enumerate(_keys_of(rows).split("\n")):
            if "|" not in line or line.startswith("#"):
                continue
            names, others = line.split("|")[:2]
            for position, group in enumerate(names.split(";")):
                for name in (*group.split("="), *(others.split(";") if ";" not in names else ())):
                    found.setdefault(" ".join(name.split()).removeprefix("the "), (category, number, position))
    found.pop("", None)
    return found


def _keys_of(rows: str) -> str:
    plain = rows.translate(_MARKS).translate(_DROPPED)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return plain.casefold()


@cache
def _actor(category: str, number: int, position: int) -> KnownActor:
    names, others, country, years = (
        part.strip() for part in load_table("actors.toml")[category].split("\n")[number].split("|")
    )
    name, *aliases = (part.strip() for part in names.split(";")[position].split("="))
    since, _, until = years.partition("-")
    return KnownActor(
        name=name,
        category=category,
        country=country or None,
        aliases=(*aliases, *_split(others)),
        since=int(since) if since else None,
        until=int(until) if until else None,
    )


def _split(words: str) -> tuple[str, ...]:
    return tuple(word for word in (" ".join(part.split()) for part in words.split(";")) if word)

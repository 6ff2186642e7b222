"""Outlines and towns inside a frame, from the file that `hatch_build.py` writes.

Coordinates are Mercator's, in degrees: x is the longitude, y grows to the south and is
the latitude near the equator. A frame is (left, top, right, bottom) in these.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tidings.errors import OutlinesMissing

#: Steps of the grids that outlines are kept on, in degrees, the coarsest first.
GRIDS = (0.4, 0.05, 0.004)
#: Beyond this latitude Mercator's map has no use.
LAST_LATITUDE = 84.0

Frame = tuple[float, float, float, float]
Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Town:
    """A town to name on a map, at x and y."""

    name: str
    x: float
    y: float
    population: int
    is_capital: bool


def project(lat: float, lon: float) -> tuple[float, float]:
    """Return where a place lies on the map.

    >>> [round(part, 2) for part in project(36.19, 44.01)]
    [44.01, -38.87]
    """
    angle = math.radians(max(-LAST_LATITUDE, min(LAST_LATITUDE, lat)))
    return lon, -math.degrees(math.asinh(math.tan(angle)))


class Outlines:
    """Read-only: rings of countries in three grids, and towns."""

    def __init__(self, path: Path) -> None:
        """Open the file; `Outlines.load` is the usual way in."""
        if not path.is_file():
            raise OutlinesMissing(path)
        with np.load(path, allow_pickle=False) as kept:
            self._arrays = {name: kept[name] for name in kept.files}
        self._names = self._arrays["names"].tobytes().decode().split("\n")

    @classmethod
    def load(cls) -> "Outlines":
        """Return the outlines of the package.

        Raises:
            OutlinesMissing: when the file is not there.
        """
        return _open(Path(str(files("tidings.resources") / "data" / "outlines.npz")))

    def rings(self, frame: Frame, step: float) -> Iterator[Points]:
        """Yield the closed outlines inside a frame, each of shape (points, 2); nothing finer than `step` is needed."""
        level = next((number for number, grid in enumerate(GRIDS) if grid <= 2 * step), len(GRIDS) - 1)
        points, starts, boxes = (self._arrays[f"{name}{level}"] for name in ("points", "starts", "boxes"))
        left, top, right, bottom = (edge / GRIDS[level] for edge in frame)
        near = (boxes[:, 0] <= right) & (boxes[:, 2] >= left) & (boxes[:, 1] <= bottom) & (boxes[:, 3] >= top)
        for ring in np.flatnonzero(near):
            clipped = _clip(points[starts[ring] : starts[ring + 1]].astype(np.float64), (left, top, right, bottom))
            if len(clipped) > 2:  # noqa: PLR2004 - fewer points enclose nothing
                yield clipped * GRIDS[level]

    def towns(self, frame: Frame, most: int) -> tuple[Town, ...]:
        """Return capitals, then the best known towns inside a frame."""
        left, top, right, bottom = frame
        at, people = self._arrays["towns"], self._arrays["people"]
        inside = (at[:, 0] >= left) & (at[:, 0] <= right) & (at[:, 1] >= top) & (at[:, 1] <= bottom)
        return tuple(
            Town(
                self._names[number],
                float(at[number, 0]),
                float(at[number, 1]),
                int(people[number]),
                bool(self._arrays["capitals"][number]),
            )
            for number in np.flatnonzero(inside)[:most]
        )


def _clip(ring: Points, frame: Frame) -> Points:
    """Cut a ring at the four sides of a frame (Sutherland and Hodgman's way)."""
    left, top, right, bottom = frame
    for axis, edge, sign in ((0, left, 1.0), (1, top, 1.0), (0, right, -1.0), (1, bottom, -1.0)):
        ring = _cut(ring, axis, edge, sign)
    return ring


def _cut(ring: Points, axis: int, edge: float, sign: float) -> Points:
    inside = (ring[:, axis] - edge) * sign >= 0
    if inside.all() or not len(ring):
        return ring
    following = np.roll(ring, -1, axis=0)
    crosses = inside != np.roll(inside, -1)
    run = following[:, axis] - ring[:, axis]
    share = np.divide(edge - ring[:, axis], run, out=np.zeros(len(ring)), where=run != 0)
    both = np.empty((2 * len(ring), 2))
    both[0::2], both[1::2] = ring, ring + share[:, None] * (following - ring)
    kept = np.empty(2 * len(ring), dtype=bool)
    kept[0::2], kept[1::2] = inside, crosses
    cut: Points = both[kept]
    return cut


@cache
def _open(path: Path) -> Outlines:
    return Outlines(path)

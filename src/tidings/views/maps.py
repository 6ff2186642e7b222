"""A map without tiles: outlines, towns for orientation and points, ready to be drawn as SVG."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tidings.resources.outlines import Outlines, Town, project
from tidings.resources.outlines.index import Frame, Points

#: Width and height of the drawing; the page scales it.
WIDTH, HEIGHT = 960, 540
#: A single town is shown with this much around it, in degrees.
SMALLEST_WIDTH = 8.0
#: So much is left free around the points, as a share of their extent.
MARGIN = 0.18
#: The outlines go on outside the frame, for panning, by this share of it on every side.
BEYOND = 0.75
MOST_TOWNS = 16
#: Labels keep this distance from one another, in units of the drawing.
LABEL_GAP_X, LABEL_GAP_Y = 90.0, 22.0
RADIUS_LEAST, RADIUS_MOST = 5.0, 22.0
#: Smaller outlines than this are left out, in units of the drawing.
SMALLEST_ISLAND = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Something to show on a map: where, in which words, where it leads, how much it weighs."""

    lat: float
    lon: float
    title: str
    href: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A point of a drawn map."""

    x: float
    y: float
    r: float
    title: str
    href: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The name of a town, beside its mark."""

    x: float
    y: float
    name: str
    is_capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPicture:
    """A map to be drawn: `land` is the data of an SVG path; `scale_km` lies under a bar of `scale_width`."""

    width: int
    height: int
    land: str
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    scale_km: int
    scale_width: float


def draw_map(places: Iterable[Place]) -> MapPicture | None:
    """Return a map on which all the places are seen, the largest below the smaller; None without a place."""
    known = sorted(places, key=_heaviest_first)
    if not known:
        return None
    frame = find_frame([project(place.lat, place.lon) for place in known])
    scale = WIDTH / (frame[2] - frame[0])
    heaviest = known[0].count
    dots = tuple(_dot(place, frame, scale, heaviest) for place in known)
    km, bar = _scale_bar(frame, scale)
    return MapPicture(
        width=WIDTH,
        height=HEIGHT,
        land=draw_land(frame),
        dots=dots,
        labels=tuple(_labels(frame, scale)),
        scale_km=km,
        scale_width=bar,
    )


def find_frame(points: Sequence[tuple[float, float]]) -> Frame:
    """Return a frame of the drawing's shape around points, rounded so that like maps share their outlines."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    width = max((right - left) * (1 + 2 * MARGIN), (bottom - top) * (1 + 2 * MARGIN) * WIDTH / HEIGHT, SMALLEST_WIDTH)
    # Widths go up by steps of a quarter octave, middles by steps of a sixteenth of the width.
    width = 2 ** (math.ceil(math.log2(width) * 4) / 4)
    step = width / 16
    x, y = (round(middle / step) * step for middle in ((left + right) / 2, (top + bottom) / 2))
    height = width * HEIGHT / WIDTH
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


@lru_cache(64)
def draw_land(frame: Frame) -> str:
    """Return the countries inside a frame and somewhat around it as the data of an SVG path."""
    left, top, right, bottom = frame
    wide, high = (right - left) * BEYOND, (bottom - top) * BEYOND
    around = (left - wide, top - high, right + wide, bottom + high)
    scale = WIDTH / (right - left)
    rings = Outlines.load().rings(around, 1 / scale)
    return "".join(_path((ring - (left, top)) * scale) for ring in rings)


def _path(ring: Points) -> str:
    """Return a ring as an SVG path: a first point, then steps, which are short to write."""
    if np.ptp(ring, axis=0).max() < SMALLEST_ISLAND:
        return ""
    points = ring.round().astype(int)
    steps = np.diff(points, axis=0)
    steps = steps[np.any(steps != 0, axis=1)]
    first = "{} {}".format(*points[0])
    return f"M{first}l" + " ".join(f"{x} {y}" for x, y in steps.tolist()) + "z" if len(steps) > 1 else ""


def _heaviest_first(place: Place) -> tuple[int, str, float, float]:
    return -place.count, place.title, place.lat, place.lon


def _dot(place: Place, frame: Frame, scale: float, heaviest: int) -> Dot:
    x, y = project(place.lat, place.lon)
    share = math.sqrt(place.count / heaviest) if heaviest > 1 else 0.0
    most = min(RADIUS_MOST, RADIUS_LEAST + 2 * math.sqrt(heaviest))
    return Dot(
        x=round((x - frame[0]) * scale, 1),
        y=round((y - frame[1]) * scale, 1),
        r=round(RADIUS_LEAST + (most - RADIUS_LEAST) * share, 1),
        title=place.title,
        href=place.href,
        count=place.count,
    )


def _labels(frame: Frame, scale: float) -> Iterator[Label]:
    """Yield the names of the best known towns, none over another."""
    kept: list[tuple[float, float]] = []
    for town in Outlines.load().towns(frame, MOST_TOWNS * 8):
        x, y = (town.x - frame[0]) * scale, (town.y - frame[1]) * scale
        if _is_free(x, y, kept) and len(kept) < MOST_TOWNS and _fits(x, town):
            kept.append((x, y))
            yield Label(x=round(x, 1), y=round(y, 1), name=town.name, is_capital=town.is_capital)


def _is_free(x: float, y: float, kept: list[tuple[float, float]]) -> bool:
    return all(abs(x - other_x) > LABEL_GAP_X or abs(y - other_y) > LABEL_GAP_Y for other_x, other_y in kept)


def _fits(x: float, town: Town) -> bool:
    return x + 8 + 7 * len(town.name) < WIDTH


def _scale_bar(frame: Frame, scale: float) -> tuple[int, float]:
    """Return a round number of kilometres and how wide that is in the middle of the map."""
    middle = (frame[1] + frame[3]) / 2
    latitude = math.atan(math.sinh(math.radians(-middle)))
    km_per_unit = 111.32 * math.cos(latitude) / scale
    target = 140 * km_per_unit
    base = 10 ** math.floor(math.log10(target))
    km = max(int(step * base) for step in (1, 2, 5) if step * base <= target or step == 1)
    return max(km, 1), round(max(km, 1) / km_per_unit, 1)

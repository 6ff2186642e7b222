"""Strength over time as a drawing: what was there as a band, what was pledged as dashed lines to diamonds.

Coordinates are those of the SVG's view box; templates draw them and compute nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tidings.views.dates import MONTHS
from tidings.views.strength import Strength

WIDTH, HEIGHT = 760, 300
LEFT, RIGHT, TOP, BOTTOM = 56, 20, 16, 34
#: Steps of the scale of heads: 1, 2 or 5 times a power of ten.
STEPS = (1, 2, 5, 10)
MOST_STEPS = 5
MOST_MONTHS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One figure: where it stands, how far its range reaches, what it says."""

    x: float
    y: float
    y_top: float
    planned: bool
    approximate: bool
    dated: bool
    label: str
    target: str  # the row that lists it


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A dashed line from where a plan starts to where it is to end."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on a scale."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Everything that is drawn."""

    width: int
    height: int
    left: int
    right: int
    base: int
    band: str
    dots: tuple[Dot, ...]
    plans: tuple[Line, ...]
    heads: tuple[Tick, ...]
    months: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    most: int

    def x(self, day: int) -> float:
        share = (day - self.first) / max(self.last - self.first, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, heads: int) -> float:
        return round(HEIGHT - BOTTOM - heads / max(self.most, 1) * (HEIGHT - TOP - BOTTOM), 1)


def draw_strength(strengths: Iterable[Strength]) -> Chart | None:
    """Return the drawing of a mission's own strengths; None when none of them has a day and a number."""
    shown = [s for s in strengths if s.is_whole and _heads(s) is not None and _day(s) is not None]
    if not shown:
        return None
    scale = _scale(shown)
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=WIDTH - RIGHT,
        base=HEIGHT - BOTTOM,
        band=_band([s for s in shown if not s.is_planned], scale),
        dots=tuple(_dot(s, scale) for s in shown),
        plans=tuple(line for s in shown if s.is_planned for line in _plan(s, shown, scale)),
        heads=tuple(_head_ticks(scale)),
        months=tuple(_month_ticks(scale)),
    )


def _heads(strength: Strength) -> int | None:
    return strength.low if strength.low is not None else strength.high


def _top(strength: Strength) -> int:
    return strength.high if strength.high is not None else _heads(strength) or 0


def _day(strength: Strength) -> int | None:
    day = strength.day or strength.stated
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


def _stated(strength: Strength) -> int:
    return date.fromisoformat(strength.stated).toordinal() if strength.stated else _day(strength) or 0


def _scale(shown: Sequence[Strength]) -> _Scale:
    days = [day for s in shown for day in (_day(s), _stated(s)) if day]
    most = max(max(_top(s), s.start or 0) for s in shown)
    step = _step(most)
    return _Scale(min(days) - 10, max(days) + 10, -(-most // step) * step)


def _step(most: int) -> int:
    power = int(10 ** max(len(str(most)) - 2, 0))
    return next((power * n for n in STEPS if power * n * MOST_STEPS >= most), power * 50)


def _dot(strength: Strength, scale: _Scale) -> Dot:
    heads = _heads(strength) or 0
    return Dot(
        x=scale.x(_day(strength) or 0),
        y=scale.y(heads),
        y_top=scale.y(_top(strength)),
        planned=strength.is_planned,
        approximate=strength.level.approximate,
        dated=strength.day is not None,
        label=f"{strength.words} ({strength.level.status}), {strength.day or strength.stated}",
        target=f"l{strength.level.key}",
    )


def _band(actual: Sequence[Strength], scale: _Scale) -> str:
    """Return a polygon between the lowest and the highest figure of each day."""
    days: dict[int, list[Strength]] = {}
    for strength in actual:
        days.setdefault(_day(strength) or 0, []).append(strength)
    upper = [(scale.x(day), scale.y(max(map(_top, found)))) for day, found in sorted(days.items())]
    lower = [(scale.x(day), scale.y(min(_heads(s) or 0 for s in found))) for day, found in sorted(days.items())]
    return " ".join(f"{x},{y}" for x, y in (*upper, *reversed(lower))) if len(days) > 1 else ""


def _plan(plan: Strength, shown: Sequence[Strength], scale: _Scale) -> Iterable[Line]:
    """Yield the line from where a plan starts; none where nothing says from how many."""
    start = plan.start if plan.start is not None else _known_on(_stated(plan), shown)
    if start is not None and plan.day:
        x1, x2 = scale.x(_stated(plan)), scale.x(_day(plan) or 0)
        yield Line(x1=x1, y1=scale.y(start), x2=x2, y2=scale.y(_heads(plan) or 0))


def _known_on(day: int, shown: Sequence[Strength]) -> int | None:
    """Return the latest actual strength by a day."""
    before = [s for s in shown if not s.is_planned and (_day(s) or 0) <= day]
    return _heads(max(before, key=lambda s: _day(s) or 0)) if before else None


def _head_ticks(scale: _Scale) -> Iterable[Tick]:
    step = _step(scale.most)
    for heads in range(0, scale.most + 1, step):
        yield Tick(at=scale.y(heads), label=f"{heads:,}")


def _month_ticks(scale: _Scale) -> Iterable[Tick]:
    first, last = date.fromordinal(scale.first), date.fromordinal(scale.last)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    for month in months[:: max(1, -(-len(months) // MOST_MONTHS))]:
        day = date(month // 12, month % 12 + 1, 1)
        yield Tick(at=scale.x(day.toordinal()), label=f"{MONTHS[day.month - 1][:3]} {day.year}")

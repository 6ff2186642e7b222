"""Charts as plain geometry, ready to be drawn as SVG: bars over time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tidings.views.dates import MONTHS

#: Width and height of the drawing, and the room that its axes take.
WIDTH, HEIGHT = 960, 170
LEFT, BOTTOM, TOP = 36, 22, 8
#: More bars than this cannot be told apart: the next longer period is taken.
MOST_BARS = 120
#: Fewer would be so wide that they say too much.
FEWEST_BARS = 14
WIDEST_BAR = 40.0
#: Labels of the time axis keep this distance.
LABEL_GAP = 64
#: Lines of the axis of counts.
LINES = 4


class Period(StrEnum):
    """How long the time of one bar is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: `label` names its time, `href` leads to what it counts."""

    x: float
    y: float
    width: float
    height: float
    count: int
    label: str
    first: str
    last: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark of an axis: where, and what stands there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars over time with their axes."""

    width: int
    height: int
    left: int
    floor: int
    period: Period
    bars: tuple[Bar, ...]
    times: tuple[Tick, ...]
    counts: tuple[Tick, ...]


def draw_bars(days: Mapping[str, int], href: Callable[[str, str], str]) -> BarChart | None:
    """Return a chart of counts by ISO day, gathered by month or year where there are too many; None without any.

    `href` is given the first and the last day of a bar.
    """
    if not days:
        return None
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    period = next(period for period in Period if _number(last, period) - _number(first, period) < MOST_BARS)
    counts = _gather(days, period)
    spans = list(_spans(first, last, period))
    top, step = _round_top(max(counts.values()))
    room, floor = (WIDTH - LEFT) / len(spans), HEIGHT - BOTTOM
    return BarChart(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        floor=floor,
        period=period,
        bars=tuple(
            _bar(place, span, counts[_number(span[0], period)], top, room, period, href)
            for place, span in enumerate(spans)
            if _number(span[0], period) in counts
        ),
        times=tuple(_times(spans, room, period)),
        counts=tuple(Tick(at=round(_height(n, top), 1), label=f"{n:,}") for n in range(0, top + 1, step)),
    )


def _gather(days: Mapping[str, int], period: Period) -> dict[int, int]:
    counts: dict[int, int] = {}
    for day, count in days.items():
        number = _number(date.fromisoformat(day), period)
        counts[number] = counts.get(number, 0) + count
    return counts


def _number(day: date, period: Period) -> int:
    """Return the number of the period that a day lies in, counted from the first year."""
    match period:
        case Period.DAY:
            return day.toordinal()
        case Period.MONTH:
            return day.year * 12 + day.month - 1
    return day.year


def _first_day(number: int, period: Period) -> date:
    match period:
        case Period.DAY:
            return date.fromordinal(number)
        case Period.MONTH:
            return date(number // 12, number % 12 + 1, 1)
    return date(number, 1, 1)


def _spans(first: date, last: date, period: Period) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each period, from that of `first` to that of `last`, a few at least."""
    start, stop = _number(first, period), _number(last, period)
    missing = max(0, FEWEST_BARS - (stop - start + 1))
    for number in range(start - missing // 2, stop + missing - missing // 2 + 1):
        yield _first_day(number, period), _first_day(number + 1, period) - timedelta(days=1)


def _round_top(most: int) -> tuple[int, int]:
    """Return where the axis of counts ends, and its step: 1, 2 or 5 times a power of ten."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if step * LINES >= most:
                return -(-most // step) * step, step
        size *= 10


def _height(count: int, top: int) -> float:
    floor = HEIGHT - BOTTOM
    return floor - (floor - TOP) * count / top


def _bar(  # noqa: PLR0913, PLR0917 - a bar is its place, its time and its count
    place: int,
    span: tuple[date, date],
    count: int,
    top: int,
    room: float,
    period: Period,
    href: Callable[[str, str], str],
) -> Bar:
    width = min(room * 0.82, WIDEST_BAR)
    first, last = (day.isoformat() for day in span)
    y = _height(count, top)
    return Bar(
        x=round(LEFT + place * room + (room - width) / 2, 1),
        y=round(y, 1),
        width=round(width, 1),
        height=round(HEIGHT - BOTTOM - y, 1),
        count=count,
        label=_label(span[0], period),
        first=first,
        last=last,
        href=href(first, last),
    )


def _label(day: date, period: Period) -> str:
    year = str(day.year)
    month = f"{MONTHS[day.month - 1]} {year}"
    return {Period.DAY: f"{day.day} {month}", Period.MONTH: month, Period.YEAR: year}[period]


def _times(spans: list[tuple[date, date]], room: float, period: Period) -> Iterator[Tick]:
    """Yield the labels of the time axis, as many as fit."""
    every = max(1, -(-LABEL_GAP // max(1, int(room))))
    for place in range(0, len(spans), every):
        day = spans[place][0]
        short = MONTHS[day.month - 1][:3]
        label = {Period.DAY: f"{day.day} {short}", Period.MONTH: f"{short} {day.year}", Period.YEAR: str(day.year)}
        yield Tick(at=round(LEFT + (place + 0.5) * room, 1), label=label[period])

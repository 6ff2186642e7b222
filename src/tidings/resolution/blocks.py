"""Blocks: an event can only belong to an incident that shares one of them.

Each block is a family of event types with something that two reports of one incident have
in common although they are imprecise: place and days, country and days, a town and a month,
a name. Days fall into two shifted rows of bins and places into three shifted grids, so that
two near ones always share a bin: what is close is found without asking for its neighbours.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b
from itertools import product

from tidings.model.incident import Features
from tidings.resolution.table import block_rule, find_family

#: A block is cut after so many characters, as long as its column is.
LONGEST = 80
_SMALL = frozenset({"site", "town", "district"})


def find_blocks(features: Features) -> tuple[str, ...]:
    """Return the blocks of an event, sorted; two events are compared only if they share one."""
    family = find_family(features.type, features.mode)
    if family is None:
        return ()
    days, months, places = tuple(_days(features)), tuple(_months(features)), tuple(_places(features))
    found = {f"{family}|{place}|{day}" for place, day in product((*places, *_wide(features)), days)}
    found |= {f"{family}|{place}|{month}" for place, month in product(_towns(features), months)}
    found |= {f"{family}|n:{name}" for name in _names(features)}
    found |= {f"{family}|x:{word}|{week}" for word, week in product(_telling_words(features), _weeks(features))}
    found |= {f"{family}|a:{actor}|{day}" for actor, day in product(sorted(features.actors)[:3], days)}
    found |= {f"copy|{features.copy_group}"} if features.copy_group else set()
    return tuple(sorted({block[:LONGEST] for block in found}))


def _days(features: Features) -> Iterator[str]:
    """Yield the bins of the days on which the event may have happened."""
    width = block_rule().bin_days
    span = _span(features)
    if span is None:
        yield "any"
        return
    first, last = span
    if (last - first).days > block_rule().most_days:
        return
    ordinals = range(first.toordinal(), last.toordinal() + 1)
    for name, shift in (("d", 0), ("e", width // 2)):
        yield from (f"{name}{number}" for number in sorted({(day + shift) // width for day in ordinals}))


def _weeks(features: Features) -> Iterator[str]:
    """Yield the two wide bins of the day on which the event was reported; none for what is only recalled."""
    if features.first_seen is None or features.status == "background":
        return
    day, width = date.fromisoformat(features.first_seen).toordinal(), block_rule().report_bin_days
    yield f"r{day // width}"
    yield f"s{(day + width // 2) // width}"


def _months(features: Features) -> Iterator[str]:
    span = _span(features)
    if span is None:
        yield "any"
        return
    first, last = span
    if (last - first).days <= block_rule().most_month_days:
        yield from sorted({f"m{day:%Y-%m}" for day in (first, last)})


def _span(features: Features) -> tuple[date, date] | None:
    """Return the first and last day that an event may have happened on, judged by its report if it has no date."""
    if features.date_from and features.date_to:
        return date.fromisoformat(features.date_from), date.fromisoformat(features.date_to)
    day = features.date_from or features.date_to
    if day is not None:
        return date.fromisoformat(day), date.fromisoformat(day)
    if features.first_seen is None or features.status == "background":
        return None
    seen = date.fromisoformat(features.first_seen)
    return seen - timedelta(days=block_rule().days_before_report), seen


def _places(features: Features) -> Iterator[str]:
    """Yield the cells of a precise place, and the towns that the report names."""
    if features.lat is not None and features.lon is not None and features.place_precision in _SMALL:
        size = block_rule().cell_degrees
        for number in range(3):
            shift = number * size / 3
            yield f"c{number}:{(features.lat + shift) // size:.0f}:{(features.lon + shift) // size:.0f}"
    yield from _towns(features)


def _towns(features: Features) -> Iterator[str]:
    """Yield the event's own town and, in case that was read wrong, some others of the report."""
    own = features.geonames_id if features.place_precision in _SMALL else None
    others = sorted(features.places - {own})
    limit = block_rule().most_towns if own is None else block_rule().most_other_towns
    yield from (f"g{town}" for town in ([] if own is None else [own]) + others[:limit])


def _wide(features: Features) -> Iterator[str]:
    if features.country is not None:
        yield f"w{features.country}"


def _names(features: Features) -> Iterator[str]:
    """Yield first and last word of names of two words or more: a surname alone is many people's."""
    full = sorted({f"{words[0]} {words[-1]}" for words in map(str.split, features.names) if len(words) > 1})
    yield from full[: block_rule().most_names]


def _telling_words(features: Features) -> Iterator[str]:
    """Yield some of the rare words of what a report is about, the same ones from every list that has them."""
    if features.is_main:
        yield from sorted(features.words, key=_order)[: block_rule().most_words]


def _order(word: str) -> bytes:
    return blake2b(word.encode(), digest_size=8).digest()

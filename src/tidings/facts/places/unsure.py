"""When a toponym is not known: names that only sound alike, and readings that nothing supports."""

from collections.abc import Sequence

from tidings.facts.places.groups import Group
from tidings.resources import load_table
from tidings.resources.gazetteer import Gazetteer, GazetteerPlace, PlaceKind, fold
from tidings.resources.gazetteer.names import strip_article

#: Countries whose places reports do not transliterate.
ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL"})
_FAR_APART = 2
_LONG = 7


def add_sound_alikes(groups: Sequence[Group]) -> bool:
    """Give names that the gazetteer lacks the places that sound like them, in countries of the report.

    Returns whether any were found, so that the report is to be resolved anew.
    """
    limits = load_table("places.toml")["thresholds"]
    countries = _countries(groups, limits["sound_share"])
    found = False
    for group in groups:
        name = group.toponyms[0].name
        if group.candidates or len(name) < limits["sound_letters"]:
            continue
        alike = [p for p in Gazetteer.load().sounding_like(name) if p.country in countries and _is_spelling(name, p)]
        group.candidates, group.sounds = tuple(alike), bool(alike)
        found = found or bool(alike)
    return found


def is_believed(group: Group, groups: Sequence[Group]) -> bool:
    """Say whether the best reading is more than a namesake at the other end of the world.

    A small place, or a name that is not its main one, in a country that nothing else in
    the report points to is not believed when the report's other names lie elsewhere.
    """
    if not group.candidates:
        return False
    limits = load_table("places.toml")["thresholds"]
    place, best = group.place, group.best
    if (
        group.held[best]
        or place.kind not in {PlaceKind.TOWN, PlaceKind.DISTRICT}
        or group.in_country[best] > 0
        or group.near[best] > 1
    ):
        return True
    others = sum(1 for g in groups if g is not group and g.candidates)
    fewest = limits["lonely_people"] * (10 if place.name_kind else 1)
    return bool(others < limits["lonely_others"] or place.population >= fewest)


def _countries(groups: Sequence[Group], share: float) -> set[str]:
    held: dict[str, float] = {}
    for group in groups:
        if group.candidates and group.place.country:
            held[group.place.country] = held.get(group.place.country, 0.0) + 1.0
    total = sum(held.values())
    return {country for country, weight in held.items() if weight >= share * total} - ENGLISH


def _is_spelling(name: str, place: GazetteerPlace) -> bool:
    written = fold(name)
    most = _FAR_APART if len(written) >= _LONG else 1
    return letters_apart(strip_article(written), strip_article(fold(place.name))) <= most


def letters_apart(one: str, other: str) -> int:
    """Return how many letters must be changed, added or dropped to make one word the other.

    >>> letters_apart("irbil", "erbil")
    1
    """
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, against in enumerate(other, start=1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != against)))
        before = now
    return before[-1]

"""How far two events are apart on the ground, as far as their reports say."""

from math import asin, cos, radians, sin, sqrt

from tidings.model.incident import Features

_EARTH_KM = 6371.0
_SMALL = frozenset({"site", "town", "district"})
_RINGS_KM = ((10.0, "close"), (50.0, "near"), (150.0, "far"))


def find_place_level(a: Features, b: Features) -> tuple[str, str] | None:
    """Return how two events compare in place, and the places compared.

    A place that only the other report names counts as mentioned there: reports name the
    county where others name the town.
    """
    told = f"{a.place_name or 'no place'} and {b.place_name or 'no place'}"
    if a.geonames_id is not None and a.geonames_id == b.geonames_id:
        return ("same" if a.place_precision in _SMALL else "same_wide"), told
    exact = is_exact(a) and is_exact(b)
    distance = find_distance_km(a, b)
    if exact and distance is not None and distance <= _RINGS_KM[0][0]:
        return "close", f"{told}, {distance:.0f} km apart"
    if _names_place_of(a, b) or _names_place_of(b, a):
        return "mentioned", f"{told}, and one report names the other's"
    if exact and distance is not None:
        far = "other_country" if a.country and b.country and a.country != b.country else "elsewhere"
        return next((name for most, name in _RINGS_KM if distance <= most), far), f"{told}, {distance:.0f} km"
    return _of_wide(a, b, told)


def find_distance_km(a: Features, b: Features) -> float | None:
    """Return the distance between two events, None where either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lon_a, lat_b, lon_b = (radians(x) for x in (a.lat, a.lon, b.lat, b.lon))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def is_exact(features: Features) -> bool:
    """Say whether an event's place is a district or smaller, and where that is known."""
    return features.lat is not None and features.place_precision in _SMALL


def _names_place_of(a: Features, b: Features) -> bool:
    return b.geonames_id is not None and b.place_precision in _SMALL and b.geonames_id in a.places


def _of_wide(a: Features, b: Features, told: str) -> tuple[str, str] | None:
    if a.country is not None and b.country is not None:
        return ("same_country", f"{told}, {a.country}") if a.country == b.country else ("other_country", told)
    if a.places & b.places:
        return "town_in_both", f"{told}, and both reports name one town"
    if a.places and b.places:
        return "no_town_in_both", f"{told}, and no town in both reports"
    return None

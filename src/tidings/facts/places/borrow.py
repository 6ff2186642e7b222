"""Points that places not known themselves get from what stands around them, with a low score and a reason."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from tidings.facts.places.context import nationalities
from tidings.facts.places.groups import Group, distance_km
from tidings.facts.places.toponyms import Toponym
from tidings.model.place import Place, PlacePrecision
from tidings.resources import load_table
from tidings.resources.gazetteer import Gazetteer, GazetteerPlace, PlaceKind, fold

#: Places small enough for what lies in them to get their point.
_PRECISIONS = {
    PlaceKind.TOWN: PlacePrecision.TOWN,
    PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
    PlaceKind.PROVINCE: PlacePrecision.PROVINCE,
}
_SMALL = frozenset({PlaceKind.TOWN, PlaceKind.DISTRICT})
_ALPHA_3 = 3


def borrow_point(place: Place, toponym: Toponym, groups: Sequence[Group], believed: Sequence[Group]) -> Place:
    """Give a place without a point that of the larger place it is said to be in.

    A site of which the report does not say that gets the point of the report's town, of those that are `believed`.
    """
    if place.lat is not None:
        return place
    holders = [g for g in groups if g.candidates and any(t.name in toponym.inside for t in g.toponyms)]
    if holders:
        return _held(place, toponym, holders[0].place)
    if toponym.site and not toponym.name:
        town = _namesake(toponym, believed) or _town_of(toponym, believed)
        if town is not None:
            return _lent(place, town, load_table("places.toml")["thresholds"]["lent_score"], _LIKELY)
    return replace(place, country=_country_of(toponym))


def is_placed(place: Place) -> bool:
    """Say whether a place has a point that is more than likely: its own, or that of what it is said to be in."""
    likely = load_table("places.toml")["thresholds"]["lent_score"]
    return place.lat is not None and (place.geonames_id is not None or place.score > likely)


def borrow_of_people(place: Place, toponym: Toponym, area: GazetteerPlace | None, groups: Sequence[Group]) -> Place:
    """Give "a British farm" the point of its country, as wide as that, and "the British embassy in X" that of X."""
    holders = [g for g in groups if g.candidates and any(t.name in toponym.inside for t in g.toponyms)]
    if holders:
        return _held(place, toponym, holders[0].place)
    if area is None or _is_elsewhere(toponym):
        return place
    return replace(
        place,
        lat=area.lat,
        lon=area.lon,
        precision=PlacePrecision.COUNTRY if area.kind is PlaceKind.COUNTRY else PlacePrecision.REGION,
        score=load_table("places.toml")["thresholds"]["lent_score"],
        why=f"somewhere in {area.name}, whose point it gets",
    )


_LIKELY = "not known itself; likely in {}, whose point it gets"
_SAID = "not known itself; said to be in {}, whose point it gets"


def _held(place: Place, toponym: Toponym, holder: GazetteerPlace) -> Place:
    if holder.kind not in _PRECISIONS:
        return replace(place, country=holder.country)
    lent = _lent(place, holder, load_table("places.toml")["thresholds"]["site_score"] / 2, _SAID)
    is_site = toponym.site and holder.kind is PlaceKind.TOWN
    return replace(lent, precision=PlacePrecision.SITE) if is_site else lent


def _lent(place: Place, holder: GazetteerPlace, score: float, why: str) -> Place:
    return replace(
        place,
        lat=holder.lat,
        lon=holder.lon,
        country=holder.country,
        admin1=holder.province,
        precision=_PRECISIONS[holder.kind],
        score=score,
        why=why.format(holder.name),
    )


def _country_of(toponym: Toponym) -> str | None:
    """Return the country of "the Turkish border" or of an unknown "Iraqi town"."""
    words = [fold(word) for word in toponym.mention.text.split()]
    named = [nationalities()[word] for word in words if word in nationalities()]
    return (
        named[0] if named else next((name for name in toponym.inside if len(name) == _ALPHA_3 and name.isupper()), None)
    )


def _is_elsewhere(toponym: Toponym) -> bool:
    """Say whether the thing need not lie in the country of its people: an embassy, a base, a border."""
    words = {fold(word) for word in toponym.mention.text.split()}
    return bool(words & set(load_table("places.toml")["abroad"]["words"]))


def _namesake(toponym: Toponym, groups: Sequence[Group]) -> GazetteerPlace | None:
    """Return the town of the report that a building is named after: "Colchester General Hospital"."""
    if toponym.site not in load_table("places.toml")["of_a_town"]["words"]:
        return None
    words = [fold(word) for word in toponym.mention.text.removeprefix("the ").split()]
    for group in groups:
        name = fold(group.toponyms[0].name).split()
        if name and group.place.kind in _SMALL and words[: len(name)] == name:
            return group.place
    return None


def _town_of(toponym: Toponym, groups: Sequence[Group]) -> GazetteerPlace | None:
    """Return the town that is named last before a site, close by; else the one that all towns of the report lie at."""
    limits = load_table("places.toml")["thresholds"]
    sure = [g for g in groups if g.place.kind in _SMALL and g.likely.max() >= limits["site_sure"]]
    towns = [(t.span.start, g.place) for g in sure for t in g.toponyms if not t.site]
    start = toponym.span.start
    close = [(at, town) for at, town in towns if 0 < start - at <= limits["site_letters"]]
    if close:
        return max(close, key=_at)[1]
    if towns and all(distance_km(town, towns[0][1]) <= limits["site_km"] for _, town in towns):
        return towns[0][1]
    return None


def _at(named: tuple[int, GazetteerPlace]) -> int:
    return named[0]


def area_of(name: str, kinds: Collection[PlaceKind]) -> GazetteerPlace | None:
    """Return the country, continent or region of a name."""
    return next((p for p in Gazetteer.load().candidates(name) if p.kind in kinds), None)

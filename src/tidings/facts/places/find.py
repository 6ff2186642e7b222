"""Places of a report."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tidings.facts.places.context import find_evidence, nationalities
from tidings.facts.places.groups import Group, distance_km, group_toponyms
from tidings.facts.places.resolve import resolve
from tidings.facts.places.toponyms import Toponym, find_toponyms
from tidings.facts.places.unsure import add_sound_alikes, is_believed
from tidings.model.mention import Mention
from tidings.model.place import Place, PlaceCandidate, PlacePrecision
from tidings.model.reading import Reading
from tidings.model.report import Zone, ZoneKind
from tidings.resources import load_table
from tidings.resources.gazetteer import Gazetteer, GazetteerPlace, PlaceKind, fold
from tidings.resources.registry import countries

_PRECISIONS = {
    PlaceKind.TOWN: PlacePrecision.TOWN,
    PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
    PlaceKind.PROVINCE: PlacePrecision.PROVINCE,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.SITE: PlacePrecision.SITE,
}


#: Places small enough for what lies in them to get their point.
_NARROW = frozenset({PlaceKind.TOWN, PlaceKind.DISTRICT, PlaceKind.PROVINCE})
_SAME_PLACE_KM = 60.0
_ALPHA_3 = 3
_MARKS = str.maketrans(
    {"‘": "", "’": "", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae"}
)


def find_places(reading: Reading, zones: Sequence[Zone], mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """Return one Place per bare toponym, resolved together; unknown ones have score 0 and no coordinates.

    Those named within a mention that stands for something else ("Iraqi police") have `main` false.
    """
    found = find_toponyms(reading, mentions)
    toponyms = [t for t in found if not t.people]
    peoples = [_of_people(t) for t in found if t.people]
    return tuple(sorted((*_resolved(reading, zones, mentions, toponyms), *peoples), key=_start))


def _resolved(
    reading: Reading, zones: Sequence[Zone], mentions: Sequence[Mention], toponyms: Sequence[Toponym]
) -> list[Place]:
    if not toponyms:
        return []
    groups = group_toponyms(toponyms)
    words = find_evidence(reading, mentions, [t.span for t in toponyms if t.name])
    datelines = _datelines(zones, mentions)
    resolve(groups, words, datelines)
    if add_sound_alikes(groups):
        resolve(groups, words, datelines)
    believed = [group for group in groups if is_believed(group, groups)]
    return [_inherit(_place(t, group, known=group in believed), t, groups) for group in groups for t in group.toponyms]


def _start(place: Place) -> int:
    return place.start


def _of_people(toponym: Toponym) -> Place:
    """Return the country or continent that a word for its people stands for."""
    country = countries().get(toponym.people or "")
    name = country.name if country else toponym.people or ""
    if toponym.main:
        somewhere = _unknown(toponym, (), f"somewhere that is named after the people of {name}")
        return replace(somewhere, country=country.code if country else None)
    wanted = {PlaceKind.COUNTRY} if country else {PlaceKind.CONTINENT, PlaceKind.REGION}
    found = next((p for p in Gazetteer.load().candidates(name) if p.kind in wanted), None)
    place = replace(_unknown(toponym, (), ""), name=name, country=country.code if country else None)
    return replace(
        place,
        geonames_id=found.geonames_id if found else None,
        lat=found.lat if found else None,
        lon=found.lon if found else None,
        precision=PlacePrecision.COUNTRY if country else PlacePrecision.REGION,
        score=1.0 if found else 0.0,
        why=f"the word for the people of {name}",
    )


def _datelines(zones: Sequence[Zone], mentions: Sequence[Mention]) -> frozenset[str]:
    spans = [zone.span for zone in zones if zone.kind is ZoneKind.DATELINE]
    return frozenset(m.id for m in mentions if any(span.overlaps(m) for span in spans))


def _place(toponym: Toponym, group: Group, *, known: bool) -> Place:
    limits = load_table("places.toml")["thresholds"]
    if not group.candidates:
        return _unknown(
            toponym, (), "no place of this name is known" if toponym.name else "a site whose place is not said"
        )
    likely = group.likely
    order = np.argsort(-likely, kind="stable")[: limits["candidates"]]
    candidates = tuple(_candidate(group.candidates[n], float(likely[n])) for n in order)
    if not known:
        return _unknown(toponym, candidates, "only a small namesake is known, far from all else in the report")
    chosen = group.place
    close = [n for n, p in enumerate(group.candidates) if distance_km(p, chosen) < _SAME_PLACE_KM]
    score = min(1.0, float(likely[close].sum())) * (limits["site_score"] if toponym.site else 1.0)
    return Place(
        mention=toponym.mention.id,
        start=toponym.span.start,
        end=toponym.span.end,
        name=_shown(chosen.name, toponym.mention.text),
        geonames_id=chosen.geonames_id,
        lat=chosen.lat,
        lon=chosen.lon,
        country=chosen.country,
        admin1=_shown(chosen.province or "", toponym.mention.text) or None,
        precision=_precision(toponym, chosen),
        score=round(score, 3),
        candidates=candidates,
        why=_why(toponym, group),
        main=toponym.main,
    )


def _shown(name: str, written: str) -> str:
    """Return the gazetteer's name, without accents where the report writes none."""
    if not written.isascii():
        return name
    plain = unicodedata.normalize("NFKD", name).translate(_MARKS).encode("ascii", "ignore").decode().strip("' ")
    return plain or name


def _precision(toponym: Toponym, chosen: GazetteerPlace) -> PlacePrecision:
    if toponym.site:
        return PlacePrecision.SITE
    if toponym.blurred and chosen.kind is not PlaceKind.TOWN:
        return PlacePrecision.REGION
    return _PRECISIONS.get(chosen.kind, PlacePrecision.REGION)


def _unknown(toponym: Toponym, candidates: tuple[PlaceCandidate, ...], why: str) -> Place:
    return Place(
        mention=toponym.mention.id,
        start=toponym.span.start,
        end=toponym.span.end,
        name=toponym.mention.text,
        geonames_id=None,
        lat=None,
        lon=None,
        country=None,
        admin1=None,
        precision=PlacePrecision.SITE if toponym.site else None,
        score=0.0,
        candidates=candidates,
        why=why,
        main=toponym.main,
    )


def _candidate(place: GazetteerPlace, score: float) -> PlaceCandidate:
    return PlaceCandidate(
        name=place.name,
        geonames_id=place.geonames_id,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        admin1=place.province,
        score=round(score, 3),
    )


def _why(toponym: Toponym, group: Group) -> str:
    """Say in words what decided."""
    best, parts = group.best, []
    if len(group.candidates) == 1:
        parts.append("the one place of this name")
    if group.sounds:
        parts.append("spelt otherwise in the gazetteer")
    if group.held[best]:
        parts.append(f"said to be in {', '.join(sorted({n for t in group.toponyms for n in t.inside}))}")
    if toponym.kind:
        parts.append(f"called a {toponym.kind}")
    if len(group.candidates) > 1:
        parts.extend(_why_of_many(group, best))
    if toponym.site:
        parts.append(f"the {toponym.site} is placed at its town")
    return "; ".join(parts) or "the most likely of its namesakes"


def _why_of_many(group: Group, best: int) -> list[str]:
    place, parts = group.candidates[best], []
    if group.in_province[best] > 0.5 and place.province:  # noqa: PLR2004 - worth half a point
        parts.append(f"other names of the report point to {place.province}")
    elif group.in_country[best] > 0.5 and place.country:  # noqa: PLR2004 - worth half a point
        parts.append(f"other names of the report point to {place.country}")
    if group.near[best] > 0.5:  # noqa: PLR2004 - worth half a point
        parts.append("near other places of the report")
    if place.population == max(p.population for p in group.candidates):
        parts.append("the largest of its namesakes")
    return parts


def _inherit(place: Place, toponym: Toponym, groups: Sequence[Group]) -> Place:
    """Give a place that is not known, but said to be in a known one, that one's point and a low score."""
    if place.lat is not None:
        return place
    holders = [g for g in groups if g.candidates and any(t.name in toponym.inside for t in g.toponyms)]
    if not holders:
        return replace(place, country=_country_of(toponym))
    holder = holders[0].place
    if holder.kind not in _NARROW:
        return replace(place, country=holder.country)
    precise = toponym.site and holder.kind is PlaceKind.TOWN
    return replace(
        place,
        lat=holder.lat,
        lon=holder.lon,
        country=holder.country,
        admin1=holder.province,
        precision=PlacePrecision.SITE if precise else _PRECISIONS[holder.kind],
        score=load_table("places.toml")["thresholds"]["site_score"] / 2,
        why=f"not known itself; said to be in {holder.name}, whose point it gets",
    )


def _country_of(toponym: Toponym) -> str | None:
    """Return the country of "the Turkish border" or of an unknown "Iraqi town"."""
    words = [fold(word) for word in toponym.mention.text.split()]
    named = [nationalities()[word] for word in words if word in nationalities()]
    return (
        named[0] if named else next((name for name in toponym.inside if len(name) == _ALPHA_3 and name.isupper()), None)
    )

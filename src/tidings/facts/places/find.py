"""Places of a report."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tidings.facts.places.borrow import area_of, borrow_of_people, borrow_point
from tidings.facts.places.context import find_evidence
from tidings.facts.places.groups import Group, distance_km, group_toponyms
from tidings.facts.places.resolve import Pointer, resolve
from tidings.facts.places.toponyms import Toponym, find_toponyms
from tidings.facts.places.unsure import add_sound_alikes, is_believed
from tidings.model.mention import Mention
from tidings.model.place import Place, PlaceCandidate, PlacePrecision
from tidings.model.reading import Reading
from tidings.model.report import Zone, ZoneKind
from tidings.resources import load_table
from tidings.resources.gazetteer import GazetteerPlace, PlaceKind
from tidings.resources.registry import countries

_PRECISIONS = {
    PlaceKind.TOWN: PlacePrecision.TOWN,
    PlaceKind.DISTRICT: PlacePrecision.DISTRICT,
    PlaceKind.PROVINCE: PlacePrecision.PROVINCE,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.SITE: PlacePrecision.SITE,
}

_WIDE = frozenset({PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.PROVINCE})
_SAME_PLACE_KM = 60.0
_MARKS = str.maketrans(
    {"‘": "", "’": "", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae"}
)


def find_places(reading: Reading, zones: Sequence[Zone], mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """Return one Place per bare toponym, resolved together; unknown ones have score 0 and no coordinates.

    Those named within a mention that stands for something else ("Iraqi police") have `main` false.
    """
    found = find_toponyms(reading, mentions)
    peoples = dict.fromkeys(t.people for t in found if t.people in countries())
    groups = group_toponyms([t for t in found if not t.people], [countries()[code].name for code in peoples if code])
    words = find_evidence(reading, mentions, [t.span for g in groups for t in g.toponyms if t.name])
    places = _resolved(groups, words, _datelines(zones, mentions))
    adjectives = [_of_people(t, groups) for t in found if t.people]
    return tuple(sorted((*places, *adjectives), key=_start))


def _resolved(groups: Sequence[Group], words: Sequence[Pointer], datelines: frozenset[str]) -> list[Place]:
    resolve(groups, words, datelines)
    if add_sound_alikes(groups):
        resolve(groups, words, datelines)
    believed = [group for group in groups if is_believed(group, groups)]
    return [
        borrow_point(_place(t, group, known=group in believed), t, groups, believed)
        for group in groups
        for t in group.toponyms
    ]


def _start(place: Place) -> int:
    return place.start


def _of_people(toponym: Toponym, groups: Sequence[Group]) -> Place:
    """Return the country, part of one or continent that a word such as "Iraqi" stands for."""
    country = countries().get(toponym.people or "")
    name = country.name if country else toponym.people or ""
    found = area_of(name, frozenset({PlaceKind.COUNTRY}) if country else _WIDE)
    code = country.code if country else found.country if found else None
    if toponym.main:
        unknown = _unknown(toponym, (), f"somewhere that is named after the people of {name}")
        return borrow_of_people(replace(unknown, country=code), toponym, found, groups)
    return replace(
        _unknown(toponym, (), ""),
        name=name,
        country=code,
        geonames_id=found.geonames_id if found else None,
        lat=found.lat if found else None,
        lon=found.lon if found else None,
        precision=PlacePrecision.COUNTRY if country else _precision_of(found),
        score=1.0 if found else 0.0,
        why=f"the word for the people of {name}",
    )


def _precision_of(area: GazetteerPlace | None) -> PlacePrecision:
    return _PRECISIONS.get(area.kind, PlacePrecision.REGION) if area else PlacePrecision.REGION


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

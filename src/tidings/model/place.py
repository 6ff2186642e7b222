"""Places: toponyms resolved against GeoNames, with the candidates that lost."""

from dataclasses import dataclass
from enum import StrEnum

from tidings.model.span import Span


class PlacePrecision(StrEnum):
    """How small the place is."""

    SITE = "site"
    TOWN = "town"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCandidate:
    """One reading of a toponym; `score` is between 0 and 1."""

    name: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A resolved toponym, or one that is not known (no coordinates, score 0).

    Coordinates are WGS84 degrees; `country` is ISO 3166 alpha-3.
    `mention` is the mention that it lies in; `main` is false where that stands for something
    else: a people, a body ("Detroit police"), a site, or another place.
    """

    mention: str
    start: int
    end: int
    name: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    precision: PlacePrecision | None
    score: float
    candidates: tuple[PlaceCandidate, ...] = ()
    why: str = ""
    main: bool = True

    @property
    def span(self) -> Span:
        """The toponym as a span of the report."""
        return Span(self.start, self.end)

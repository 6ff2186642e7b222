"""A report and its zones: what was read, before anything is made of it."""

from dataclasses import dataclass
from enum import StrEnum

from tidings.model.span import Span


class ZoneKind(StrEnum):
    """What a stretch of a report is for."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    PAGE_DATE = "page-date"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of the report with one purpose."""

    kind: ZoneKind
    start: int
    end: int
    why: str = ""

    @property
    def span(self) -> Span:
        """The zone as a span."""
        return Span(self.start, self.end)


class PublishedBasis(StrEnum):
    """Where a publication date comes from."""

    GIVEN = "given"
    METADATA = "metadata"
    PAGE_DATE = "page-date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The day a report was published; an ISO date."""

    date: str
    basis: PublishedBasis
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The day or days on which the story was written: relative dates are read against it.

    `from_` and `to` are None when it cannot be known; `why` says so in words.
    """

    from_: str | None
    to: str | None
    basis: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as it came in: its text and what its source said about it."""

    id: str
    text: str
    uri: str | None = None
    title: str | None = None
    published: Published | None = None
    language: str | None = None

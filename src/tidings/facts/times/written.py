"""The day a story was written: what relative dates are read against, with the reason in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tidings.facts.times.days import weekday_after
from tidings.facts.times.full_dates import FullDate, day_of, month_day_pattern
from tidings.facts.times.meaning import Tense
from tidings.facts.times.tense import tense_at
from tidings.model.problem import Problem
from tidings.model.reading import Reading
from tidings.model.report import Published, PublishedBasis, Report, Written, Zone, ZoneKind
from tidings.model.span import Span
from tidings.resources import load_table

#: A publication date further than this from the dates of the text is doubted.
FAR_DAYS = 31
#: Captions of one story lie this close to each other.
TOGETHER_DAYS = 14
#: Pictures of a story are taken within so many days of what it tells.
PICTURE_DAYS = 3
_WORLD_START = date(1900, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a report holds on when it was written."""

    zones: Sequence[Zone]
    reading: Reading
    dates: tuple[FullDate, ...]
    published: date | None

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.reading.text

    def of(self, kind: ZoneKind) -> tuple[FullDate, ...]:
        """Return the full dates in zones of one kind."""
        return tuple(d for d in self.dates if d.zone is kind)


def find_published(report: Report, dates: Sequence[FullDate]) -> Published | None:
    """Return the publication date: given or of the metadata, else the first that the page shows."""
    if report.published is not None:
        return report.published
    first = next((d for d in dates if d.zone is ZoneKind.PAGE_DATE), None)
    if first is None:
        return None
    return Published(date=first.day.isoformat(), basis=PublishedBasis.PAGE_DATE, span=first.span)


def find_written(
    zones: Sequence[Zone], reading: Reading, dates: tuple[FullDate, ...], published: Published | None
) -> tuple[Written, tuple[Problem, ...]]:
    """Return when the story was written, and the conflict with its publication date if there is one."""
    day = _parsed(published.date) if published else None
    evidence = Evidence(zones=zones, reading=reading, dates=dates, published=day)
    by_dateline = _by_dateline(evidence)
    conflict = _conflict(evidence, published, by_dateline)
    if by_dateline is not None:
        return by_dateline, conflict
    if day is not None and published is not None and not conflict:
        return _by_publication(evidence, day, published.basis), ()
    return _by_captions(evidence) or _by_body(evidence) or _unknown(conflict), conflict


def _parsed(words: str) -> date | None:
    found = re.match(r"\d{4}-\d{2}-\d{2}", words)
    try:
        return date.fromisoformat(found.group()) if found else day_of(words)
    except ValueError:
        return None


def _by_dateline(evidence: Evidence) -> Written | None:
    """Read the date of the dateline; a missing year comes from the publication date."""
    for zone in evidence.zones:
        if zone.kind is not ZoneKind.DATELINE:
            continue
        found = month_day_pattern().search(evidence.text, zone.start, zone.end)
        day = day_of(found.group(), near=evidence.published) if found else None
        if day is not None and found is not None:
            return _written(day, day, "dateline", f"the dateline says {found.group()}")
    return None


def _conflict(evidence: Evidence, published: Published | None, dateline: Written | None) -> tuple[Problem, ...]:
    """Return the doubt about a publication date that the dates of the text contradict."""
    if evidence.published is None or published is None:
        return ()
    against = _contradicting(evidence, dateline)
    if against is None:
        return ()
    spans = ((published.span,) if published.span else ()) + tuple(d.span for d in against)
    days = ", ".join(sorted({d.day.isoformat() for d in against})) or (dateline.from_ or "" if dateline else "")
    page = evidence.published.isoformat()
    message = f"The page is dated {page} but the story is of about {days}; its dates are not read against the page."
    return (Problem(kind="date-conflict", message=message, spans=spans),)


def _contradicting(evidence: Evidence, dateline: Written | None) -> tuple[FullDate, ...] | None:
    day = evidence.published or _WORLD_START
    if dateline is not None and dateline.from_ is not None:
        far = abs((date.fromisoformat(dateline.from_) - day).days) > FAR_DAYS
        return () if far else None
    near = [d for d in evidence.dates if d.zone is not ZoneKind.PAGE_DATE and abs((d.day - day).days) <= FAR_DAYS]
    if near:
        return None
    return _old_captions(evidence, day) or _old_story(evidence, day) or _later_story(evidence, day)


def _old_captions(evidence: Evidence, day: date) -> tuple[FullDate, ...] | None:
    """Return the captions' dates if they belong together and show the events of the story, long before the page."""
    dates = _caption_dates(evidence)
    if not dates:
        return None
    latest = max(d.day for d in dates)
    together = [d for d in dates if (latest - d.day).days <= TOGETHER_DAYS]
    fresh = any(_is_fresh(evidence, d) for d in together)
    return tuple(together) if (day - latest).days > FAR_DAYS and (len(together) > 1 or fresh) else None


def _old_story(evidence: Evidence, day: date) -> tuple[FullDate, ...] | None:
    """Return body dates with their weekday, several together and long before the page, when bare weekdays show news."""
    dates = [d for d in evidence.of(ZoneKind.BODY) if d.has_weekday]
    if not dates or not _told(evidence):
        return None
    latest = max(dates, key=_day_of)
    together = [d for d in dates if (latest.day - d.day).days <= TOGETHER_DAYS]
    return tuple(together) if (day - latest.day).days > FAR_DAYS and len(together) > 1 else None


def _later_story(evidence: Evidence, day: date) -> tuple[FullDate, ...] | None:
    """Return dates told in the past tense, weekday and all, that lie long after the page's date."""
    later = [d for d in evidence.of(ZoneKind.BODY) if d.has_weekday and (d.day - day).days > FAR_DAYS]
    told = [d for d in later if tense_at(evidence.reading, d.span) is Tense.PAST]
    return tuple(told) or None


def _by_publication(evidence: Evidence, day: date, basis: PublishedBasis) -> Written:
    """Take the publication date: the story is of that day, or of the day before."""
    names = {
        PublishedBasis.GIVEN: "given",
        PublishedBasis.METADATA: "of the page's metadata",
        PublishedBasis.PAGE_DATE: "on the page",
    }
    same_day = day.isoweekday() in _weekdays_told(evidence)
    first = day if same_day else day - timedelta(days=1)
    named = f"the publication date {names[basis]} is {day.isoformat()}"
    why = (
        f"{named} and the story names that {day:%A}" if same_day else f"{named}; it was written then or the day before"
    )
    return _written(first, day, str(basis), why)


def _by_captions(evidence: Evidence) -> Written | None:
    """Take the latest weekday that the story tells of, all of them read as days close to its pictures."""
    dates = _caption_dates(evidence)
    if not dates:
        return None
    latest = max(d.day for d in dates)
    days = sorted({d.day.isoformat() for d in dates})
    page = ", not the page date" if evidence.published else ""
    told = {weekday_after(latest - timedelta(days=PICTURE_DAYS), weekday) for weekday in _weekdays_told(evidence)}
    after = max((day for day in told if day >= latest), default=None)
    if after is None:
        why = f"on or shortly after the latest caption, of {latest.isoformat()}{page}"
        return _written(latest, latest + timedelta(days=2), "captions", why)
    captions = f"the caption{'s' if len(days) > 1 else ''} of {' and '.join(days)}"
    why = f"{after:%A} is the latest weekday that the story tells of, close to {captions}{page}"
    return _written(after, after, "captions", why)


def _by_body(evidence: Evidence) -> Written | None:
    """Take the latest full date that the story tells in the past tense beside its weekday."""
    dates = [
        d for d in evidence.of(ZoneKind.BODY) if d.has_weekday and tense_at(evidence.reading, d.span) is Tense.PAST
    ]
    if not dates:
        return None
    latest = max(dates, key=_day_of).day
    why = f"on or shortly after {latest:%A} {latest.isoformat()}, the latest day that the story tells of in full"
    return _written(latest, latest + timedelta(days=1), "text", why)


def _unknown(conflict: tuple[Problem, ...]) -> Written:
    why = (
        "the page date contradicts the story and nothing else dates it"
        if conflict
        else "nothing in the report says when it was written"
    )
    return Written(from_=None, to=None, basis="none", why=why)


def _written(first: date, last: date, basis: str, why: str) -> Written:
    return Written(from_=first.isoformat(), to=last.isoformat(), basis=basis, why=why)


def _caption_dates(evidence: Evidence) -> tuple[FullDate, ...]:
    """Return the dates of captions, archive pictures left out."""
    files = [z for z in evidence.zones if z.kind is ZoneKind.CAPTION and _is_archive(evidence.text[z.start : z.end])]
    return tuple(d for d in evidence.of(ZoneKind.CAPTION) if not any(z.span.covers(d.span) for z in files))


def _is_archive(caption: str) -> bool:
    return bool(re.search(r"\bfile\b|\barchive|\bundated\b", caption, re.IGNORECASE))


def _is_fresh(evidence: Evidence, full: FullDate) -> bool:
    """Say whether a caption tells of something new: "last night", "will meet"."""
    zone = next(z for z in evidence.zones if z.span.covers(full.span))
    return bool(
        re.search(
            r"\b(last night|will|today|earlier|overnight|this morning)\b",
            evidence.text[zone.start : zone.end],
            re.IGNORECASE,
        )
    )


def _weekdays_told(evidence: Evidence) -> set[int]:
    return {weekday for weekday, _ in _told(evidence)}


def _told(evidence: Evidence) -> list[tuple[int, Span]]:
    found: list[tuple[int, Span]] = []
    table = load_table("calendar.toml")["weekdays"]
    for zone in evidence.zones:
        if zone.kind is not ZoneKind.BODY:
            continue
        for match in _weekday_pattern().finditer(evidence.text, zone.start, zone.end):
            span = Span(*match.span("day"))
            if tense_at(evidence.reading, span) is not Tense.FUTURE:
                found.append((table[match["day"].lower()], span))
    return found


@cache
def _weekday_pattern() -> re.Pattern[str]:
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    return re.compile(
        rf"\b(?=[mtwfs])(?<!last )(?<!next )(?<!every )(?P<day>{days})\b(?!,? +(?:[A-Z][a-z]+\.? \d|\d))", re.IGNORECASE
    )


def _day_of(full: FullDate) -> date:
    return full.day

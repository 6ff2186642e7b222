"""Times of a report, read against when it was written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from tidings.facts.times.full_dates import FullDate, full_dates
from tidings.facts.times.lengths import PAST_LENGTH
from tidings.facts.times.links import times_of
from tidings.facts.times.meaning import Anchor, Meaning, dated
from tidings.facts.times.normalise import normalise
from tidings.facts.times.tense import tense_at
from tidings.facts.times.written import find_published, find_written
from tidings.model.mention import Mention, MentionKind
from tidings.model.problem import Problem
from tidings.model.reading import Reading, Token
from tidings.model.report import Published, Report, Written, Zone, ZoneKind
from tidings.model.span import Span
from tidings.model.time import Time, TimeType
from tidings.resources import load_table

_FEW = 4
_CLOSE = 30
_NAMED_BEFORE = {"a year earlier", "years before"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesFound:
    """What is known of a report's dates."""

    published: Published | None
    written: Written
    times: tuple[Time, ...]
    problems: tuple[Problem, ...]


def find_times(report: Report, zones: Sequence[Zone], reading: Reading, mentions: Sequence[Mention]) -> TimesFound:
    """Normalise every time mention (one Time per mention of kind time) and infer the day of writing."""
    dates = full_dates(report.text, zones)
    published = find_published(report, dates)
    written, conflicts = find_written(zones, reading, dates, published)
    named = [m for m in mentions if m.kind is MentionKind.TIME]
    pictures = [d for d in dates if d.zone is ZoneKind.CAPTION]
    anchors = _anchors(zones, reading, written, named, pictures)
    first = _read_all(report.text, named, anchors, ())
    read = _read_all(report.text, named, anchors, first, reading=reading) if _waiting(first) else first
    times = _with_named_years(_with_days_ahead(read))
    return TimesFound(
        published=published,
        written=written,
        times=tuple(_time(mention, meaning) for mention, meaning in times),
        problems=(*conflicts, *_unresolved(report.text, times)),
    )


Read = tuple[Mention, Meaning]


def _anchors(
    zones: Sequence[Zone], reading: Reading, written: Written, named: Sequence[Mention], pictures: Sequence[FullDate]
) -> list[tuple[Anchor, ZoneKind | None]]:
    """Return what each expression is read against: captions against their own date."""
    day = date.fromisoformat(written.to) if written.to else None
    labels = {(s.start, s.end): s.label.upper() for s in reading.spans.get("times", ())}
    found: list[tuple[Anchor, ZoneKind | None]] = []
    for mention in named:
        zone = next((z for z in zones if z.start <= mention.start < z.end), None)
        anchor = Anchor(day=day, tense=tense_at(reading, mention.span), label=labels.get((mention.start, mention.end)))
        taken = max((d.day for d in pictures if zone and zone.span.covers(d.span)), default=None)
        if taken is not None:
            anchor = replace(anchor, day=taken, day_name="the picture was taken")
        found.append((anchor, zone.kind if zone else None))
    return found


def _read_all(
    text: str,
    named: Sequence[Mention],
    anchors: Sequence[tuple[Anchor, ZoneKind | None]],
    known: Sequence[Read],
    reading: Reading | None = None,
) -> list[Read]:
    """Read every expression in text order; each sees the date that the body named before it."""
    dates = [
        _time(mention, meaning)
        for (mention, meaning), (_, zone) in zip(known, anchors, strict=False)
        if zone in {ZoneKind.BODY, ZoneKind.HEADLINE}
    ]
    event_day = partial(_day_of_event, reading, dates) if reading is not None else None
    found: list[Read] = []
    before: Meaning | None = None
    last = 0
    for mention, (anchor, zone) in zip(named, anchors, strict=True):
        is_body = zone in {ZoneKind.BODY, ZoneKind.HEADLINE}
        seen = replace(anchor, mentioned=before if is_body else None, gap=mention.start - last)
        meaning = normalise(_words(text, mention), seen, event_day)
        found.append((mention, meaning))
        if is_body and meaning.days is not None and meaning.rule not in _NAMED_BEFORE | {PAST_LENGTH}:
            before, last = meaning, mention.end
    return found


def _with_days_ahead(read: Sequence[Read]) -> list[Read]:
    """Give an hour the day that follows it closely: "at 1100 (1700 GMT) on 26 March"."""
    found: list[Read] = []
    for number, (mention, meaning) in enumerate(read):
        ahead = read[number + 1 : number + 3] if meaning.open and meaning.value.startswith("T") else ()
        days = [m.days for other, m in ahead if m.days is not None and other.start - mention.end <= _CLOSE]
        if days and days[0].first == days[0].last:
            value = f"{days[0].first.isoformat()}{meaning.value}"
            meaning = dated(value, "an hour of the day named after it", "hour of a day", TimeType.TIME)  # noqa: PLW2901
        found.append((mention, meaning))
    return found


def _with_named_years(read: Sequence[Read]) -> list[Read]:
    """Give a date without a year that of its month named before it: "in May 2006 … on 10 May"."""
    years: dict[str, str] = {}
    found: list[Read] = []
    for mention, meaning in read:
        lacks = re.fullmatch(r"XXXX-((\d\d)-\d\d)", meaning.value) if meaning.open else None
        if lacks and lacks[2] in years:
            why = f"no year is given; that of the same month named before, {years[lacks[2]]}"
            meaning = dated(f"{years[lacks[2]]}-{lacks[1]}", why, "year of the month named before")  # noqa: PLW2901
        found.append((mention, meaning))
        named = re.match(r"(\d{4})-(\d\d)", meaning.value)
        if named:
            years[named[2]] = named[1]
    return found


def _words(text: str, mention: Mention) -> str:
    """Return the words to read: "a day" goes on to "after the attack", "1100" begins with the "at" before it."""
    if re.fullmatch(r"\d{4}", mention.text) and text[max(0, mention.start - 3) : mention.start].lower() == "at ":
        return f"at {mention.text}"
    following = _event_pattern().match(text, mention.end)
    counts = re.search(
        r"(?:second|minute|hour|day|week|month|year)s?(?: after| before| following)?$", mention.text, re.IGNORECASE
    )
    return mention.text + following.group() if following and counts else mention.text


def _waiting(read: Sequence[Read]) -> bool:
    return any(meaning.rule == "distance from an event" for _, meaning in read)


def _day_of_event(reading: Reading, dates: Sequence[Time], name: str) -> Meaning | None:
    """Return the day that the report gives an event of this name, if it dates it anywhere."""
    nouns = [w for w in re.findall(r"[a-z-]+", name) if w in _event_nouns()]
    if not nouns:
        return None
    days = [d for d in dates if d.from_ is not None and d.from_ == d.to and d.rule != "distance from an event"]
    return _dated_by(reading, days, _same_noun(reading, nouns[-1])) or _dated_by(
        reading, days, _same_verb(reading, nouns[-1]), alone=True
    )


def _same_noun(reading: Reading, noun: str) -> list[Token]:
    return [t for t in reading.tokens if t.upos != "VERB" and t.lower.removesuffix("s") == noun.removesuffix("s")]


def _same_verb(reading: Reading, noun: str) -> list[Token]:
    """Return the verbs that a noun is made of: "arrest" and "was arrested", "shooting" and "shot"."""
    stems = {noun.removesuffix("s"), noun.removesuffix("s").removesuffix("ing")}
    return [t for t in reading.tokens if t.upos == "VERB" and t.lemma.lower() in stems]


def _dated_by(
    reading: Reading, days: Sequence[Time], tokens: Sequence[Token], *, alone: bool = False
) -> Meaning | None:
    """Return the day of the first of these words that has one; `alone`: only if no other word has a different one."""
    found = [time.from_ for token in tokens for time in times_of(reading, days, token)[:1]]
    if not found or (alone and len(set(found)) > 1):
        return None
    return normalise(found[0] or "", Anchor())


def _time(mention: Mention, meaning: Meaning) -> Time:
    days = meaning.days
    return Time(
        mention=mention.id,
        start=mention.start,
        end=mention.end,
        type=meaning.type,
        value=meaning.value,
        from_=days.first.isoformat() if days else None,
        to=days.last.isoformat() if days else None,
        precision=days.precision if days else None,
        why=meaning.why,
        rule=meaning.rule,
    )


def _unresolved(text: str, read: Sequence[Read]) -> tuple[Problem, ...]:
    """Return one problem for all dates that could not be placed."""
    spans = tuple(m.span for m, meaning in read if meaning.open and not meaning.value.startswith("T"))
    if not spans:
        return ()
    words = list(dict.fromkeys(_quoted(text, span) for span in spans))
    more = " and others" if len(words) > _FEW else ""
    message = f"Dates that could not be placed: {', '.join(words[:_FEW])}{more}."
    return (Problem(kind="unresolved-date", message=message, spans=spans),)


def _quoted(text: str, span: Span) -> str:
    return f"“{span.of(text)}”"


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(load_table("times.toml")["events"]["nouns"])


@cache
def _event_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(_event_nouns(), key=len, reverse=True))
    return re.compile(
        rf"\s+(?:(?:after|before|following)\s+)?(?:the|a|an|this|that|his|her|their|its)\s+(?:[\w-]+\s+){{0,2}}(?:{nouns})\b",
        re.IGNORECASE,
    )

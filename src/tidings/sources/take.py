"""Take a text in as a report: id, length, language."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from tidings.errors import BadDate
from tidings.model.problem import Problem
from tidings.model.report import Published, PublishedBasis, Report
from tidings.model.span import Span
from tidings.sources.arrival import Incoming
from tidings.sources.language import identify_language

#: So many characters of a report are read (some 16,000 words); what follows is left out and counted.
MOST_CHARACTERS = 100_000
#: The cut is made at the end of a paragraph or sentence, if there is one so close before the limit.
CUT_WITHIN = 5_000
#: A line that is taken from a page's metadata or a caller may carry a time; the day stands in front.
DAY_LENGTH = len("2021-02-19")


def take_in(report: Report, problems: Sequence[Problem] = ()) -> Incoming:
    """Return a report ready to be read: with an id, not too long, its language known."""
    text = _cut(report.text)
    language = report.language or identify_language(text)
    found = (*problems, *_truncated(report.text, text), *_foreign(language))
    ready = replace(report, id=report.id or derive_id(report.text), text=text, language=language)
    return Incoming(report=ready, problems=found)


def derive_id(text: str) -> str:
    """Return an id that the same text always gets."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def parse_published(value: str, basis: PublishedBasis = PublishedBasis.GIVEN) -> Published:
    """Return the day in an ISO date or ISO date and time.

    Raises:
        BadDate: when the value does not start with a day.
    """
    try:
        day = date.fromisoformat(value.strip()[:DAY_LENGTH])
    except ValueError:
        raise BadDate(value) from None
    return Published(date=day.isoformat(), basis=basis)


def with_published(incoming: Incoming, published: Published) -> Incoming:
    """Return the same report with a day of publication that somebody gives."""
    return replace(incoming, report=replace(incoming.report, published=published))


def _cut(text: str) -> str:
    if len(text) <= MOST_CHARACTERS:
        return text
    ends = (text.rfind(mark, MOST_CHARACTERS - CUT_WITHIN, MOST_CHARACTERS) for mark in ("\n", ". ", " "))
    end = next((end for end in ends if end > 0), MOST_CHARACTERS - 1)
    return text[: end + 1]


def _truncated(whole: str, kept: str) -> tuple[Problem, ...]:
    if len(kept) == len(whole):
        return ()
    left = len(whole) - len(kept)
    message = f"Only the first {len(kept):,} of {len(whole):,} characters were read; {left:,} were left out."
    return (Problem(kind="truncated", message=message, spans=(Span(len(kept), len(kept)),)),)


def _foreign(language: str | None) -> tuple[Problem, ...]:
    if language in {None, "en"}:
        return ()
    message = f"The text does not seem to be English but “{language}”; what is read from it cannot be relied on."
    return (Problem(kind="language", message=message),)

"""A web page to a report: the article without what surrounds it."""

import re

from tidings.errors import BadDate, EmptyReport, NoArticle
from tidings.model.problem import Problem
from tidings.model.report import Published, PublishedBasis, Report
from tidings.sources.arrival import Incoming
from tidings.sources.decode import decode, find_declared, with_plain_lines
from tidings.sources.take import parse_published, take_in

#: A page with less running text has no article.
FEWEST_WORDS = 20
#: At least one paragraph of an article is a sentence of so many words.
SENTENCE_WORDS = 8
#: So much of a page's markup is read: many times the longest article; more takes minutes to take apart.
MOST_CHARACTERS = 1_500_000

_NO_PROSE = re.compile(r"<!--.*?-->|<(style|svg|script)\b(?![^>]*ld\+json)[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]]*$")


def is_page(text: str) -> bool:
    """Say whether a text is an HTML page."""
    return _PAGE.match(text[:4096]) is not None


def read_page(name: str, data: bytes, *, uri: str | None = None, declared: str | None = None) -> Incoming:
    """Return the report on an HTML page.

    The page's own date becomes `published` with basis `metadata`; it is never mixed with
    dates in the text. The title leads the text when the article does not begin with it.

    Raises:
        EmptyReport, NotText, NoArticle: when there is nothing to read.
    """
    markup, problems = decode(name, data, declared or find_declared(data))
    if not markup.strip():
        raise EmptyReport(name)
    kept = _cut(markup)
    title, day, text = _extract(kept)
    if not _is_article(text):
        raise NoArticle(name)
    report = Report(id="", text=_with_title(title, text), uri=uri, title=title, published=_published(day))
    return take_in(report, (*problems, *_cut_off(markup, kept)))


def _cut(markup: str) -> str:
    """Return the beginning of an overlong page, its programs and drawings left out first."""
    return markup if len(markup) <= MOST_CHARACTERS else _NO_PROSE.sub("", markup)[:MOST_CHARACTERS]


def _cut_off(markup: str, kept: str) -> tuple[Problem, ...]:
    if len(kept) < MOST_CHARACTERS or len(kept) == len(markup):
        return ()
    message = f"Only the first {len(kept):,} of the page's {len(markup):,} characters of markup were read."
    return (Problem(kind="truncated", message=message),)


def _extract(markup: str) -> tuple[str | None, str | None, str]:
    """Return title, ISO date and text of the article on a page; paragraphs stand a blank line apart."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - takes a quarter of a second to load

    page = bare_extraction(
        markup,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or isinstance(page, dict):
        return None, None, ""
    lines = (line.strip() for line in with_plain_lines(page.text or "").split("\n"))
    return page.title or None, page.date or None, "\n\n".join(line for line in lines if line)


def _is_article(text: str) -> bool:
    paragraphs = [paragraph.split() for paragraph in text.split("\n\n")]
    running = any(len(words) >= SENTENCE_WORDS and _SENTENCE_END.search(words[-1]) for words in paragraphs)
    return running and sum(map(len, paragraphs)) >= FEWEST_WORDS


def _with_title(title: str | None, text: str) -> str:
    first = text.partition("\n")[0]
    return text if not title or title.casefold() in first.casefold() else f"{title}\n\n{text}"


def _published(day: str | None) -> Published | None:
    try:
        return parse_published(day, PublishedBasis.METADATA) if day else None
    except BadDate:
        return None

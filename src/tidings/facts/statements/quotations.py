"""Quotations: stretches between quotation marks, the marks included."""

import re
from functools import cache

from tidings.facts.statements.drafts import overlapping
from tidings.model.span import Span

#: Lines longer than this are paragraphs, not lines cut by a page width.
_WIDEST_WRAP = 120


def find_quotations(text: str) -> tuple[Span, ...]:
    """Return the quotations of a text in text order; they do not overlap.

    A quotation that is not closed in its paragraph (it goes on in the next one) ends there.
    """
    found = []
    for match in _pattern(wrapped=_is_wrapped(text)).finditer(text):
        end = match.start() + len(match.group().rstrip())
        if end > match.start() + 2:
            found.append(Span(match.start(), end))
    return tuple(found)


def quoted_share(spans: tuple[Span, ...], quotations: tuple[Span, ...]) -> float:
    """Return which part of some spans stands in quotation marks, between 0 and 1."""
    length = sum(span.end - span.start for span in spans)
    quoted = sum(min(s.end, q.end) - max(s.start, q.start) for s in spans for q in overlapping(quotations, s))
    return quoted / length if length else 0.0


def _is_wrapped(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) > 3 and max(map(len, lines)) <= _WIDEST_WRAP  # noqa: PLR2004 three lines wrap nothing


@cache
def _pattern(*, wrapped: bool) -> re.Pattern[str]:
    break_ = r"\n(?=[^\S\n]*(?:\n|\Z))" if wrapped else r"\n"
    inner = r"\n(?![^\S\n]*(?:\n|\Z))" if wrapped else r"(?!)"
    stop = rf"(?={break_})|\Z"
    return re.compile(
        rf"""
        “ (?:[^“”\n]|{inner})* (?: ” | (?=“) | {stop} )
      | "+ (?:[^"\n]|{inner})+ (?: "+ | {stop} )
      | (?:``|'') (?:[^'`\n]|'(?!')|{inner})* (?: '' | {stop} )
      | (?<![\w'’]) ['‘] (?=[\w“"]) (?:[^'’‘\n“”"]|['’](?=\w)|{inner})*? [,.!?] ['’] (?![\w'’])
      | (?<![\w'’]) ['‘] (?=\w) (?:[^'’‘\n“”"\s]|['’](?=\w))+ \s (?:[^'’‘\n“”"]|['’](?=\w)|{inner})* ['’] (?![\w'’])
        """,
        re.VERBOSE,
    )

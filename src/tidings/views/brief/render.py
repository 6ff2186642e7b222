"""A brief as plain text, Markdown or HTML: the same sentences, each with the numbers of its sources."""

import textwrap
from collections.abc import Callable, Iterator
from html import escape

from tidings.views.brief.page import Brief, Cite, Sentence
from tidings.views.dates import write_day

#: Columns of plain text.
WIDTH = 88


def to_text(brief: Brief) -> str:
    """Return a brief for a terminal or a mail."""
    lines = [brief.title, "=" * min(len(brief.title), WIDTH), brief.about, ""]
    for section in brief.sections:
        lines += [section.heading.upper(), *(_wrap(_plain(s)) for s in section.sentences), ""]
    if brief.sources:
        lines += ["SOURCES", *(_wrap(f"[{c.number}] {_source(c)}: “{c.words}”") for c in brief.sources)]
    return "\n".join(lines) + "\n"


def to_markdown(brief: Brief) -> str:
    """Return a brief as Markdown."""
    lines = [f"# {_mark(brief.title)}", "", _mark(brief.about), ""]
    for section in brief.sections:
        lines += [f"## {section.heading}", "", *(f"- {_mark(_plain(s))}" for s in section.sentences), ""]
    if brief.sources:
        lines += ["## Sources", "", *(f"{c.number}. {_mark(_source(c))}: “{_mark(c.words)}”" for c in brief.sources)]
    return "\n".join(lines) + "\n"


def to_html(brief: Brief) -> str:
    """Return a brief as a whole page that needs nothing else."""
    title = escape(brief.title)
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n'
        f"<h1>{title}</h1>\n<p>{escape(brief.about)}</p>\n{to_fragment(brief)}</body>\n</html>\n"
    )


def to_fragment(brief: Brief, link: Callable[[Cite], str] | None = None) -> str:
    """Return the sections and sources of a brief as HTML; `link` gives the address of a source's words."""
    return "\n".join(_html_lines(brief, link)) + "\n"


def _html_lines(brief: Brief, link: Callable[[Cite], str] | None) -> Iterator[str]:
    for section in brief.sections:
        yield f"<h2>{escape(section.heading)}</h2>"
        for sentence in section.sentences:
            numbers = "".join(f'<a class="cite" href="#source-{c.number}">[{c.number}]</a>' for c in sentence.cites)
            kind = ' class="unknown"' if sentence.is_unknown else ""
            yield f"<p{kind}>{escape(sentence.text)} {numbers}</p>"
    if not brief.sources:
        return
    yield "<h2>Sources</h2>\n<ol>"
    for cite in brief.sources:
        name = escape(_source(cite))
        shown = f'<a href="{escape(link(cite))}">{name}</a>' if link else name
        yield f'<li id="source-{cite.number}" value="{cite.number}">{shown}: “{escape(cite.words)}”</li>'
    yield "</ol>"


def _plain(sentence: Sentence) -> str:
    numbers = "".join(f"[{cite.number}]" for cite in sentence.cites)
    return f"{sentence.text} {numbers}".rstrip()


def _source(cite: Cite) -> str:
    day = write_day(cite.published) if cite.published else "no date"
    return ", ".join(filter(None, [cite.title, cite.publisher, day]))


def _wrap(line: str) -> str:
    return textwrap.fill(line, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _mark(words: str) -> str:
    """Return words in which Markdown's own signs stand for themselves; the numbers of sources stay."""
    return "".join(f"\\{c}" if c in "\\`*_<>#|~" else c for c in words)

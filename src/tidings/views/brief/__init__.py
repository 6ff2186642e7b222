"""Briefs: one page on a mission, an actor, a place or an incident, every sentence with its sources."""

from tidings.views.brief.load import load_brief, load_brief_of
from tidings.views.brief.page import Brief, Cite, Section, Sentence
from tidings.views.brief.render import to_fragment, to_html, to_markdown, to_text

__all__ = [
    "Brief",
    "Cite",
    "Section",
    "Sentence",
    "load_brief",
    "load_brief_of",
    "to_fragment",
    "to_html",
    "to_markdown",
    "to_text",
]

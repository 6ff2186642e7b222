"""Read models, one per screen, and how they are drawn: the page of a report in a terminal or a notebook."""

from tidings.views.build import page_of
from tidings.views.notebook import to_html
from tidings.views.page import Line, ReportPage, Section
from tidings.views.terminal import to_terminal

__all__ = ["Line", "ReportPage", "Section", "page_of", "to_html", "to_terminal"]

"""Ways in: files, pages, folders, addresses and lines of JSON become reports."""

from tidings.sources.arrival import Arrival, Incoming, Known, Skipped
from tidings.sources.count import count_reports
from tidings.sources.html import read_page
from tidings.sources.read import read_source
from tidings.sources.take import MOST_CHARACTERS, derive_id, parse_published, take_in, with_published

__all__ = [
    "MOST_CHARACTERS",
    "Arrival",
    "Incoming",
    "Known",
    "Skipped",
    "count_reports",
    "derive_id",
    "parse_published",
    "read_page",
    "read_source",
    "take_in",
    "with_published",
]

"""The library's two verbs: read one text, read many."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date

from tidings.batch.in_order import read_in_order
from tidings.batch.in_process import load_encoder
from tidings.errors import EmptyReport, TidingsError, WorkerLost
from tidings.model.record import Record
from tidings.model.report import Report
from tidings.pipeline import read_report
from tidings.sources import Incoming, parse_published, take_in


def read(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    uri: str | None = None,
    id: str | None = None,  # noqa: A002 - the record's own name for it
) -> Record:
    """Return the record of a report's text.

    The text is taken as it is, so that offsets hold. `published` is the day the report
    was published, as an ISO date: it helps to find when the story was written, and is
    never taken for the date of an event.

    Raises:
        EmptyReport: when there is no text.
        BadDate: when `published` is not a day.
    """
    incoming = _take(text, published=published, title=title, uri=uri, id=id)
    return read_report(incoming.report, load_encoder(), incoming.problems)


def read_all(reports: Iterable[str | Report], *, threads: int = 1) -> Iterator[Record]:
    """Yield the records of many reports in their order; few are in memory at once.

    With `threads` above one, and reports enough, so many processes read them; this one is
    the first. They end with the iterator.
    """
    arrivals = (_take(report) if isinstance(report, str) else take_in(report) for report in reports)
    for outcome in read_in_order(arrivals, load_encoder, threads=threads):
        if isinstance(outcome, WorkerLost):
            warnings.warn(str(outcome), RuntimeWarning, stacklevel=2)
        elif isinstance(outcome, TidingsError):
            raise outcome
        if isinstance(outcome, Record):
            yield outcome


def _take(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    uri: str | None = None,
    id: str | None = None,  # noqa: A002 - as above
) -> Incoming:
    if not text.strip():
        raise EmptyReport("the text")
    day = None if published is None else parse_published(str(published))
    return take_in(Report(id=id or "", text=text, uri=uri, title=title, published=day))

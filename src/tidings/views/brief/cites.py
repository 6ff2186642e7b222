"""What a sentence rests on: the words of a report around a span."""

from dataclasses import dataclass, field

from tidings.model.span import Span
from tidings.store import Connection
from tidings.store.queries.review import ReportRow, find_report, load_record
from tidings.views.brief.page import Cite
from tidings.views.quote import quote

#: So many characters of a report stand in the list of sources.
ROOM = 220


@dataclass
class Citer:
    """Makes sources, opening each report once."""

    connection: Connection
    _texts: dict[str, str] = field(default_factory=dict)
    _reports: dict[str, ReportRow] = field(default_factory=dict)

    def cite(self, report: str, item: str, start: int, end: int) -> Cite:
        """Return the words of a span with as much of its sentence as there is room for."""
        self._open(report)
        row = self._reports[report]
        words = quote(self._texts[report], Span(start, end), ROOM)
        return Cite(
            report=report,
            item=item,
            title=row.title or row.id,
            publisher=row.publisher,
            published=row.published,
            words=str(words),
        )

    def _open(self, report: str) -> None:
        if report in self._texts:
            return
        row, record = find_report(self.connection, report), load_record(self.connection, report)
        if row is None or record is None:
            raise LookupError(report)
        self._texts[report], self._reports[report] = record.report.text, row

"""Whose words a stretch of the report is."""

from collections.abc import Sequence

from tidings.model.span import Span
from tidings.model.statement import Statement

REPORT = "report"


def source_of(statements: Sequence[Statement], span: Span) -> str:
    """Return the id of the innermost statement whose content covers a span, else "report"."""
    best, length = REPORT, -1
    for statement in statements:
        for piece in statement.content:
            if piece.covers(span) and (length < 0 or piece.end - piece.start < length):
                best, length = statement.id, piece.end - piece.start
    return best

"""Whose words a stretch of the report is."""

from collections.abc import Sequence
from functools import cached_property

from tidings.facts.nearby import Nearby
from tidings.model.span import Span, Stretch
from tidings.model.statement import Statement

REPORT = "report"


class Statements(tuple[Statement, ...]):  # noqa: SLOT001 - the index is kept in its dict
    """The statements of a report in text order, which know where their contents stand."""

    @cached_property
    def by_content(self) -> Nearby[Statement]:
        """The statements by where their content stands."""
        return Nearby((statement, statement.content) for statement in self)


def statements_with(statements: Sequence[Statement], stretch: Stretch) -> list[Statement]:
    """Return the statements whose content covers a stretch, in text order."""
    told = statements if isinstance(statements, Statements) else Statements(statements)
    return [s for s in told.by_content.at(stretch) if any(piece.covers(stretch) for piece in s.content)]


def source_of(statements: Sequence[Statement], span: Span) -> str:
    """Return the id of the innermost statement whose content covers a span, else "report"."""
    best, length = REPORT, -1
    for statement in statements_with(statements, span):
        for piece in statement.content:
            if piece.covers(span) and (length < 0 or piece.end - piece.start < length):
                best, length = statement.id, piece.end - piece.start
    return best

import pytest

from tidings.facts.statements.cover import source_of
from tidings.model.span import Span
from tidings.model.statement import Act, Form, Statement


def statement(id_, *content):
    return Statement(
        id=id_,
        speaker=None,
        cue=None,
        content=content,
        form=Form.INDIRECT,
        act=Act.ASSERT,
        when=None,
        venue=None,
        within=None,
    )


@pytest.mark.parametrize(
    ("span", "source"),
    [
        (Span(12, 14), "s2"),
        (Span(2, 4), "s1"),
        (Span(45, 48), "s1"),
        (Span(35, 38), "report"),
        (Span(28, 33), "report"),
    ],
)
def test_the_innermost_statement_is_the_source(span, source):
    statements = (statement("s1", Span(0, 30), Span(40, 50)), statement("s2", Span(10, 20)))
    assert source_of(statements, span) == source

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.facts.statements.quotations import find_quotations, quoted_share
from tidings.model.span import Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We will stay,” she said. “It is calm.”", ["“We will stay,”", "“It is calm.”"]),
        ('"We will stay," she said.', ['"We will stay,"']),
        ("''We will stay,'' she said.", ["''We will stay,''"]),
        ("He spoke of ‘a long night for us all.’", ["‘a long night for us all.’"]),
        ("The men's cars and the women's cars burnt.", []),
        ("“It is not over.\n\n“It has begun,” he said.", ["“It is not over.", "“It has begun,”"]),
        ('"It is not over.\n\nThe road is shut.', ['"It is not over.']),
    ],
)
def test_quotations_keep_their_marks(text, quoted):
    assert [span.of(text) for span in find_quotations(text)] == quoted


def test_a_quotation_runs_over_lines_cut_by_a_page_width():
    text = 'THE MINISTER SAID:  "WE SHALL NOT\nYIELD TO THEM," AND LEFT.\n\nHE CAME\nBACK.'
    assert [span.of(text) for span in find_quotations(text)] == ['"WE SHALL NOT\nYIELD TO THEM,"']


@given(st.text(alphabet="ab “”\"'.\n"))
def test_quotations_never_overlap(text):
    found = find_quotations(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_the_quoted_share_counts_characters():
    assert quoted_share((Span(0, 10),), (Span(5, 20),)) == 0.5

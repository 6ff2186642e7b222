import re
from html import unescape
from html.parser import HTMLParser
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.views.hand_made import NOTHING, RECORD, TEXT

from tidings.model.span import Span
from tidings.views import page_of, to_html
from tidings.views.evidence import Mark, cut_at_marks
from tidings.views.quote import quote
from tidings.views.terminal import render


def drawn(record, width):
    return "\n".join(text.plain.rstrip() for text in render(page_of(record), width))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
@pytest.mark.parametrize("record", [RECORD, NOTHING], ids=["made", "nothing"])
def test_no_line_is_wider_than_the_terminal(record, width):
    assert max(map(len, drawn(record, width).splitlines())) <= width


def test_words_stand_beside_what_they_prove_where_there_is_room():
    assert re.search(r"3 killed: traders  says Ousmane Barkiré +“.*three traders.*”", drawn(RECORD, 140))
    assert re.search(r"3 killed: traders  says Ousmane Barkiré\n +“.*three traders.*”", drawn(RECORD, 60))


def test_a_short_page_fits_a_screen():
    assert len(drawn(RECORD, 100).splitlines()) < 50


@pytest.mark.parametrize("room", [12, 20, 40, 80, 200])
@given(data=st.data())
def test_a_quotation_fits_its_room_and_is_on_one_line(room, data):
    start = data.draw(st.integers(0, len(TEXT)))
    span = Span(start, data.draw(st.integers(start, len(TEXT))))
    words = str(quote(TEXT, span, room))
    assert len(words) <= room
    assert "\n" not in words


def test_a_quotation_stays_in_its_sentence_and_a_rank_does_not_end_one():
    start = TEXT.index("eleven people")
    words = str(quote(TEXT, Span(start, start + 13), 500))
    assert words.startswith("NIAMEY")
    assert words.endswith("a spokesman for the army.")


@given(
    text=st.text(max_size=60),
    marks=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from("ab"))),
)
def test_cutting_a_text_at_its_evidence_loses_nothing(text, marks):
    made = [Mark(Span(min(a, b), max(a, b)), key, "") for a, b, key in marks]
    pieces = list(cut_at_marks(text, [mark for mark in made if mark.span.end > mark.span.start]))
    assert "".join(piece.text for piece in pieces) == text
    assert all(mark.span.start < mark.span.end for piece in pieces for mark in piece.marks)


def test_the_notebook_shows_the_whole_text_escaped_and_marked():
    page = to_html(RECORD)
    _, _, marked = page.partition("<summary>")
    assert unescape(re.sub(r"<[^>]+>", "", marked.partition("</summary>")[2])).strip() == TEXT
    assert "<SM>" not in page
    assert re.search(r'<mark style="[^"]*" title="3 killed: traders[^"]*">three traders</mark>', page)


def test_the_notebook_needs_nothing_from_elsewhere():
    assert not re.search(r"<(script|link|img|style)\b|https?://|url\(", to_html(RECORD))


def test_a_report_with_nothing_in_it_can_be_drawn_too():
    assert "The weather was fine" in to_html(NOTHING)
    assert "Nothing is reported to have happened." in drawn(NOTHING, 80)


def test_the_notebook_closes_every_tag_it_opens():
    class Tags(HTMLParser):
        depth: ClassVar[list[str]] = []

        def handle_starttag(self, tag, _):
            if tag != "br":
                self.depth.append(tag)

        def handle_endtag(self, tag):
            assert self.depth.pop() == tag

    Tags().feed(to_html(RECORD))
    assert Tags.depth == []

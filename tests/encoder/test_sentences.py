import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.encoder.sentences import find_sentences


def sentences(text):
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke to Col. Wayne Marotto. He left.", ["He spoke to Col. Wayne Marotto.", "He left."]),
        ("The U.S. Army said Gen. Lee left on Jan. 5. Yes.", ["The U.S. Army said Gen. Lee left on Jan. 5.", "Yes."]),
        ('"We will," he said. "It is done."', ['"We will," he said.', '"It is done."']),
        ("GEN. LOPEZ OF THE U.S. EMBASSY SPOKE. HE LEFT.", ["GEN. LOPEZ OF THE U.S. EMBASSY SPOKE.", "HE LEFT."]),
        ("A headline\n\nThe body.", ["A headline", "The body."]),
        ("A headline\nBy John Smith", ["A headline", "By John Smith"]),
        ("He asked Ms. Ray to stay. Ms. Ray left.", ["He asked Ms. Ray to stay.", "Ms. Ray left."]),
        ("Two men were shot at 7:40 p.m. Sunday in Dale.", ["Two men were shot at 7:40 p.m. Sunday in Dale."]),
        ("It fell at 6 a.m. (EST) on May 3. It burned.", ["It fell at 6 a.m. (EST) on May 3.", "It burned."]),
        ("It began at 6 a.m. Police came.", ["It began at 6 a.m.", "Police came."]),
        ("It began at 6 a.m. Monks fled.", ["It began at 6 a.m.", "Monks fled."]),
        ("In Salem, Mass. legislators met. He left.", ["In Salem, Mass. legislators met.", "He left."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize("title", ["Const.", "Det. Sgt.", "Ms.", "Rev."])
def test_a_title_does_not_end_a_sentence(title):
    text = f"Police named {title} Ama Kofi. She was hurt."
    assert sentences(text) == [f"Police named {title} Ama Kofi.", "She was hurt."]


def test_a_line_that_the_page_width_broke_goes_on():
    text = (
        "The rocket attack on Monday killed one civilian contractor and\n"
        "wounded nine, among them a soldier, the army said in a first\n"
        "statement."
    )
    assert sentences(text) == [text]


def test_long_lines_are_paragraphs_of_their_own():
    text = "word " * 40 + "\n" + "word " * 40
    assert len(sentences(text)) == 2


@given(st.text())
def test_sentences_lie_in_order_and_hold_every_word(text):
    position = 0
    covered = ""
    for start, end in find_sentences(text):
        assert position <= start < end <= len(text)
        position = end
        covered += text[start:end]
    assert len("".join(covered.split())) == len("".join(text.split()))

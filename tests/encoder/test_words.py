import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.encoder.words import find_words


def words(text):
    return [text[start:end] for start, end in find_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He didn't go.", ["He", "did", "n't", "go", "."]),
        ("Iraq’s army", ["Iraq", "’s", "army"]),
        ("They cannot.", ["They", "can", "not", "."]),
        ("Iran-backed", ["Iran", "-", "backed"]),
        ("Saraya Awliya al-Dam", ["Saraya", "Awliya", "al", "-", "Dam"]),
        ("an anti-tank missile", ["an", "anti-tank", "missile"]),
        ("the U.S. Army", ["the", "U.S.", "Army"]),
        ("Col. Wayne Marotto", ["Col.", "Wayne", "Marotto"]),
        ("at 10 a.m. on Jan. 5", ["at", "10", "a.m.", "on", "Jan.", "5"]),
        ("2,500 troops", ["2,500", "troops"]),
        ("7.62mm rounds", ["7.62", "mm", "rounds"]),
        ("$1.5 million", ["$", "1.5", "million"]),
        ("two AK-47s", ["two", "AK-47s"]),
        ("on 2021-02-18,", ["on", "2021-02-18", ","]),
        ("1980-88", ["1980", "-", "88"]),
        ("the Shi'ite O'Neil", ["the", "Shi'ite", "O'Neil"]),
        ("soldiers' homes", ["soldiers", "'", "homes"]),
        ("see http://a.b/c.", ["see", "http://a.b/c", "."]),
        ("what...", ["what", "..."]),
        ("\u200e\u202bok\u202c", ["ok"]),
        ("", []),
    ],
)
def test_words_are_cut_as_in_the_treebanks(text, expected):
    assert words(text) == expected


@given(st.text())
def test_words_lie_in_order_and_leave_out_only_space_and_invisible_marks(text):
    covered = set()
    position = 0
    for start, end in find_words(text):
        assert position <= start < end <= len(text)
        position = end
        covered.update(range(start, end))
    left = "".join(character for n, character in enumerate(text) if n not in covered)
    assert not any(character.isalnum() for character in left)

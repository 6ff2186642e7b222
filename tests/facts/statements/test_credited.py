import pytest
from tests.fakes import reading_of, scene_of

from tidings.facts.statements.credited import drafts_of_credited
from tidings.model.report import Zone, ZoneKind

TURNS = "ANN LEE: When will talks begin?\n\nHADI: They begin on Friday.\n\nLEE: Who will lead them?"
TABLE = "Home team: 3\n\nAway team: 1\n\nHome team: 2"
CREDITS = "“We lost it all.” — Maria Santos\n“Nobody came – so we left.”"


def said_in(text):
    rows = "\n".join(f"{word} {word} X 0 root\n" for word in text.split())
    scene = scene_of(reading_of(text, rows), zones=(Zone(kind=ZoneKind.BODY, start=0, end=len(text)),))
    return [(d.source.of(text), d.cue.of(text), d.contents[0].of(text)) for d in drafts_of_credited(scene)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            TURNS,
            [
                ("ANN LEE", ":", "When will talks begin?"),
                ("HADI", ":", "They begin on Friday"),
                ("LEE", ":", "Who will lead them?"),
            ],
        ),
        (CREDITS, [("Maria Santos", "—", "“We lost it all.”")]),
        (TABLE, []),
        ("NOTE: The talks begin on Friday.", []),
    ],
)
def test_a_name_beside_words_says_them_where_speakers_take_turns_or_are_credited(text, expected):
    assert said_in(text) == expected

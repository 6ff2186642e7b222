from datetime import date

import pytest

from tidings.errors import BadDate
from tidings.model.report import Report
from tidings.sources.language import identify_language
from tidings.sources.take import MOST_CHARACTERS, derive_id, parse_published, take_in

ENGLISH = (
    "The soldiers who were sent to the border last week will stay there until the end of the month, said the army. "
)
SPANISH = (
    "Al menos tres soldados murieron el lunes en un ataque contra un puesto de control, según dijo el ministerio "
    "de Defensa, que no dio más detalles sobre los autores."
)


def test_the_same_text_gets_the_same_id():
    assert take_in(Report(id="", text=ENGLISH)).report.id == derive_id(ENGLISH) != derive_id(ENGLISH + "!")


def test_a_given_id_stays():
    assert take_in(Report(id="a-1", text=ENGLISH)).report.id == "a-1"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        (SPANISH, "es"),
        ("Police said no.", None),
        ("", None),
    ],
)
def test_languages(text, language):
    assert identify_language(text) == language


def test_a_text_in_another_language_is_a_problem_and_still_a_report():
    incoming = take_in(Report(id="", text=SPANISH))
    assert incoming.report.text == SPANISH
    assert incoming.report.language == "es"
    assert [problem.kind for problem in incoming.problems] == ["language"]


def test_an_overlong_text_is_cut_after_a_sentence_and_says_so():
    whole = ENGLISH * 4_000
    incoming = take_in(Report(id="", text=whole))
    text = incoming.report.text
    assert whole.startswith(text)
    assert MOST_CHARACTERS - 5_000 < len(text) <= MOST_CHARACTERS
    assert text.rstrip().endswith("said the army.")
    [problem] = incoming.problems
    assert problem.kind == "truncated"
    assert f"{len(whole) - len(text):,}" in problem.message


@pytest.mark.parametrize(
    "value", ["2021-02-19", "2021-02-19T08:30:00Z", "2021-02-19 08:30", str(date(2021, 2, 19)), " 2021-02-19 "]
)
def test_a_day_of_publication_may_carry_a_time(value):
    assert parse_published(value).date == "2021-02-19"


@pytest.mark.parametrize("value", ["2021-02", "19 February 2021", "2021-02-30", ""])
def test_what_is_no_day_is_refused(value):
    with pytest.raises(BadDate):
        parse_published(value)

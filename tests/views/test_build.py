from dataclasses import replace

import pytest
from tests.views.hand_made import ATTACK, NOTHING, RECORD, STATEMENTS

from tidings.views import page_of


def said(section):
    def below(lines):
        for line in lines:
            yield line.text
            yield from below(line.below)

    return list(below(section.lines))


@pytest.fixture
def sections():
    return {section.title: section for section in page_of(RECORD).sections}


def test_what_happened_is_said_in_plain_words(sections):
    assert said(sections["What happened"]) == [
        "Attack with heavy weapons (mortar) against a livestock market · Ouallam, Niger · Tue 14 June 2022",
        "3 killed: traders",
        "11 injured: people",
        "2 of them: children",
        "claimed by Banner of the Dunes",
    ]


def test_a_figure_names_its_source_and_its_part_does_not_repeat_it(sections):
    [attack] = sections["What happened"].lines
    killed, injured, _ = attack.below
    assert killed.aside == "says Ousmane Barkiré"
    assert injured.below[0].aside == ""


def test_a_recalled_event_is_not_among_what_happened(sections):
    assert said(sections["Recalled"]) == ["Shooting by gunmen · November 2021"]


def test_speakers_stand_with_their_capacity_and_their_condition(sections):
    lines = sections["Who says so"].lines
    assert [(line.text, line.aside) for line in lines] == [
        ("Ousmane Barkiré", "spokesman for the army"),
        ("Official", "not named, on condition of anonymity"),
    ]
    assert [line.below[0].text for line in lines] == ["says", "announces"]


def test_a_planned_strength_has_its_conditions_and_is_not_there_yet(sections):
    assert said(sections["What is planned"]) == ["Sahel Mission: 350 → about 1,200 people", "on condition"]
    assert said(sections["Forces there"]) == ["Germany: 120 soldiers"]


def test_relations_keep_their_hedge(sections):
    assert said(sections["Who stands with whom"]) == ["Banner of the Dunes: is seen as front of a larger faction"]


def test_what_is_open_tells_of_investigations_and_of_who_has_not_confirmed(sections):
    assert said(sections["What is open"]) == [
        "Investigation under way by the army after the attack with heavy weapons in Ouallam",
        "Who is behind the attack with heavy weapons in Ouallam: not confirmed by the governor",
    ]


def test_problems_are_shown_with_their_words(sections):
    [line] = sections["What looks wrong"].lines
    assert (line.text, len(line.evidence)) == ("A word is written twice.", 1)


def test_the_day_of_writing_comes_with_its_reason_and_apart_from_publication():
    page = page_of(RECORD)
    assert page.heading == "Shells hit a market"
    assert [(line.text, line.aside) for line in page.about[:2]] == [
        ("Written Thu 16 June 2022", "the Thursday after the captions"),
        ("Published Mon 4 March 2024", "from the page's metadata"),
    ]


def test_a_report_with_nothing_in_it_says_so():
    page = page_of(NOTHING)
    assert [section.nothing for section in page.sections if section.nothing and not section.lines] == [
        "Nothing is reported to have happened.",
        "Nobody is quoted.",
        "Nothing is planned or promised.",
        "No open ends.",
        "Nothing looks wrong.",
    ]


def test_an_event_of_mere_words_is_told_once_where_it_was_said():
    condemned = replace(ATTACK, type="ACCUSE", mode="disapprove", trigger=STATEMENTS[0].cue, casualties=())
    record = replace(RECORD, events=(condemned,), threads=())
    assert page_of(record).sections[0].lines == ()

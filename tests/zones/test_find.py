"""Zones: what each line of a page is for."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.model.report import ZoneKind
from tidings.zones import find_zones

PAGE = """March 4, 2024

Foreign Minister Ana Duro will hold talks in Oslo, Norway on May 2, 2022.

OSLO – Foreign Minister Ana Duro announced Tuesday that the mission will grow.

“We will stay,” she said.

A guard stands before the gate after an attack last night in Lund, on May 3, 2022.

Jo Lee | AFP | Getty Images

The attack on Sunday killed two people."""


def kinds_of(text, title=None):
    return [(zone.kind.value, text[zone.start : zone.end]) for zone in find_zones(text, title)]


def kind_of(text, words, title=None):
    return next(kind for kind, inside in kinds_of(text, title) if words in inside)


def test_a_republished_page_is_taken_apart():
    found = kinds_of(PAGE)
    assert [kind for kind, _ in found] == [
        "page-date",
        "caption",
        "dateline",
        "body",
        "caption",
        "credit",
        "body",
    ]
    assert found[2] == ("dateline", "OSLO –")
    assert found[3][1].endswith("she said.")


def test_a_text_without_structure_is_one_body():
    text = "Two men died on Monday. Police are looking for a third.\n"
    assert kinds_of(text) == [("body", text.strip())]


def test_an_empty_text_has_no_zones():
    assert find_zones("  \n ") == ()


@pytest.mark.parametrize(
    "line",
    [
        "November 3, 2020",
        "Published: April 10, 2007",
        "Wed May 5, 2010 7:12pm BST",
        "Published time: March 12, 2013 02:03",
        "Updated 4:08 p.m. ET",
        "4 May 2015 Last updated at 07:42 GMT",
        "Friday, Jun 5, 2015 | Updated 6:12 AM EDT",
    ],
)
def test_a_line_with_a_date_alone_is_a_page_date(line):
    assert kind_of(f"Guards leave the port\n{line}\nThe guards left on Monday.", line) == "page-date"


@pytest.mark.parametrize(
    "line",
    ["On May 5, 2010 the port was closed.", "The 2010 plan", "Meeting of May 5, 2010 in Oslo was cancelled."],
)
def test_a_line_that_says_more_than_a_date_is_no_page_date(line):
    assert kind_of(f"First sentence stands here.\n{line}\nAnother one.", line) != "page-date"


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("WASHINGTON – The army left.", "WASHINGTON –"),
        ("WASHINGTON—President Roe left.", "WASHINGTON—"),
        ("LYON, France (AP) -- The army left.", "LYON, France (AP) --"),
        ("KABUL, Afghanistan (Reuters) — The army left.", "KABUL, Afghanistan (Reuters) —"),
        ("LIMA, 6 JUL 90 (DOMESTIC SERVICE) -- [TEXT] THE ARMY LEFT.", "LIMA, 6 JUL 90 (DOMESTIC SERVICE) -- [TEXT]"),
        ("UNITED NATIONS, March 3 (UPI) The army left.", "UNITED NATIONS, March 3 (UPI)"),
        ("SALEM, Ohio (WXYZ) - A man was shot.", "SALEM, Ohio (WXYZ) -"),
        ("TBILISI (Caucasus Wire) Nov 29 2025 - The army left.", "TBILISI (Caucasus Wire) Nov 29 2025 -"),
        ("LONDON The army left.", "LONDON"),
        ("ISLAMABAD: The army left.", "ISLAMABAD:"),
    ],
)
def test_a_dateline_is_cut_off(line, dateline):
    assert kinds_of(line)[0] == ("dateline", dateline)


@pytest.mark.parametrize(
    "line",
    [
        "NATO Secretary General Roe left.",
        "UPDATE: The army left the town.",
        "THE FRONT -- THE OLDEST GROUP -- HAS LEFT THE TOWN.",
        "U.S.-backed forces left.",
        "THIS is the first picture.",
        "On 3 May 2024 - a day of rest - the army left.",
    ],
)
def test_capitals_alone_make_no_dateline(line):
    assert kinds_of(line)[0] == ("body", line)


def test_the_title_at_the_top_is_the_headline():
    text = "Blast hits port. The port of Lund was hit on Monday."
    assert kinds_of(text, "Blast hits port")[0] == ("headline", "Blast hits port.")


def test_a_sentence_that_begins_with_the_title_is_no_headline():
    text = "The Lund Brigade (LB) is an armed group."
    assert kinds_of(text, "The Lund Brigade") == [("body", text)]


def test_a_first_line_without_a_full_stop_is_the_headline():
    assert kinds_of("Blast hits port\nTwo people died on Monday.")[0] == ("headline", "Blast hits port")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read more: Port closed", "boilerplate"),
        ("Copyright 2016 The Daily. All rights reserved.", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Share this: Facebook", "boilerplate"),
        ("By Ann Roe", "boilerplate"),
        ("(Reporting by Ann Roe in Lima; Editing by Jo Lee)", "boilerplate"),
        ("The Associated Press contributed to this report.", "boilerplate"),
        ("(Photo: Ann Roe)", "credit"),
        ("REUTERS/Ann Roe", "credit"),
        ("Photo by Ann Roe", "credit"),
        ("Ann Roe/AFP/Getty Images", "credit"),
        ("FILE - Soldiers stand at the gate, May 2, 2015.", "caption"),
        ("A man who hid is in jail. (Published Tuesday, Nov. 29, 2016)", "caption"),
        ("In this June 4, 2012 file photo, soldiers walk.", "caption"),
    ],
)
def test_lines_of_the_page_are_known_by_their_words(line, kind):
    assert kind_of(f"Blast hits port\nTwo people died on Monday.\n{line}\nPolice said so.", line) == kind


def test_a_broadcasters_caption_ends_where_the_next_sentence_opens():
    text = "Image copyright EPA Image caption The blast broke windows A bomber has hit a port, officials said."
    assert kinds_of(text) == [
        ("credit", "Image copyright EPA"),
        ("caption", "Image caption The blast broke windows"),
        ("body", "A bomber has hit a port, officials said."),
    ]


def test_a_story_sentence_with_a_full_date_is_no_caption():
    text = "The coalition struck a convoy near Lund on May 3, 2022.\nIt said no one was hurt."
    assert [kind for kind, _ in kinds_of(text)] == ["body"]


def test_a_sentence_that_will_happen_is_no_caption_without_a_dateline_below():
    text = "The alliance will hold a summit in Oslo on May 3, 2022.\nIt will speak of money."
    assert [kind for kind, _ in kinds_of(text)] == ["body"]


def test_a_closing_note_is_cut_from_its_paragraph():
    found = kinds_of("The port is open again. Additional reporting from agencies")
    assert found[-1] == ("boilerplate", "Additional reporting from agencies")


@given(st.text(alphabet="ab .\n–()AB|/:0", max_size=80))
def test_zones_hold_every_word_and_never_overlap(text):
    zones = find_zones(text)
    assert all(first.end <= second.start for first, second in pairwise(zones))
    outside = "".join(c for n, c in enumerate(text) if not any(z.start <= n < z.end for z in zones))
    assert not outside.strip()
    assert all(text[z.start : z.end].strip() == text[z.start : z.end] for z in zones)


def test_every_zone_says_why():
    assert all(zone.why for zone in find_zones(PAGE))
    assert {zone.kind for zone in find_zones(PAGE)} <= set(ZoneKind)

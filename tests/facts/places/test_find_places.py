"""Toponyms are resolved together over the report."""

import re

import pytest

from tidings.facts.places.find import find_places
from tidings.model.mention import Mention, MentionKind
from tidings.model.place import Place, PlacePrecision
from tidings.model.reading import ROOT, LabelledSpan, Reading, Sentence, Token
from tidings.resources.gazetteer.index import default_path

pytestmark = pytest.mark.skipif(not default_path().is_file(), reason="the gazetteer is not built")


KINDS = {"[": MentionKind.PLACE, "{": MentionKind.NATIONALITY, "<": MentionKind.ORGANISATION}


def places_in(marked: str) -> list[Place]:
    """Resolve the places in [square brackets] of a text; {braces} hold nationalities."""
    return [place for place in all_places_in(marked) if place.main]


def all_places_in(marked: str, *names: str) -> list[Place]:
    """Resolve every toponym: <angles> hold bodies; `names` are what the names head calls a place."""
    text, mentions = "", []
    for part in re.split(r"([\[{<].*?[\]}>])", marked):
        words = part.strip("[]{}<>") if part[:1] in KINDS else part
        if part[:1] in KINDS:
            kind = KINDS[part[0]]
            number = f"m{len(mentions) + 1}"
            mentions.append(Mention(id=number, start=len(text), end=len(text) + len(words), text=words, kind=kind))
        text += words
    return list(find_places(plain_reading(text, *names), (), mentions))


def plain_reading(text: str, *names: str) -> Reading:
    tokens = tuple(
        Token(n, m.start(), m.end(), m.group(), m.group(), "PROPN" if m.group()[0].isupper() else "X", ROOT, "root", 0)
        for n, m in enumerate(re.finditer(r"\w+(?:\.\w+)*|[^\w\s]", text))
    )
    spans = tuple(LabelledSpan(text.find(n), text.find(n) + len(n), "place", 0.9) for n in names)
    return Reading(
        text=text, tokens=tokens, sentences=(Sentence(0, 0, len(tokens), 0, len(text)),), spans={"names": spans}
    )


@pytest.mark.parametrize(
    ("text", "country", "admin1", "precision"),
    [
        ("A rocket hit [Irbil].", "IRQ", "Erbil", "town"),
        ("Floods in [Paris], Tenn., closed schools.", "USA", "Tennessee", "town"),
        ("Shots were fired in [Springfield], [Ill.].", "USA", "Illinois", "town"),
        ("Fighting goes on in [Helmand province].", "AFG", "Helmand", "province"),
        ("He spoke in [Washington].", "USA", "District of Columbia", "town"),
        ("Troops crossed into [northern Iraq].", "IRQ", None, "region"),
        ("Ships left the [Gulf of Aden].", None, None, "region"),
        ("A plane landed at [Kandahar airport].", "AFG", "Kandahar", "site"),
        ("THE ARMY SHELLED [CHALATENANGO].", "SLV", "Chalatenango", "town"),
    ],
)
def test_a_place_is_resolved_by_what_stands_around_it(text, country, admin1, precision):
    place = places_in(text)[0]
    assert (place.country, place.admin1, place.precision) == (country, admin1, PlacePrecision(precision))
    assert place.score > 0
    assert place.why


def test_other_names_of_the_report_settle_a_doubtful_one():
    texts = ("[Tripoli] is calm.", "{Lebanese} police left [Tripoli] for [Beirut] and [Sidon].")
    assert [places_in(text)[0].country for text in texts] == ["LBY", "LBN"]


def test_small_places_near_each_other_beat_a_famous_namesake():
    places = places_in("Deputies in [Henry County] said roads near [Paris] and [McKenzie] in [Tennessee] are shut.")
    assert {place.admin1 for place in places} == {"Tennessee"}


def test_one_name_stands_for_one_place_in_a_report():
    places = places_in("Police in [Moscow], Idaho, closed a road. [Moscow] was quiet later.")
    assert {place.admin1 for place in places} == {"Idaho"}


def test_an_unknown_place_has_no_point_and_no_score():
    [place] = all_places_in("They met in [Xyzzyville].", "Xyzzyville")
    assert (place.lat, place.lon, place.score, place.geonames_id) == (None, None, 0.0, None)


def test_a_site_gets_the_point_of_its_town_only_when_the_words_say_so():
    placed, town = places_in("A bomb went off at the [Blue Lantern Hotel] in [Mosul].")
    [alone] = places_in("A bomb went off at the [Blue Lantern Hotel].")
    assert (placed.lat, placed.precision) == (town.lat, PlacePrecision.SITE)
    assert placed.score < town.score
    assert alone.lat is None


def test_common_nouns_are_no_places():
    assert places_in("They fled from [the town].") == []


def test_the_span_is_the_name_without_the_words_that_lead_to_it():
    text = "A blast shook the city of Kirkuk, Iraq."
    [place] = places_in("A blast shook [the city of Kirkuk, Iraq].")
    assert text[place.start : place.end] == "Kirkuk"


def test_a_list_of_countries_is_no_nesting():
    places = places_in("Envoys of [China], [Japan] and [Iraq], [Iran] came.")
    assert [place.country for place in places] == ["CHN", "JPN", "IRQ", "IRN"]


def test_at_most_five_candidates_are_kept_and_their_scores_fall():
    scores = [candidate.score for candidate in places_in("Rain fell in [Springfield].")[0].candidates]
    assert len(scores) <= 5
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("marked", "names", "expected"),
    [
        ("{Iraqi} soldiers left.", (), [("Iraqi", "IRQ", False)]),
        ("He thanked <Turkey>.", (), [("Turkey", "TUR", False)]),
        ("<The Mosul Fire Brigade> came.", ("Mosul Fire",), [("Mosul", "IRQ", False)]),
        ("Rain fell in [northern Syria].", ("northern Syria",), [("Syria", "SYR", True)]),
        ("It is in [the Dominican Republic].", ("Dominican",), [("Dominican Republic", "DOM", True)]),
        (
            "It hit [Tikrit and Mosul in Iraq].",
            ("Tikrit", "Mosul"),
            [("Tikrit", "IRQ", True), ("Mosul", "IRQ", False), ("Iraq", "IRQ", False)],
        ),
        ("<The United Front> met in [Akron], Ohio.", ("Akron",), [("Akron", "USA", True)]),
        ("{European} envoys came.", (), [("European", None, False)]),
    ],
)
def test_bare_names_are_places_wherever_they_stand(marked, names, expected):
    found = all_places_in(marked, *names)
    text = re.sub(r"[\[\]{}<>]", "", marked)
    assert [(text[p.start : p.end], p.country, p.main) for p in found] == expected


def test_a_name_that_nobody_knows_needs_words_that_show_a_place():
    assert all_places_in("They thanked [Xyzzyville].", "Xyzzyville") == []


@pytest.mark.parametrize("name", ["Mazar-i-Sharif", "Mazar-e-Sharif"])
def test_what_hyphens_tie_is_one_name(name):
    [place] = all_places_in(f"Rain fell in [{name}].", name)
    assert (place.end - place.start, place.country) == (len(name), "AFG")


def test_a_border_or_building_of_a_people_has_a_country_and_no_point():
    [place] = places_in("They left [the German consulate].")
    assert (place.country, place.lat, place.score) == ("DEU", None, 0.0)


def test_a_consulate_gets_the_point_of_the_town_it_is_said_to_be_in():
    consulate, town = places_in("They left [the German consulate] in [Lahore].")
    assert (consulate.country, consulate.lat, consulate.lon) == ("PAK", town.lat, town.lon)


def test_a_village_of_a_people_is_somewhere_in_its_country():
    [place] = places_in("It was made in [a German village].")
    assert (place.country, place.precision) == ("DEU", PlacePrecision.COUNTRY)
    assert place.lat is not None
    assert place.score < 0.3
    assert place.why.startswith("somewhere in Germany")


def test_a_word_for_the_people_of_a_part_of_a_state_stands_for_that_part():
    [place] = all_places_in("{Scottish} police came.")
    assert (place.name, place.country, place.precision) == ("Scotland", "GBR", PlacePrecision.PROVINCE)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("A lorry left the road in [Mosul]. The driver died at the [Blue Lantern Hospital].", "Mosul"),
        ("He lives in [Leeds] but works in [Mosul], and died at [Leeds General Hospital].", "Leeds"),
    ],
)
def test_a_site_whose_town_is_not_said_is_likely_in_a_town_of_the_report(text, town):
    *known, site = places_in(text)
    [home] = [place for place in known if place.name == town]
    assert (site.lat, site.precision) == (home.lat, PlacePrecision.TOWN)
    assert site.score < 0.3
    assert "likely in" in site.why


def test_a_country_keeps_its_name_beside_its_capital():
    places = places_in("[Mexico City] is calm. [Mexico] sent aid to [Puebla] and [Toluca].")
    assert [place.precision for place in places][:2] == [PlacePrecision.TOWN, PlacePrecision.COUNTRY]


def test_initials_stand_for_a_name_that_the_report_spells_out():
    [adjective, place] = all_places_in("{South African} miners left. Wages in [SA] are low.")
    assert (adjective.country, place.country, place.precision) == ("ZAF", "ZAF", PlacePrecision.COUNTRY)


def test_an_article_that_opens_a_sentence_is_no_part_of_a_name():
    [place] = all_places_in("<A US state> has paid.", "US")
    assert place.country == "USA"

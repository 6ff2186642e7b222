"""The gazetteer finds places by name, offline and fast."""

from pathlib import Path

import pytest

from tidings.errors import GazetteerMissing
from tidings.resources.gazetteer import Gazetteer, PlaceKind, fold
from tidings.resources.gazetteer.compile import is_akin, is_code, is_latin
from tidings.resources.gazetteer.index import default_path
from tidings.resources.gazetteer.names import skeleton, strip_article, strip_kind

needs_index = pytest.mark.skipif(not default_path().is_file(), reason="the gazetteer is not built")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Al-Başrah", "al basrah"), ("N’Djamena", "NDJAMENA"), ("Saint-Denis", "saint denis"), ("U.S.", "US")],
)
def test_names_are_compared_without_case_accents_and_marks(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("name", "short"),
    [("erbil governorate", "erbil"), ("province of kandahar", "kandahar"), ("kansas city", "kansas city")],
)
def test_a_province_is_found_without_the_word_for_it(name, short):
    assert strip_kind(name) == short


def test_transliterations_share_their_consonants():
    assert skeleton("qamishli") == skeleton("kamishly")
    assert strip_article("al raqqah") == "raqqah"


def test_only_latin_names_that_are_no_codes_are_kept():
    assert is_latin("Dayr az-Zawr")
    assert not is_latin("Эрбиль")
    assert is_code("EBL")
    assert is_akin(skeleton("kyiv"), skeleton("kiev"))


@needs_index
@pytest.mark.parametrize(
    ("name", "geonames_id", "country"),
    [
        ("Irbil", 95446, "IRQ"),
        ("Baghdad", 98182, "IRQ"),
        ("Washington, D.C.", 4140963, "USA"),
        ("Tenn.", 4662168, "USA"),
        ("Helmand Province", 1140043, "AFG"),
        ("Kyiv", 703448, "UKR"),
    ],
)
def test_places_are_found_by_their_names_in_reports(name, geonames_id, country):
    found = {(place.geonames_id, place.country) for place in Gazetteer.load().candidates(name)}
    assert (geonames_id, country) in found


@needs_index
def test_a_name_that_nobody_bears_finds_nothing():
    assert Gazetteer.load().candidates("Xyzzyville on Nowhere") == ()


@needs_index
def test_seas_and_regions_are_places_too():
    assert Gazetteer.load().candidates("the Gulf of Aden")[0].kind is PlaceKind.SEA
    assert Gazetteer.load().candidates("Sahel")[0].kind is PlaceKind.REGION


def test_a_missing_index_is_an_error_that_names_the_remedy(tmp_path: Path):
    with pytest.raises(GazetteerMissing, match="reinstall"):
        Gazetteer.load(tmp_path / "none.sqlite")

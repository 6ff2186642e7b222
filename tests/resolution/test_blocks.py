import pytest
from quality.gathering import MOST_CANDIDATES, Gathering
from tests.resolution.made import KUNDUZ, shelling

from tidings.resolution import find_blocks

UNNAMED = {"names": frozenset(), "actors": frozenset(), "words": frozenset()}
NO_PLACE = {"geonames_id": None, "place_name": None, "place_precision": None, "lat": None, "lon": None, "country": None}


@pytest.mark.parametrize(
    "values",
    [
        {"date_from": "2026-05-06", "date_to": "2026-05-06"},
        {"date_from": "2026-05-02", "date_to": "2026-05-02"},
        {"date_from": None, "date_to": None, "first_seen": "2026-05-06"},
        {"date_from": "2026-05-01", "date_to": "2026-05-31"},
        {"lat": 14.6, "lon": 2.4, "geonames_id": 5, "places": frozenset()},
        {"geonames_id": 2440476, "place_precision": "country", "lat": 17.6, "lon": 8.0, "places": frozenset()},
        NO_PLACE,
        {"type": None, "mode": "accident"},
    ],
)
def test_reports_of_one_incident_share_a_block_although_they_are_imprecise(values):
    a, b = shelling("a", **UNNAMED), shelling("b", **(UNNAMED | values))
    assert set(find_blocks(a)) & set(find_blocks(b))


@pytest.mark.parametrize("values", [{"names": frozenset({"issa m maman"})}, {"words": shelling().words}])
def test_a_name_or_rare_words_are_enough_to_be_found(values):
    bare = UNNAMED | NO_PLACE | {"places": frozenset(), "date_from": None, "date_to": None}
    assert set(find_blocks(shelling("a"))) & set(find_blocks(shelling("b", **(bare | values))))


@pytest.mark.parametrize(
    "values",
    [
        KUNDUZ | {"places": frozenset()},
        {"date_from": "2026-08-04", "date_to": "2026-08-04", "first_seen": "2026-08-04"},
        {"type": "PROTEST", "mode": "demo"},
    ],
)
def test_events_far_apart_in_place_time_or_kind_share_none(values):
    a, b = shelling("a", **UNNAMED), shelling("b", **(UNNAMED | values))
    assert not set(find_blocks(a)) & set(find_blocks(b))


def test_what_takes_no_part_has_no_block():
    assert find_blocks(shelling(type="ACCUSE", mode=None)) == ()


def test_blocks_are_few_short_and_sorted():
    many = shelling(names=frozenset(f"name{n} family{n}" for n in range(40)), places=frozenset(range(1, 90)))
    blocks = find_blocks(many)
    assert len(blocks) <= 80
    assert list(blocks) == sorted(set(blocks))
    assert all(len(block) <= 80 for block in blocks)


def test_an_event_is_compared_with_a_bounded_number_of_incidents():
    found = Gathering()
    for n in range(300):
        words = frozenset(f"w{n}x{k}" for k in range(8))
        found.add(shelling(f"r{n}", **(UNNAMED | {"words": words, "killed": (n, n), "injured": (n * 7, n * 7)})))
    assert len(found.find_candidates(find_blocks(shelling("new")))) <= MOST_CANDIDATES


def test_an_event_has_each_block_once_however_long_the_words_are():
    long = "r" * 90
    found = find_blocks(shelling("a", words=frozenset({long + "one", long + "two"})))
    assert len(found) == len(set(found))

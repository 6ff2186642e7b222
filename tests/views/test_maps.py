"""Maps: every place is on the map, whatever its size."""

import re

import pytest

from tidings.views.maps import HEIGHT, WIDTH, Place, draw_map, find_frame

ERBIL, BAGHDAD = (36.19, 44.01), (33.31, 44.36)
SYDNEY, LIMA, NUUK = (-33.87, 151.21), (-12.04, -77.03), (64.18, -51.72)


def place(at, count=1):
    return Place(lat=at[0], lon=at[1], title="a town", href="/x", count=count)


@pytest.mark.parametrize("towns", [[ERBIL], [ERBIL, BAGHDAD], [SYDNEY, LIMA, NUUK], [(-84.9, 10.0), (89.0, -170.0)]])
def test_every_place_lies_on_the_map(towns):
    picture = draw_map(map(place, towns))
    assert len(picture.dots) == len(towns)
    assert all(-1 <= dot.x <= WIDTH + 1 and -1 <= dot.y <= HEIGHT + 1 for dot in picture.dots)


def test_no_place_no_map():
    assert draw_map([]) is None


def test_one_town_has_its_surroundings_and_names_to_go_by():
    picture = draw_map([place(ERBIL)])
    assert picture.land.startswith("M")
    assert {"Erbil", "Mosul"} <= {label.name for label in picture.labels}
    assert 20 <= picture.scale_km <= 200


def test_north_is_up():
    picture = draw_map([place(BAGHDAD), place(ERBIL)])
    by_height = sorted(picture.dots, key=lambda dot: dot.y)
    assert by_height[0].x < by_height[1].x


def test_the_heaviest_place_lies_below_the_others_and_is_the_largest():
    picture = draw_map([place(ERBIL), place(BAGHDAD, 40)])
    assert [dot.count for dot in picture.dots] == [40, 1]
    assert picture.dots[0].r > picture.dots[1].r


def test_labels_do_not_lie_over_each_other():
    labels = draw_map([place((50.85, 4.35))]).labels
    assert len(labels) > 3
    pairs = [(a, b) for n, a in enumerate(labels) for b in labels[n + 1 :]]
    assert all(abs(a.x - b.x) > 80 or abs(a.y - b.y) > 20 for a, b in pairs)


def test_land_is_drawn_in_closed_rings():
    land = draw_map([place(ERBIL)]).land
    assert re.fullmatch(r"(?:M-?\d+ -?\d+l[-\d ]+z)+", land)


def test_frames_are_shared_by_maps_of_the_same_area():
    assert find_frame([(44.0, -38.7)]) == find_frame([(44.05, -38.72)])

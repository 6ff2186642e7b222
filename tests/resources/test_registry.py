"""The registry of states and actors."""

import re

import pytest

from tidings.resources import load_table
from tidings.resources.registry import (
    capitals,
    countries,
    demonyms,
    find_country,
    find_known_actor,
    known_names,
    metonyms,
    name_key,
)

CATEGORIES = {
    "state", "government", "military", "alliance", "armed-group", "police",
    "court", "agency", "party", "media", "company", "ngo", "igo",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "main", "category"),
    [
        ("the Pentagon", "Pentagon", "military"),
        ("Hizballah", "Hezbollah", "armed-group"),
        ("N.A.T.O.", "NATO", "alliance"),
        ("Médecins Sans Frontières", "Doctors Without Borders", "ngo"),
        ("FARC", "Revolutionary Armed Forces of Colombia", "armed-group"),
        ("Reuters", "Reuters", "media"),
    ],
)
def test_an_actor_is_found_by_every_name_however_it_is_written(name, main, category):
    actor = find_known_actor(name)
    assert actor is not None
    assert (actor.name, actor.category) == (main, category)


@pytest.mark.parametrize(
    ("word", "code"), [("Iraqi", "IRQ"), ("U.S.", "USA"), ("Salvadoran", "SLV"), ("Kurdish", None)]
)
def test_adjectives_and_names_lead_to_the_state(word, code):
    assert find_country(word) == code


def test_palaces_and_capitals_speak_for_their_state():
    assert metonyms()["kremlin"] == "RUS"
    assert capitals()["tehran"] == "IRN"


def test_every_state_has_a_code_a_name_and_an_adjective():
    assert len(countries()) > 190
    assert all(re.fullmatch("[A-Z]{3}", c.code) and c.name and c.demonyms for c in countries().values())
    assert "kurdish" in demonyms()


def test_every_line_of_the_actors_parses():
    table = load_table("actors.toml")
    assert set(table) <= CATEGORIES
    for rows in table.values():
        for line in rows.strip().splitlines():
            assert line.startswith("#") or line.count("|") == 3, line
    for name in known_names():
        actor = find_known_actor(name)
        assert actor is not None
        assert name in {name_key(other) for other in (actor.name, *actor.aliases)}
        assert actor.country is None or actor.country in countries(), actor
        assert actor.since is None or actor.until is None or actor.since <= actor.until

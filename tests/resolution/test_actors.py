import pytest
from tests.resolution.made import entity, record

from tidings.model.mention import MentionKind
from tidings.resolution import KnownActor, find_actor_id, find_actor_names

ORG = MentionKind.ORGANISATION
KNOWN = KnownActor(id="n-1", kind="person", category="official", country="NER")


def test_a_body_of_the_registry_is_known_by_it_whatever_the_report_calls_it():
    a = find_actor_id(entity(kind=ORG, name="the Islamic State", registry="Islamic State"), record())
    b = find_actor_id(entity(kind=ORG, name="Da'esh", registry="Islamic State"), record(id="b"))
    assert a.id == b.id == "r-islamic-state"
    assert "registry" in a.why


@pytest.mark.parametrize("name", ["Issa Maman", "ISSA MAMAN", "Issa  Mamàn"])
def test_a_full_name_is_one_person_in_every_report(name):
    found = find_actor_id(entity(name=name), record(id="b"))
    assert found.id == find_actor_id(entity(), record()).id
    assert found.names == ("issa maman",)


def test_a_surname_alone_is_somebody_of_its_report_only():
    a, b = (find_actor_id(entity(name="Maman"), record(id=id_)) for id_ in "ab")
    assert a.id != b.id
    assert a.names == b.names == ()


@pytest.mark.parametrize(("name", "role"), [(None, None), ("a trader", "a trader"), ("witnesses", None)])
def test_whoever_has_no_name_is_no_actor(name, role):
    assert find_actor_id(entity(name=name, role=role), record()).id is None


@pytest.mark.parametrize(
    ("values", "same"),
    [
        ({}, True),
        ({"category": "government"}, True),
        ({"category": "civilian"}, True),
        ({"category": "armed-group"}, False),
        ({"category": "military"}, False),
        ({"country": "NER"}, True),
        ({"country": "MLI"}, False),
    ],
)
def test_two_people_of_one_name_with_standings_that_disagree_stay_apart(values, same):
    found = find_actor_id(entity(**values), record(id="b"), [KNOWN])
    assert (found.id == "n-1") is same
    assert found.why


def test_of_several_of_one_name_the_one_that_fits_is_chosen():
    rebel = KnownActor(id="n-2", kind="person", category="armed-group", country="MLI")
    assert find_actor_id(entity(category="armed-group"), record(), [KNOWN, rebel]).id == "n-2"


@pytest.mark.parametrize(
    ("values", "names"),
    [
        ({"name": "Black Sand Front"}, ("black sand front",)),
        ({"name": "Police"}, ()),
        ({"name": "the army"}, ()),
        ({"name": "Defence Ministry"}, ()),
        ({"name": "Defence Ministry", "country": "NER"}, ("defence ministry",)),
        ({"name": "Niger", "category": "state", "country": "NER"}, ("niger",)),
    ],
)
def test_a_body_is_known_across_reports_by_a_name_of_its_own_or_with_its_country(values, names):
    assert find_actor_names(entity(kind=ORG, **values)) == names


def test_ministries_of_two_countries_are_two():
    known = KnownActor(id="n-3", kind="organisation", category="government", country="MLI")
    ours = entity(kind=ORG, name="Defence Ministry", category="government", country="NER")
    assert find_actor_id(ours, record(), [known]).id != "n-3"
    assert find_actor_id(ours, record(), [KnownActor(id="n-4", kind="organisation", country="NER")]).id == "n-4"

"""Who is held responsible: all who are listed, the body of its people, and nobody that a phrase only stands near."""

import pytest

import tidings


def held(text):
    record = tidings.read(text, published="2021-03-05")
    names = {e.id: e.name for e in record.entities}
    rows = (r for e in record.events if e.type != "ACCUSE" for r in e.responsibility)
    return sorted((r.relation.value, names.get(r.actor)) for r in rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The opposition blamed the government and the army for the murder of two priests in Quito on Monday.",
            [("blamed", "army"), ("blamed", "government")],
        ),
        (
            "Two priests were murdered. The union said a colonel and three soldiers were involved in the murder.",
            [("blamed", "colonel"), ("blamed", "three soldiers")],
        ),
        (
            "A car bomb killed ten on Monday. General Soto said that Juan Perez, a smuggler, is behind the attack.",
            [("blamed", "Juan Perez")],
        ),
        (
            "The general blamed Monday's bomb attack on a police post on drug gangs.",
            [("blamed", "drug gangs")],
        ),
    ],
)
def test_all_whom_a_phrase_names_are_held_responsible(text, expected):
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("A bomb exploded in Quito. Guerrillas of the Red Dawn Front have claimed responsibility for it.", "claimed"),
        ("A bomb exploded in Quito, an attack for which Red Dawn Front guerrillas are held responsible.", "blamed"),
        ("Alleged members of the Red Dawn Front murdered four farmers in Quito, the police said.", "blamed"),
    ],
)
def test_behind_people_stands_the_body_that_they_belong_to(text, relation):
    assert (relation, "Red Dawn Front") in held(text)
    assert len(held(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The killing of the judge in Quito bears the mark of the Red Dawn Front, police said.", ["Red Dawn Front"]),
        ("The killing of the judge in Quito was the work of the Red Dawn Front.", ["Red Dawn Front"]),
        ("The killing of the judge in Quito bears the mark of a professional job.", []),
        ("The killing of the judge disrupted the work of the Supreme Court in Quito.", []),
        ("Soldiers involved in the massacre of nine miners were arrested in Quito.", ["Soldiers"]),
        ("The children involved in the bus attack are well, the police said.", []),
        ("Three men suspected of taking part in the bomb attack in Quito were released.", ["Three men"]),
        (
            "The president announced the arrest of two officers for killing six priests in Quito on Monday.",
            ["two officers"],
        ),
    ],
)
def test_hints_point_to_a_suspect_only_where_they_are_of_a_deed(text, expected):
    assert [name for _, name in held(text)] == expected


def test_whom_somebody_accused_is_accused_and_not_the_accuser():
    text = "Juan Perez, whom the union accused of the murder of ten priests in Quito on Monday, denied it."
    assert ("blamed", "Juan Perez") in held(text)
    assert "union" not in {name for _, name in held(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A group of rebels attacked the camp near Quito on Monday.", "person"),
        ("A rebel group attacked the camp near Quito on Monday.", "organisation"),
    ],
)
def test_a_group_of_people_is_people(text, kind):
    record = tidings.read(text, published="2021-03-05")
    [agent] = record.events[0].agents
    assert next(e.kind.value for e in record.entities if e.id == agent.entity) == kind


def test_who_commits_a_murder_promises_none():
    [event] = tidings.read("The murder of ten priests in Quito was committed by officers.").events
    assert event.status.value == "happened"

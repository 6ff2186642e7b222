"""Events of whole sentences, read as a coder would: what took place, what only looks like it."""

import pytest

import tidings


def events(text):
    return tidings.read(text, published="2021-03-12").events


def told(text):
    return {(e.type, e.status.value) for e in events(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fight broke out among several men outside a bar in Tulsa on Friday night.", ("ASSAULT", "happened")),
        ("The protesters, waving flags and banners, gathered on the shore at Gabes.", ("PROTEST", "happened")),
        ("Spies hacked into the party's computers on Tuesday.", ("COERCE", "happened")),
        ("Rebels with machetes hacked two farmers to death near Beni.", ("ASSAULT", "happened")),
        ("The two ministers signed a fishing plan on Thursday in Oslo.", ("AGREE", "happened")),
        ("The plan, which the two ministers signed on Monday, was praised.", ("AGREE", "happened")),
        ("Parliament has stalled ratification of the border treaty.", ("REJECT", "happened")),
        ("Police put the lawyer's wife under constant surveillance.", ("COERCE", "happened")),
        ("Villagers drove the rebels back on Monday.", ("COERCE", "happened")),
        ("A woman sliced two people with a box cutter in Reno on Monday.", ("ASSAULT", "happened")),
        ("The sacking of the judge sparked protests in Lahore on Friday.", ("PROTEST", "happened")),
        ("The raid on the camp is not linked with the bombing in Mosul, he said.", ("ASSAULT", "happened")),
        ("The nurses set off on Monday on a march to the capital.", ("PROTEST", "happened")),
    ],
)
def test_what_took_place_is_told(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose and a fight over the budget broke out in the council.",
        "According to the ministry, the talks ended.",
        "Flowers piled up outside the station.",
        "She drove back to Harlem on Sunday.",
        "The mother is fighting for permanent custody of her son.",
        "The aunt won a long battle to adopt the child.",
        "The hotel put the guests under the roof.",
        "He sliced the bread for two people.",
    ],
)
def test_what_only_looks_like_a_deed_is_none(text):
    assert not {e.type for e in events(text)} & {"ASSAULT", "AGREE", "COERCE", None}


def test_two_deeds_that_a_clause_sets_beside_each_other_are_two():
    found = [e for e in events("The raid on the camp on Sunday followed the bombing of a bus on Friday.") if e.when]
    assert [e.when.from_ for e in found] == ["2021-03-07", "2021-03-12"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A crowd gathered after Lee Moss was killed by police on Friday in Reno.", ["Lee Moss"]),
        ("The boy was shot in Reno on Monday. The boy later died.", ["boy"]),
        ("I do not know if he is alive or dead.", []),
    ],
)
def test_who_died_is_who_the_clause_names(text, dead):
    assert [c.who for e in events(text) for c in e.casualties] == dead


def test_who_is_under_age_is_a_civilian():
    kinds = {c.who: c.victim.value for e in events("A 16-year-old was killed in Reno on Monday.") for c in e.casualties}
    assert kinds == {"16-year-old": "civilian"}


def test_streets_that_cross_are_no_town():
    (event,) = events("Two men were shot near 5th and Georgia streets in Omaha on Friday.")
    assert event.where is not None
    assert event.where.country in {None, "USA"}
    assert event.where.lat is None or event.where.lat == pytest.approx(41.2, abs=0.5)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The car bomb killed nine people in Herat. A senior official said that a rebel group planned the attack.",
            ["rebel group"],
        ),
        (
            "A bomb killed two in Herat. The general said the Haqqani network masterminded the bombing.",
            ["Haqqani network"],
        ),
        ("The union organized the protest in Lima on Friday, police said.", []),
        ("The ministry said the rebels plan an attack on the port.", []),
    ],
)
def test_who_is_said_to_have_planned_a_deed_is_blamed_for_it(text, who):
    record = tidings.read(text, published="2021-03-12")
    names = {e.id: e.name or e.role for e in record.entities}
    assert [names[r.actor] for e in record.events for r in e.responsibility if r.actor] == who


def test_an_arrest_for_which_a_warrant_is_out_has_not_been_made():
    (event,) = events("Officials issued a warrant for Moss's arrest on Tuesday.")
    assert event.status.value == "requested"
    assert event.casualties == ()


def test_he_who_did_it_is_not_the_officer_who_tells_it():
    text = "Lee Moss robbed a bank in Reno. He shot a clerk as he carried out the robbery, Investigator Ann Wade said."
    claims = [r for e in events(text) for r in e.responsibility if r.relation.value == "claimed"]
    assert claims == []


def test_talks_that_are_dated_are_told_without_anybody_named():
    assert ("CONSULT", "happened") in told("Settlement talks began on Monday.")

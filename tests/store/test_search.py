"""Search finds reports, statements, incidents and actors, whatever is typed."""

import pytest
from tests.store.made import AT, Told, record_of

from tidings import keeping
from tidings.keeping import keep_record
from tidings.model.incident import DecisionKind
from tidings.store import Draft, count_hits, find_hits


@pytest.fixture
def filled(store):
    keep_record(store, record_of(Told(id="a", more="Élan and curfews in Tillabéri.")), AT)
    keep_record(
        store, record_of(Told(id="b", town="Kunduz", lead="Gunmen hit a bank", more="No curfew was declared.")), AT
    )
    return store


def found(store, words, **options):
    with store.connect() as connection:
        return find_hits(connection, words, **options)


@pytest.mark.parametrize(
    ("words", "kind", "refs"),
    [
        ("bank", "report", {"report:b"}),
        ("mortar market", "report", {"report:a"}),
        ('"hit a market"', "report", {"report:a"}),
        ('"market hit"', "report", set()),
        ("curfew", "report", {"report:a", "report:b"}),
        ("curfew -bank", "report", {"report:a"}),
        ("inquiry", "statement", {"item:a#s1", "item:b#s1"}),
        ("maman", "statement", {"item:a#s1", "item:b#s1"}),
        ("zebra", "report", set()),
    ],
)
def test_words_find_what_has_all_of_them(filled, words, kind, refs):
    assert {hit.ref for hit in found(filled, words, kinds=[kind])} == refs


def test_incidents_and_actors_are_found_by_their_names(filled):
    assert [hit.title for hit in found(filled, "black sand", kinds=["actor"])] == ["Black Sand Front"]
    [incident] = found(filled, "Kunduz", kinds=["incident"])
    assert incident.ref.startswith("incident:i")


def test_a_snippet_marks_the_words_that_were_sought(filled):
    [hit] = found(filled, "bank", kinds=["report"])
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["bank"]
    assert "\x02" not in hit.snippet


@pytest.mark.parametrize(
    "words", ["", " ", '"', "-", "()", "a AND", 'NOT "', "title:x", "*", "'; DROP TABLE reports", "\x00", "% _", "ก"]
)
def test_nothing_that_is_typed_is_a_mistake(filled, words):
    assert isinstance(found(filled, words), tuple)
    with filled.connect() as connection:
        assert set(count_hits(connection, words)) == {"report", "statement", "incident", "actor"}


def test_hits_are_counted_by_kind_and_come_in_pages(filled):
    with filled.connect() as connection:
        counts = count_hits(connection, "northern")
    assert counts["report"] == 2
    everything = found(filled, "northern")
    assert len(everything) == sum(counts.values())
    assert found(filled, "northern", limit=2) + found(filled, "northern", limit=50, offset=2) == everything


def test_a_corrected_name_is_found(filled):
    draft = Draft(by="anna", kind=DecisionKind.CORRECT, subject="item:a#e3", field="name", value='"White Sand Front"')
    keeping.decide(filled, draft, AT)
    assert [hit.title for hit in found(filled, "white sand", kinds=["actor"])] == ["White Sand Front"]

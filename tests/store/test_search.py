"""Search finds reports, statements, incidents and actors, whatever is typed."""

from dataclasses import replace

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


@pytest.mark.parametrize("typed", ["Black Sand Front", "black sand front", '"Black Sand Front"', " black  sand front "])
def test_what_is_called_exactly_so_comes_first(filled, typed):
    first, *_ = found(filled, typed)
    assert (first.kind, first.title) == ("actor", "Black Sand Front")


def test_a_report_whose_title_was_typed_comes_before_what_repeats_its_words(store):
    for number, title in enumerate(["Market market market", "Bridge and market", "The old market"]):
        made = record_of(Told(id=f"r{number}", more=f"{'Old market. ' * 9}{title}."))
        keep_record(store, replace(made, report=replace(made.report, title=title)), AT)
    assert found(store, "the old market")[0].title == "The old market"
    assert found(store, "market market market")[0].title == "Market market market"


def test_those_whom_reports_give_no_name_do_not_stand_before_what_is_told_of_them(store):
    for number in range(3):
        made = record_of(Told(id=f"r{number}", town="Kunduz", more=f"Colonels {number} resigned."))
        nameless = replace(made.entities[0], name="Colonel", role=None)
        keep_record(store, replace(made, entities=(nameless, *made.entities[1:])), AT)
    keep_record(store, replace(made, report=replace(made.report, id="t", title="Colonel")), AT)
    assert found(store, "colonel")[0].ref == "report:t"


def test_a_speaker_of_that_name_does_not_hide_what_was_said(store):
    keep_record(
        store, record_of(Told(id="a", lead="Shells hit a market", more="The colonel of colonels resigned.")), AT
    )
    kinds = [hit.kind for hit in found(store, "colonel")]
    assert "statement" in kinds
    assert kinds.index("report") < kinds.index("statement")


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

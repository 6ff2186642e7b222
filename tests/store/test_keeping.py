"""Keeping a report: once, whole, in any order of runs; on both engines."""

import json
from itertools import pairwise

import pytest
from sqlalchemy import func, select
from tests.store.made import AT, Told, record_of, rows_of

from tidings.keeping import keep_record
from tidings.model.event import Status
from tidings.model.record import Record
from tidings.store import open_store
from tidings.store import tables as t
from tidings.store.reports import load_line, load_record

LATER = "2027-01-01T00:00:00+00:00"


def scalar(store, query):
    with store.connect() as connection:
        return connection.execute(query).scalar_one()


def column(store, column, *where):
    with store.connect() as connection:
        return list(connection.scalars(select(column).where(*where).order_by(column)))


def test_a_record_is_kept_byte_for_byte(store):
    record = record_of(Told(id="a"))
    keep_record(store, record, AT)
    with store.connect() as connection:
        assert load_line(connection, 1) == record.to_json()
        assert load_record(connection, 1) == record


def test_every_section_of_a_record_has_its_rows(store):
    keep_record(store, record_of(Told(id="a")), AT)
    counts = {name: len(rows) for name, rows in rows_of(store).items()}
    filled = {name for name, count in counts.items() if count}
    assert filled == set(t.metadata.tables) - {"decisions"}
    assert counts["search_texts"] == 1 + 1 + 1 + 3  # the report, its statement, the incident, three actors


def test_keeping_the_same_report_twice_changes_nothing(store):
    record = record_of(Told(id="a"))
    first = keep_record(store, record, AT)
    before = rows_of(store, without={"search_texts": set()})
    second = keep_record(store, record, LATER)
    assert (first.is_new, second.is_new, second.id) == (True, False, "a")
    assert rows_of(store, without={"search_texts": set()}) == before


def test_another_text_under_the_same_id_is_a_later_version(store):
    kept = [keep_record(store, record_of(Told(id="a", killed=killed)), AT) for killed in (3, 4, 5, 4, 3)]
    assert [(each.id, each.is_new) for each in kept] == [
        ("a", True),
        ("a~2", True),
        ("a~3", True),
        ("a~2", False),
        ("a", False),
    ]
    assert column(store, t.reports.c.id) == ["a", "a~2", "a~3"]


def test_the_same_text_under_another_id_is_a_copy(store):
    more = " ".join(f"Word{n} follows word{n + 1} in this long account." for n in range(40))
    for name in ("a", "b", "c"):
        keep_record(store, record_of(Told(id=name, more=more)), AT)
    assert column(store, t.copies.c.group_key) == [1, 1, 1]
    assert len(rows_of(store)["incidents"]) == 1
    assert scalar(store, select(t.incidents.c.reports)) == 3
    assert scalar(store, select(t.incidents.c.sources)) == 1
    [copy, _] = [d for d in rows_of(store)["decisions"] if "copy" in d]
    assert "rule:copies" in copy


def test_reports_of_one_attack_are_one_incident_with_every_figure(store):
    keep_record(store, record_of(Told(id="a", killed=3)), AT)
    keep_record(store, record_of(Told(id="b", killed=5, lead="Shells hit the main market square")), AT)
    keep_record(store, record_of(Told(id="c", town="Kunduz", lead="Gunmen hit a bank")), AT)
    with store.connect() as connection:
        found = connection.execute(
            select(
                t.incidents.c.place_name, t.incidents.c.reports, t.incidents.c.killed_least, t.incidents.c.killed_most
            )
        )
        assert sorted(map(tuple, found)) == [("Kunduz", 1, 3, 3), ("Ouallam", 2, 3, 5)]
    [join] = column(store, t.decisions.c.why, t.decisions.c.kind == "join")
    assert "place" in join


def test_actors_of_many_reports_are_one(store):
    for name in ("a", "b"):
        keep_record(store, record_of(Told(id=name)), AT)
    assert column(store, t.actors.c.name) == ["Black Sand Front", "Issa Maman", "Northern Shield"]
    assert scalar(store, select(func.count()).select_from(t.entity_links)) == 6


def test_an_event_that_is_only_planned_begins_no_incident(store):
    keep_record(store, record_of(Told(id="a", status=Status.PLANNED)), AT)
    assert rows_of(store)["incidents"] == []


@pytest.mark.parametrize("text", ["A zero \x00 byte", "Half a sign \ud83d alone"])
def test_text_that_no_database_takes_is_kept_all_the_same(store, text):
    record = record_of(Told(id="a", lead=text + " and mortar shells hit a market"))
    keep_record(store, record, AT)
    with store.connect() as connection:
        assert load_record(connection, 1) == record


def test_nothing_is_kept_of_a_report_that_breaks_off(store, monkeypatch):
    keep_record(store, record_of(Told(id="a")), AT)
    before = rows_of(store)

    def fail(*_):
        raise RuntimeError("the lights went out")

    monkeypatch.setattr("tidings.store.projection.sum_up", fail)
    with pytest.raises(RuntimeError, match="lights"):
        keep_record(store, record_of(Told(id="b")), AT)
    assert rows_of(store) == before


def test_keys_leave_no_gap_after_a_report_that_broke_off(store, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("tidings.store.projection.sum_up", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            keep_record(store, record_of(Told(id="a")), AT)
    keep_record(store, record_of(Told(id="a")), AT)
    keep_record(store, record_of(Told(id="b")), AT)
    keys = column(store, t.reports.c.key)
    assert keys == [1, 2]
    assert all(after - before == 1 for before, after in pairwise(keys))


def test_a_record_from_json_is_kept_like_the_one_it_came_from(new_place):
    record = record_of(Told(id="a"))
    kept = []
    for each in (record, Record.from_dict(json.loads(record.to_json()))):
        with open_store(new_place()) as store:
            keep_record(store, each, AT)
            kept.append(rows_of(store))
    assert kept[0] == kept[1]

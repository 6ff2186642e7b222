"""SQLite and PostgreSQL list the same things in the same order."""

from dataclasses import replace

import pytest
from tests.store.made import Told, record_of

from tidings.errors import ReportIdTooLong
from tidings.keeping import decide, keep_record
from tidings.model.incident import DecisionKind
from tidings.store import Draft
from tidings.store.keys import incident_key
from tidings.store.queries.incident import find_events, find_figures
from tidings.store.queries.incidents import IncidentFilter, list_incidents
from tidings.store.queries.statements import StatementFilter, find_statements
from tidings.store.queries.threads import ThreadFilter, find_threads
from tidings.store.tables import ID_CHARACTERS

AT = "2026-11-01T00:00:{:02}+00:00"


def undated(record):
    """Take away when an attack was and when its report was published and written."""
    attack, *others = record.events
    bare = replace(attack, when=None)
    return replace(record, events=(bare, *others), published=None, written=None)


@pytest.fixture
def mixed(store):
    told = [Told(id="b", town="Kunduz", day="2026-05-04"), Told(id="u", town="Kunduz"), Told(id="a", day="2026-06-01")]
    for number, one in enumerate(told):
        made = record_of(one)
        keep_record(store, undated(made) if one.id == "u" else made, AT.format(number))
    return store


def test_incidents_by_day_begin_with_the_latest_and_end_with_those_of_no_day(mixed):
    with mixed.connect() as connection:
        rows = list_incidents(connection, IncidentFilter(sort="day", status="all"), 1).rows
    days = [row.date_from for row in rows]
    assert None in days
    known = [day for day in days if day]
    assert days == sorted(known, reverse=True) + [None] * (len(days) - len(known))


def test_statements_and_threads_of_reports_without_a_day_come_last(mixed):
    with mixed.connect() as connection:
        said = find_statements(connection, StatementFilter()).rows
        told = find_threads(connection, ThreadFilter(state="")).rows
    assert [row.report for row in told][-1] == "u"
    dated = [row.date_from or "" for row in said]
    assert dated == sorted(dated, reverse=True)


def test_the_events_of_an_incident_stand_in_the_order_of_publication_those_without_a_day_last(store):
    for number, one in enumerate([Told(id="late", killed=5), Told(id="none", killed=4), Told(id="early", killed=3)]):
        made = record_of(one)
        published = {"late": made.published, "none": None, "early": replace(made.published, date="2026-05-03")}
        keep_record(store, replace(made, published=published[one.id]), AT.format(number))
    with store.connect() as connection:
        [row] = list_incidents(connection, IncidentFilter(status="all"), 1).rows
        assert [event.report for event in find_events(connection, incident_key(row.id))] == ["early", "late", "none"]


def test_a_rejected_figure_is_given_out_nowhere(store):
    keep_record(store, record_of(Told(id="a")), AT.format(0))
    with store.connect() as connection:
        [row] = list_incidents(connection, IncidentFilter(status="all"), 1).rows
        keys = [event.key for event in find_events(connection, incident_key(row.id))]
        before = {figure.id for figure in find_figures(connection, keys)}
    decide(store, Draft(by="Ada", kind=DecisionKind.REJECT, subject="item:a#v1.c1"), AT.format(1))
    with store.connect() as connection:
        assert {figure.id for figure in find_figures(connection, keys)} == before - {"c1"}
    assert "c1" in before


def test_the_longest_id_is_kept(store):
    assert keep_record(store, record_of(Told(id="r" * ID_CHARACTERS)), AT.format(0)).is_new


@pytest.mark.parametrize("length", [ID_CHARACTERS + 1, 5000])
def test_a_longer_id_is_refused_with_a_sentence_and_nothing_is_kept(store, length):
    with pytest.raises(ReportIdTooLong, match=f"its id has {length} characters and may have 500; give it a shorter"):
        keep_record(store, record_of(Told(id="r" * length)), AT.format(0))
    with store.connect() as connection:
        assert list_incidents(connection, IncidentFilter(status="all"), 1).total == 0


def test_a_later_version_of_the_longest_id_is_refused_too(store):
    keep_record(store, record_of(Told(id="r" * ID_CHARACTERS)), AT.format(0))
    with pytest.raises(ReportIdTooLong):
        keep_record(store, record_of(Told(id="r" * ID_CHARACTERS, killed=9)), AT.format(1))

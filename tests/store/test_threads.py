"""Threads that several reports tell of are one, and stay open until a report or a person closes them."""

from dataclasses import replace
from itertools import permutations

import pytest
from sqlalchemy import select, update
from tests.store.made import AT, Told, address_of, record_of, rows_of

from tidings import keeping
from tidings.keeping import check_store, keep_record, rebuild_store
from tidings.model.incident import DecisionKind as Kind
from tidings.model.relation import ThreadKind, ThreadStatus
from tidings.store import Draft, open_store
from tidings.store import tables as t
from tidings.store.queries.threads import ThreadFilter, find_threads, find_threads_about

LATER = "2026-12-01T00:00:00+00:00"
UNDER_WAY, DONE, PROMISED = ThreadStatus.UNDER_WAY, ThreadStatus.DONE, ThreadStatus.PROMISED


def tell(report, day, status, *, town="Ouallam", **other):
    """Return a report of a day on the attack of 4 May, with one inquiry, or another thread, of a status."""
    told = Told(id=report, town=town, lead=f"Shells {report} hit a market")
    record = record_of(told)
    thread = replace(record.threads[0], status=status, **other)
    written = replace(record.written, from_=day, to=day) if day else None
    published = replace(record.published, date=day) if day else None
    return replace(record, written=written, published=published, threads=(thread,))


def keep(store, *records):
    for record in records:
        keep_record(store, record, AT)


def decide(store, kind, report, by="anna"):
    return keeping.decide(store, Draft(by=by, kind=kind, subject=f"item:{report}#t0"), LATER)


def standing(store):
    """Return for each report's thread whether it is open, and which reports it is the same as and closed by."""
    with store.connect() as connection:
        query = select(t.reports.c.id, t.threads).join(t.threads, t.threads.c.report_key == t.reports.c.key)
        rows = connection.execute(query).all()
    of = {row.key: row.id for row in rows}
    return {row.id: (row.is_open, of.get(row.same_as), of.get(row.closed_by)) for row in rows}


def why(store, report):
    with store.connect() as connection:
        query = select(t.threads.c.why).join(t.reports, t.reports.c.key == t.threads.c.report_key)
        return connection.scalar(query.where(t.reports.c.id == report))


ALONE = (True, None, None)


def test_a_later_report_that_tells_of_the_end_closes_the_thread_about_the_incident(store):
    keep(store, tell("a", "2026-05-05", PROMISED), tell("b", "2026-05-09", DONE))
    assert standing(store) == {"a": (False, None, "b"), "b": (False, None, None)}
    assert why(store, "a") == (
        "report b of 2026-05-09 tells that it is done, the same kind about the same incident (rule:threads)"
    )
    assert why(store, "b") == "the report itself tells that it is done"


def test_a_thread_told_again_is_one_open_thread_with_all_its_reports(store):
    keep(
        store, tell("a", "2026-05-05", PROMISED), tell("b", "2026-05-07", UNDER_WAY), tell("c", "2026-05-08", PROMISED)
    )
    assert standing(store) == {"a": ALONE, "b": (True, "a", None), "c": (True, "a", None)}
    with store.connect() as connection:
        (row,) = find_threads(connection, ThreadFilter()).rows
        (about,) = find_threads_about(connection, names=("inquiry",))
    assert row == about
    assert (row.item, [again.report for again in row.told_again], row.closing) == ("item:a#t0", ["b", "c"], None)
    assert why(store, "c") == "told first by report a of 2026-05-05, the same kind about the same incident"


def test_the_list_shows_what_closed_a_thread(store):
    keep(store, tell("a", "2026-05-05", PROMISED), tell("b", "2026-05-07", UNDER_WAY), tell("c", "2026-05-08", DONE))
    with store.connect() as connection:
        assert find_threads(connection, ThreadFilter()).rows == ()
        closed, _ = find_threads(connection, ThreadFilter(state="closed")).rows
    assert (closed.report, [again.report for again in closed.told_again], closed.closing.report) == ("a", ["b"], "c")


def test_what_is_told_after_the_end_is_a_new_thread(store):
    keep(store, tell("a", "2026-05-05", PROMISED), tell("b", "2026-05-07", DONE), tell("c", "2026-06-08", UNDER_WAY))
    assert standing(store) == {"a": (False, None, "b"), "b": (False, None, None), "c": ALONE}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({}, {"kind": ThreadKind.NEGOTIATION}, id="another kind"),
        pytest.param({}, {"town": "Kunduz"}, id="another incident"),
        pytest.param({}, {"about": None}, id="about an incident and about none"),
        pytest.param({"about": None}, {"about": None, "by": "e3"}, id="other actors"),
        pytest.param({"about": None, "by": None}, {"about": None, "by": None}, id="actors not named"),
        pytest.param({"kind": ThreadKind.OTHER}, {"kind": ThreadKind.OTHER}, id="a kind that may be anything"),
    ],
)
def test_threads_that_need_not_be_one_close_nothing(store, first, second):
    keep(store, tell("a", "2026-05-05", PROMISED, **first), tell("b", "2026-05-09", DONE, **second))
    assert standing(store)["a"] == ALONE


def test_threads_about_no_incident_are_held_together_by_their_actor(store):
    talks = {"kind": ThreadKind.NEGOTIATION, "about": None}
    keep(store, tell("a", "2026-05-05", UNDER_WAY, **talks), tell("b", "2026-05-09", DONE, **talks, town="Kunduz"))
    assert standing(store)["a"] == (False, None, "b")
    assert "the same kind by the same actor" in why(store, "a")


def test_an_earlier_report_that_comes_in_late_becomes_the_first_telling(store):
    keep(store, tell("late", "2026-05-09", UNDER_WAY), tell("early", "2026-05-05", PROMISED))
    assert standing(store) == {"early": ALONE, "late": (True, "early", None)}


def test_reports_without_a_day_count_by_their_arrival(store):
    keep(store, tell("a", None, PROMISED), tell("b", None, UNDER_WAY))
    assert standing(store) == {"a": ALONE, "b": (True, "a", None)}


STORY = (
    tell("a", "2026-05-05", PROMISED),
    tell("b", "2026-05-07", UNDER_WAY),
    tell("c", "2026-05-07", DONE),
    tell("d", "2026-05-20", UNDER_WAY),
)


@pytest.mark.parametrize("order", tuple(permutations(range(4))))
def test_in_whatever_order_reports_come_in_their_threads_stand_alike(store, order):
    keep(store, *(STORY[n] for n in order))
    assert standing(store) == {
        "a": (False, None, "c"),
        "b": (False, "a", "c"),
        "c": (False, None, None),
        "d": ALONE,
    }


def test_a_person_outranks_the_report_that_closes_and_an_undo_gives_way_to_it_again(store):
    keep(store, *STORY)
    before = standing(store)
    decision = decide(store, Kind.REOPEN, "a")
    assert standing(store) == {**before, "a": ALONE, "b": (True, "a", None)}
    assert why(store, "a") == "anna reopened it"
    keeping.undo(store, decision.id, "bert", LATER)
    assert standing(store) == before


def test_a_thread_that_a_person_closed_is_closed_for_all_who_tell_it_and_stays_so(store):
    keep(store, tell("a", "2026-05-05", PROMISED), tell("b", "2026-05-07", UNDER_WAY))
    decide(store, Kind.CLOSE, "a")
    keep(store, tell("c", "2026-05-08", UNDER_WAY))
    assert standing(store) == {"a": (False, None, None), "b": (False, "a", None), "c": (False, "a", None)}
    assert why(store, "a") == "anna closed it"
    decide(store, Kind.REOPEN, "c", by="bert")
    assert {is_open for is_open, *_ in standing(store).values()} == {True}


@pytest.mark.parametrize("kind", [Kind.REOPEN, Kind.REJECT])
def test_an_end_that_a_person_does_not_believe_closes_nothing(store, kind):
    keep(store, tell("a", "2026-05-05", PROMISED), tell("b", "2026-05-09", DONE))
    decide(store, kind, "b")
    assert standing(store)["a"] == ALONE


def test_threads_follow_their_events_from_one_incident_to_another_and_back(store):
    keep(store, tell("a", "2026-05-05", PROMISED), tell("b", "2026-05-09", DONE, town="Kunduz"))
    assert standing(store)["a"] == ALONE
    draft = Draft(by="anna", kind=Kind.SAME, subject="item:b#v1", other="item:a#v1")
    decision = keeping.decide(store, draft, LATER)
    assert standing(store)["a"] == (False, None, "b")
    keeping.undo(store, decision.id, "anna", LATER)
    assert standing(store)["a"] == ALONE


def test_threads_follow_their_actor(store):
    talks = {"kind": ThreadKind.NEGOTIATION, "about": None}
    keep(store, tell("a", "2026-05-05", UNDER_WAY, **talks), tell("b", "2026-05-09", DONE, **talks, by="e3"))
    with store.connect() as connection:
        links = select(t.entity_links.c.entity, t.actors.c.id).join(t.actors).where(t.entity_links.c.report_key == 1)
        ids = dict(tuple(row) for row in connection.execute(links))
    draft = Draft(by="anna", kind=Kind.SAME, subject=f"actor:{ids['e3']}", other=f"actor:{ids['e2']}")
    decision = keeping.decide(store, draft, LATER)
    assert standing(store)["a"] == (False, None, "b")
    keeping.undo(store, decision.id, "anna", LATER)
    assert standing(store)["a"] == ALONE


def test_a_rebuild_settles_threads_as_they_were(store):
    keep(store, *reversed(STORY), tell("e", "2026-05-21", UNDER_WAY, about=None, by=None))
    decide(store, Kind.REOPEN, "a")
    before = rows_of(store)["threads"]
    assert check_store(store) == ()
    rebuild_store(store)
    assert rows_of(store)["threads"] == before


def test_an_older_store_has_its_threads_settled_when_it_is_opened(new_place):
    place = new_place()
    with open_store(place) as store:
        keep(store, *STORY)
        before = rows_of(store)
        with store.engine.begin() as connection:
            _make_third(connection)
        address = address_of(store)
    with open_store(address) as again:
        assert again.upgraded_from == "0003"
        assert rows_of(again) == before


def _make_third(connection):
    """Bring a store to the form that it had before threads were settled."""
    connection.execute(update(t.threads).values(is_open=t.threads.c.status != "done"))
    for index in ("matter", "same_as"):
        connection.exec_driver_sql(f"DROP INDEX ix_threads_{index}")
    for column in ("matter", "same_as", "closed_by", "why"):
        connection.exec_driver_sql(f"ALTER TABLE threads DROP COLUMN {column}")
    connection.exec_driver_sql("UPDATE tidings_revision SET version_num = '0003'")

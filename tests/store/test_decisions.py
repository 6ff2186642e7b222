"""What people decide is projected, binds, and can be undone."""

import json
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.store.made import AT, Told, projected, record_of, rows_of

from tidings import keeping
from tidings.errors import BadCorrection, BadDecision
from tidings.keeping import RULES, keep_record
from tidings.model.incident import DecisionKind as Kind
from tidings.store import Draft, open_store
from tidings.store import tables as t
from tidings.store.rebuild import rebuild
from tidings.store.reports import load_record

REPORTS = (
    Told(id="a", killed=3),
    Told(id="b", killed=5, lead="Shells hit the main market square"),
    Told(id="c", town="Kunduz", killed=2, lead="Gunmen hit a bank"),
    Told(id="d", town="Kunduz", killed=2, lead="Armed men hit the bank", day="2026-05-05"),
)
LATER = "2026-12-01T00:00:00+00:00"


@pytest.fixture
def filled(store):
    for told in REPORTS:
        keep_record(store, record_of(told), AT)
    return store


def decide(store, kind, subject, other=None, **rest):
    return keeping.decide(store, Draft(by="anna", kind=kind, subject=subject, other=other, **rest), LATER)


def undo(store, decision):
    return keeping.undo(store, decision.id, "bert", LATER)


def ask(store, *columns, where=True):
    with store.connect() as connection:
        return [tuple(row) for row in connection.execute(select(*columns).where(where).order_by(columns[0]))]


def incident_of(store, report, event="v1"):
    with store.connect() as connection:
        query = (
            select(t.incidents.c.id)
            .join(t.events, t.events.c.incident_key == t.incidents.c.key)
            .join(t.reports, t.reports.c.key == t.events.c.report_key)
            .where(t.reports.c.id == report, t.events.c.id == event)
        )
        return connection.scalar(query)


def correct(store, subject, field, value):
    return decide(store, Kind.CORRECT, subject, field=field, value=json.dumps(value))


@pytest.mark.parametrize(
    ("kind", "review"), [(Kind.ACCEPT, "accepted"), (Kind.REJECT, "rejected"), (Kind.UNSURE, "unsure")]
)
def test_a_judgement_stands_beside_the_event_and_the_incident(filled, kind, review):
    incident = incident_of(filled, "a")
    decide(filled, kind, "item:a#v1")
    decide(filled, kind, f"incident:{incident}")
    assert ask(filled, t.events.c.review, where=t.events.c.key == 10_000) == [(review,)]
    assert ask(filled, t.incidents.c.review, where=t.incidents.c.id == incident) == [(review,)]


@pytest.mark.parametrize(
    ("subject", "field", "value", "column"),
    [
        ("item:a#v1", "type", "PROTEST", t.events.c.type),
        ("item:a#v1", "status", "attempted", t.events.c.status),
        ("item:a#v1", "when.from", "2026-05-01", t.events.c.date_from),
        ("item:a#v1", "where.name", "Tera", t.events.c.place_name),
        ("item:a#v1", "where.geonames_id", 7, t.events.c.geonames_id),
        ("item:a#v1.c1", "at_least", 9, t.casualties.c.at_least),
        ("item:a#v1.c1", "span", [0, 6], t.casualties.c.end),
        ("item:a#v1", "span", [0, 6], t.events.c.end),
        ("item:a#s1", "act", "deny", t.statements.c.act),
        ("item:a#f1", "to", 250, t.force_levels.c.count_to),
        ("item:a#f1", "when.from", "2026-05-01", t.force_levels.c.date_from),
        ("item:a#t0", "status", "under-way", t.threads.c.status),
    ],
)
def test_a_corrected_value_is_projected_and_the_record_keeps_what_was_read(filled, subject, field, value, column):
    before = projected(filled)
    decision = correct(filled, subject, field, value)
    projected_value = value[1] if isinstance(value, list) else value
    assert (projected_value,) in ask(filled, column)
    with filled.connect() as connection:
        assert load_record(connection, 1) == record_of(REPORTS[0])
    undo(filled, decision)
    assert projected(filled) == before


def test_a_corrected_toll_is_the_incidents(filled):
    incident = incident_of(filled, "a")
    correct(filled, "item:b#v1.c1", "at_least", 4)
    correct(filled, "item:b#v1.c1", "at_most", 4)
    figures = (t.incidents.c.killed_least, t.incidents.c.killed_most)
    assert ask(filled, *figures, where=t.incidents.c.id == incident) == [(3, 4)]


def test_a_rejected_event_no_longer_counts_in_its_incident(filled):
    incident = incident_of(filled, "a")
    decide(filled, Kind.REJECT, "item:b#v1")
    figures = (t.incidents.c.killed_least, t.incidents.c.killed_most, t.incidents.c.reports)
    assert ask(filled, *figures, where=t.incidents.c.id == incident) == [(3, 3, 1)]


@pytest.mark.parametrize(
    ("subject", "field", "value"),
    [
        ("item:a#v1", "status", "perhaps"),
        ("item:a#v1", "colour", "red"),
        ("item:a#v9", "status", "denied"),
        ("item:a#v1.c1", "at_least", "many"),
        ("item:a#v1", "span", [5]),
        ("item:a#t7", "status", "done"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_nothing_is_kept(filled, subject, field, value):
    before = rows_of(filled)
    with pytest.raises((BadCorrection, BadDecision)):
        correct(filled, subject, field, value)
    assert rows_of(filled) == before


@pytest.mark.parametrize(
    ("kind", "subject", "other"),
    [
        (Kind.ACCEPT, "item:nobody#v1", None),
        (Kind.ACCEPT, "nonsense", None),
        (Kind.SAME, "item:a#v1", None),
        (Kind.SAME, "item:a#v1", "report:b"),
        (Kind.SAME, "report:a", "report:z"),
        (Kind.ACCEPT, "incident:i000000000000000", None),
    ],
)
def test_a_decision_on_nothing_is_refused(filled, kind, subject, other):
    with pytest.raises(BadDecision):
        decide(filled, kind, subject, other)


def test_merging_and_undoing_moves_events_there_and_back(filled):
    before = projected(filled)
    first, second = incident_of(filled, "a"), incident_of(filled, "c")
    assert first != second
    merged = decide(filled, Kind.SAME, f"incident:{first}", f"incident:{second}")
    assert {incident_of(filled, name) for name in "abc"} == {second}
    assert ask(filled, t.incidents.c.id, where=t.incidents.c.id == first) == []
    undo(filled, merged)
    assert projected(filled) == before


def test_splitting_and_undoing_moves_an_event_out_and_back(filled):
    before = projected(filled)
    together = incident_of(filled, "a")
    assert incident_of(filled, "b") == together
    split = decide(filled, Kind.NOT_SAME, "item:b#v1", f"incident:{together}")
    assert incident_of(filled, "b") not in {together, None}
    assert incident_of(filled, "a") == together
    undo(filled, split)
    assert projected(filled) == before


def test_the_first_event_of_an_incident_can_leave_it_too(filled):
    together = incident_of(filled, "a")
    decide(filled, Kind.NOT_SAME, "item:a#v1", f"incident:{together}")
    assert incident_of(filled, "b") == together
    assert incident_of(filled, "a") not in {together, None}


def test_an_event_moves_to_the_incident_of_another_event(filled):
    decide(filled, Kind.SAME, "item:b#v1", "item:c#v1")
    assert incident_of(filled, "b") == incident_of(filled, "c")
    assert incident_of(filled, "a") != incident_of(filled, "b")


def test_a_later_report_joins_the_merged_incident(filled):
    first, second = incident_of(filled, "a"), incident_of(filled, "c")
    decide(filled, Kind.SAME, f"incident:{first}", f"incident:{second}")
    keep_record(filled, record_of(Told(id="e", killed=4, lead="Two shells hit the market")), LATER)
    assert incident_of(filled, "e") == second


def test_actors_are_merged_and_later_reports_follow(filled):
    ids = dict(ask(filled, t.actors.c.name, t.actors.c.id))
    before = projected(filled)
    merged = decide(filled, Kind.SAME, f"actor:{ids['Black Sand Front']}", f"actor:{ids['Northern Shield']}")
    assert sorted(name for name, _ in ask(filled, t.actors.c.name, t.actors.c.id)) == ["Issa Maman", "Northern Shield"]
    assert {key for (key,) in ask(filled, t.participants.c.actor_key, where=t.participants.c.role == "agent")} == {
        key for (key,) in ask(filled, t.actors.c.key, where=t.actors.c.name == "Northern Shield")
    }
    undo(filled, merged)
    assert projected(filled) == before
    again = decide(filled, Kind.SAME, f"actor:{ids['Black Sand Front']}", f"actor:{ids['Northern Shield']}")
    keep_record(filled, record_of(Told(id="e", town="Kunduz", day="2026-07-01")), LATER)
    assert len(ask(filled, t.actors.c.id)) == 2
    undo(filled, again)
    assert len(ask(filled, t.actors.c.id)) == 3


def test_one_entity_is_set_apart_from_its_actor(filled):
    [actor] = [id_ for name, id_ in ask(filled, t.actors.c.name, t.actors.c.id) if name == "Issa Maman"]
    decide(filled, Kind.NOT_SAME, "item:b#e1", f"actor:{actor}")
    assert [name for name, _ in ask(filled, t.actors.c.name, t.actors.c.id)].count("Issa Maman") == 2


def test_reports_are_taken_for_copies_and_not(filled):
    before = projected(filled)
    same = decide(filled, Kind.SAME, "report:b", "report:a")
    assert ask(filled, t.incidents.c.sources, where=t.incidents.c.id == incident_of(filled, "a")) == [(1,)]
    apart = decide(filled, Kind.NOT_SAME, "report:a", "report:b")
    assert ask(filled, t.incidents.c.sources, where=t.incidents.c.id == incident_of(filled, "a")) == [(2,)]
    undo(filled, apart)
    undo(filled, same)
    assert projected(filled) == before


def test_threads_close_and_reopen(filled):
    closed = decide(filled, Kind.CLOSE, "item:a#t0")
    assert ask(filled, t.threads.c.is_open, where=t.threads.c.report_key == 1) == [(False,)]
    decide(filled, Kind.REOPEN, "item:a#t0")
    assert ask(filled, t.threads.c.is_open, where=t.threads.c.report_key == 1) == [(True,)]
    assert closed.kind is Kind.CLOSE


def test_a_condition_is_judged(filled):
    decide(filled, Kind.CONDITION, "item:a#f1", field="conditions.0", value='"does-not-hold"')
    judged = ask(filled, t.force_conditions.c.judgement, where=t.force_conditions.c.force_level_key == 10_000)
    assert judged == [("does-not-hold",)]


def test_an_adjudication_outranks_a_later_coder(filled):
    decide(filled, Kind.ACCEPT, "item:a#v1", why="adjudication")
    decide(filled, Kind.REJECT, "item:a#v1")
    assert ask(filled, t.events.c.review, where=t.events.c.key == 10_000) == [("accepted",)]


def test_a_decision_is_undone_once(filled):
    decision = decide(filled, Kind.NOTE, "item:a#v1", note="look again")
    done = undo(filled, decision)
    assert (done.undone_by, done.undone_at) == ("bert", LATER)
    with pytest.raises(BadDecision, match="was undone"):
        undo(filled, decision)
    with pytest.raises(BadDecision, match="no decision 999"):
        keeping.undo(filled, 999, "bert")


#: What a coder may do, by numbers: which reports, and what for.
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "merge",
                "split",
                "move",
                "apart",
                "actors",
                "entity",
                "copy",
                "no copy",
                "correct",
                "reject",
                "accept",
                "undo",
                "read",
            ]
        ),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=8,
)


def step(store, what, first, second, extra):
    """Do one thing of a coder's; return the decision, None where it makes no sense just now."""
    a, b = "abcd"[first], "abcd"[second]
    mine, theirs = incident_of(store, a), incident_of(store, b)
    actors = [id_ for (id_,) in ask(store, t.actors.c.id)]
    one, other = f"actor:{actors[first % len(actors)]}", f"actor:{actors[second % len(actors)]}"
    if what == "read":
        keep_record(store, record_of(extra[next(extra[-1]) % 2]), AT)
        return None
    if what == "correct":
        return correct(store, f"item:{a}#v1", "status", ["planned", "happened", "denied", "background"][second])
    if what in {"accept", "reject"}:
        return decide(store, Kind(what), f"item:{a}#v1")
    moves = {
        "merge": (Kind.SAME, f"incident:{mine}", f"incident:{theirs}"),
        "apart": (Kind.NOT_SAME, f"incident:{mine}", f"incident:{theirs}"),
        "split": (Kind.NOT_SAME, f"item:{a}#v1", f"incident:{mine}"),
        "move": (Kind.SAME, f"item:{a}#v1", f"item:{b}#v1"),
        "actors": (Kind.SAME, one, other),
        "entity": (Kind.NOT_SAME, f"item:{a}#e{1 + second % 3}", one),
        "copy": (Kind.SAME, f"report:{a}", f"report:{b}"),
        "no copy": (Kind.NOT_SAME, f"report:{a}", f"report:{b}"),
    }
    kind, subject, side = moves[what]
    return None if "None" in subject + side or subject == side else decide(store, kind, subject, side)


def rebuilt(store):
    with store.begin() as unit:
        rebuild(unit.connection, RULES)
    return projected(store)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_any_decisions_undone_leave_nothing_and_a_rebuild_gives_the_same_rows(empty_file, tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("any") / "store.sqlite"
    path.write_bytes(empty_file.read_bytes())
    extra = (Told(id="e", killed=4, lead="Two shells hit the market"), Told(id="f", town="Kunduz", killed=6), count())
    with open_store(path) as store:
        for told in REPORTS:
            keep_record(store, record_of(told), AT)
        original, made = projected(store), []
        for what, first, second in steps:
            if what == "undo" and made:
                undo(store, made.pop(first % len(made)))
            elif what != "undo":
                made += [d for d in [step(store, what, first, second, extra)] if d is not None]
        now = projected(store)
        assert rebuilt(store) == now
        for decision in made:
            undo(store, decision)
        if all(what != "read" for what, _, _ in steps):
            assert projected(store) == original
        now = projected(store)
        assert rebuilt(store) == now


def test_a_rebuild_gives_the_same_rows_on_both_engines(filled):
    incident = incident_of(filled, "a")
    decide(filled, Kind.NOT_SAME, "item:b#v1", f"incident:{incident}")
    correct(filled, "item:c#v1", "where.name", "Imam Sahib")
    now = projected(filled)
    assert rebuilt(filled) == now

"""Reports of different makes, written for this project, and what their records must and must not say."""

from pathlib import Path

import pytest

import tidings
from tidings.model.event import Harm, ResponsibilityRelation, Status
from tidings.model.force import ForceStatus
from tidings.model.statement import Act

GOLDEN = Path(__file__).parent / "golden"
DONE = (Status.HAPPENED, Status.ONGOING)


@pytest.fixture(scope="module")
def record_of():
    names = sorted(path.stem for path in GOLDEN.glob("*.txt"))
    records = {name: tidings.read((GOLDEN / f"{name}.txt").read_text(encoding="utf-8"), id=name) for name in names}
    return records.__getitem__


def tolls(record, harm, *, kind="ASSAULT"):
    events = [e for e in record.events if kind in (e.type, e.mode)]
    return {(c.at_least, c.at_most) for e in events for c in e.casualties if c.harm is harm}


def relations_of(record):
    return {r.relation for e in record.events for r in e.responsibility}


def speakers(record, act):
    text = record.report.text
    return [s.speaker.span.of(text) for s in record.statements if s.act is act and s.speaker and s.speaker.span]


def test_every_value_is_tied_to_its_words(record_of):
    for name in ("wire_story", "denial", "situation_update"):
        record = record_of(name)
        length = len(record.report.text)
        assert all(0 <= e.trigger.start < e.trigger.end <= length for e in record.events)
        assert all(m.text == m.span.of(record.report.text) for m in record.mentions)
        assert all(e.why for e in record.events)


def test_reading_twice_gives_the_same_bytes(record_of):
    text = (GOLDEN / "wire_story.txt").read_text(encoding="utf-8")
    assert tidings.read(text, id="wire_story").to_json() == record_of("wire_story").to_json()


def test_both_tolls_of_a_disputed_attack_are_kept(record_of):
    assert {(17, None), (12, 12)} <= tolls(record_of("wire_story"), Harm.KILLED)


def test_no_group_has_claimed_is_no_claim(record_of):
    assert ResponsibilityRelation.CLAIMED not in relations_of(record_of("wire_story"))


def test_residents_blame_is_kept_as_blame(record_of):
    assert ResponsibilityRelation.BLAMED in relations_of(record_of("wire_story"))


def test_a_relief_network_asks_for_its_staff(record_of):
    record = record_of("press_release")
    assert (6, 6) in {(c.at_least, c.at_most) for e in record.events for c in e.casualties if c.harm is Harm.DETAINED}
    assert Act.REQUEST in {s.act for s in record.statements}


def test_a_ministry_counts_its_dead_and_opens_an_investigation(record_of):
    record = record_of("ministry_statement")
    assert (2, 2) in tolls(record, Harm.KILLED)
    assert "investigation" in {t.kind for t in record.threads}


def test_a_ministry_counts_its_wounded(record_of):
    assert (5, 5) in tolls(record_of("ministry_statement"), Harm.INJURED)


def test_the_night_of_a_local_shooting_is_known(record_of):
    shooting = next(e for e in record_of("local_paper").events if e.type == "ASSAULT" and e.status is Status.HAPPENED)
    assert shooting.when is not None
    assert (shooting.when.from_, shooting.when.to) == ("2014-08-05", "2014-08-05")
    assert (2, 2) in {(c.at_least, c.at_most) for c in shooting.casualties if c.harm is Harm.INJURED}


def test_no_arrest_is_no_arrest(record_of):
    assert not [e for e in record_of("local_paper").events if e.mode == "arrest" and e.status in DONE]


def test_a_live_blog_has_one_blast(record_of):
    record = record_of("live_blog")
    blasts = [e for e in record.events if e.type == "ASSAULT" and e.status in DONE]
    assert len(blasts) == 1
    assert (3, None) in tolls(record, Harm.INJURED)


def test_an_update_counts_the_displaced_and_the_peacekeepers_to_come(record_of):
    record = record_of("situation_update")
    displaced = {c.at_least for e in record.events for c in e.casualties if c.harm is Harm.DISPLACED}
    assert 18000 in displaced
    planned = [f for f in record.force_levels if f.status is ForceStatus.PLANNED]
    assert 120 in {number for f in planned for number in (f.to, f.change)}


def test_a_page_republished_years_later_is_read_by_its_captions(record_of):
    record = record_of("republished_page")
    assert record.published is not None
    assert record.published.date == "2024-06-02"
    assert record.written.from_ is not None
    assert record.written.from_.startswith("2018-03")
    assert {"date-conflict", "repeated-word"} <= {p.kind for p in record.problems}
    growth = next(f for f in record.force_levels if f.to == 300)
    assert (growth.from_, growth.status, growth.approximate) == (80, ForceStatus.PLANNED, True)


def test_captions_make_no_event(record_of):
    record = record_of("republished_page")
    captions = [z.span for z in record.zones if z.kind == "caption"]
    assert len(captions) == 2
    assert not [e for e in record.events if any(c.covers(e.trigger) for c in captions)]


def test_conflicting_figures_stay_side_by_side(record_of):
    record = record_of("conflicting_figures")
    assert {(8, 15), (8, 8), (15, 15)} <= tolls(record, Harm.KILLED)
    assert Act.DENY in {s.act for s in record.statements}


def test_a_claim_is_no_finding(record_of):
    record = record_of("claim_of_responsibility")
    claimed = [e for e in record.events for r in e.responsibility if r.relation is ResponsibilityRelation.CLAIMED]
    assert claimed
    assert not [a for e in claimed for a in e.agents]
    assert (5, 5) in tolls(record, Harm.KILLED)


def test_a_denial_is_a_statement_and_makes_no_doer(record_of):
    record = record_of("denial")
    assert Act.DENY in {s.act for s in record.statements}
    assert ResponsibilityRelation.DENIED in relations_of(record)
    agents = [a.span.of(record.report.text) for e in record.events if e.type == "ASSAULT" for a in e.agents]
    assert not [name for name in agents if "Iran" in name]


def test_a_withdrawal_to_come_has_not_happened(record_of):
    record = record_of("force_withdrawal")
    assert not [f for f in record.force_levels if f.status is ForceStatus.CURRENT and f.change == -1500]
    assert (3000, ForceStatus.CURRENT) in {(f.to, f.status) for f in record.force_levels}
    assert (9000, ForceStatus.PAST) in {(f.to, f.status) for f in record.force_levels}


def test_a_protest_is_a_protest_and_a_planned_strike_is_planned(record_of):
    record = record_of("protest")
    protests = [e for e in record.events if e.type == "PROTEST"]
    assert Status.HAPPENED in {e.status for e in protests}
    assert not [e for e in protests if e.mode == "strike" and e.status in DONE]


def test_a_library_opening_is_not_an_incident(record_of):
    record = record_of("nothing_here")
    assert not [e for e in record.events if e.type in ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "THREATEN")]
    assert not record.force_levels
    assert not [e for e in record.events if e.casualties]

"""Checking, backing up, killing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import delete, text, update
from tests.store.made import AT, Told, address_of, projected, record_of, rows_of

from tidings import keeping
from tidings.errors import BackupRefused, StoreBusy
from tidings.keeping import check_store, keep_record, rebuild_store
from tidings.model.incident import DecisionKind
from tidings.store import Draft, back_up, describe_store, engine, open_store
from tidings.store import tables as t

ROOT = Path(__file__).parents[2]


@pytest.fixture
def filled(store):
    for told in (Told(id="a"), Told(id="b", killed=5), Told(id="c", town="Kunduz")):
        keep_record(store, record_of(told), AT)
    keeping.decide(store, Draft(by="anna", kind=DecisionKind.ACCEPT, subject="item:a#v1"), AT)
    return store


def test_a_store_that_is_whole_has_no_findings(filled):
    assert check_store(filled) == ()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (update(t.incidents).values(killed_most=99), "killed_most is 99, should be 5"),
        (
            update(t.events).where(t.events.c.key == 10_000).values(status="denied"),
            "10000: status is 'denied', should be 'happened'",
        ),
        (delete(t.statements).where(t.statements.c.report_key == 2), "statements lacks one row"),
        (delete(t.search_texts).where(t.search_texts.c.kind == "actor"), "search_texts lacks 3 rows"),
        (update(t.actors).values(name="X"), "actors has 3 rows that differ"),
    ],
)
def test_a_projection_that_does_not_follow_is_told_in_words_and_mended_by_a_rebuild(filled, damage, words):
    with filled.begin() as unit:
        unit.connection.execute(damage)
    findings = check_store(filled)
    assert words in " ".join(finding.message for finding in findings)
    assert all(finding.is_mendable for finding in findings)
    rebuild_store(filled)
    assert check_store(filled) == ()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (
            update(t.reports).where(t.reports.c.key == 2).values(record=b"nonsense"),
            "the record of report b cannot be read",
        ),
        (update(t.reports).where(t.reports.c.key == 2).values(digest="0"), "the text of report b is not the one"),
        (update(t.decisions).values(subject="item:z#v1"), "about report z, which is gone"),
        (update(t.decisions).values(subject="z"), "is no reference"),
    ],
)
def test_damage_to_what_was_read_or_decided_is_told_and_cannot_be_mended(filled, damage, words):
    with filled.begin() as unit:
        unit.connection.execute(damage)
    findings = check_store(filled)
    assert words in " ".join(finding.message for finding in findings)
    assert not any(finding.is_mendable for finding in findings)


def test_a_backup_made_while_others_write_is_a_whole_store(empty_file, tmp_path):
    path = tmp_path / "store.sqlite"
    path.write_bytes(empty_file.read_bytes())
    with open_store(path) as store:
        keep_record(store, record_of(Told(id="a")), AT)
        others = Thread(target=lambda: [keep_record(store, record_of(Told(id=f"x{n}")), AT) for n in range(5)])
        others.start()
        back_up(store, tmp_path / "copy.sqlite")
        others.join()
        with open_store(tmp_path / "copy.sqlite") as copy:
            assert check_store(copy) == ()
            assert dict(describe_store(copy))["reports"] in "123456"
        with pytest.raises(BackupRefused, match="is there already"):
            back_up(store, tmp_path / "copy.sqlite")
        with pytest.raises(BackupRefused, match="cannot be written"):
            back_up(store, tmp_path / "no" / "copy.sqlite")


def test_for_postgresql_a_backup_is_pg_dumps_work(store):
    if store.path is None:
        with pytest.raises(BackupRefused, match="pg_dump"):
            back_up(store, Path("copy"))
    else:
        assert dict(describe_store(store))["engine"] == "sqlite"


def test_a_store_that_another_process_holds_is_said_to_be_busy(empty_file, tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_S", 0.1)
    path = tmp_path / "store.sqlite"
    path.write_bytes(empty_file.read_bytes())
    with open_store(path) as one, open_store(path) as other, one.begin() as unit:
        unit.connection.execute(text("DELETE FROM reports"))
        with pytest.raises(StoreBusy, match="written to by another process"):
            keep_record(other, record_of(Told(id="a")), AT)


#: Keeps reports for ever, saying so; somebody kills it.
KEEPING = """
import sys
from tests.store.made import AT, Told, record_of
from tidings.keeping import keep_record
from tidings.store import open_store
store = open_store(sys.argv[1])
for number in range(10_000):
    keep_record(store, record_of(Told(id=f"k{number}", killed=number + 1)), AT)
    print(number, flush=True)
"""


def kill_while_keeping(where, after):
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    command = [sys.executable, "-c", KEEPING, where]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        for line in process.stdout:
            if int(line) >= after:
                break
        time.sleep(0.01 * (1 + after))  # in the middle of the next one
        process.send_signal(signal.SIGKILL)
        process.stdout.read()
        process.wait()
    assert process.returncode == -signal.SIGKILL


def test_a_killed_process_leaves_no_half_report_and_a_rerun_ends_as_if_undisturbed(store, new_place):
    where = address_of(store)
    for after in (0, 2):
        kill_while_keeping(where, after)
        assert check_store(store) == ()
    count = max(6, len(rows_of(store)["reports"]) + 1)
    with open_store(new_place()) as undisturbed:
        for kept in (store, undisturbed):
            for number in range(count):
                keep_record(kept, record_of(Told(id=f"k{number}", killed=number + 1)), AT)
        assert rows_of(store) == rows_of(undisturbed)


def test_two_processes_may_keep_at_once(new_place):
    where = new_place()
    with open_store(where) as one, open_store(where) as other:
        names = [f"t{number}" for number in range(4)]
        threads = [
            Thread(target=lambda store=store, part=part: [keep_record(store, record_of(Told(id=n)), AT) for n in part])
            for store, part in ((one, names[:2]), (other, names[2:]))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert check_store(one) == ()
        assert len(projected(one)["reports"]) == 4

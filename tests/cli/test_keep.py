"""`tidings read --keep` and `tidings store`: what a person sees, and what is in the store after a kill."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select, text

from tidings.cli.main import cli
from tidings.store import open_store
from tidings.store.tables import metadata

SRC = Path(__file__).parents[2] / "src"
TEXT = "NIAMEY – Mortar shells hit a market in the town of Ouallam on Tuesday, killing {} traders, the army said.\n"


def tidings(*arguments):
    runner = CliRunner(env={"COLUMNS": "100"})
    return runner.invoke(cli, list(map(str, arguments)), prog_name="tidings")


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": f"r{n}", "text": TEXT.format(n + 2)}) + "\n" for n in range(12)))
    return path


@pytest.fixture
def where(tmp_path):
    return tmp_path / "store.sqlite"


def rows(where):
    """Return what is in a store, but for when it was added."""
    times = {"added_at", "at", "changed_at", "first_seen", "last_changed"}
    with open_store(where) as store, store.connect() as connection:
        return {
            name: sorted(
                map(tuple, connection.execute(select(*[c for c in table.columns if c.name not in times]))), key=repr
            )
            for name, table in metadata.tables.items()
        }


def test_many_reports_are_kept_and_counted_and_not_printed(lines, where):
    done = tidings("read", lines, "--keep", "--store", where)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"tidings: 12 new reports kept in {where}\n"
    again = tidings("read", lines, "--keep", "--store", where)
    assert again.stderr == f"tidings: 0 new reports kept in {where}; 12 had been kept before\n"


def test_the_json_is_the_same_whether_kept_now_kept_before_or_not_at_all(lines, where):
    printed = [tidings("read", lines, "--json", *rest).stdout for rest in ((), *[("--keep", "--store", where)] * 2)]
    assert printed[0] == printed[1] == printed[2] != ""


def test_one_report_is_printed_as_it_is_kept(tmp_path, where):
    path = tmp_path / "a.txt"
    path.write_text(TEXT.format(3))
    pages = [tidings("read", path, "--keep", "--store", where).stdout for _ in range(2)]
    assert "Ouallam" in pages[0]
    assert "Ouallam" in pages[1]


def test_a_store_without_keeping_is_a_mistake(lines, where):
    done = tidings("read", lines, "--store", where)
    assert done.exit_code == 2
    assert "give --keep too" in done.stderr


def test_a_run_that_is_killed_and_run_again_ends_in_the_same_store(lines, where, tmp_path):
    undisturbed = tmp_path / "undisturbed.sqlite"
    tidings("read", lines, "--keep", "--store", undisturbed)
    command = [sys.executable, "-m", "tidings", "read", str(lines), "--keep", "--json", "--store", str(where)]
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    for pause in (0.0, 0.05):
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            process.stdout.readline()
            time.sleep(pause)
            process.send_signal(signal.SIGKILL)
            process.wait()
    assert tidings("read", lines, "--keep", "--store", where).exit_code == 0
    assert rows(where) == rows(undisturbed)


@pytest.mark.parametrize("command", ["info", "check", "rebuild", "upgrade"])
def test_each_command_answers_in_words(command, lines, where):
    tidings("read", lines, "--keep", "--store", where)
    done = tidings("store", command, "--store", where)
    assert done.exit_code == 0
    assert str(where) in done.stdout


def test_a_damaged_store_is_told_with_an_exit_code(lines, where):
    tidings("read", lines, "--keep", "--store", where)
    with open_store(where) as store, store.begin() as unit:
        unit.connection.execute(text("UPDATE incidents SET title = 'x'"))
    command = [sys.executable, "-m", "tidings", "store", "check", "--store", str(where)]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(SRC)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 8
    assert "title is 'x', should be" in done.stdout
    assert "run `tidings store rebuild`" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_backup_opens_as_a_store(lines, where, tmp_path):
    tidings("read", lines, "--keep", "--store", where)
    assert tidings("store", "backup", tmp_path / "copy.sqlite", "--store", where).exit_code == 0
    assert rows(tmp_path / "copy.sqlite") == rows(where)

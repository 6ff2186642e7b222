"""A desk that runs shows what a reading process adds meanwhile: two processes on one SQLite file."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tidings.keeping import check_store
from tidings.store import open_store

SRC = Path(__file__).parents[2] / "src"
TEXT = "NIAMEY – Mortar shells hit a market in the town of Ouallam on Tuesday, killing {} traders, the army said.\n"
REPORTS = 24
LONGEST_S = 180


def start(*arguments):
    command = [sys.executable, "-m", "tidings", *map(str, arguments)]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(SRC)}, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def serving(tmp_path):
    """Serve an empty store in a process of its own; yield its file and its address."""
    where = tmp_path / "store.sqlite"
    process = start("serve", "--store", where, "--port", 0)
    try:
        yield where, re.search(r"http://\S+?(?=/ )", process.stderr.readline()).group(0)
    finally:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=30)[1]
        assert "locked" not in rest
        assert "Traceback" not in rest


def get(address):
    return httpx.get(address, timeout=60).raise_for_status().text


def wait_for(address):
    """Wait until a process that was started a moment ago listens."""
    for _ in range(300):
        try:
            return get(address)
        except httpx.ConnectError:
            time.sleep(0.1)
    raise TimeoutError(address)


def arrivals(address):
    return json.loads(get(f"{address}/arrivals?once=1").removeprefix("data: "))


def test_a_running_desk_shows_reports_while_another_process_reads_them(serving, tmp_path):
    where, address = serving
    assert "The store is empty" in wait_for(f"{address}/")
    lines = tmp_path / "in.jsonl"
    lines.write_text("".join(json.dumps({"id": f"r{n}", "text": TEXT.format(n + 2)}) + "\n" for n in range(REPORTS)))
    reader = start("read", lines, "--keep", "--store", where, "--threads", 1)
    seen, began = [], time.monotonic()
    while reader.poll() is None:
        assert time.monotonic() - began < LONGEST_S
        seen.append(arrivals(address)["reports"])
        for page in ("/", "/reports", "/incidents", "/search?q=market"):
            get(address + page)
    complaints = reader.communicate()[1]
    assert (reader.returncode, complaints) == (0, f"tidings: {REPORTS} new reports kept in {where}\n")
    assert seen == sorted(seen)
    assert any(0 < count < REPORTS for count in seen), f"the desk saw {sorted(set(seen))} reports"
    assert arrivals(address) == {"reports": REPORTS, "incidents": arrivals(address)["incidents"], "fresh": REPORTS}
    assert f'href="/reports/r{REPORTS - 1}"' in get(f"{address}/reports")
    assert "Reports are being read into the store" in get(f"{address}/")
    with open_store(where) as store:
        assert check_store(store) == ()


def test_a_coder_can_decide_while_another_process_reads(serving, tmp_path):
    where, address = serving
    wait_for(f"{address}/")
    lines = tmp_path / "in.jsonl"
    lines.write_text("".join(json.dumps({"id": f"r{n}", "text": TEXT.format(n + 2)}) + "\n" for n in range(REPORTS)))
    reader = start("read", lines, "--keep", "--store", where, "--threads", 1)
    while arrivals(address)["reports"] == 0:
        assert reader.poll() is None
        time.sleep(0.05)
    kept = 0
    while reader.poll() is None or not kept:
        sent = {"by": "Ada", "kind": "note", "subject": "item:r0#v1", "note": f"{kept}"}
        assert httpx.post(f"{address}/api/decisions", json=sent, timeout=60).status_code == 201
        kept += 1
        time.sleep(0.05)
    reader.communicate()
    assert reader.returncode == 0
    assert json.loads(get(f"{address}/api/decisions?by=Ada"))["total"] == kept
    assert arrivals(address)["reports"] == REPORTS

"""A desk on a store of the sample reports about one mission: read once, copied for each test."""

import asyncio
import shutil
import socket
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from tidings.batch import load_encoder
from tidings.keeping import keep_record
from tidings.pipeline import read_report
from tidings.samples import load_mission
from tidings.sources.take import take_in
from tidings.store import open_store
from tidings.web.app import create_app

CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def mission_file(tmp_path_factory):
    """The file of a store with the twelve sample reports, each added a day after the one before."""
    path = tmp_path_factory.mktemp("mission") / "mission.sqlite"
    encoder = load_encoder(1)
    with open_store(path) as store:
        for number, report in enumerate(load_mission(), start=1):
            arrived = take_in(report)
            record = read_report(arrived.report, encoder, arrived.problems)
            keep_record(store, record, at=f"2026-11-{number:02}T08:00:00+00:00")
    return path


@pytest.fixture
def mission_store(mission_file, tmp_path):
    shutil.copy(mission_file, tmp_path / "mission.sqlite")
    with open_store(tmp_path / "mission.sqlite") as store:
        yield store


@pytest.fixture
def desk(mission_store):
    """A client of the desk at whose browser nobody has given a name."""
    with TestClient(create_app(mission_store, hosts=["testserver"])) as client:
        yield client


@pytest.fixture
def desk_of(mission_store):
    """Clients of one desk by the names of their coders."""
    app = create_app(mission_store, hosts=["testserver"])

    def made(coder):
        client = TestClient(app)
        client.post("/coder", data={"name": coder, "next": "/"}, follow_redirects=False)
        return client

    return made


@contextmanager
def served(store):
    """Serve a store on a free port of this machine; yield its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(store), log_level="error"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])))
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture
def address(mission_store):
    with served(mission_store) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    sync_api = pytest.importorskip("playwright.sync_api")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no Chromium at {CHROMIUM}: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()

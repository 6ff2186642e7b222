"""Take the README's pictures of the desk: `python -m docs.desk_pictures` (needs Chromium and Playwright).

The store is made of the sample reports that come with the package, read anew.
"""

import asyncio
import re
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import uvicorn
from playwright.sync_api import Page, sync_playwright

from tidings.batch import read_all
from tidings.keeping import keep_record
from tidings.samples import load_mission
from tidings.store import Store, open_store
from tidings.web import create_app

FOLDER = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
SIZE = {"width": 1240, "height": 860}
REPORT = "agadez_rockets"


@contextmanager
def desk(store: Store) -> Iterator[str]:
    """Serve a store on a free port; yield its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(store), log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])))
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def take_pictures(page: Page, address: str) -> None:
    """Write the pictures of a report and of its incident."""
    page.goto(f"{address}/reports/{REPORT}#v1")
    page.wait_for_selector(".source .lit")
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=FOLDER / "desk-report.png")
    with urlopen(f"{address}/reports/{REPORT}") as answer:  # noqa: S310 - the desk on this machine
        found = re.search(r'id="v1".*?href="(/incidents/[^"]+)"', answer.read().decode(), re.DOTALL)
    if found is None:
        raise SystemExit("the report's first event belongs to no incident")
    page.goto(address + found[1])
    page.screenshot(path=FOLDER / "desk-incident.png")


def main() -> None:
    """Read the samples into a store of their own and take the pictures."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "samples.sqlite") as store:
        for number, record in enumerate(read_all(load_mission()), start=1):
            keep_record(store, record, at=f"2026-11-{number:02}T08:00:00+00:00")
        with desk(store) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            take_pictures(browser.new_page(viewport=SIZE), address)
            browser.close()


if __name__ == "__main__":
    main()

"""Speed of the desk: pages from a store of many generated events, over HTTP inside this process."""

import json
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click
from sqlalchemy import Connection, insert
from starlette.testclient import TestClient

from tidings.model.record import Record
from tidings.model.report import Report
from tidings.resources.outlines import Outlines
from tidings.store import Store, open_store
from tidings.store.engine import WRITES
from tidings.store.keys import incident_id
from tidings.store.reports import digest_of, pack_record
from tidings.store.tables import casualties, copies, events, incidents, problems, reports
from tidings.web import create_app

Row = dict[str, Any]

KINDS = (
    ("ASSAULT", "firearms"),
    ("ASSAULT", "explosives"),
    ("COERCE", "arrest"),
    ("PROTEST", "demo"),
    (None, "accident"),
)
COUNTRIES = ("NER", "MLI", "BFA", "IRQ", "SYR", "UKR", "COL", "MMR", "SOM", "COD")
STATUSES = ("happened",) * 8 + ("planned", "possible")
REVIEWS = ("open",) * 8 + ("accepted", "rejected")
FIRST_DAY = date(2018, 1, 1)
DAYS = 2600
TOWNS = 6000
#: The share of incidents without a figure.
UNCOUNTED = 0.4
#: Rows that go into the store at once.
AT_ONCE = 5000
#: A page is asked for so often; the median counts.
TIMES = 15
#: What a page of 50 incidents may take at the median.
LIMIT_MS = 200

PAGES: dict[str, str] = {
    "incidents": "/incidents",
    "incidents, page 200": "/incidents?page=200",
    "incidents of a month": "/incidents?from=2021-03-01&to=2021-03-31",
    "incidents of a country": "/incidents?country=NER",
    "incidents of a kind, by killed": "/incidents?kind=ASSAULT/explosives&sort=killed",
    "incidents with injured": "/incidents?harm=injured",
    "incidents by words": "/incidents?q=checkpoint",
    "overview": "/",
    "reports": "/reports",
    "one incident": f"/incidents/{incident_id(100)}",
    "one report": "/reports/r0000100",
}


@click.command("desk-speed")
@click.option("--events", "count", default=100_000, show_default=True, help="So many events, each in a report.")
@click.option("--keep", type=click.Path(path_type=Path), help="Keep the generated store in this file, or use it again.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def desk_speed(count: int, keep: Path | None, *, as_json: bool) -> None:
    """Time the pages of the desk on a store of generated events."""
    with tempfile.TemporaryDirectory() as folder:
        path = keep or Path(folder) / "generated.sqlite"
        is_new = not path.exists()
        with open_store(path) as store:
            if is_new:
                fill_store(store, count)
            figures = measure_pages(store)
    for name, figure in figures.items():
        click.echo(json.dumps({"page": name, **figure}) if as_json else _told(name, figure))
    if figures["incidents"]["median_ms"] > LIMIT_MS:
        raise click.ClickException(f"a page of incidents took more than {LIMIT_MS} ms")


def measure_pages(store: Store) -> dict[str, Row]:
    """Return the median, the slowest and the processor's time of each page, in milliseconds, with its size."""
    with TestClient(create_app(store, hosts=["testserver"])) as client:
        return {name: _measure(client, address) for name, address in PAGES.items()}


def fill_store(store: Store, count: int) -> None:
    """Write generated incidents, two and a half events each, straight into the tables."""
    chance = random.Random(1)  # noqa: S311 - the same store every time
    towns = Outlines.load().towns((-180.0, -90.0, 180.0, 90.0), TOWNS)
    drawn = [_incident(key, towns[chance.randrange(len(towns))], chance) for key in range(1, count * 2 // 5 + 1)]
    with store.engine.execution_options(**{WRITES: True}).begin() as connection:
        _insert(connection, incidents, iter(drawn))
        _insert(connection, reports, (_report(key) for key in range(1, count + 1)))
        _insert(connection, copies, ({"report_key": key, "group_key": key} for key in range(1, count + 1)))
        _insert(connection, events, (_event(key, drawn[key % len(drawn)]) for key in range(1, count + 1)))
        _insert(connection, casualties, (_figure(key) for key in range(1, count + 1)))
        wrong = {"kind": "unresolved-place", "message": "A place could not be found."}
        _insert(connection, problems, ({"report_key": key, **wrong} for key in range(1, count + 1, 3)))


def _insert(connection: Connection, table: Any, rows: Iterator[Row]) -> None:  # noqa: ANN401 - a table
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == AT_ONCE:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)


def _incident(key: int, town: Any, chance: random.Random) -> Row:  # noqa: ANN401 - a town of the outlines
    type_, mode = chance.choice(KINDS)
    day = (FIRST_DAY + timedelta(days=int(DAYS * chance.random() ** 0.7))).isoformat()
    killed, injured = (None if chance.random() < UNCOUNTED else chance.randrange(0, 30) for _ in range(2))
    moment = f"2026-{1 + key % 12:02}-{1 + key % 28:02}T08:00:00+00:00"
    return {
        "key": key,
        "id": incident_id(key),
        "title": f"Gunmen on motorcycles attacked a checkpoint outside {town.name} on the road to the market.",
        "type": type_,
        "mode": mode,
        "status": chance.choice(STATUSES),
        "date_from": day,
        "date_to": day,
        "date_precision": "day",
        "geonames_id": key,
        "place_name": town.name,
        "place_precision": "town",
        "lat": -town.y * 0.8,
        "lon": town.x,
        "country": COUNTRIES[len(town.name) % len(COUNTRIES)],
        "killed_least": killed,
        "killed_most": None if killed is None else killed + key % 3,
        "injured_least": injured,
        "injured_most": injured,
        "reports": 3,
        "sources": 2,
        "first_seen": moment,
        "last_changed": moment,
        "review": chance.choice(REVIEWS),
    }


def _report(key: int) -> Row:
    text = f"Gunmen attacked a checkpoint, killing {key % 30} people, officials said. Number {key}."
    record = Record(report=Report(id=f"r{key:07}", text=text))
    return {
        "key": key,
        "id": record.report.id,
        "digest": digest_of(text),
        "title": f"Checkpoint attacked, {key % 30} dead",
        "published": (FIRST_DAY + timedelta(days=key % DAYS)).isoformat(),
        "added_at": f"2026-{1 + key % 12:02}-{1 + key % 28:02}T08:00:00+00:00",
        "reader": "generated",
        "record": pack_record(record),
    }


def _event(key: int, incident: Row) -> Row:
    taken = {"type", "mode", "status", "date_from", "date_to", "date_precision", "geonames_id", "place_name"}
    taken |= {"place_precision", "lat", "lon", "country"}
    return {
        **{name: incident[name] for name in taken},
        "key": key,
        "report_key": key,
        "id": "v1",
        "incident_key": incident["key"],
        "headline": incident["title"],
        "start": 0,
        "end": 6,
        "confidence": 0.8,
        "review": "open",
        "changed_at": incident["last_changed"],
    }


def _figure(key: int) -> Row:
    count = {
        "harm": "killed",
        "at_least": key % 30,
        "at_most": key % 30,
        "approximate": False,
        "victim": "unknown",
        "is_official": False,
    }
    return {"key": key, "event_key": key, "id": "c1", **count, "source": "report", "start": 31, "end": 48}


def _measure(client: TestClient, address: str) -> Row:
    client.get(address)
    taken, worked = [], []
    for _ in range(TIMES):
        began, began_cpu = time.perf_counter(), time.process_time()
        answer = client.get(address)
        taken.append(1000 * (time.perf_counter() - began))
        worked.append(1000 * (time.process_time() - began_cpu))
    if answer.status_code != 200:  # noqa: PLR2004 - the page must be there
        raise click.ClickException(f"{address} answers {answer.status_code}")
    return {
        "median_ms": round(statistics.median(taken)),
        "slowest_ms": round(max(taken)),
        "cpu_ms": round(min(worked)),
        "kb": round(len(answer.content) / 1000),
    }


def _told(name: str, figure: Row) -> str:
    return (
        f"{name:32}{figure['median_ms']:6} ms at the median, {figure['slowest_ms']:6} ms at most, "
        f"{figure['cpu_ms']:6} ms of processor time, {figure['kb']:5} kB"
    )

"""What adding one report costs in a small store and in a large one: time, rows looked at, and memory.

The store is filled with made-up reports by writing its tables directly (a report's row, its event
with features, blocks and incident, and index bands), because only its size matters; what is timed
is `keep_record`, the product's own way in, with copies, merging and all. Half of the timed reports
tell of an incident that the store has.
"""

import json
import random
import resource
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

import click

from quality.corpus import Row
from quality.happenings import Happening, features_of, load_towns, make_happenings, record_of
from tidings.keeping import keep_record
from tidings.resolution import find_blocks
from tidings.store import open_store
from tidings.store.event_rows import features_json
from tidings.store.keys import incident_key, own_incident, row_key

AT = "2026-01-01T00:00:00+00:00"
BANDS = 24
CHUNK = 5_000
WARM_UP = 20


@click.command("resolution-cost")
@click.option("--small", default=1_000, show_default=True, help="Reports in the small store.")
@click.option("--large", default=200_000, show_default=True, help="Reports in the large store.")
@click.option("--timed", default=200, show_default=True, help="Reports added and timed at each size.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def resolution_cost(small: int, large: int, timed: int, *, as_json: bool) -> None:
    """Show what adding a report costs at two sizes of the store, side by side."""
    figures = measure_cost((small, large), timed)
    if as_json:
        click.echo(json.dumps(figures))
        return
    for name in figures[0]:
        click.echo(f"{name:34}" + "".join(f"{row[name]:>14}" for row in figures))


def measure_cost(sizes: tuple[int, ...], timed: int) -> list[Row]:
    """Return the cost of adding reports at each size, the same reports to be told of at each."""
    source = make_happenings(load_towns())
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite"
        open_store(path).close()
        there: list[Happening] = []
        for size in sizes:
            fresh = list(islice(source, size - len(there)))
            _fill(path, len(there), fresh)
            there += fresh
            figures.append(_measure(path, there, list(islice(source, timed)), size))
    return figures


def _measure(path: Path, there: list[Happening], fresh: list[Happening], size: int) -> Row:
    rng = random.Random(size)  # noqa: S311 - made-up data
    known = [_again(told, f"again-{size}-{n}") for n, told in enumerate(rng.sample(there, len(fresh) // 2))]
    reports = [record_of(told) for told in (*known, *fresh[: len(fresh) // 2])]
    rng.shuffle(reports)
    store = open_store(path)
    cpu, wall = [], []
    for record in reports:
        start, started = time.process_time(), time.perf_counter()
        keep_record(store, record, AT)
        cpu.append(1000 * (time.process_time() - start))
        wall.append(1000 * (time.perf_counter() - started))
    store.close()
    return {
        "reports in the store": size,
        "reports added": len(reports),
        "told of a known incident, joined": _joined(path, [told.report for told in known]),
        "CPU ms a report, median": round(median(cpu[WARM_UP:]), 1),
        "CPU ms a report, 95th percentile": round(quantiles(cpu[WARM_UP:], n=20)[-1], 1),
        "wall ms a report, median": round(median(wall[WARM_UP:]), 1),
        "peak memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "store MB": path.stat().st_size // 2**20,
    }


def _again(told: Happening, report: str) -> Happening:
    """Return one more report of a happening; its words are its own but for most of the happening's."""
    return Happening(**{name: getattr(told, name) for name in told.__slots__} | {"report": report})


def _joined(path: Path, reports: list[str]) -> str:
    marks = ", ".join("?" * len(reports))
    query = f"""SELECT COUNT(*) FROM events e JOIN reports r ON r.key = e.report_key JOIN incidents i
        ON i.key = e.incident_key WHERE r.id IN ({marks}) AND i.reports > 1"""  # noqa: S608 - question marks alone
    with closing(sqlite3.connect(path)) as database:
        return f"{database.execute(query, reports).fetchone()[0]} of {len(reports)}"


def _fill(path: Path, before: int, fresh: list[Happening]) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA synchronous = OFF")
        key = database.execute("SELECT COALESCE(MAX(key), 0) FROM reports").fetchone()[0]
        numbered = enumerate(fresh, start=max(key, before) + 1)
        while chunk := list(islice(numbered, CHUNK)):
            with database:
                for table, rows in _rows(chunk).items():
                    _insert(database, table, rows)


def _insert(database: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    names = ", ".join(rows[0])
    marks = ", ".join(f":{name}" for name in rows[0])
    database.executemany(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 - own names


def _rows(chunk: list[tuple[int, Happening]]) -> dict[str, list[Row]]:
    return {
        "reports": [_report(key, told) for key, told in chunk],
        "copies": [{"report_key": key, "group_key": key} for key, _ in chunk],
        "copy_bands": [row for key, _ in chunk for row in _bands(key)],
        "incidents": [_incident(told) for _, told in chunk],
        "events": [_event(key, told) for key, told in chunk],
        "event_blocks": [
            {"block": block, "event_key": row_key(key, 0)}
            for key, told in chunk
            for block in find_blocks(features_of(told))
        ],
    }


def _report(key: int, told: Happening) -> Row:
    return {
        "key": key,
        "id": told.report,
        "digest": f"{key:064x}",
        "published": str(told.written),
        "added_at": AT,
        "reader": "made",
        "record": b"",
    }


def _bands(key: int) -> Iterator[Row]:
    rng = random.Random(key)  # noqa: S311 - made-up data
    yield from ({"report_key": key, "band": f"r{rng.getrandbits(64):016x}"} for _ in range(BANDS))


def _incident(told: Happening) -> Row:
    incident = own_incident(f"item:made-{told.number}-0#v1")
    return {
        "key": incident_key(incident),
        "id": incident,
        "title": told.report,
        "status": "happened",
        "date_from": str(told.day),
        "date_to": str(told.day),
        "country": told.town.country,
        "reports": 1,
        "sources": 1,
        "first_seen": AT,
        "last_changed": AT,
        "review": "open",
    }


def _event(key: int, told: Happening) -> Row:
    features = features_of(told)
    return {
        "key": row_key(key, 0),
        "report_key": key,
        "id": "v1",
        "incident_key": _incident(told)["key"],
        "headline": told.report,
        "type": features.type,
        "mode": features.mode,
        "status": features.status,
        "date_from": features.date_from,
        "date_to": features.date_to,
        "date_precision": "day",
        "geonames_id": features.geonames_id,
        "place_name": features.place_name,
        "place_precision": "town",
        "lat": features.lat,
        "lon": features.lon,
        "country": features.country,
        "start": 0,
        "end": 6,
        "confidence": 0.9,
        "review": "open",
        "changed_at": AT,
        "features": features_json(features),
    }

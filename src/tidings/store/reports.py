"""The reports: kept once, with the record's own bytes."""

import json
import zlib
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, count
from urllib.parse import urlsplit

from sqlalchemy import Connection, bindparam, func, insert, select

from tidings.config import VERSION
from tidings.errors import NoSuchReport, ReportIdTooLong
from tidings.model.record import Record
from tidings.model.report import ZoneKind
from tidings.store.plain import plain_row
from tidings.store.tables import ID_CHARACTERS, reports

#: Between a report's id and the number of its later version: "ID~2".
LATER = "~"
TITLE_CHARACTERS = 200
_FIRST_WORDS = 12
#: So many characters of an id that is too long stand in the complaint.
_SHOWN_CHARACTERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A report of the store: its key, its id there, and when it was added."""

    key: int
    id: str
    added_at: str


def digest_of(text: str) -> str:
    """Return what a report is known again by."""
    return sha256(_bytes(text)).hexdigest()


def find_kept(connection: Connection, report_id: str, digest: str) -> Kept | None:
    """Return the report of this id, or a later version of it, that has this text."""
    c = reports.c
    found = connection.execute(select(c.key, c.id, c.added_at).where(c.digest == digest)).all()
    return next((Kept(**row._asdict()) for row in found if is_version(row.id, report_id)), None)


def is_version(kept_id: str, report_id: str) -> bool:
    """Say whether a kept id is a report's own or that of a later version of it.

    >>> is_version("a~2", "a"), is_version("a", "a"), is_version("a~b", "a")
    (True, True, False)
    """
    number = kept_id.removeprefix(report_id + LATER)
    return kept_id == report_id or (number != kept_id and number.isdecimal())


def insert_report(connection: Connection, record: Record, at: str) -> Kept:
    """Keep a record under its report's id; under "ID~2", "ID~3" and so on when that has another text.

    Raises:
        ReportIdTooLong: when no database of the store's form holds its id.
    """
    kept = Kept(key=_next_key(connection), id=_free_id(connection, record.report.id), added_at=at)
    report, written, published = record.report, record.written, record.published
    row = {
        "key": kept.key,
        "id": kept.id,
        "digest": digest_of(report.text),
        "uri": report.uri,
        "title": title_of(record),
        "publisher": _publisher(report.uri),
        "language": report.language,
        "published": published.date if published else None,
        "written_from": written.from_ if written else None,
        "written_to": written.to if written else None,
        "added_at": at,
        "reader": VERSION,
        "record": pack_record(record),
    }
    connection.execute(insert(reports), plain_row(row))
    return kept


def pack_record(record: Record) -> bytes:
    """Return a record's JSON line as it is kept."""
    return zlib.compress(_bytes(record.to_json()), 6)


def unpack_line(packed: bytes) -> str:
    """Return the JSON line that was packed, byte for byte."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def load_record(connection: Connection, key: int) -> Record:
    """Return the record of a report as it was read."""
    return Record.from_json(load_line(connection, key))


def load_text(connection: Connection, key: int) -> Record:
    """Return a report's text and zones, without what was made of them: quicker than the whole record."""
    value = json.loads(load_line(connection, key))
    return Record.from_dict({"schema": value["schema"], "report": value["report"]})


def load_line(connection: Connection, key: int) -> str:
    """Return the JSON line of a report's record."""
    return unpack_line(connection.execute(select(reports.c.record).where(reports.c.key == key)).scalar_one())


def load_line_of(connection: Connection, report_id: str) -> str:
    """Return the JSON line of a report's record by the report's id.

    Raises:
        NoSuchReport: when there is none of this id.
    """
    packed = connection.scalar(select(reports.c.record).where(reports.c.id == report_id))
    if packed is None:
        raise NoSuchReport(report_id)
    return unpack_line(packed)


def title_of(record: Record) -> str:
    """Return what a report is called: its title, else its headline, else its first words."""
    text = record.report.text
    headline = next((zone.span.of(text) for zone in record.zones if zone.kind is ZoneKind.HEADLINE), "")
    for title in (record.report.title or "", headline):
        if title.strip():
            return " ".join(title.split())[:TITLE_CHARACTERS]
    words = text.split()
    return " ".join(words[:_FIRST_WORDS])[:TITLE_CHARACTERS] + ("…" if len(words) > _FIRST_WORDS else "")


def _next_key(connection: Connection) -> int:
    # Not a sequence: a transaction that fails must leave no gap, so that a rerun ends in the same store.
    return 1 + (connection.scalar(select(func.max(reports.c.key))) or 0)


def _free_id(connection: Connection, report_id: str) -> str:
    versions = chain([report_id], (f"{report_id}{LATER}{number}" for number in count(2)))
    taken = select(reports.c.key).where(reports.c.id == bindparam("version"))
    free = next(v for v in versions if connection.execute(taken, {"version": v}).first() is None)
    if len(free) > ID_CHARACTERS:
        raise ReportIdTooLong(free[:_SHOWN_CHARACTERS], len(free), ID_CHARACTERS)
    return free


def _publisher(uri: str | None) -> str | None:
    try:
        host = urlsplit(uri or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.")[:200] if host else None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")

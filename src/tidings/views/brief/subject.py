"""What a brief is to be about: the words that a user gives, found in the store."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from tidings.errors import SubjectAmbiguous, SubjectUnknown
from tidings.store import Connection
from tidings.store.queries.briefs import SubjectRow, find_like, find_named, find_names_near
from tidings.store.queries.missions import find_mission

#: Kinds that may stand in front of a name: “place:Agadez”.
KINDS = ("mission", "actor", "place", "incident")
#: So many names are offered.
OFFERED = 6
#: Names less alike than this are not offered.
LEAST_ALIKE = 0.45


def find_subject(connection: Connection, words: str) -> SubjectRow:
    """Return the one actor, mission, place or incident of this name or id.

    Raises:
        SubjectUnknown: when there is none; it offers names that are written alike.
        SubjectAmbiguous: when there are several.
    """
    wanted, name = _taken_apart(words)
    exact = _of_kind(find_named(connection, name), wanted)
    found = exact or _of_kind(find_like(connection, name), wanted)
    if not found:
        near = _nearest(name, find_names_near(connection, name))
        raise SubjectUnknown(words, f"; the nearest are: {_offer(near)}" if near else "")
    if len(found) > 1:
        raise SubjectAmbiguous(words, _offer(_nearest(name, found, least=0.0)))
    return _as_mission(connection, found[0])


def _taken_apart(words: str) -> tuple[str, str]:
    kind, colon, name = words.strip().partition(":")
    return (kind, name.strip()) if colon and kind in KINDS else ("", words.strip())


def _of_kind(rows: Sequence[SubjectRow], kind: str) -> list[SubjectRow]:
    wanted = "actor" if kind == "mission" else kind
    return [row for row in rows if not wanted or row.kind == wanted]


def _as_mission(connection: Connection, row: SubjectRow) -> SubjectRow:
    is_mission = row.kind == "actor" and find_mission(connection, row.id) is not None
    return SubjectRow(kind="mission", id=row.id, name=row.name) if is_mission else row


def _nearest(name: str, rows: Sequence[SubjectRow], least: float = LEAST_ALIKE) -> list[SubjectRow]:
    alike = [(SequenceMatcher(None, name.lower(), row.name.lower()).ratio(), row) for row in rows]
    ranked = sorted((pair for pair in alike if pair[0] >= least), key=lambda pair: (-pair[0], pair[1].name))
    return [row for _, row in ranked[:OFFERED]]


def _offer(rows: Sequence[SubjectRow]) -> str:
    return "; ".join(f"{row.name} ({row.kind}:{row.id})" for row in rows)

"""Keys that follow from what they stand for, so that a rebuild gives every row its old key.

A row of a report has the report's key times ten thousand plus its place in the record; an
incident or actor has a number made from its id. Fifteen hexadecimal digits are 60 bits: they fit
both engines, and among ten million incidents two would share one with a chance of one in 20,000.
"""

from hashlib import sha256

#: Room for the items of one kind in one report; the longest report that is read has some 16,000 words.
ROOM = 10_000
_DIGITS = 15


def row_key(report_key: int, position: int) -> int:
    """Return the key of the row at a position (from 0) of a report."""
    return report_key * ROOM + position


def own_incident(event_ref: str) -> str:
    """Return the id of the incident that an event begins."""
    return "i" + _hash(event_ref)


def split_incident(event_ref: str) -> str:
    """Return the id of the incident of an event that a person has set apart."""
    return "i" + _hash(f"{event_ref} apart")


def split_actor(entity_ref: str) -> str:
    """Return the id of the actor of an entity that a person has set apart."""
    return "apart-" + _hash(entity_ref)


def incident_key(incident: str) -> int:
    """Return the key of an incident by its id."""
    return int(incident[1:], 16)


def incident_id(key: int) -> str:
    """Return the id of an incident by its key."""
    return f"i{key:0{_DIGITS}x}"


def actor_key(actor: str) -> int:
    """Return the key of an actor by its id."""
    return int(_hash(actor), 16)


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]

"""The store: what was read and what was decided, and what follows from the two."""

from sqlalchemy import Connection

from tidings.store.backup import back_up, describe_store
from tidings.store.check import Finding, check
from tidings.store.decisions import Draft
from tidings.store.open import open_store
from tidings.store.rebuild import Progress, rebuild
from tidings.store.reports import Kept
from tidings.store.rules import ActorFound, CopyFound, IncidentFound, RuleActor, Rules
from tidings.store.search import Hit, count_hits, find_hits
from tidings.store.store import Store
from tidings.store.unit import Unit

__all__ = [
    "ActorFound",
    "Connection",
    "CopyFound",
    "Draft",
    "Finding",
    "Hit",
    "IncidentFound",
    "Kept",
    "Progress",
    "RuleActor",
    "Rules",
    "Store",
    "Unit",
    "back_up",
    "check",
    "count_hits",
    "describe_store",
    "find_hits",
    "open_store",
    "rebuild",
]

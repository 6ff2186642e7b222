"""The store: what was read and what was decided, and what follows from the two."""

from sqlalchemy import Connection

from tidings.store.decisions import Draft
from tidings.store.open import open_store
from tidings.store.reports import Kept
from tidings.store.rules import ActorFound, CopyFound, IncidentFound, RuleActor, Rules
from tidings.store.store import Store
from tidings.store.unit import Unit

__all__ = [
    "ActorFound",
    "Connection",
    "CopyFound",
    "Draft",
    "IncidentFound",
    "Kept",
    "RuleActor",
    "Rules",
    "Store",
    "Unit",
    "open_store",
]

"""tidings reads news reporting on security situations into a record in which every value is tied to its words.

    import tidings
    record = tidings.read(text, published="2021-02-19")
    record.events, record.statements, record.to_json()
    store = tidings.open_store("month.sqlite")
    tidings.keep_record(store, record)

In a notebook a record shows itself as a page, with its evidence marked in the text.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from tidings.config import VERSION as __version__  # noqa: N811 - the name that Python looks for
from tidings.errors import BadDate, ConfigError, EmptyReport, SourceError, StoreError, TidingsError
from tidings.model.event import Agent, Casualties, Event, Responsibility, Status, Target, Weapon, Where
from tidings.model.force import Condition, ForceLevel
from tidings.model.mention import Entity, Mention
from tidings.model.place import Place, PlaceCandidate
from tidings.model.problem import Problem
from tidings.model.record import Record
from tidings.model.relation import Relation, Thread
from tidings.model.report import Published, Report, Written, Zone
from tidings.model.span import Span
from tidings.model.statement import Act, Speaker, Statement
from tidings.model.time import Time
from tidings.model.when import Interval, When

if TYPE_CHECKING:
    from tidings.batch import read, read_all
    from tidings.keeping import keep_record
    from tidings.store import Store, open_store

__all__ = [
    "Act",
    "Agent",
    "BadDate",
    "Casualties",
    "Condition",
    "ConfigError",
    "EmptyReport",
    "Entity",
    "Event",
    "ForceLevel",
    "Interval",
    "Mention",
    "Place",
    "PlaceCandidate",
    "Problem",
    "Published",
    "Record",
    "Relation",
    "Report",
    "Responsibility",
    "SourceError",
    "Span",
    "Speaker",
    "Statement",
    "Status",
    "Store",
    "StoreError",
    "Target",
    "Thread",
    "TidingsError",
    "Time",
    "Weapon",
    "When",
    "Where",
    "Written",
    "Zone",
    "__version__",
    "keep_record",
    "open_store",
    "read",
    "read_all",
]

#: What is loaded on first use, because heavy libraries come with it.
_LATER = {
    "Store": "tidings.store",
    "keep_record": "tidings.keeping",
    "open_store": "tidings.store",
    "read": "tidings.batch",
    "read_all": "tidings.batch",
}


def __getattr__(name: str) -> object:
    """Return a verb of the package; `import tidings` alone loads plain values only."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


def _show_in_notebook(record: Record) -> str:
    """Return a record as HTML; the view is loaded when a notebook asks for the first time."""
    page: str = import_module("tidings.views").to_html(record)
    return page


# The model knows no views, and a notebook knows only this method: the front door, which sees both, joins them.
Record._repr_html_ = _show_in_notebook  # type: ignore[attr-defined]

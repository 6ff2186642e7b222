"""The overview of a store: how much is in it, what is new, what changed, what looks wrong."""

from dataclasses import dataclass

from tidings.store import Store
from tidings.store.queries.overview import count_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything on the overview."""

    counts: dict[str, int]


def load_overview(store: Store) -> Overview:
    """Return the overview of a store as it is now."""
    with store.connect() as connection:
        return Overview(counts=count_all(connection))

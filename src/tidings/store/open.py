"""Open a store: find it, make it if it is new, bring it to the present revision."""

import os
from pathlib import Path

from tidings.store.engine import default_path, make_engine
from tidings.store.migrate import REVISION, upgrade
from tidings.store.store import Store, translated

#: Names the store when no option does.
VARIABLE = "TIDINGS_STORE"


def open_store(where: str | Path | None = None) -> Store:
    """Return the store at a place, made if there is none, upgraded if it is old.

    Args:
        where: a file, or the address of a PostgreSQL database (postgresql://…); None for
            $TIDINGS_STORE, or else a file in the user's data folder.

    Raises:
        StoreError: when the place cannot be a store, or is one of a newer tidings.
    """
    place = where or os.environ.get(VARIABLE) or default_path()
    engine = make_engine(place)
    shown = engine.url.render_as_string() if "://" in str(place) else str(place)
    try:
        with translated(shown):
            before = upgrade(engine, shown)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, shown, revision=REVISION, upgraded_from=before)

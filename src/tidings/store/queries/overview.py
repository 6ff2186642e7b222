"""What the overview asks the store."""

from sqlalchemy import Connection, func, select

from tidings.store.tables import incidents, reports, statements, threads


def count_all(connection: Connection) -> dict[str, int]:
    """Return how many reports, incidents, … the store holds."""
    counted = {
        "reports": select(func.count()).select_from(reports),
        "incidents": select(func.count()).select_from(incidents),
        "to review": select(func.count()).select_from(incidents).where(incidents.c.review == "open"),
        "statements": select(func.count()).select_from(statements),
        "open threads": select(func.count()).select_from(threads).where(threads.c.is_open),
    }
    return {name: connection.execute(query).scalar_one() for name, query in counted.items()}

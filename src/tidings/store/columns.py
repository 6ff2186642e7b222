"""Columns that several tables have."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, String

#: SQLite's row number, which is 64 bits wide anyway.
KEY = BigInteger().with_variant(Integer, "sqlite")


def make_metadata() -> MetaData:
    """Return a collection of tables whose constraints and indexes have names that follow from their columns."""
    names = {
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
    return MetaData(naming_convention=names)


def key_column() -> Column[int]:
    """Return a primary key that is given, not counted up by the engine."""
    return Column("key", KEY, primary_key=True, autoincrement=False)


def review_column(*, index: bool = False) -> Column[str]:
    """Return what a person last decided: open, accepted, corrected, rejected or unsure."""
    return Column("review", String(10), nullable=False, default="open", index=index)


def report_column() -> Column[int]:
    """Return the report that a row belongs to; it goes with it."""
    return Column("report_key", ForeignKey("reports.key", ondelete="CASCADE"), nullable=False, index=True)


def event_column() -> Column[int]:
    """Return the event that a row belongs to; it goes with it."""
    return Column("event_key", ForeignKey("events.key", ondelete="CASCADE"), nullable=False, index=True)


def span_columns() -> tuple[Column[int], Column[int]]:
    """Return where the words stand in the report's text, half-open."""
    return Column("start", Integer, nullable=False), Column("end", Integer, nullable=False)


def actor_column(name: str) -> Column[int]:
    """Return a reference to an actor; it is checked at the end of the transaction, when the actor has been made."""
    to_actor = ForeignKey("actors.key", ondelete="SET NULL", deferrable=True, initially="DEFERRED")
    return Column(name, to_actor, index=True)


def days_columns() -> tuple[Column[str], Column[str]]:
    """Return the first and the last day, both included."""
    return Column("date_from", String(10)), Column("date_to", String(10))

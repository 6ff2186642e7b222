"""Alembic's scripts: how a store of an earlier tidings becomes one of this."""

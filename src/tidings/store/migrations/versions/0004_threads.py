"""Threads that several reports tell of are one; a report that tells that it is done closes it.

What the new columns hold is filled in by `tidings.store.migrate`, as a rebuild would.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the columns, and the indexes by which threads of one matter are found."""
    op.add_column("threads", sa.Column("matter", sa.String(60)))
    op.add_column("threads", sa.Column("same_as", KEY))
    op.add_column("threads", sa.Column("closed_by", KEY))
    op.add_column("threads", sa.Column("why", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_threads_matter", "threads", ["matter"])
    op.create_index("ix_threads_same_as", "threads", ["same_as"])


def downgrade() -> None:
    """Refuse: an older tidings opens no newer store."""
    raise NotImplementedError

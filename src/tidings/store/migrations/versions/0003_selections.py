"""Selections of incidents are counted from indexes alone: by day, by kind, by place."""

from alembic import op

revision = "0003"
down_revision = "0002"

_SHOWN = (
    "status",
    "type",
    "mode",
    "date_from",
    "date_precision",
    "lat",
    "lon",
    "geonames_id",
    "place_name",
    "place_precision",
)


def upgrade() -> None:
    """Let two wider indexes take the place of two narrow ones."""
    op.drop_index("ix_incidents_status", "incidents")
    op.drop_index("ix_incidents_type", "incidents")
    op.create_index("ix_incidents_kind", "incidents", ["type", "mode"])
    op.create_index("ix_incidents_shown", "incidents", list(_SHOWN))


def downgrade() -> None:
    """Refuse: an older tidings opens no newer store."""
    raise NotImplementedError

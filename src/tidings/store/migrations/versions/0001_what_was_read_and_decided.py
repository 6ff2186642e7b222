"""Reports, decisions, and what follows from them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_INDEXES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("ix_reports_added_at", "reports", ("added_at",)),
    ("ix_reports_digest", "reports", ("digest",)),
    ("ix_reports_published", "reports", ("published",)),
    ("ix_decisions_by", "decisions", ("by",)),
    ("ix_decisions_other", "decisions", ("other",)),
    ("ix_decisions_report", "decisions", ("report",)),
    ("ix_decisions_subject", "decisions", ("subject",)),
    ("ix_incidents_country", "incidents", ("country",)),
    (
        "ix_incidents_dates",
        "incidents",
        (
            "date_from",
            "date_to",
        ),
    ),
    ("ix_incidents_last_changed", "incidents", ("last_changed",)),
    ("ix_incidents_review", "incidents", ("review",)),
    ("ix_incidents_status", "incidents", ("status",)),
    ("ix_incidents_type", "incidents", ("type",)),
    ("ix_actor_names_folded", "actor_names", ("folded",)),
    ("ix_copies_group_key", "copies", ("group_key",)),
    ("ix_copy_bands_report_key", "copy_bands", ("report_key",)),
    (
        "ix_entity_links_actor",
        "entity_links",
        (
            "actor_key",
            "report_key",
            "entity",
        ),
    ),
    ("ix_entity_links_report_key", "entity_links", ("report_key",)),
    ("ix_events_geonames_id", "events", ("geonames_id",)),
    ("ix_events_incident_key", "events", ("incident_key",)),
    ("ix_events_report_key", "events", ("report_key",)),
    ("ix_events_review", "events", ("review",)),
    ("ix_force_levels_force_key", "force_levels", ("force_key",)),
    ("ix_force_levels_owner_key", "force_levels", ("owner_key",)),
    ("ix_force_levels_report_key", "force_levels", ("report_key",)),
    ("ix_force_levels_status", "force_levels", ("status",)),
    ("ix_problems_kind", "problems", ("kind",)),
    ("ix_problems_report_key", "problems", ("report_key",)),
    ("ix_relations_from_key", "relations", ("from_key",)),
    ("ix_relations_report_key", "relations", ("report_key",)),
    ("ix_relations_to_key", "relations", ("to_key",)),
    ("ix_rule_actor_names_id", "rule_actor_names", ("id",)),
    ("ix_statements_act", "statements", ("act",)),
    ("ix_statements_actor_key", "statements", ("actor_key",)),
    ("ix_statements_report_key", "statements", ("report_key",)),
    ("ix_casualties_event_key", "casualties", ("event_key",)),
    ("ix_event_blocks_event_key", "event_blocks", ("event_key",)),
    ("ix_force_conditions_force_level_key", "force_conditions", ("force_level_key",)),
    ("ix_participants_actor_key", "participants", ("actor_key",)),
    ("ix_participants_event_key", "participants", ("event_key",)),
    ("ix_responsibilities_actor_key", "responsibilities", ("actor_key",)),
    ("ix_responsibilities_by_key", "responsibilities", ("by_key",)),
    ("ix_responsibilities_event_key", "responsibilities", ("event_key",)),
    ("ix_threads_about_key", "threads", ("about_key",)),
    ("ix_threads_by_key", "threads", ("by_key",)),
    ("ix_threads_is_open", "threads", ("is_open",)),
    ("ix_threads_report_key", "threads", ("report_key",)),
    ("ix_weapons_event_key", "weapons", ("event_key",)),
)


def upgrade() -> None:
    """Make the tables and their indexes."""
    _make_whole()
    _make_parts()
    for name, table, columns in _INDEXES:
        op.create_index(name, table, list(columns))


def downgrade() -> None:
    """Refuse: a store without tables is no store."""
    raise NotImplementedError


def _later(column: str, ondelete: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, ondelete=ondelete, deferrable=True, initially="DEFERRED")


def _make_whole() -> None:
    op.create_table(
        "actors",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(20)),
        sa.Column("category", sa.String(30)),
        sa.Column("country", sa.String(3)),
        sa.Column("role", sa.Text()),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "rule_actors",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("category", sa.String(30)),
        sa.Column("country", sa.String(3)),
    )
    op.create_table(
        "reports",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(500), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("uri", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("publisher", sa.String(200)),
        sa.Column("language", sa.String(20)),
        sa.Column("published", sa.String(10)),
        sa.Column("written_from", sa.String(10)),
        sa.Column("written_to", sa.String(10)),
        sa.Column("added_at", sa.String(32), nullable=False),
        sa.Column("reader", sa.String(40), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "decisions",
        sa.Column("id", KEY, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(600), nullable=False),
        sa.Column("report", sa.String(500)),
        sa.Column("other", sa.String(600)),
        sa.Column("field", sa.String(60)),
        sa.Column("value", sa.Text()),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.String(32)),
        sa.Column("undone_by", sa.String(200)),
    )
    op.create_table(
        "incidents",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("type", sa.String(20)),
        sa.Column("mode", sa.String(30)),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("date_from", sa.String(10)),
        sa.Column("date_to", sa.String(10)),
        sa.Column("date_precision", sa.String(10)),
        sa.Column("geonames_id", sa.Integer()),
        sa.Column("place_name", sa.String(200)),
        sa.Column("place_precision", sa.String(20)),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("country", sa.String(3)),
        sa.Column("killed_least", sa.Integer()),
        sa.Column("killed_most", sa.Integer()),
        sa.Column("injured_least", sa.Integer()),
        sa.Column("injured_most", sa.Integer()),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.String(32), nullable=False),
        sa.Column("last_changed", sa.String(32), nullable=False),
        sa.Column("review", sa.String(10), nullable=False),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "actor_names",
        sa.Column("actor_key", KEY, sa.ForeignKey("actors.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("folded", sa.String(200), primary_key=True),
    )
    op.create_table(
        "copies",
        sa.Column("report_key", KEY, sa.ForeignKey("reports.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("group_key", KEY, sa.ForeignKey("reports.key", ondelete="CASCADE"), nullable=False),
        sa.Column("similarity", sa.Float()),
    )
    op.create_table(
        "copy_bands",
        sa.Column("band", sa.String(40), primary_key=True),
        sa.Column("report_key", KEY, sa.ForeignKey("reports.key", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entity_links",
        sa.Column("report_key", KEY, sa.ForeignKey("reports.key", ondelete="CASCADE"), nullable=False),
        sa.Column("entity", sa.String(20), nullable=False),
        sa.Column("actor_key", KEY, _later("actors.key", "CASCADE"), nullable=False),
        sa.Column("rule_actor", sa.String(40), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("kind", sa.String(20)),
        sa.Column("category", sa.String(30)),
        sa.Column("country", sa.String(3)),
        sa.Column("role", sa.Text()),
        sa.Column("names", sa.Text(), nullable=False),
        sa.UniqueConstraint("report_key", "entity"),
    )
    op.create_table(
        "events",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("report_key", KEY, sa.ForeignKey("reports.key", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("incident_key", KEY, _later("incidents.key", "SET NULL")),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("type", sa.String(20)),
        sa.Column("mode", sa.String(30)),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("date_from", sa.String(10)),
        sa.Column("date_to", sa.String(10)),
        sa.Column("date_precision", sa.String(10)),
        sa.Column("geonames_id", sa.Integer()),
        sa.Column("place_name", sa.String(200)),
        sa.Column("place_precision", sa.String(20)),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("country", sa.String(3)),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("review", sa.String(10), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("features", sa.Text()),
        sa.UniqueConstraint("report_key", "id"),
    )
    op.create_table(
        "force_levels",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("report_key", KEY, sa.ForeignKey("reports.key", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("force_key", KEY, _later("actors.key", "SET NULL")),
        sa.Column("force_name", sa.Text()),
        sa.Column("owner_key", KEY, _later("actors.key", "SET NULL")),
        sa.Column("owner_name", sa.Text()),
        sa.Column("place_name", sa.String(200)),
        sa.Column("geonames_id", sa.Integer()),
        sa.Column("place_precision", sa.String(20)),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("country", sa.String(3)),
        sa.Column("unit", sa.String(60)),
        sa.Column("count_from", sa.Integer()),
        sa.Column("count_to", sa.Integer()),
        sa.Column("to_at_most", sa.Integer()),
        sa.Column("change", sa.Integer()),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("date_from", sa.String(10)),
        sa.Column("date_to", sa.String(10)),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("source_name", sa.Text()),
        sa.Column("review", sa.String(10), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.UniqueConstraint("report_key", "id"),
    )


def _make_parts() -> None:
    op.create_table(
        "problems",
        sa.Column("report_key", KEY, sa.ForeignKey("reports.key", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
    )
    op.create_table(
        "relations",
        sa.Column("report_key", KEY, sa.ForeignKey("reports.key", ondelete="CASCADE"), nullable=False),
        sa.Column("relation", sa.String(20), nullable=False),
        sa.Column("from_key", KEY, _later("actors.key", "SET NULL")),
        sa.Column("from_name", sa.Text(), nullable=False),
        sa.Column("to_key", KEY, _later("actors.key", "SET NULL")),
        sa.Column("to_name", sa.Text(), nullable=False),
        sa.Column("hedge", sa.Text()),
        sa.Column("source_name", sa.Text()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )
    op.create_table(
        "rule_actor_names",
        sa.Column("folded", sa.String(200), primary_key=True),
        sa.Column("id", sa.String(40), sa.ForeignKey("rule_actors.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statements",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("report_key", KEY, sa.ForeignKey("reports.key", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("actor_key", KEY, _later("actors.key", "SET NULL")),
        sa.Column("speaker", sa.Text()),
        sa.Column("role", sa.Text()),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("on_condition", sa.Text()),
        sa.Column("act", sa.String(30), nullable=False),
        sa.Column("form", sa.String(10), nullable=False),
        sa.Column("cue", sa.Text()),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("date_from", sa.String(10)),
        sa.Column("date_to", sa.String(10)),
        sa.Column("venue", sa.Text()),
        sa.Column("review", sa.String(10), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.UniqueConstraint("report_key", "id"),
    )
    op.create_table(
        "casualties",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("event_key", KEY, sa.ForeignKey("events.key", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("harm", sa.String(20), nullable=False),
        sa.Column("at_least", sa.Integer()),
        sa.Column("at_most", sa.Integer()),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("who", sa.Text()),
        sa.Column("victim", sa.String(20), nullable=False),
        sa.Column("nationality", sa.String(3)),
        sa.Column("part_of", sa.String(20)),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("source_name", sa.Text()),
        sa.Column("is_official", sa.Boolean(), nullable=False),
        sa.Column("review", sa.String(10), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )
    op.create_table(
        "event_blocks",
        sa.Column("block", sa.String(80), primary_key=True),
        sa.Column("event_key", KEY, sa.ForeignKey("events.key", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "force_conditions",
        sa.Column("force_level_key", KEY, sa.ForeignKey("force_levels.key", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("judgement", sa.String(20)),
        sa.Column("by_name", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )
    op.create_table(
        "participants",
        sa.Column("event_key", KEY, sa.ForeignKey("events.key", ondelete="CASCADE"), nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("actor_key", KEY, _later("actors.key", "SET NULL")),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(20)),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )
    op.create_table(
        "responsibilities",
        sa.Column("event_key", KEY, sa.ForeignKey("events.key", ondelete="CASCADE"), nullable=False),
        sa.Column("relation", sa.String(20), nullable=False),
        sa.Column("actor_key", KEY, _later("actors.key", "SET NULL")),
        sa.Column("actor_name", sa.Text()),
        sa.Column("by_key", KEY, _later("actors.key", "SET NULL")),
        sa.Column("by_name", sa.Text()),
        sa.Column("statement", sa.String(20)),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )
    op.create_table(
        "threads",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("report_key", KEY, sa.ForeignKey("reports.key", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("by_key", KEY, _later("actors.key", "SET NULL")),
        sa.Column("by_name", sa.Text()),
        sa.Column("about_key", KEY, sa.ForeignKey("events.key", ondelete="SET NULL")),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("date_from", sa.String(10)),
        sa.Column("date_to", sa.String(10)),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("review", sa.String(10), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )
    op.create_table(
        "weapons",
        sa.Column("event_key", KEY, sa.ForeignKey("events.key", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )

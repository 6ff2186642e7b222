"""The tables: what was read and what was decided are the truth; all the rest is projected from them.

`reports` and `decisions` are written once and never changed (but for undoing a decision).
Every other table is a projection of the two and can be rebuilt: so an upgrade may change a
projection at will, and `tidings store check` can compare it with what it should be.

Days are ISO text (they sort as they should, and may be missing); times are ISO 8601 UTC text.
Columns that a coder may correct hold the corrected value; the record keeps what was read.

Keys follow from what they stand for (store/keys.py), so that a rebuilt row has its old key.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from tidings.store.columns import (
    KEY,
    actor_column,
    days_columns,
    event_column,
    key_column,
    make_metadata,
    report_column,
    review_column,
    span_columns,
)

metadata = make_metadata()
#: The longest id of a report.
ID_CHARACTERS = 500

reports = Table(
    "reports",
    metadata,
    key_column(),
    Column("id", String(ID_CHARACTERS), nullable=False, unique=True),
    Column("digest", String(64), nullable=False, index=True),  # sha256 of the text
    Column("uri", Text),
    Column("title", Text),  # title, else headline, else the first words
    Column("publisher", String(200)),  # host of the uri, or None
    Column("language", String(20)),
    Column("published", String(10), index=True),
    Column("written_from", String(10)),
    Column("written_to", String(10)),
    Column("added_at", String(32), nullable=False, index=True),
    Column("reader", String(40), nullable=False),  # version of tidings that read it
    Column("record", LargeBinary, nullable=False),  # zlib of the record's JSON line, byte for byte
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", KEY, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("by", String(200), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("subject", String(600), nullable=False, index=True),
    Column("report", String(ID_CHARACTERS), index=True),  # the report that the subject is an item of
    Column("other", String(600), index=True),
    Column("field", String(60)),
    Column("value", Text),  # JSON
    Column("why", Text, nullable=False, default=""),
    Column("note", Text, nullable=False, default=""),
    Column("undone_at", String(32)),
    Column("undone_by", String(200)),
)

copies = Table(  # projection: which reports are copies of one another
    "copies",
    metadata,
    Column("report_key", ForeignKey("reports.key", ondelete="CASCADE"), primary_key=True),
    Column("group_key", ForeignKey("reports.key", ondelete="CASCADE"), nullable=False, index=True),  # the first of them
    Column("similarity", Float),
)

copy_bands = Table(  # projection: locality-sensitive hashes of a report's text
    "copy_bands",
    metadata,
    Column("band", String(40), primary_key=True),
    Column("report_key", ForeignKey("reports.key", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

incidents = Table(
    "incidents",
    metadata,
    key_column(),
    Column("id", String(40), nullable=False, unique=True),  # derived from its first event
    Column("title", Text, nullable=False),
    Column("type", String(20)),
    Column("mode", String(30)),
    Column("status", String(20), nullable=False),
    *days_columns(),
    Column("date_precision", String(10)),
    Column("geonames_id", Integer),
    Column("place_name", String(200)),
    Column("place_precision", String(20)),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String(3), index=True),
    Column("killed_least", Integer),  # the lowest and the highest figure of any report
    Column("killed_most", Integer),
    Column("injured_least", Integer),
    Column("injured_most", Integer),
    Column("reports", Integer, nullable=False),
    Column("sources", Integer, nullable=False),  # copies counted once
    Column("first_seen", String(32), nullable=False),
    Column("last_changed", String(32), nullable=False, index=True),
    review_column(index=True),
    Index("ix_incidents_dates", "date_from", "date_to"),
    Index("ix_incidents_kind", "type", "mode"),
    Index(  # what the list of incidents counts by day, kind and place, so that it need not open the rows
        "ix_incidents_shown",
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
    ),
)

events = Table(
    "events",
    metadata,
    key_column(),
    report_column(),
    Column("id", String(20), nullable=False),
    Column(
        "incident_key",
        ForeignKey("incidents.key", ondelete="SET NULL", deferrable=True, initially="DEFERRED"),
        index=True,
    ),
    Column("headline", Text, nullable=False),  # one line for lists
    Column("type", String(20)),
    Column("mode", String(30)),
    Column("status", String(20), nullable=False),
    *days_columns(),
    Column("date_precision", String(10)),
    Column("geonames_id", Integer, index=True),
    Column("place_name", String(200)),
    Column("place_precision", String(20)),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String(3)),
    *span_columns(),
    Column("confidence", Float, nullable=False),
    review_column(index=True),
    Column("changed_at", String(32), nullable=False),  # when its report was added, or a person last decided on it
    Column("features", Text),  # JSON of model.incident.Features; None when it takes no part in merging
    UniqueConstraint("report_key", "id"),
)

event_blocks = Table(  # projection: an event can only belong to incidents that share a block with it
    "event_blocks",
    metadata,
    Column("block", String(80), primary_key=True),
    Column("event_key", ForeignKey("events.key", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

casualties = Table(
    "casualties",
    metadata,
    key_column(),
    event_column(),
    Column("id", String(20), nullable=False),
    Column("harm", String(20), nullable=False),
    Column("at_least", Integer),
    Column("at_most", Integer),
    Column("approximate", Boolean, nullable=False),
    Column("who", Text),
    Column("victim", String(20), nullable=False),
    Column("nationality", String(3)),
    Column("part_of", String(20)),
    Column("source", String(20), nullable=False),  # "report", a statement id or an entity id
    Column("source_name", Text),  # who that is, in words
    Column("is_official", Boolean, nullable=False),  # a state, its organs, the police, a court or an international body
    review_column(),
    *span_columns(),
)

participants = Table(
    "participants",
    metadata,
    event_column(),
    Column("role", String(10), nullable=False),  # agent target
    actor_column("actor_key"),
    Column("name", Text, nullable=False),
    Column("kind", String(20)),
    *span_columns(),
)

weapons = Table("weapons", metadata, event_column(), Column("kind", String(40), nullable=False), *span_columns())

responsibilities = Table(
    "responsibilities",
    metadata,
    event_column(),
    Column("relation", String(20), nullable=False),
    actor_column("actor_key"),
    Column("actor_name", Text),
    actor_column("by_key"),
    Column("by_name", Text),
    Column("statement", String(20)),
    *span_columns(),
)

statements = Table(
    "statements",
    metadata,
    key_column(),
    report_column(),
    Column("id", String(20), nullable=False),
    actor_column("actor_key"),
    Column("speaker", Text),
    Column("role", Text),
    Column("named", Boolean, nullable=False),
    Column("on_condition", Text),
    Column("act", String(30), nullable=False, index=True),
    Column("form", String(10), nullable=False),
    Column("cue", Text),
    Column("content", Text, nullable=False),
    *days_columns(),
    Column("venue", Text),
    review_column(),
    *span_columns(),
    UniqueConstraint("report_key", "id"),
)

force_levels = Table(
    "force_levels",
    metadata,
    key_column(),
    report_column(),
    Column("id", String(20), nullable=False),
    actor_column("force_key"),
    Column("force_name", Text),
    actor_column("owner_key"),
    Column("owner_name", Text),
    Column("place_name", String(200)),
    Column("geonames_id", Integer),
    Column("place_precision", String(20)),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String(3)),
    Column("unit", String(60)),
    Column("count_from", Integer),
    Column("count_to", Integer),
    Column("to_at_most", Integer),
    Column("change", Integer),
    Column("approximate", Boolean, nullable=False),
    Column("status", String(20), nullable=False, index=True),
    *days_columns(),
    Column("words", Text, nullable=False),
    Column("source_name", Text),
    review_column(),
    *span_columns(),
    UniqueConstraint("report_key", "id"),
)

force_conditions = Table(
    "force_conditions",
    metadata,
    Column("force_level_key", ForeignKey("force_levels.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),  # from 0; judged by field "conditions.0" of "item:REPORT_ID#f1"
    Column("kind", String(20), nullable=False),
    Column("judgement", String(20)),  # a coder's: holds, does-not-hold, unknown
    Column("by_name", Text),
    Column("words", Text, nullable=False),
    *span_columns(),
)

relations = Table(
    "relations",
    metadata,
    report_column(),
    Column("relation", String(20), nullable=False),
    actor_column("from_key"),
    Column("from_name", Text, nullable=False),
    actor_column("to_key"),
    Column("to_name", Text, nullable=False),
    Column("hedge", Text),
    Column("source_name", Text),
    *span_columns(),
)

threads = Table(
    "threads",
    metadata,
    key_column(),
    report_column(),
    Column("position", Integer, nullable=False),  # in the record's list, from 0; its reference is "item:REPORT_ID#t0"
    Column("kind", String(30), nullable=False),
    actor_column("by_key"),
    Column("by_name", Text),
    Column("about_key", ForeignKey("events.key", ondelete="SET NULL"), index=True),
    Column("status", String(20), nullable=False),  # promised under-way done
    Column("is_open", Boolean, nullable=False, index=True),  # until a report or a person closes it
    Column("matter", String(60), index=True),  # kind and incident or actor: threads that share it may be one
    Column("same_as", KEY, index=True),  # the first telling of the same thread, if this is another
    Column("closed_by", KEY),  # the later thread that tells that it is done
    Column("why", Text, nullable=False),  # of the three before
    *days_columns(),
    Column("words", Text, nullable=False),
    review_column(),
    *span_columns(),
)

problems = Table(
    "problems",
    metadata,
    report_column(),
    Column("kind", String(40), nullable=False, index=True),
    Column("message", Text, nullable=False),
)

actors = Table(  # resolved over all reports
    "actors",
    metadata,
    key_column(),
    Column("id", String(40), nullable=False, unique=True),  # derived from registry id, or folded name and kind
    Column("name", Text, nullable=False),
    Column("kind", String(20)),
    Column("category", String(30)),
    Column("country", String(3)),
    Column("role", Text),  # the latest
)

rule_actors = Table(  # projection: actors as they were when they first appeared; later names are held to them
    "rule_actors",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("category", String(30)),
    Column("country", String(3)),
)

rule_actor_names = Table(
    "rule_actor_names",
    metadata,
    Column("folded", String(200), primary_key=True),
    Column("id", ForeignKey("rule_actors.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

actor_names = Table(
    "actor_names",
    metadata,
    Column("actor_key", ForeignKey("actors.key", ondelete="CASCADE"), primary_key=True),
    Column("folded", String(200), primary_key=True, index=True),
)

entity_links = Table(  # which actor an entity of a report is
    "entity_links",
    metadata,
    report_column(),
    Column("entity", String(20), nullable=False),
    Column(
        "actor_key",
        ForeignKey("actors.key", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        nullable=False,
    ),
    Column("rule_actor", String(40), nullable=False),  # the actor's id by rule, whatever people decided
    Column("why", Text, nullable=False),
    Column("name", Text),
    Column("kind", String(20)),
    Column("category", String(30)),
    Column("country", String(3)),
    Column("role", Text),
    Column("names", Text, nullable=False),  # JSON list of folded names
    UniqueConstraint("report_key", "entity"),
    Index("ix_entity_links_actor", "actor_key", "report_key", "entity"),
)

search_texts = Table(  # projection: the words that are searched, in a full-text index beside it
    "search_texts",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("kind", String(10), nullable=False),  # report statement incident actor
    Column("ref", String(600), nullable=False, unique=True),  # "report:ID", "item:ID#s1", "incident:ID", "actor:ID"
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
)

"""The tables: what was read and what was decided are the truth; all the rest is projected from them.

`reports` and `decisions` are written once and never changed (but for undoing a decision).
Every other table is a projection of the two and can be rebuilt: so an upgrade may change a
projection at will, and `tidings store check` can compare it with what it should be.

Days are ISO text (they sort as they should, and may be missing); times are ISO 8601 UTC text.
Columns that a coder may correct hold the corrected value; the record keeps what was read.

Keys follow from what they stand for (store/keys.py), so that a rebuilt row has its old key.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


#: SQLite's row number, which is 64 bits wide anyway.
_Key = BigInteger().with_variant(Integer, "sqlite")


def _key() -> Column[int]:
    return Column("key", _Key, primary_key=True, autoincrement=False)


def _review() -> Column[str]:
    """Return what a person last decided: open, accepted, corrected, rejected or unsure."""
    return Column("review", String(10), nullable=False, default="open", index=True)


def _report() -> Column[int]:
    return Column("report_key", ForeignKey("reports.key", ondelete="CASCADE"), nullable=False, index=True)


def _event() -> Column[int]:
    return Column("event_key", ForeignKey("events.key", ondelete="CASCADE"), nullable=False, index=True)


def _span() -> tuple[Column[int], Column[int]]:
    return Column("start", Integer, nullable=False), Column("end", Integer, nullable=False)


def _actor(name: str) -> Column[int]:
    """Return a reference to an actor; it is checked at the end of the transaction, when the actor has been made."""
    to_actor = ForeignKey("actors.key", ondelete="SET NULL", deferrable=True, initially="DEFERRED")
    return Column(name, to_actor, index=True)


def _days() -> tuple[Column[str], Column[str]]:
    return Column("date_from", String(10)), Column("date_to", String(10))


reports = Table(
    "reports",
    metadata,
    _key(),
    Column("id", String(500), nullable=False, unique=True),
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
    Column("id", _Key, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("by", String(200), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("subject", String(600), nullable=False, index=True),
    Column("report", String(500), index=True),  # the report that the subject is an item of
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
    _key(),
    Column("id", String(40), nullable=False, unique=True),  # derived from its first event
    Column("title", Text, nullable=False),
    Column("type", String(20), index=True),
    Column("mode", String(30)),
    Column("status", String(20), nullable=False, index=True),
    *_days(),
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
    _review(),
    Index("ix_incidents_dates", "date_from", "date_to"),
)

events = Table(
    "events",
    metadata,
    _key(),
    _report(),
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
    *_days(),
    Column("date_precision", String(10)),
    Column("geonames_id", Integer, index=True),
    Column("place_name", String(200)),
    Column("place_precision", String(20)),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String(3)),
    *_span(),
    Column("confidence", Float, nullable=False),
    _review(),
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
    _key(),
    _event(),
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
    _review(),
    *_span(),
)

participants = Table(
    "participants",
    metadata,
    _event(),
    Column("role", String(10), nullable=False),  # agent target
    _actor("actor_key"),
    Column("name", Text, nullable=False),
    Column("kind", String(20)),
    *_span(),
)

weapons = Table("weapons", metadata, _event(), Column("kind", String(40), nullable=False), *_span())

responsibilities = Table(
    "responsibilities",
    metadata,
    _event(),
    Column("relation", String(20), nullable=False),
    _actor("actor_key"),
    Column("actor_name", Text),
    _actor("by_key"),
    Column("by_name", Text),
    Column("statement", String(20)),
    *_span(),
)

statements = Table(
    "statements",
    metadata,
    _key(),
    _report(),
    Column("id", String(20), nullable=False),
    _actor("actor_key"),
    Column("speaker", Text),
    Column("role", Text),
    Column("named", Boolean, nullable=False),
    Column("on_condition", Text),
    Column("act", String(30), nullable=False, index=True),
    Column("form", String(10), nullable=False),
    Column("cue", Text),
    Column("content", Text, nullable=False),
    *_days(),
    Column("venue", Text),
    _review(),
    *_span(),
    UniqueConstraint("report_key", "id"),
)

force_levels = Table(
    "force_levels",
    metadata,
    _key(),
    _report(),
    Column("id", String(20), nullable=False),
    _actor("force_key"),
    Column("force_name", Text),
    _actor("owner_key"),
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
    *_days(),
    Column("words", Text, nullable=False),
    Column("source_name", Text),
    _review(),
    *_span(),
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
    *_span(),
)

relations = Table(
    "relations",
    metadata,
    _report(),
    Column("relation", String(20), nullable=False),
    _actor("from_key"),
    Column("from_name", Text, nullable=False),
    _actor("to_key"),
    Column("to_name", Text, nullable=False),
    Column("hedge", Text),
    Column("source_name", Text),
    *_span(),
)

threads = Table(
    "threads",
    metadata,
    _key(),
    _report(),
    Column("position", Integer, nullable=False),  # in the record's list, from 0; its reference is "item:REPORT_ID#t0"
    Column("kind", String(30), nullable=False),
    _actor("by_key"),
    Column("by_name", Text),
    Column("about_key", ForeignKey("events.key", ondelete="SET NULL"), index=True),
    Column("status", String(20), nullable=False),  # promised under-way done
    Column("is_open", Boolean, nullable=False, index=True),  # until a report or a person closes it
    *_days(),
    Column("words", Text, nullable=False),
    _review(),
    *_span(),
)

problems = Table(
    "problems",
    metadata,
    _report(),
    Column("kind", String(40), nullable=False, index=True),
    Column("message", Text, nullable=False),
)

actors = Table(  # resolved over all reports
    "actors",
    metadata,
    _key(),
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
    Column("id", ForeignKey("rule_actors.id", ondelete="CASCADE"), primary_key=True),
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
    _report(),
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
    Index("ix_entity_links_actor", "actor_key", "report_key"),
)

search_texts = Table(  # projection: the words that are searched, in a full-text index beside it
    "search_texts",
    metadata,
    Column("key", _Key, primary_key=True),
    Column("kind", String(10), nullable=False),  # report statement incident actor
    Column("ref", String(600), nullable=False, unique=True),  # "report:ID", "item:ID#s1", "incident:ID", "actor:ID"
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
)

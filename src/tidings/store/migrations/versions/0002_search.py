"""Full-text search, by each engine's own means; what an older store holds is indexed."""

import json
import zlib
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_AT_ONCE = 500

_SQLITE = (
    """CREATE VIRTUAL TABLE search_index USING fts5(title, body, content='search_texts', content_rowid='key',
 tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts BEGIN
 INSERT INTO search_index(rowid, title, body) VALUES (new.key, new.title, new.body); END""",
    """CREATE TRIGGER search_texts_gone AFTER DELETE ON search_texts BEGIN
 INSERT INTO search_index(search_index, rowid, title, body) VALUES ('delete', old.key, old.title, old.body); END""",
    """CREATE TRIGGER search_texts_changed AFTER UPDATE ON search_texts BEGIN
 INSERT INTO search_index(search_index, rowid, title, body) VALUES ('delete', old.key, old.title, old.body);
 INSERT INTO search_index(rowid, title, body) VALUES (new.key, new.title, new.body); END""",
)
_POSTGRESQL = (
    """ALTER TABLE search_texts ADD COLUMN words tsvector GENERATED ALWAYS AS (
 setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')) STORED""",
    "CREATE INDEX ix_search_texts_words ON search_texts USING gin (words)",
)

_Text = tuple[str, str, str, str]


def upgrade() -> None:
    """Make the table of texts and its index, and fill them."""
    texts = op.create_table(
        "search_texts",
        sa.Column("key", KEY, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("ref", sa.String(600), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.UniqueConstraint("ref"),
    )
    connection = op.get_bind()
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(sa.text(statement))
    rows = [
        {"key": key, "kind": kind, "ref": ref, "title": title, "body": body}
        for key, (kind, ref, title, body) in enumerate(_texts(connection), 1)
    ]
    for start in range(0, len(rows), _AT_ONCE):
        connection.execute(texts.insert(), rows[start : start + _AT_ONCE])


def downgrade() -> None:
    """Refuse: an older tidings opens no newer store."""
    raise NotImplementedError


def _texts(connection: sa.Connection) -> Iterator[_Text]:
    yield from _reports(connection)
    yield from _statements(connection)
    yield from _incidents(connection)
    yield from _actors(connection)


def _reports(connection: sa.Connection) -> Iterator[_Text]:
    for id_, title, packed in connection.execute(sa.text("SELECT id, title, record FROM reports ORDER BY key")):
        record = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
        yield "report", f"report:{id_}", title or "", record["report"]["text"]


def _statements(connection: sa.Connection) -> Iterator[_Text]:
    query = """SELECT r.id AS report, s.id, s.speaker, s.role, s.content FROM statements s
 JOIN reports r ON r.key = s.report_key ORDER BY s.key"""
    for row in connection.execute(sa.text(query)):
        title = ", ".join(part for part in (row.speaker, row.role) if part)
        yield "statement", f"item:{row.report}#{row.id}", title, row.content


def _incidents(connection: sa.Connection) -> Iterator[_Text]:
    lines = sa.text("SELECT headline FROM events WHERE incident_key = :key ORDER BY key LIMIT 20")
    for row in connection.execute(sa.text("SELECT key, id, title, place_name, mode FROM incidents ORDER BY key")):
        words = [row.place_name, row.mode, *connection.scalars(lines, {"key": row.key})]
        yield "incident", f"incident:{row.id}", row.title, "\n".join(dict.fromkeys(w for w in words if w))


def _actors(connection: sa.Connection) -> Iterator[_Text]:
    names = sa.text("SELECT folded FROM actor_names WHERE actor_key = :key ORDER BY folded")
    for row in connection.execute(sa.text("SELECT key, id, name, role FROM actors ORDER BY key")):
        words = [row.role, *connection.scalars(names, {"key": row.key})]
        yield "actor", f"actor:{row.id}", row.name, "\n".join(word for word in words if word)

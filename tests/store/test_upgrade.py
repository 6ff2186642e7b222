"""A store of an earlier tidings is brought to the present form; one of a later tidings is refused."""

import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import bindparam, inspect, text
from tests.store.made import AT, Told, address_of, projected, record_of

from tidings.errors import NotAStore, StoreTooNew, StoreUnusable
from tidings.keeping import check_store, keep_record
from tidings.store import find_hits, migrate, open_store
from tidings.store.engine import make_engine
from tidings.store.migrate import REVISION, VERSION_TABLE, configured, upgrade
from tidings.store.tables import metadata

MIGRATIONS = migrate.Path(migrate.__file__).parent / "migrations"


def keep_some(store):
    for told in (Told(id="a"), Told(id="b", killed=5), Told(id="c", town="Kunduz", lead="Gunmen hit a bank")):
        keep_record(store, record_of(told), AT)


def make_old(place, rows):
    """Make a store at the first revision, filled as the tidings of that time left it."""
    engine = make_engine(place)
    upgrade(engine, place, "0001")
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            if rows.get(table.name):
                names = [column.name for column in table.columns]
                old = {column["name"] for column in inspect(connection).get_columns(table.name)}
                given = [dict(zip(names, row, strict=True)) for row in rows[table.name]]
                kept = [{name: value for name, value in row.items() if name in old} for row in given]
                connection.execute(table.insert().values({name: bindparam(name) for name in kept[0]}), kept)
    engine.dispose()


def test_an_old_store_is_upgraded_and_is_then_as_if_it_had_always_been_new(new_place):
    with open_store(new_place()) as store:
        keep_some(store)
        now = projected(store)
        truth = {**now, "decisions": []}
        with store.connect() as connection:
            truth["decisions"] = [tuple(row) for row in connection.execute(metadata.tables["decisions"].select())]
    old = new_place(is_made=False)
    make_old(old, {name: rows for name, rows in truth.items() if name != "search_texts"})
    with open_store(old) as store:
        assert (store.upgraded_from, store.revision) == ("0001", REVISION)
        assert projected(store) == now
        assert check_store(store) == ()
        with store.connect() as connection:
            assert [hit.ref for hit in find_hits(connection, "bank", kinds=["report"])] == ["report:c"]
    with open_store(old) as again:
        assert again.upgraded_from == REVISION


def test_the_migrations_make_the_tables_that_the_code_works_with(store):
    with store.connect() as connection:
        options = {"include_object": lambda _object, name, kind, *_: not _is_search(name, kind)}
        context = MigrationContext.configure(connection, opts={**configured(connection), **options})
        assert compare_metadata(context, metadata) == []


def test_the_program_knows_its_last_revision():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [REVISION]


def test_a_store_of_a_newer_tidings_is_refused_in_one_sentence(store):
    with store.begin() as unit:
        unit.connection.execute(text("UPDATE tidings_revision SET version_num = '0099'"))
    with pytest.raises(StoreTooNew, match=r"written by a newer tidings .*0099.* pip install --upgrade tidings"):
        open_store(address_of(store))


def test_the_database_of_something_else_is_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    with pytest.raises(NotAStore, match="is not a store of tidings"):
        open_store(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [("text.txt", b"A letter, and no database at all. " * 50), ("half.sqlite", b"SQLite format 3\x00" + b"x" * 900)],
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises((NotAStore, StoreUnusable)):
        open_store(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("address", ["mysql://localhost/x", "postgresql://localhost:1/nothing", "nonsense://"])
def test_an_address_without_a_store_is_a_sentence(address):
    with pytest.raises(StoreUnusable, match="cannot be used"):
        open_store(address)


def test_a_folder_that_may_not_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnusable, match="check the path"):
        open_store(tmp_path / "file" / "store.sqlite")


def test_without_a_place_the_environment_and_then_the_users_data_folder_decide(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("TIDINGS_STORE", str(tmp_path / "named.sqlite"))
    with open_store() as named:
        assert named.path == tmp_path / "named.sqlite"
    monkeypatch.delenv("TIDINGS_STORE")
    with open_store() as store:
        assert store.path == tmp_path / "data" / "tidings" / "store.sqlite"
        assert store.path.exists()


def _is_search(name, kind):
    """Say whether something belongs to the engines' full-text search, or is the revision itself."""
    return name == VERSION_TABLE or (
        kind in {"table", "index", "column"}
        and name is not None
        and (name.startswith("search_index") or name in {"words", "ix_search_texts_words"})
    )

"""Stores to test with: each test runs on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from tests.store.servers import find_initdb, running

from tidings.store import Store, open_store


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Start a PostgreSQL server once; the tests that need it are skipped where none is installed."""
    initdb = find_initdb()
    if initdb is None:
        pytest.skip("PostgreSQL is not installed: there is no initdb (Debian: apt-get install postgresql)")
    with running(initdb) as address:
        yield address


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory) -> Path:
    """Return an empty SQLite store; copying it is quicker than making one for each test."""
    path = tmp_path_factory.mktemp("empty") / "store.sqlite"
    open_store(path).close()
    return path


@pytest.fixture(scope="session")
def empty_database(server) -> str:
    """Return the name of an empty PostgreSQL store."""
    _create(server, "empty", "template1")
    open_store(server.format(name="empty")).close()
    return "empty"


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request, tmp_path) -> Callable[..., str]:
    """Return a function that gives places of empty stores, or of no store yet: `new_place(is_made=False)`."""
    numbers = count()
    if request.param == "sqlite":

        def file(*, is_made: bool = True) -> str:
            path = tmp_path / f"store{next(numbers)}.sqlite"
            return str(shutil.copy(request.getfixturevalue("empty_file"), path) if is_made else path)

        return file
    address = request.getfixturevalue("server")

    def database(*, is_made: bool = True) -> str:
        name = f"t{next(_NUMBERS)}"
        _create(address, name, request.getfixturevalue("empty_database") if is_made else "template1")
        return str(address.format(name=name))

    return database


@pytest.fixture
def store(new_place) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(new_place()) as opened:
        yield opened


def _create(address: str, name: str, template: str) -> None:
    with psycopg.connect(address.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")


_NUMBERS = count()

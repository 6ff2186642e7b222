"""A PostgreSQL server of the tests' own, on a socket in a temporary folder."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

#: PostgreSQL refuses to run as root; these may run it then.
_OTHERS = ("postgres", "nobody")


def find_initdb() -> Path | None:
    """Return the newest initdb: on the path, or where Debian keeps it."""
    found = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4].split(".")[0]))
    return Path(found) if found else (debian[-1] if debian else None)


@contextmanager
def running(initdb: Path) -> Iterator[str]:
    """Yield the address of a server that runs while the tests do; put a database's name for {name}."""
    folder = Path(mkdtemp(prefix="tidings-pg-"))
    try:
        user = _user(folder)
        data = folder / "data"
        _run(user, initdb, "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        control = initdb.with_name("pg_ctl")
        _run(user, control, "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://tests@/{{name}}?host={folder}"
        finally:
            _run(user, control, "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user(folder: Path) -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    user = next(name for name in _OTHERS if name in known)
    shutil.chown(folder, user)
    return user


def _run(user: str | None, *command: object) -> None:
    words = [str(word) for word in command]
    as_user = ["runuser", "-u", user, "--"] if user else []
    subprocess.run([*as_user, *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/")

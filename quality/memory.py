"""Memory of a run: the most that all processes started from here held at one time."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

import psutil

_EVERY_S = 0.25


class Peak:
    """The highest sum seen so far, in bytes. What processes share counts once, where the system can tell."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.bytes = 0

    def look(self) -> None:
        """Add up what is held now."""
        children = psutil.Process().children(recursive=True)
        self.bytes = max(self.bytes, sum(_held(child) for child in children))


@contextmanager
def watch_memory() -> Iterator[Peak]:
    """Look at all child processes four times a second while the block runs."""
    peak, done = Peak(), Event()
    thread = Thread(target=_watch, args=(peak, done), daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


def _watch(peak: Peak, done: Event) -> None:
    while not done.wait(_EVERY_S):
        peak.look()


def _held(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        held = process.memory_full_info()
        return int(getattr(held, "pss", held.uss))
    return 0

"""Workers: processes that read reports beside this one.

loky starts them: unlike the standard library's pools it needs no guard in the user's
script, works in a notebook, and says when a worker was killed. Why, and what was
measured: docs/decisions/0007-reports-are-read-by-processes.md.
"""

import gc
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager
from threading import Thread

from loky import ProcessPoolExecutor

from tidings.batch.in_process import Loader, Outcome, read_here
from tidings.model.report import Report
from tidings.sources import Arrival, take_in

#: So many reports a worker is given at a time: one to read, one to go on with.
_AHEAD = 2
#: Seconds between two looks at whether the process that started a worker is still there.
_LOOK_S = 1.0
#: What a worker reads first, so that all data files are loaded before a report waits for it.
_WARM_UP = "BAGHDAD, March 3 - Police said on Monday that at least two people were killed in an attack in Erbil."


class Workers:
    """Processes with an encoder each. They read what they are given and never print.

    Calls back in a thread of its own, one call at a time.
    """

    def __init__(self, count: int, load: Loader, when_ready: Callable[[], None]) -> None:
        """Start the processes; `when_ready` is called for each that is ready to read, or was lost before.

        Raises:
            Exception: loky's, where the system lets nobody start processes.
        """
        self._load, self._when_ready = load, when_ready
        self._ready = self._given = self._returned = 0
        self.are_lost = False
        self._pool = ProcessPoolExecutor(count, initializer=_begin, initargs=(os.getpid(),))
        with _without_interrupts():
            for _ in range(count):
                self._pool.submit(_warm_up, load).add_done_callback(self._greet)

    @property
    def has_room(self) -> bool:
        """Say whether a worker would soon read another report."""
        return self._given - self._returned < _AHEAD * self._ready

    def read(self, arrival: Arrival, then: Callable[["Future[Outcome]"], None]) -> None:
        """Have a report read; `then` is called with what came of it. Not to be called by two threads at once.

        Raises:
            BrokenExecutor: when a worker was lost.
        """
        future: Future[Outcome] = self._pool.submit(read_here, arrival, self._load)
        self._given += 1
        future.add_done_callback(self._take_back)
        future.add_done_callback(then)

    def stop(self) -> None:
        """End the processes at once, whatever they are doing."""
        self._pool.shutdown(wait=True, kill_workers=True)

    def _greet(self, warm: "Future[None]") -> None:
        self.are_lost = isinstance(warm.exception(), BrokenExecutor)
        self._ready += warm.exception() is None
        self._when_ready()

    def _take_back(self, _: "Future[Outcome]") -> None:
        self._returned += 1


def _begin(master: int) -> None:
    """Leave Ctrl-C to the process that started the workers, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "fork"):
        Thread(target=_end_with, args=(master,), daemon=True, name="tidings-watch").start()


def _end_with(master: int) -> None:
    """End this process once it is somebody else's child: its own master was killed and can no longer end it."""
    while os.getppid() == master:
        time.sleep(_LOOK_S)
    os._exit(0)


def _warm_up(load: Loader) -> None:
    """Load everything. It stays, so that Python need not look for garbage in it ever again."""
    read_here(take_in(Report(id="", text=_WARM_UP)), load)
    gc.collect()
    gc.freeze()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach even before `_begin`, where signals have masks."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

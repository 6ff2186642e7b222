"""The line: reports on their way, each read by a worker or by whoever asks for the next record."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass
from functools import partial
from threading import Condition

from tidings.batch.in_process import Loader, Outcome, read_here
from tidings.batch.workers import Workers
from tidings.errors import WorkerLost
from tidings.sources import Arrival, Incoming

#: Workers take as long to start as some reports take to read: with fewer than these they are not worth it.
FEWEST_REPORTS = 4
#: So many reports stand in line for each process, at most.
ROOM = 4
#: After so many losses of workers the rest is read without them.
MOST_LOSSES = 3
#: Seconds between two looks at whether Ctrl-C was pressed, where waiting does not notice.
_LOOK_S = 0.5


@dataclass(slots=True, eq=False)
class _Job:
    """An arrival, whether somebody reads it, and what came of it."""

    arrival: Arrival
    is_taken: bool = False
    outcome: Outcome | None = None


class Line:
    """Reports in order: one thread adds them, another iterates over what comes of them.

    The iterating thread reads too: the first reports while the workers start, and later
    ones whenever the next record is not ready. The outcomes and their order are the
    same however many workers there are.
    """

    def __init__(self, load: Loader, threads: int) -> None:
        """Make an empty line for `threads` processes, this one among them."""
        self._load, self._threads = load, threads
        self._changed = Condition()
        self._jobs: deque[_Job] = deque()
        self._notes: deque[WorkerLost] = deque()
        self._workers: Workers | None = None
        self._is_open = self._is_wanted = True
        self._broken: BaseException | None = None
        self._arrived = self._losses = 0

    def add(self, arrival: Arrival) -> bool:
        """Put an arrival at the end of the line when there is room; say no when nobody wants it any more."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._jobs) < ROOM * self._threads or not self._is_wanted)
            self._jobs.append(_Job(arrival, outcome=None if isinstance(arrival, Incoming) else arrival))
            self._arrived += isinstance(arrival, Incoming)
            self._hand_out()
        self._employ()
        return self._is_wanted

    def end(self, error: BaseException | None = None) -> None:
        """Say that nothing follows, and what broke the stream if anything did."""
        with self._changed:
            self._broken, self._is_open = error, False
            self._changed.notify_all()

    def close(self) -> None:
        """End the workers; what is still in line is left."""
        with self._changed:
            workers, self._workers, self._is_wanted = self._workers, None, False
            self._changed.notify_all()
        if workers is not None:
            workers.stop()

    def __iter__(self) -> Iterator[Outcome]:
        """Yield the outcomes in order, and a note where workers were lost."""
        while (outcome := self._next()) is not None:
            yield outcome
        if self._broken is not None:
            raise self._broken

    def _next(self) -> Outcome | None:
        """Return the next outcome as soon as it is there; until then read what nobody reads yet."""
        while True:
            with self._changed:
                if self._notes:
                    return self._notes.popleft()
                if self._jobs and self._jobs[0].outcome is not None:
                    self._changed.notify_all()
                    return self._jobs.popleft().outcome
                if not self._jobs and not self._is_open:
                    return None
                job = self._take()
                if job is None:
                    self._changed.wait(_LOOK_S)
                # Once workers keep the other cores busy, one thread is enough here.
                threads = 1 if self._workers else self._threads
            if job is not None:
                job.outcome = read_here(job.arrival, self._load, threads)

    def _take(self) -> _Job | None:
        """Return the first report that nobody reads, now taken; the lock is held."""
        job = next((job for job in self._jobs if not job.is_taken and job.outcome is None), None)
        if job is not None:
            job.is_taken = True
        return job

    def _employ(self) -> None:
        """Start workers if they are worth it and there are none."""
        is_worth_it = self._arrived >= FEWEST_REPORTS and self._losses < MOST_LOSSES
        if not is_worth_it or self._workers is not None or not self._is_wanted:
            return
        try:
            workers = Workers(self._threads - 1, self._load, self._hand_out)
        except Exception:  # noqa: BLE001 - where no process can be started, this one reads alone
            self._losses = MOST_LOSSES
            return
        with self._changed:
            self._workers = workers
        if not self._is_wanted:
            self.close()

    def _hand_out(self) -> None:
        """Give the workers what they have room for, and wake whoever waits."""
        with self._changed:
            workers = self._workers
            if workers is not None and workers.are_lost:
                self._dismiss(workers)
            elif workers is not None:
                self._fill_up(workers)
            self._changed.notify_all()

    def _fill_up(self, workers: Workers) -> None:
        while workers.has_room and (job := self._take()) is not None:
            try:
                workers.read(job.arrival, partial(self._settle, job, workers))
            except BrokenExecutor:
                job.is_taken = False
                self._dismiss(workers)
                return
            except RuntimeError:  # Python itself is about to end
                job.is_taken, self._workers = False, None
                return

    def _settle(self, job: _Job, workers: Workers, read: "Future[Outcome]") -> None:
        """Note what a worker made of a report. What it could not read, this process will."""
        error = read.exception()
        with self._changed:
            job.outcome = None if error else read.result()
            job.is_taken = job.outcome is not None
            if isinstance(error, BrokenExecutor):
                self._dismiss(workers)
        self._hand_out()

    def _dismiss(self, workers: Workers) -> None:
        """Forget workers that were lost; the next arrival employs others."""
        if workers is self._workers:
            self._workers = None
            self._losses += 1
            self._notes.append(WorkerLost())

"""Read a stream of reports in order, on as many processes as there are to be threads."""

from collections.abc import Generator, Iterable
from threading import Thread

from tidings.batch.in_process import Loader, Outcome, read_here
from tidings.batch.line import Line
from tidings.sources import Arrival

#: Seconds to wait for the other thread when nobody wants its work any more; it may be waiting for input itself.
_FAREWELL_S = 1.0


def read_in_order(arrivals: Iterable[Arrival], load: Loader, *, threads: int = 1) -> Generator[Outcome]:
    """Yield what comes of each arrival, in order; few reports are in memory at once.

    The encoder is loaded when the first report needs it, so that errors do not wait for it.

    With more than one thread, and reports enough, other processes read too; this one goes
    on reading. The outcomes are the same. Close the iterator to end the processes early.
    """
    if threads < 2:  # noqa: PLR2004 - two is what "more than one" means
        yield from (read_here(arrival, load) for arrival in arrivals)
        return
    line = Line(load, threads)
    thread = Thread(target=_fill, args=(line, arrivals), daemon=True, name="tidings-arrivals")
    thread.start()
    try:
        yield from line
    finally:
        line.close()
        thread.join(_FAREWELL_S)


def _fill(line: Line, arrivals: Iterable[Arrival]) -> None:
    try:
        for arrival in arrivals:
            if not line.add(arrival):
                return
    except BaseException as error:  # noqa: BLE001 - it is raised again where the outcomes are used
        line.end(error)
    else:
        line.end()

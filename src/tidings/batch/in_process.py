"""Read a report in this process, whatever becomes of it."""

from collections.abc import Callable
from functools import cache

from tidings.encoder import Encoder
from tidings.errors import ReportFailed, SourceError, TidingsError, WorkerLost
from tidings.model.record import Record
from tidings.pipeline import read_report
from tidings.sources import Arrival, Incoming, Known, Skipped

#: What comes of one arrival: a record, or why there is none. A lost worker is told of, and costs no record.
Outcome = Record | Skipped | Known | SourceError | ReportFailed | WorkerLost

#: Gives the encoder for a number of threads, always the same one; it must be importable by name.
Loader = Callable[[int], Encoder]


@cache
def load_encoder(threads: int = 1) -> Encoder:
    """Return the encoder of the package; its files are loaded once in a process."""
    return Encoder.load(threads=1) if threads == 1 else load_encoder(1).with_threads(threads)


def read_here(arrival: Arrival, load: Loader, threads: int = 1) -> Outcome:
    """Return what comes of an arrival; the encoder is loaded when the first report needs it.

    Raises:
        TidingsError: when the installation is broken, which no other report would escape.
    """
    if not isinstance(arrival, Incoming):
        return arrival
    try:
        return read_report(arrival.report, load(threads), arrival.problems)
    except TidingsError:
        raise
    except Exception as error:  # noqa: BLE001 - one report must not end a run of thousands
        return _failed(arrival, error)


def _failed(incoming: Incoming, error: Exception) -> ReportFailed:
    failed = ReportFailed(incoming.report.id, f"{type(error).__name__}: {error}")
    failed.__cause__ = error
    return failed

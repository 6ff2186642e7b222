"""Read a stream of reports in order, the encoder one report ahead of the rules."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from queue import Full, Queue
from threading import Event, Thread

from tidings.encoder import Encoder
from tidings.errors import ReportFailed, SourceError, TidingsError
from tidings.model.reading import Reading
from tidings.model.record import Record
from tidings.model.report import Zone
from tidings.pipeline import build_record, encode_report
from tidings.sources import Arrival, Incoming, Skipped

#: What comes of one arrival: a record, or why there is none.
Outcome = Record | Skipped | SourceError | ReportFailed

#: Gives the encoder, always the same one.
Loader = Callable[[], Encoder]

#: Seconds between two looks at whether the other side has gone.
_LOOK_S = 0.1
#: Seconds to wait for the other thread when nobody wants its work any more; it may be waiting for input itself.
_FAREWELL_S = 1.0


@cache
def load_encoder(threads: int = 1) -> Encoder:
    """Return the encoder of the package; it is loaded once in a process."""
    return Encoder.load(threads=threads)


def read_in_order(arrivals: Iterable[Arrival], load: Loader, *, threads: int = 1) -> Iterator[Outcome]:
    """Yield what comes of each arrival, in order; no more than three reports are in memory at once.

    The encoder is loaded when the first report needs it, so that errors do not wait for it.

    With more than one thread the encoder works on the next report while the rules work on this one.
    """
    encoded = (_encode(arrival, load) for arrival in arrivals)
    for item in encoded if threads < 2 else _ahead(encoded):  # noqa: PLR2004 - two is what "more than one" means
        yield _build(item) if isinstance(item, _Encoded) else item


@dataclass(frozen=True, slots=True)
class _Encoded:
    """A report between the two halves of the work."""

    incoming: Incoming
    zones: tuple[Zone, ...]
    reading: Reading


@dataclass(frozen=True, slots=True)
class _Broken:
    """What ended the stream in the other thread; None for its proper end."""

    error: BaseException | None


_Half = _Encoded | Skipped | SourceError | ReportFailed


def _encode(arrival: Arrival, load: Loader) -> _Half:
    if not isinstance(arrival, Incoming):
        return arrival
    try:
        return _Encoded(arrival, *encode_report(arrival.report, load()))
    except TidingsError:
        raise
    except Exception as error:  # noqa: BLE001 - one report must not end a run of thousands
        return _failed(arrival, error)


def _build(item: _Encoded) -> Outcome:
    try:
        return build_record(item.incoming.report, item.zones, item.reading, item.incoming.problems)
    except Exception as error:  # noqa: BLE001 - one report must not end a run of thousands
        return _failed(item.incoming, error)


def _failed(incoming: Incoming, error: Exception) -> ReportFailed:
    failed = ReportFailed(incoming.report.id, f"{type(error).__name__}: {error}")
    failed.__cause__ = error
    return failed


def _ahead(items: Iterator[_Half]) -> Iterator[_Half]:
    """Yield the items in order while another thread makes the next one."""
    box: Queue[_Half | _Broken] = Queue(maxsize=1)
    gone = Event()
    thread = Thread(target=_fill, args=(box, items, gone), daemon=True, name="tidings-encoder")
    thread.start()
    try:
        while not isinstance(item := box.get(), _Broken):
            yield item
    finally:
        gone.set()
        thread.join(_FAREWELL_S)
    if item.error is not None:
        raise item.error


def _fill(box: "Queue[_Half | _Broken]", items: Iterator[_Half], gone: Event) -> None:
    error: BaseException | None = None
    try:
        for item in items:
            if not _put(box, item, gone):
                return
    except BaseException as raised:  # noqa: BLE001 - it is raised again where the items are used
        error = raised
    _put(box, _Broken(error), gone)


def _put(box: "Queue[_Half | _Broken]", item: _Half | _Broken, gone: Event) -> bool:
    """Put an item down when there is room; say no when nobody waits for it any more."""
    while not gone.is_set():
        try:
            box.put(item, timeout=_LOOK_S)
        except Full:
            continue
        return True
    return False

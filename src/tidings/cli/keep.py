"""Keep what is read: `tidings read --keep`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tidings.cli.outcome import Outcome
from tidings.errors import ReportIdTooLong
from tidings.keeping import find_known, keep_record, load_kept
from tidings.model.record import Record
from tidings.sources import Arrival, Incoming, Known
from tidings.store import Store


@dataclass(slots=True)
class Keeper:
    """Puts records into a store as they come; reports that it has already are not read again."""

    store: Store
    new: int = 0
    known: int = 0

    def pass_over(self, arrivals: Iterable[Arrival]) -> Iterator[Arrival]:
        """Yield the arrivals, those that the store has already as `Known`."""
        for arrival in arrivals:
            id_ = find_known(self.store, arrival.report) if isinstance(arrival, Incoming) else None
            yield arrival if id_ is None else Known(id=id_)

    def keep(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield the outcomes when their records are safe in the store; what it cannot hold is a complaint."""
        for outcome in outcomes:
            yield self._keep(outcome) if isinstance(outcome, Record) else outcome
            if isinstance(outcome, Known):
                self._count(is_new=False)

    def line_of(self, known: Known) -> str:
        """Return the JSON line of a report that was kept before."""
        return load_kept(self.store, known.id)

    def summary(self) -> str:
        """Return what was done, in a sentence."""
        kept = f"{self.new:,} new {'report' if self.new == 1 else 'reports'} kept in {self.store.where}"
        return kept + (f"; {self.known:,} had been kept before" if self.known else "")

    def _keep(self, record: Record) -> Outcome:
        try:
            self._count(is_new=keep_record(self.store, record).is_new)
        except ReportIdTooLong as error:
            return error
        return record

    def _count(self, *, is_new: bool) -> None:
        self.new += is_new
        self.known += not is_new

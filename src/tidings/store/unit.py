"""One transaction that writes: what `pipeline` does with a store."""

from dataclasses import dataclass

from sqlalchemy import Connection

from tidings.model.incident import Decision
from tidings.model.record import Record
from tidings.store.decisions import Draft
from tidings.store.projection import add_report
from tidings.store.reports import Kept, digest_of, find_kept
from tidings.store.reviewing import decide, undo
from tidings.store.rules import Rules


@dataclass(frozen=True, slots=True)
class Unit:
    """A transaction: everything in it is kept together, or not at all."""

    connection: Connection

    def find_report(self, report_id: str, text: str) -> Kept | None:
        """Return the report of this id and text, if the store has it."""
        return find_kept(self.connection, report_id, digest_of(text))

    def add_report(self, record: Record, at: str, rules: Rules) -> Kept:
        """Keep a new record and everything that follows from it."""
        return add_report(self.connection, record, at, rules)

    def decide(self, draft: Draft, at: str, rules: Rules) -> Decision:
        """Keep a person's decision and project what it changes."""
        return decide(self.connection, draft, at, rules)

    def undo(self, number: int, at: str, by: str, rules: Rules) -> Decision:
        """Mark a decision undone and project what that changes."""
        return undo(self.connection, number, (at, by), rules)

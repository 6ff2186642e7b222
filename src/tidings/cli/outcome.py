"""What comes of one arrival."""

from tidings.errors import TidingsError
from tidings.model.record import Record
from tidings.sources import Known, Skipped

Outcome = Record | Skipped | Known | TidingsError

"""Many reports: read them in order on this machine."""

from tidings.batch.in_order import read_in_order
from tidings.batch.in_process import Outcome, load_encoder
from tidings.batch.read import read, read_all

__all__ = ["Outcome", "load_encoder", "read", "read_all", "read_in_order"]

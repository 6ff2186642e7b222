"""Many reports: read them in order on this machine."""

from tidings.batch.in_process import load_encoder, read_in_order
from tidings.batch.read import read, read_all

__all__ = ["load_encoder", "read", "read_all", "read_in_order"]

"""Data files an analyst can edit, and the one loader for them."""

from tidings.resources.load import load_table, load_text

__all__ = ["load_table", "load_text"]

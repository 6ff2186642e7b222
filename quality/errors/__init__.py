"""Where records differ from a corpus: differences of each task, sorted into kinds and counted."""

from quality.errors.command import errors

__all__ = ["errors"]

"""The shell's door: `tidings read`, `tidings demo`."""

from tidings.cli.main import main

__all__ = ["main"]

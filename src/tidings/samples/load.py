"""Load a sample report of the package."""

from importlib.resources import files


def load_sample(name: str = "ouallam.txt") -> str:
    """Return a sample report."""
    return (files("tidings.samples") / name).read_text(encoding="utf-8")

"""Load the sample reports of the package."""

import tomllib
from importlib.resources import files

from tidings.model.report import Published, PublishedBasis, Report

_HERE = files("tidings.samples")


def load_sample(name: str = "ouallam.txt") -> str:
    """Return the text of a sample report."""
    return (_HERE / name).read_text(encoding="utf-8")


def load_mission() -> tuple[Report, ...]:
    """Return the reports about one mission over fourteen months, the oldest first."""
    index = tomllib.loads(load_sample("sahel/index.toml"))
    return tuple(_report(name, about) for name, about in index.items())


def _report(name: str, about: dict[str, str]) -> Report:
    return Report(
        id=name,
        text=load_sample("ouallam.txt" if name == "ouallam" else f"sahel/{name}.txt"),
        uri=about["uri"],
        title=about.get("title"),
        published=Published(date=about["published"], basis=PublishedBasis.GIVEN),
    )

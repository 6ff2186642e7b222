"""Sample reports, made up by the authors of tidings: places are real, people and organisations are not."""

from tidings.samples.load import load_mission, load_sample

__all__ = ["load_mission", "load_sample"]

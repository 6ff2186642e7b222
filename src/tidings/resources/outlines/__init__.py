"""Outlines of countries and the names of towns, to draw maps with, offline."""

from tidings.resources.outlines.index import Outlines, Town, project

__all__ = ["Outlines", "Town", "project"]

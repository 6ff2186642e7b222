"""The gazetteer: places by name, offline, from an index that is built with the package."""

from tidings.resources.gazetteer.index import Gazetteer, GazetteerPlace, PlaceKind
from tidings.resources.gazetteer.names import fold

__all__ = ["Gazetteer", "GazetteerPlace", "PlaceKind", "fold"]

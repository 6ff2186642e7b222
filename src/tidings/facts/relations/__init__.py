"""Relations between actors, and open threads."""

from tidings.facts.relations.find import find_relations
from tidings.facts.relations.threads import find_threads

__all__ = ["find_relations", "find_threads"]

"""Actors of one report, asked by every later rule."""

from tidings.model.mention import Entity, Mention
from tidings.model.span import Span


class Actors:
    """The actors of a report; descriptions met later ("a senior official") join as they are resolved."""

    def resolve(self, span: Span) -> str | None:
        """Return the id of the entity a phrase refers to.

        A name, a pronoun, "the group", an acronym: the entity it stands for. A description of a
        person or body that is nobody known ("a senior defense official", "the police",
        "witnesses"): an entity of its own, made on first sight. Anything else: None.
        """
        return None

    def entity(self, entity_id: str) -> Entity:
        """Return an entity by its id."""
        raise KeyError(entity_id)

    def entities(self) -> tuple[Entity, ...]:
        """Return all entities met so far, in order of first mention."""
        return ()

    def mentions(self) -> tuple[Mention, ...]:
        """Return the mentions with their entity ids filled in."""
        return ()

"""Draft: an actor while the report is still being read."""

from dataclasses import dataclass, field

from tidings.facts.actors.lexicon import Noun
from tidings.model.mention import Entity, MentionKind
from tidings.model.span import Span
from tidings.resources.registry import KnownActor, name_key

#: How good a role is: later evidence replaces only weaker evidence.
RANK, LOOSE, DESCRIPTION, TITLE = 1, 2, 3, 4


@dataclass(slots=True)
class Draft:
    """What is known so far of one actor; `shown` when a name or a fact needs it."""

    id: str
    kind: MentionKind
    span: Span
    names: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    described: list[str] = field(default_factory=list)
    role: str | None = None
    role_level: int = 0
    affiliation: str | None = None
    country: str | None = None
    category: str | None = None
    known: KnownActor | None = None
    noun: Noun | None = None
    modifiers: frozenset[str] = frozenset()
    gender: str | None = None
    is_plural: bool = False
    shown: bool = False
    speaks_for_state: str | None = None
    extent: tuple[int, int] = (0, 0)
    why: str = ""

    @property
    def is_person(self) -> bool:
        """Say whether this is a person or a number of people."""
        return self.kind is MentionKind.PERSON

    def add_name(self, name: str) -> None:
        """Add a proper form of the name."""
        if name not in self.names:
            self.names.append(name)
            self.keys.add(name_key(name))

    def give_role(self, role: str | None, level: int) -> None:
        """Keep a role if it is better evidence than what there is."""
        if role and level > self.role_level:
            self.role, self.role_level = role, level

    def best_name(self) -> str | None:
        """Return the longest proper form."""
        return max(self.names, key=lambda name: (len(name.split()), len(name)), default=None)

    def other_names(self) -> tuple[str, ...]:
        """Return every other name that the report or the registry has; a surname alone is no other name."""
        best = self.best_name()
        whole = set((best or "").lower().split())
        others = [n for n in self.names if not (self.is_person and set(n.lower().split()) < whole)]
        others += self.described
        if self.known is not None:
            others.append(self.known.name)
        if self.speaks_for_state is not None:
            others.append(self.speaks_for_state)
        return tuple(dict.fromkeys(name for name in others if name != best))

    def as_entity(self, mentions: tuple[str, ...]) -> Entity:
        """Return the actor as it stands in the record."""
        return Entity(
            id=self.id,
            kind=self.kind,
            name=self.best_name(),
            role=self.role,
            affiliation=self.affiliation,
            country=self.country,
            category=self.category,
            same_as=self.other_names(),
            registry=self.known.name if self.known else None,
            span=self.span,
            mentions=mentions,
            why=self.why,
        )

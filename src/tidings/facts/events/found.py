"""Found casualties: a statement that people were harmed, before it is known of which event."""

import re
from dataclasses import dataclass

from tidings.facts.events.people import People
from tidings.model.event import Harm
from tidings.model.reading import Token
from tidings.model.span import Span

_MORE = re.compile(r"\b(?:another|additional|further|more(?! than))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCasualty:
    """People harmed, with the word that tells of it.

    `part_of` is the index, among the found casualties, of the one that this is a subset of;
    `entity` the id of a named victim; `weak` marks violence after which a victim may yet turn out
    dead ("was shot"), `lives` words of someone alive ("is expected to recover"); `points_back` a
    phrase that may mean people counted before ("the soldiers", "he"); `is_part` a phrase for some
    of a whole ("two of the dead"); `teller` is who gives the figure: the id of an entity, "officials"
    for every public body, None for the report itself or someone unknown.
    """

    trigger: Token
    harm: Harm
    people: People
    source: str
    span: Span
    rule: str
    why: str
    entity: str | None = None
    part_of: int | None = None
    weak: bool = False
    points_back: bool = False
    is_part: bool = False
    illness: bool = False
    lives: bool = False
    teller: str | None = None

    @property
    def may_die(self) -> bool:
        """Whether the words leave open that a victim hurt died: "was shot", "had a gunshot wound"."""
        return self.weak or self.rule == "injuries that someone has"

    @property
    def is_more(self) -> bool:
        """Whether they are counted on top of others: "another ten people", "two more soldiers"."""
        return bool(_MORE.search(self.why))

    @property
    def at_least(self) -> int | None:
        """The lowest number of heads."""
        return self.people.at_least

    @property
    def at_most(self) -> int | None:
        """The highest number of heads."""
        return self.people.at_most

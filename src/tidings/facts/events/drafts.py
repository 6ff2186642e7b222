"""Drafts: one telling of an event, before tellings of the same event are joined."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tidings.facts.events.cues import Told, is_unreal
from tidings.facts.events.found import FoundCasualty
from tidings.facts.events.roles import Roles
from tidings.facts.events.triggers import Trigger
from tidings.model.event import Harm, Status, Where
from tidings.model.report import ZoneKind
from tidings.model.when import When

#: Kinds of event that deaths and injuries belong to.
CAUSES = frozenset({"ASSAULT", "accident", "natural-disaster", "PROTEST"})
HARM = "harm"
_SHOTS = frozenset({"shoot", "fire", "shooting"})
ILLNESS = "illness"
#: Found casualties with their numbers among all of the report.
Harmed = tuple[tuple[int, FoundCasualty], ...]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One event word with all that was read around it.

    `fresh` marks one that is told as further to those before ("another attack"), `prior` one that
    came before what the sentence tells ("in retaliation for"); `accused` are named doers that
    someone only says did it.
    `dead` are the ids of named persons whom the word itself has killed.
    `source` is "report" or the id of the statement that tells it; `named` are the ids of doers
    that have a name; `begins` says whether it can stand alone or only join another telling.
    """

    trigger: Trigger
    told: Told
    roles: Roles
    when: When | None
    wheres: tuple[Where, ...]
    zone: ZoneKind | None
    source: str
    definite: bool
    fresh: bool
    prior: bool
    begins: bool
    named: frozenset[str]
    accused: frozenset[str]
    undergoers: frozenset[str]
    harmed: Harmed = ()
    dead: frozenset[str] = frozenset()

    @cached_property
    def family(self) -> str:
        """The kind of event for joining: a PLOVER type, a mode without a type, or harm."""
        pattern = self.trigger.pattern
        if pattern.harm:
            is_illness = bool(self.harmed) and all(one.illness for _, one in self.harmed)
            return ILLNESS if is_illness else HARM
        return pattern.type or pattern.mode or HARM

    @cached_property
    def sentence(self) -> int:
        """The number of the sentence that tells it."""
        return self.trigger.token.sentence

    @cached_property
    def is_unreal(self) -> bool:
        """Whether it has not taken place."""
        return is_unreal(self.told.status)

    @property
    def is_recalled(self) -> bool:
        """Whether it is told as something earlier than the news."""
        return self.told.status is Status.BACKGROUND

    @property
    def in_headline(self) -> bool:
        """Whether the headline tells it."""
        return self.zone is ZoneKind.HEADLINE

    @property
    def has_anchor(self) -> bool:
        """Whether it has a day, a place, a doer, a target or victims of its own."""
        return bool(self.when or self.wheres or self.roles.agents or self.roles.targets or self.harmed)


_HURT = frozenset({Harm.INJURED, Harm.KILLED_OR_INJURED})


class Cluster:
    """The tellings of one event, in the order they were joined."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        """Begin with one telling or with several of one sentence."""
        self.drafts: list[Draft] = list(drafts)

    def add(self, other: "Cluster") -> None:
        """Join further tellings; what was worked out from fewer is forgotten."""
        drafts = [*self.drafts, *other.drafts]
        self.__dict__.clear()
        self.drafts = drafts

    @cached_property
    def main(self) -> Draft:
        """The telling that names the event: the first that says what was done."""
        return min(self.drafts, key=_naming)

    @cached_property
    def family(self) -> str:
        """The kind of the event: harm only while nothing says what caused it."""
        return next((d.family for d in self.drafts if d.family not in {HARM, ILLNESS}), self.drafts[0].family)

    @cached_property
    def first_sentence(self) -> int:
        """The sentence of the first telling."""
        return min(d.sentence for d in self.drafts)

    @cached_property
    def last_sentence(self) -> int:
        """The sentence of the last telling."""
        return max(d.sentence for d in self.drafts)

    @cached_property
    def is_unreal(self) -> bool:
        """Whether no telling says that it took place."""
        return all(d.is_unreal for d in self.drafts)

    @cached_property
    def is_attempt(self) -> bool:
        """Whether it is told as an attempt that failed."""
        return any(d.told.status is Status.ATTEMPTED for d in self.drafts)

    @cached_property
    def is_mishap(self) -> bool:
        """Whether shots are told as fired by mishap."""
        return any(d.family == "accident" and d.trigger.token.lemma.lower() in _SHOTS for d in self.drafts)

    @cached_property
    def is_recalled(self) -> bool:
        """Whether it is told as something earlier than the news."""
        return any(d.is_recalled for d in self.drafts)

    @cached_property
    def is_prior(self) -> bool:
        """Whether it is told only as what came before another event."""
        return all(d.prior for d in self.drafts)

    @cached_property
    def is_plural(self) -> bool:
        """Whether it is told only by nouns in the plural: several events in one."""
        return all(d.trigger.is_noun and d.trigger.is_plural for d in self.drafts)

    @cached_property
    def only_headline(self) -> bool:
        """Whether nothing but the headline tells it so far."""
        return all(d.in_headline for d in self.drafts)

    @cached_property
    def begins(self) -> bool:
        """Whether one of the tellings can stand alone."""
        return any(d.begins for d in self.drafts)

    @cached_property
    def points_back(self) -> bool:
        """Whether it is told as something known: "the attack", "the bombing that killed"."""
        return self.main.definite and self.main.trigger.is_noun

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """The times of all tellings."""
        return tuple(d.when for d in self.drafts if d.when is not None)

    @cached_property
    def wheres(self) -> tuple[Where, ...]:
        """The places of all tellings."""
        return tuple(w for d in self.drafts for w in d.wheres)

    @cached_property
    def modes(self) -> frozenset[str]:
        """The modes of all tellings."""
        return frozenset(d.trigger.pattern.mode for d in self.drafts if d.trigger.pattern.mode)

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids of the doers that are bodies with a name."""
        return frozenset(name for d in self.drafts for name in d.named)

    @cached_property
    def doers(self) -> frozenset[str]:
        """The ids of the bodies that did it or are said to have done it."""
        return self.named | {name for d in self.drafts for name in d.accused}

    @cached_property
    def undergoers(self) -> frozenset[str]:
        """What identifies the targets of all tellings."""
        return frozenset(name for d in self.drafts for name in d.undergoers)

    @cached_property
    def tolls(self) -> frozenset[int]:
        """The exact numbers of dead that the tellings give."""
        return frozenset(
            one.at_least
            for d in self.drafts
            for _, one in d.harmed
            if one.harm is Harm.KILLED and one.part_of is None and one.at_least is not None
        )

    @cached_property
    def hurt(self) -> frozenset[int]:
        """The exact numbers of hurt that the tellings give, those that hold the dead included."""
        return frozenset(
            one.at_least
            for d in self.drafts
            for _, one in d.harmed
            if one.harm in _HURT and one.part_of is None and one.at_least is not None
        )

    @cached_property
    def slain(self) -> frozenset[frozenset[str]]:
        """The names of those whom the tellings have killed."""
        told = (one for d in self.drafts for _, one in d.harmed if one.harm is Harm.KILLED)
        return frozenset(one.people.names for one in told if one.people.named and one.people.names)

    @cached_property
    def dead(self) -> frozenset[str]:
        """The ids of the named persons whom the tellings have killed."""
        return frozenset(one for d in self.drafts for one in d.dead)

    @cached_property
    def has_lone_dead(self) -> bool:
        """Whether a single person is told to be killed."""
        return any(one.harm is Harm.KILLED and one.at_most == 1 for d in self.drafts for _, one in d.harmed)

    @cached_property
    def casualty_numbers(self) -> tuple[int, ...]:
        """The numbers of the found casualties that belong to the event, in text order."""
        return tuple(sorted({number for d in self.drafts for number, _ in d.harmed}))


def _naming(draft: Draft) -> tuple[bool, bool, bool, bool, int]:
    """Rank a telling as the one that names its event: the first of the body that says what was done."""
    pattern = draft.trigger.pattern
    is_effect = pattern.weapon == "fire" and not draft.roles.weapons
    is_loose = pattern.vague or not draft.begins or is_effect
    return draft.in_headline, draft.family in {HARM, ILLNESS}, is_loose, draft.is_unreal, draft.trigger.token.index

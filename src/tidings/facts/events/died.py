"""Died: who was told to be hurt and is told to be dead as well, and so is no living casualty."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.facts.events.found import FoundCasualty
from tidings.facts.events.people import People
from tidings.facts.events.sexes import is_doer, sexes_differ
from tidings.facts.events.victims import singular
from tidings.model.event import Harm
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

#: How a death is told of someone named or described before: "the boy died", "he was pronounced dead".
_TOLD_OF = frozenset({"verb and its subject", "adjective of harm"})


def lives(reading: Reading, trigger: Token, people: People) -> bool:
    """Say whether the words tell of someone alive, or of one more: "is expected to recover", "a third man"."""
    words = load_table("casualties.toml")["alive"]
    sentence = [t.lower for t in reading.sentence_tokens(reading.sentence_of(trigger))]
    own = [t.lower for t in reading.tokens[people.first : people.last]]
    beside = [t.lower for t in reading.children(trigger, "advmod")]
    return any(w in words["words"] for w in sentence) or any(w in words["further"] for w in (*own, *beside))


def without_the_dead(found: Sequence[FoundCasualty]) -> tuple[FoundCasualty, ...]:
    """Return the casualties without those injured who are told to have died: "was shot", "the boy died"."""
    gone = {n for n, one in enumerate(found) if one.harm is Harm.INJURED and any(_has_died(one, d) for d in found)}
    gone |= {n for d in found for n in _last_shot_before(found, d)}
    gone |= {n for n, one in enumerate(found) if any(_is_told_before(one, found[last]) for last in gone)}
    gone |= _told_again(found, gone)
    places = {n: place for place, n in enumerate(n for n in range(len(found)) if n not in gone)}
    return tuple(
        replace(one, part_of=None if one.part_of is None else places.get(one.part_of))
        for n, one in enumerate(found)
        if n not in gone
    )


def _is_told_before(one: FoundCasualty, gone: FoundCasualty) -> bool:
    """Say whether someone shot is who is told of again before dying: "Boy shot", "a 9-year-old boy was shot"."""
    heads = {singular(p.head.lower) for p in (one.people, gone.people)}
    single = one.at_most == gone.at_most == 1 and one.harm is Harm.INJURED and one.weak
    alone = not one.people.named and not gone.people.named and len(heads) == 1
    return single and alone and one.trigger.sentence < gone.trigger.sentence


def _last_shot_before(found: Sequence[FoundCasualty], dead: FoundCasualty) -> Iterator[int]:
    """Yield who was shot last before "the victim died", "he died", if the two may be one person.

    Where that is told by a pronoun, who was shot before that is meant as well: "a boy was shot; he was
    taken to hospital, where he died".
    """
    if dead.harm is not Harm.KILLED or dead.at_most != 1 or not dead.points_back or dead.rule not in _TOLD_OF:
        return
    for number in reversed([n for n, one in enumerate(found) if one.trigger.index < dead.trigger.index]):
        one = found[number]
        if one.harm is not Harm.INJURED or one.lives:
            continue
        if not one.may_die or one.at_most != 1 or is_doer(dead.people) or sexes_differ(one.people, dead.people):
            return
        if one.people.names and dead.people.names:
            return
        yield number
        if not one.points_back:
            return


def _told_again(found: Sequence[FoundCasualty], gone: set[int]) -> set[int]:
    """Return those hurt who only point back, where someone died and nobody else was told to be hurt.

    "A boy was shot and died. The bullet struck the child in the chest": the child is the boy.
    """
    hurt = {n for n, one in enumerate(found) if one.harm in {Harm.INJURED, Harm.KILLED_OR_INJURED} and n not in gone}
    dead = [one for one in found if one.harm is Harm.KILLED and one.at_most == 1]
    if not dead or not all(_may_be_dead(found[n], dead) for n in hurt if found[n].at_least != 0):
        return set()
    return {n for n in hurt if found[n].at_least != 0}


def _may_be_dead(hurt: FoundCasualty, dead: Sequence[FoundCasualty]) -> bool:
    """Say whether someone hurt is told of as known, and may be someone dead."""
    points = hurt.people.definite or hurt.people.pronoun
    if hurt.lives or hurt.at_most != 1 or not hurt.may_die or not points or hurt.people.named or is_doer(hurt.people):
        return False
    return any(not sexes_differ(hurt.people, one.people) and not _ages_differ(hurt, one) for one in dead)


def _ages_differ(one: FoundCasualty, other: FoundCasualty) -> bool:
    return len({one.people.age, other.people.age} - {None}) > 1


def _has_died(hurt: FoundCasualty, dead: FoundCasualty) -> bool:
    """Say whether a single person hurt is the single person dead: one entity, or "a boy" and "the boy"."""
    if dead.harm is not Harm.KILLED or dead.at_most != 1 or hurt.at_most != 1 or hurt.is_part:
        return False
    if hurt.span == dead.span or (hurt.entity is not None and hurt.entity == dead.entity):
        return True
    if hurt.people.names & dead.people.names:
        return True
    if hurt.people.age is not None and hurt.people.age == dead.people.age:
        return True
    same = singular(hurt.people.head.lower) == singular(dead.people.head.lower)
    later = dead if dead.trigger.index > hurt.trigger.index else hurt
    return same and hurt.may_die and not hurt.people.named and later.people.definite

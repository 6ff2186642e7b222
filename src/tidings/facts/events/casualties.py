"""Casualties: every statement that people were harmed, before it is known of which event.

A found casualty keeps the word that tells of the harm (its trigger), so that events can be
matched to it; `tally` makes one event's entries of them.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tidings.facts.events.harm import Hit, find_hits
from tidings.facts.events.patients import is_human
from tidings.facts.events.people import People, find_people
from tidings.facts.events.subsets import find_subsets, part_harm
from tidings.facts.events.unreal import is_rate, is_real
from tidings.facts.events.victims import is_thing, kind_of_noun, singular
from tidings.facts.scene import Scene
from tidings.facts.statements.cover import source_of
from tidings.model.event import Harm
from tidings.model.mention import MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.model.statement import Act, Statement
from tidings.resources import load_table

_MORE = re.compile(r"\b(?:another|additional|further|more(?! than))\b", re.IGNORECASE)
_BOTH = frozenset({Harm.KILLED, Harm.INJURED})
_NEEDS_PEOPLE = frozenset({Harm.DETAINED, Harm.MISSING, Harm.DISPLACED, Harm.ABDUCTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCasualty:
    """People harmed, with the word that tells of it.

    `part_of` is the index, among the found casualties, of the one that this is a subset of;
    `entity` the id of a named victim; `weak` marks violence after which a victim may yet turn out
    dead ("was shot"); `points_back` a phrase that may mean people counted before ("the
    soldiers", "he"); `whole` the word that names the whole a subset is of ("two of the dead").
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


def find_casualties(scene: Scene, statements: Sequence[Statement]) -> tuple[FoundCasualty, ...]:
    """Return every statement of harm in headline and body, in text order."""
    reading = scene.reading
    hits = [hit for hit in find_hits(reading, scene.body_tokens()) if _is_told_as_fact(reading, hit)]
    hits = _one_a_word(hits)
    persons = _person_heads(scene)
    heads = frozenset(head.index for hit in hits for head in hit.heads)
    found: list[FoundCasualty] = []
    for hit in _both_in_one(reading, hits):
        named = tuple(_people_of(scene, hit, persons))
        others = heads | {people.head.index for people in named}
        for people in named:
            found.append(_found(scene, statements, hit, people))
            _add_parts(scene, statements, hit, found, others)
    denied = [piece for s in statements if s.act is Act.DENY for piece in s.content]
    kept = [f for f in _without_repeats(found) if not any(piece.covers(f.trigger) for piece in denied)]
    return _without_the_dead(kept)


def _one_a_word(hits: Sequence[Hit]) -> list[Hit]:
    """Return one hit for each word: the one that found victims, if any did."""
    best: dict[int, Hit] = {}
    for hit in hits:
        known = best.get(hit.trigger.index)
        if known is None or (hit.heads and not known.heads):
            best[hit.trigger.index] = hit
    return [best[index] for index in sorted(best)]


def _is_told_as_fact(reading: Reading, hit: Hit) -> bool:
    return is_real(reading, hit.trigger) and not is_rate(reading, hit.trigger)


def _person_heads(scene: Scene) -> frozenset[int]:
    """Return the indices of the tokens inside mentions of persons."""
    return frozenset(
        token.index for m in scene.mentions if m.kind is MentionKind.PERSON for token in scene.reading.tokens_in(m)
    )


def _both_in_one(reading: Reading, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the hits with victims; harms told in one breath share theirs: "killed or injured 60 people"."""
    number = 0
    while number < len(hits):
        hit, other = hits[number], hits[number + 1] if number + 1 < len(hits) else None
        if other is not None and _in_one_breath(reading, hit, other):
            heads = hit.heads if not _has_object(other) and hit.heads else other.heads or hit.heads
            one, two = replace(hit, heads=heads), replace(other, heads=heads)
            yield from [_joined(one, two)] if {hit.harm, other.harm} <= _BOTH else [one, two]
            number += 2
            continue
        if hit.heads:
            yield hit
        number += 1


def _in_one_breath(reading: Reading, hit: Hit, other: Hit) -> bool:
    """Say whether only "and" or "or" stands between two words of harm."""
    if hit.trigger.sentence != other.trigger.sentence:
        return False
    between = reading.tokens[hit.trigger.index + 1 : other.trigger.index]
    joints = [t for t in between if t.lower in {"and", "or", "&", "/", "then"}]
    rest = [t for t in between if t not in joints and t.upos != "ADV" and t.lower != ","]
    own = hit.own_count or other.own_count or {t.index for t in other.heads} & {t.index for t in between}
    return bool(joints) and not rest and not own


def _has_object(hit: Hit) -> bool:
    return bool(hit.heads) and hit.heads[0].index > hit.trigger.index


def _joined(hit: Hit, other: Hit) -> Hit:
    if hit.weak or other.weak or hit.harm is other.harm:
        killed = Harm.KILLED in {hit.harm, other.harm}
        weak = hit.weak and other.weak
        return replace(hit, harm=Harm.KILLED if killed else Harm.INJURED, weak=weak)
    return replace(hit, harm=Harm.KILLED_OR_INJURED, rule="two harms with one number")


def _people_of(scene: Scene, hit: Hit, persons: frozenset[int]) -> Iterator[People]:
    """Yield the people that a hit's phrases name, things and bodies left out."""
    for head in hit.heads:
        for people in find_people(scene.reading, head, hit.trigger, own_count=hit.own_count):
            if _are_people(scene.reading, hit, people, persons):
                yield people


def _are_people(reading: Reading, hit: Hit, people: People, persons: frozenset[int]) -> bool:
    """Say whether a phrase can mean people harmed by this word, told of in particular."""
    head = people.head
    if hit.harm is Harm.DISPLACED and not people.counted:
        return False
    if hit.own_count or head.index in persons:
        return True
    if is_thing(reading, head) or (people.at_least is None and people.at_most is None):
        return False
    if people.named:
        return _is_person_name(reading, head)
    human = people.pronoun or head.upos == "NUM" or kind_of_noun(reading, head) is not None or is_human(reading, head)
    if not human and (hit.harm in _NEEDS_PEOPLE or not people.counted or hit.weak):
        return False
    return people.counted or not _is_general(reading, hit.trigger, people)


def _is_person_name(reading: Reading, head: Token) -> bool:
    """Say whether a name that no head calls a person may be one: with a title or in two words."""
    return any(kind_of_noun(reading, t) for t in reading.children(head, "compound", "appos")) or (
        reading.child(head, "flat") is not None
    )


def _is_general(reading: Reading, trigger: Token, people: People) -> bool:
    """Say whether a bare plural is told of in general: "bombs kill people", "killing civilians"."""
    if people.at_most is not None or people.definite or people.pronoun:
        return False
    present = trigger.upos == "VERB" and trigger.lower in {trigger.lemma.lower(), trigger.lemma.lower() + "s"}
    gerund = trigger.lower.endswith("ing")
    habitual = any(t.lower in {"are", "is"} for t in reading.children(trigger, "aux", "cop"))
    return (present and trigger.lower != "hurt") or gerund or habitual


def _found(scene: Scene, statements: Sequence[Statement], hit: Hit, people: People) -> FoundCasualty:
    reading = scene.reading
    span = people.span(reading)
    named = people.named or people.pronoun
    entity = scene.actors.resolve(span) if named and people.at_most == 1 else None
    return FoundCasualty(
        trigger=hit.trigger,
        harm=hit.harm,
        people=_with_name(scene, people, entity),
        source=source_of(statements, span),
        span=span,
        rule=hit.rule,
        why=f'{hit.rule}: "{hit.trigger.text}" and "{span.of(scene.text)}"',
        entity=entity,
        weak=hit.weak,
        points_back=people.pronoun or (people.definite and not people.counted),
        is_part=people.of_whole is not None,
        illness=_is_illness(reading, hit.trigger),
    )


def _with_name(scene: Scene, people: People, entity: str | None) -> People:
    """Return people with the name of the entity behind a pronoun."""
    if entity is None or not people.pronoun:
        return people
    return replace(people, who=scene.actors.entity(entity).name or people.who)


def _add_parts(
    scene: Scene, statements: Sequence[Statement], hit: Hit, found: list[FoundCasualty], others: frozenset[int]
) -> None:
    """Add the subsets that follow a casualty in its sentence: "including two children"."""
    reading, whole = scene.reading, found[-1]
    number = len(found) - 1
    for part, harm in find_subsets(reading, whole.people, whole.harm, others=others - {whole.people.head.index}):
        one = _found(scene, statements, replace(hit, harm=harm, rule="subset of those before"), part)
        found.append(replace(one, part_of=number, is_part=True, points_back=False, weak=whole.weak))


def _without_repeats(found: Iterable[FoundCasualty]) -> list[FoundCasualty]:
    """Return the casualties, the same words for the same harm once."""
    kept: list[FoundCasualty] = []
    place: dict[int, int] = {}
    for number, one in enumerate(found):
        same = next((n for n, k in enumerate(kept) if k.harm is one.harm and k.span == one.span), None)
        place[number] = len(kept) if same is None else same
        if same is None:
            kept.append(replace(one, part_of=None if one.part_of is None else place[one.part_of]))
        elif one.part_of is None and kept[same].part_of is not None and not kept[same].is_part:
            kept[same] = one
    return kept


def _without_the_dead(found: Sequence[FoundCasualty]) -> tuple[FoundCasualty, ...]:
    """Return the casualties without those injured who are told to have died: "was shot", "the boy died"."""
    gone = {n for n, one in enumerate(found) if one.harm is Harm.INJURED and any(_has_died(one, d) for d in found)}
    gone |= {n for d in found if (n := _last_shot_before(found, d)) is not None}
    gone |= {n for n, one in enumerate(found) if any(_is_told_before(one, found[last]) for last in gone)}
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


def _last_shot_before(found: Sequence[FoundCasualty], dead: FoundCasualty) -> int | None:
    """Return who was shot last before "the victim died", "he died", if the two may be one person."""
    if dead.harm is not Harm.KILLED or dead.at_most != 1 or not dead.points_back or dead.rule != "verb and its subject":
        return None
    shot = [
        n for n, one in enumerate(found) if one.may_die and one.at_most == 1 and one.trigger.index < dead.trigger.index
    ]
    if not shot or (found[shot[-1]].people.names and dead.people.names):
        return None
    return shot[-1]


def _has_died(hurt: FoundCasualty, dead: FoundCasualty) -> bool:
    """Say whether a single person hurt is the single person dead: one entity, or "a boy" and "the boy"."""
    if dead.harm is not Harm.KILLED or dead.at_most != 1 or hurt.at_most != 1 or hurt.is_part:
        return False
    if hurt.entity is not None and hurt.entity == dead.entity:
        return True
    if hurt.people.names & dead.people.names:
        return True
    if hurt.people.age is not None and hurt.people.age == dead.people.age:
        return True
    same = singular(hurt.people.head.lower) == singular(dead.people.head.lower)
    later = dead if dead.trigger.index > hurt.trigger.index else hurt
    return same and hurt.may_die and not hurt.people.named and later.people.definite


@cache
def _illnesses() -> frozenset[str]:
    return frozenset(load_table("casualties.toml")["cause"]["illness"])


def _is_illness(reading: Reading, trigger: Token) -> bool:
    """Say whether the sentence names an illness as what people died of."""
    words = [t.lower for t in reading.sentence_tokens(reading.sentence_of(trigger))]
    pairs = {f"{one} {two}" for one, two in itertools.pairwise(words)}
    return bool((set(words) | pairs) & _illnesses())


__all__ = ["FoundCasualty", "find_casualties", "part_harm"]

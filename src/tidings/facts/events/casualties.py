"""Casualties: every statement that people were harmed, before it is known of which event.

A found casualty keeps the word that tells of the harm (its trigger), so that events can be
matched to it; `tally` makes one event's entries of them.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from tidings.facts.events import treated
from tidings.facts.events.died import lives, without_the_dead
from tidings.facts.events.found import FoundCasualty
from tidings.facts.events.harm import Hit, find_hits
from tidings.facts.events.patients import is_human
from tidings.facts.events.people import People, find_people
from tidings.facts.events.subsets import find_subsets
from tidings.facts.events.unreal import is_rate, is_real
from tidings.facts.events.victims import is_thing, kind_of_noun
from tidings.facts.scene import Scene
from tidings.facts.statements.cover import source_of
from tidings.model.event import Harm
from tidings.model.mention import MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.statement import Act, Statement
from tidings.resources import load_table

_PUBLIC = frozenset({"police", "agency", "government", "official", "state", "court"})
_BOTH = frozenset({Harm.KILLED, Harm.INJURED})
_NEEDS_PEOPLE = frozenset({Harm.DETAINED, Harm.MISSING, Harm.DISPLACED, Harm.ABDUCTED})


def find_casualties(scene: Scene, statements: Sequence[Statement]) -> tuple[FoundCasualty, ...]:
    """Return every statement of harm in headline and body, in text order."""
    reading = scene.reading
    hits = [hit for hit in find_hits(reading, scene.body_tokens()) if _is_told_as_fact(reading, hit)]
    hits = _without_the_ill(reading, _one_a_word(hits))
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
    return without_the_dead(kept)


def _one_a_word(hits: Sequence[Hit]) -> list[Hit]:
    """Return one hit for each word: the one that found victims, if any did."""
    best: dict[int, Hit] = {}
    for hit in hits:
        known = best.get(hit.trigger.index)
        if known is None or (hit.heads and not known.heads):
            best[hit.trigger.index] = hit
    return [best[index] for index in sorted(best)]


def _without_the_ill(reading: Reading, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits without patients of whom nothing near says that they were harmed."""
    harmed = frozenset(hit.trigger.sentence for hit in hits if hit.heads and hit.rule != treated.RULE)
    return [h for h in hits if h.rule != treated.RULE or treated.is_near_harm(reading, h.trigger, harmed)]


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
            if _are_people(scene.reading, hit, people, persons) and not _is_unclear_patient(hit, people):
                yield people


def _is_unclear_patient(hit: Hit, people: People) -> bool:
    """Say whether nobody knows how many or whether hurt: "the victims", "some were taken to hospital"."""
    return hit.rule == treated.RULE and people.at_most is None and not people.counted


def _are_people(reading: Reading, hit: Hit, people: People, persons: frozenset[int]) -> bool:
    """Say whether a phrase can mean people harmed by this word, told of in particular."""
    head = people.head
    if _only_tells(reading, hit, people) or (hit.harm is Harm.DISPLACED and not people.counted):
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


def _only_tells(reading: Reading, hit: Hit, people: People) -> bool:
    """Say whether a plural right before a verb of saying only or a colon only tells it: "Police: boy killed"."""
    behind = reading.tokens[people.last : people.last + 1]
    tells = bool(behind) and (behind[0].text == ":" or behind[0].lemma.lower() in {"say", "tell", "confirm", "add"})
    return tells and people.at_most != 1 and not people.first <= hit.trigger.index < people.last


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
    source = source_of(statements, span)
    return FoundCasualty(
        trigger=hit.trigger,
        harm=hit.harm,
        people=_with_name(scene, people, entity),
        source=source,
        span=span,
        rule=hit.rule,
        why=f'{hit.rule}: "{hit.trigger.text}" and "{span.of(scene.text)}"',
        entity=entity,
        weak=hit.weak,
        points_back=people.pronoun or (people.definite and not people.counted),
        is_part=people.of_whole is not None,
        illness=_is_illness(reading, hit.trigger),
        lives=lives(reading, hit.trigger, people),
        teller=_teller(scene, statements, source),
    )


def _teller(scene: Scene, statements: Sequence[Statement], source: str) -> str | None:
    """Return who gives a figure; all public bodies count as one."""
    told = next((s for s in statements if s.id == source), None)
    entity = told.speaker.entity if told is not None and told.speaker is not None else None
    if entity is None:
        return None
    return "officials" if scene.actors.entity(entity).category in _PUBLIC else entity


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


@cache
def _illnesses() -> frozenset[str]:
    return frozenset(load_table("casualties.toml")["cause"]["illness"])


def _is_illness(reading: Reading, trigger: Token) -> bool:
    """Say whether the sentence names an illness as what people died of."""
    words = [t.lower for t in reading.sentence_tokens(reading.sentence_of(trigger))]
    pairs = {f"{one} {two}" for one, two in itertools.pairwise(words)}
    return bool((set(words) | pairs) & _illnesses())

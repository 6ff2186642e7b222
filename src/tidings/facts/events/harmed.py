"""Harmed: which telling of an event each found casualty belongs to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tidings.facts.events.arguments import Arguments
from tidings.facts.events.found import FoundCasualty
from tidings.facts.events.lexicon import Pattern
from tidings.facts.events.triggers import Trigger
from tidings.model.event import Harm
from tidings.model.reading import Reading, Token

_LAST = 10_000
#: What a harm stands for when no event word tells it.
_KINDS: Mapping[Harm, tuple[str | None, str | None]] = {
    Harm.KILLED: (None, None),
    Harm.INJURED: (None, None),
    Harm.KILLED_OR_INJURED: (None, None),
    Harm.MISSING: (None, None),
    Harm.ABDUCTED: ("ASSAULT", "abduct"),
    Harm.DETAINED: ("COERCE", "arrest"),
    Harm.DISPLACED: ("COERCE", None),
}
_STEPS = 3


def add_triggers(triggers: Sequence[Trigger], found: Sequence[FoundCasualty]) -> tuple[Trigger, ...]:
    """Return the event words and, for casualties that none of them tells, the words of harm, in text order."""
    more: dict[int, Trigger] = {}
    for one in found:
        if one.part_of is None and trigger_of(one, triggers) is None and one.trigger.index not in more:
            more[one.trigger.index] = _harm_trigger(one)
    return tuple(sorted((*triggers, *more.values()), key=_position))


def assign(
    reading: Reading, triggers: Sequence[Trigger], found: Sequence[FoundCasualty]
) -> Mapping[int, tuple[int, ...]]:
    """Return, for each trigger by its token, the numbers of the found casualties that it tells."""
    told: dict[int, list[int]] = defaultdict(list)
    place: dict[int, int] = {}
    for number, one in enumerate(found):
        whole = place.get(one.part_of) if one.part_of is not None else None
        trigger = trigger_of(one, triggers) if whole is None else None
        index = whole if whole is not None else (trigger.token.index if trigger else _nearest(reading, one, triggers))
        if index is not None:
            place[number] = index
            told[index].append(number)
    return {index: tuple(numbers) for index, numbers in told.items()}


def trigger_of(one: FoundCasualty, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the event word that is a casualty's own word of harm."""
    return next((t for t in triggers if t.span.overlaps(one.trigger) and _agrees(t, one)), None)


def _agrees(trigger: Trigger, one: FoundCasualty) -> bool:
    """Say whether an event word can tell a harm: a release frees people, it does not detain them."""
    if one.harm is Harm.DETAINED:
        return trigger.pattern.type in {"COERCE", "SANCTION"} or trigger.pattern.mode == "abduct"
    if one.harm is Harm.DISPLACED:
        return trigger.pattern.type in {"COERCE", None}
    return trigger.pattern.type in {"ASSAULT", "COERCE", None}


def _nearest(reading: Reading, one: FoundCasualty, triggers: Sequence[Trigger]) -> int | None:
    """Return the event word of the same sentence that stands nearest and can tell the harm."""
    fitting = [t for t in triggers if t.token.sentence == one.trigger.sentence and _agrees(t, one)]
    best = min(fitting, key=lambda t: _distance(reading, t.token, one.trigger), default=None)
    return best.token.index if best else None


def _distance(reading: Reading, one: Token, other: Token) -> int:
    governs = any(t.index == other.index for t, _ in zip(reading.ancestors(one), range(_STEPS), strict=False))
    return abs(one.index - other.index) - (_LAST if governs else 0)


def _harm_trigger(one: FoundCasualty) -> Trigger:
    kind, mode = _KINDS[one.harm]
    is_plain = kind is None
    pattern = Pattern(order=_LAST, type=kind, mode=mode, harm=is_plain)
    return Trigger(
        token=one.trigger,
        span=one.trigger.span,
        pattern=pattern,
        arguments=Arguments(),
        is_noun=one.trigger.upos == "NOUN",
        words=one.trigger.lower,
    )


def _position(trigger: Trigger) -> int:
    return trigger.token.index

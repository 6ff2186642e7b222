"""Read roles: whom and what the encoder marks as doer, target or weapon in the sentence of an attack."""

from collections.abc import Iterator

from tidings.facts.events.arguments import case_of
from tidings.facts.events.lexicon import words_of
from tidings.facts.events.triggers import Trigger
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

PERPETRATORS = frozenset({"PerpInd", "PerpOrg"})
TARGETS = frozenset({"Target", "Victim"})
_SURE = 0.5


def read_as(reading: Reading, trigger: Trigger, labels: frozenset[str]) -> Iterator[Token]:
    """Yield the heads of what the encoder reads as a role of an attack in the same sentence."""
    sentence = reading.sentence_of(trigger.token).span
    for label in reading.spans.get("roles", ()):
        head = reading.head_of(label.span) if label.label in labels and label.score >= _SURE else None
        if head is not None and sentence.covers(label.span) and not _is_beside(reading, head, label.span):
            yield head


def _is_beside(reading: Reading, head: Token, span: Span) -> bool:
    """Say whether a phrase only says where it was: "outside a shop", "close to the station"."""
    first = reading.tokens_in(span)[0].index
    before = [t.lower for t in reading.tokens[max(0, first - 2) : first] if t.upos != "DET"][-1:]
    return not words_of("beside").isdisjoint((case_of(reading, head), *before))


def read_weapons(reading: Reading, trigger: Trigger) -> Iterator[tuple[Token, bool]]:
    """Yield what the encoder reads as the weapon of an attack in the same sentence."""
    sentence = reading.sentence_of(trigger.token).span
    for label in reading.spans.get("roles", ()):
        if label.label == "Weapon" and label.score >= _SURE and sentence.covers(label.span):
            yield from ((t, True) for t in reading.tokens_in(label.span)[-1:])

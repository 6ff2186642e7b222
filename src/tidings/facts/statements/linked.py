"""Attributions that the encoder linked, with their borders set right."""

from collections.abc import Iterator, Sequence

from tidings.facts.scene import Scene
from tidings.facts.statements.drafts import Draft, joined, trimmed
from tidings.facts.statements.linking import Linked, find_linked
from tidings.model.report import ZoneKind
from tidings.model.span import Span

SPEAKING_ZONES = frozenset({ZoneKind.BODY, ZoneKind.HEADLINE})
#: How near to a quotation mark a content must end to be meant to end there.
_NEAR = 3


def drafts_of_links(scene: Scene, quotations: Sequence[Span]) -> Iterator[Draft]:
    """Yield a draft for every cue that the encoder marked in headline and body."""
    for linked in find_linked(scene.reading):
        if scene.zone_at(linked.cue.start) in SPEAKING_ZONES:
            yield _draft(scene.text, linked, quotations)


def snapped(text: str, span: Span, quotations: Sequence[Span]) -> Span | None:
    """Return a content that begins and ends at the borders of quotations it nearly fills."""
    start, end = span.start, span.end
    for quotation in quotations:
        if quotation.start < start <= quotation.start + _NEAR and end > start:
            start = quotation.start
        if quotation.start < end < quotation.end and (start <= quotation.start or end >= quotation.end - _NEAR):
            end = quotation.end if start == quotation.start or end >= quotation.end - _NEAR else end
    return trimmed(text, Span(start, end), quotations)


def _draft(text: str, linked: Linked, quotations: Sequence[Span]) -> Draft:
    contents = (snapped(text, piece, quotations) for piece in linked.contents)
    return Draft(
        cue=linked.cue,
        source=trimmed(text, linked.source) if linked.source is not None else None,
        contents=joined(text, (piece for piece in contents if piece is not None)),
        rule="attribution-head",
        why=f"the encoder marks “{linked.cue.of(text)}” with its speaker and content",
    )

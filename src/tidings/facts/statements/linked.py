"""Attributions that the encoder linked, with their borders set right."""

from collections.abc import Iterator, Sequence

from tidings.facts.scene import Scene
from tidings.facts.statements.drafts import Draft, joined, trimmed
from tidings.model.reading import AttributionLink, LabelledSpan
from tidings.model.report import ZoneKind
from tidings.model.span import Span

SPEAKING_ZONES = frozenset({ZoneKind.BODY, ZoneKind.HEADLINE})
_MARKS = "“”\"'‘’`"
#: How near to a quotation mark a content must end to be meant to end there.
_NEAR = 3


def drafts_of_links(scene: Scene, quotations: Sequence[Span]) -> Iterator[Draft]:
    """Yield a draft for every linked attribution of headline and body."""
    for link in scene.reading.attributions:
        if scene.zone_at(link.cue.start) in SPEAKING_ZONES:
            yield _draft(scene.text, link, quotations)


def snapped(text: str, span: Span, quotations: Sequence[Span]) -> Span | None:
    """Return a content that begins and ends at the borders of quotations it nearly fills."""
    start, end = span.start, span.end
    for quotation in quotations:
        if quotation.start < start <= quotation.start + _NEAR and end > start:
            start = quotation.start
        if quotation.start < end < quotation.end and (start <= quotation.start or end >= quotation.end - _NEAR):
            end = quotation.end if start == quotation.start or end >= quotation.end - _NEAR else end
    return trimmed(text, Span(start, end), quotations)


def _draft(text: str, link: AttributionLink, quotations: Sequence[Span]) -> Draft:
    contents = (snapped(text, piece.span, quotations) for piece in link.contents)
    source = _nearest(link.sources, link.cue)
    return Draft(
        cue=link.cue.span,
        source=trimmed(text, source.span) if source else None,
        contents=joined(text, (piece for piece in contents if piece is not None)),
        rule="attribution-head",
        why=f"the encoder links “{link.cue.span.of(text)}” to its speaker and content",
    )


def _nearest(sources: Sequence[LabelledSpan], cue: LabelledSpan) -> LabelledSpan | None:
    def distance(source: LabelledSpan) -> int:
        return max(source.start - cue.end, cue.start - source.end)

    return min(sources, key=distance, default=None)

"""Attributions that the encoder linked, with their borders set right."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tidings.facts.scene import Scene
from tidings.facts.statements.borders import behind_address, nearest_pieces, with_borders
from tidings.facts.statements.cues import is_cue, is_given_name, is_time, whole_cue, with_preposition
from tidings.facts.statements.drafts import Draft, joined, trimmed
from tidings.facts.statements.fragments import (
    mended,
    to_clause_end,
    with_object,
    without_aside,
    without_audience,
    without_loose_words,
)
from tidings.facts.statements.lexicon import acts_of, words
from tidings.facts.statements.linking import Linked, find_linked
from tidings.facts.statements.sources import whole_source
from tidings.model.reading import Reading
from tidings.model.report import ZoneKind
from tidings.model.span import Span

SPEAKING_ZONES = frozenset({ZoneKind.BODY, ZoneKind.HEADLINE})
#: Only cues and sources so many characters around can bound a content.
_NEIGHBOURS = 1500


def drafts_of_links(scene: Scene, quotations: Sequence[Span]) -> Iterator[Draft]:
    """Yield a draft for every cue that the encoder marked in headline and body."""
    found = find_linked(scene.reading, quotations)
    starts = [linked.cue.start for linked in found]
    for linked in found:
        if scene.zone_at(linked.cue.start) in SPEAKING_ZONES and is_cue(
            scene.reading, whole_cue(scene.reading, linked.cue)
        ):
            first = bisect_left(starts, linked.cue.start - _NEIGHBOURS)
            near = found[first : bisect_left(starts, linked.cue.start + _NEIGHBOURS, first)]
            taken = [span for other in near for span in (other.cue, other.source) if span is not None]
            yield _draft(scene.reading, linked, taken, quotations)


def _draft(reading: Reading, linked: Linked, taken: Sequence[Span], quotations: Sequence[Span]) -> Draft:
    contents = _contents(reading, linked, taken, quotations)
    cue, contents = with_preposition(reading, _free(whole_cue(reading, linked.cue), linked.cue, contents), contents)
    return Draft(
        cue=cue,
        source=_source(reading, linked, contents),
        contents=contents,
        rule="attribution-head",
        why=f"the encoder marks “{linked.cue.of(reading.text)}” with its speaker and content",
    )


def _contents(reading: Reading, linked: Linked, taken: Sequence[Span], quotations: Sequence[Span]) -> tuple[Span, ...]:
    """Return the pieces of a content: whole, next to their cue, and nothing that leads up to it."""
    cue = linked.cue
    named = tuple(piece for piece in linked.contents if not is_given_name(reading, piece))
    marked = mended(reading, without_audience(reading, cue, named), taken)
    bare = (behind_address(reading, cue, piece) for piece in marked)
    whole = (with_borders(reading, cue, piece, taken, quotations) for piece in bare if piece is not None)
    tidy = (without_loose_words(reading, piece, quotations) for piece in whole if piece is not None)
    own = [cue, *([linked.source] if linked.source is not None else [])]
    ended = (to_clause_end(reading, piece, own) for piece in tidy)
    near = nearest_pieces(reading, cue, joined(reading.text, ended), quotations)
    said = without_aside(reading, cue, without_audience(reading, cue, near), quotations)
    return with_object(reading, cue, said)


def _source(reading: Reading, linked: Linked, contents: Sequence[Span]) -> Span | None:
    if linked.source is None or is_time(reading, linked.source) or _is_told(reading, linked.source, linked.cue):
        return None
    whole = whole_source(reading, linked.source, (linked.cue, *contents))
    return trimmed(reading.text, whole) if whole is not None else None


def _is_told(reading: Reading, source: Span, cue: Span) -> bool:
    """Say whether a source is the one who listens: "she told the envoys, adding that" is not said by the envoys."""
    head, says = reading.head_of(source), reading.head_of(cue)
    verb = reading.head(head) if head is not None else None
    if head is None or verb is None or says is None or says.index == verb.index:
        return False
    if says.lemma.lower() in words("cues", "said_of_subject") and says.index < head.index < verb.index:
        return head.deprel == "nsubj" and verb.upos == "VERB"  # "accused of a theft which X denied": not by X
    if head.index < verb.index:
        return False
    if head.deprel in ("obj", "iobj") and verb.lemma.lower() in acts_of("verbs"):
        return head not in reading.ancestors(says)
    goes_on = says.deprel in ("conj", "advcl") and says.head == verb.index
    return goes_on and head.deprel in ("obj", "iobj", "obl") and reading.child(says, "nsubj") is None


def _free(cue: Span, marked: Span, contents: Sequence[Span]) -> Span:
    return marked if any(piece.overlaps(cue) for piece in contents) else cue

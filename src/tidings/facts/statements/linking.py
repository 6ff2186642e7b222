"""Which source and content belong to which cue.

The encoder marks sources, cues and contents and points from one to the other; here its
pointers are weighed with grammar, distance and sentence borders, and a cue is given what
stands nearest. A pointer alone never links over what grammar or order speak against.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tidings.facts.statements.grammar import subject_of
from tidings.facts.statements.lexicon import words
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

#: Costs are in characters of distance.
_SENTENCE_BORDER = 150
_UNQUOTED_BORDER = 400
_PARAGRAPH_BORDER = 600
_OTHER_CUE = 150
_GRAMMAR = -60
_POINTER = -80
_UNLIKELY = 110
_FARTHEST = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A cue with the source and the pieces of content that belong to it."""

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Stretches:
    """What the attribution head marked, and what it points at: from a span to its cue."""

    cues: tuple[Span, ...]
    sources: tuple[Span, ...]
    contents: tuple[Span, ...]
    pointers: Mapping[Span, Span]
    quotations: tuple[Span, ...]


def find_linked(reading: Reading, quotations: Sequence[Span]) -> tuple[Linked, ...]:
    """Return every cue of a reading with what belongs to it, in text order."""
    marked = _stretches(reading, quotations)
    contents = _assigned(reading, marked, marked.contents)
    sources = _assigned(reading, marked, marked.sources)
    return tuple(
        Linked(
            cue=cue,
            source=_best_source(reading, marked, cue, sources.get(cue, ())),
            contents=tuple(sorted(contents.get(cue, ()))),
        )
        for cue in marked.cues
    )


def _stretches(reading: Reading, quotations: Sequence[Span]) -> _Stretches:
    spans = [(s.label, s.span) for s in reading.spans.get("attribution", ())]
    pointers: dict[Span, Span] = {}
    for link in reading.attributions:
        spans.append(("cue", link.cue.span))
        for label, parts in (("source", link.sources), ("content", link.contents)):
            spans += [(label, part.span) for part in parts]
            pointers.update((part.span, link.cue.span) for part in parts)
    whole = _sorted(span for label, span in spans if label == "content")
    return _Stretches(
        cues=_sorted(span for label, span in spans if label == "cue"),
        sources=_sorted(span for label, span in spans if label == "source"),
        contents=tuple(piece for span in whole for piece in _by_sentence(reading, span, quotations)),
        pointers=pointers,
        quotations=tuple(quotations),
    )


def _by_sentence(reading: Reading, span: Span, quotations: Sequence[Span]) -> Iterator[Span]:
    """Cut a content where a sentence or a paragraph ends, unless within a quotation."""
    start = span.start
    for one, other in pairwise(reading.tokens_in(span)):
        if one.sentence != other.sentence and not any(q.start < one.end < q.end for q in quotations):
            yield Span(start, one.end)
            start = other.start
    yield Span(start, span.end)


def _sorted(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))


def _assigned(reading: Reading, marked: _Stretches, spans: Sequence[Span]) -> Mapping[Span, list[Span]]:
    """Give every span the cue that it costs least to link it to, if any is near enough."""
    found: dict[Span, list[Span]] = {}
    for span in spans:
        priced = [(_cost(reading, marked, span, cue), cue) for cue in _near(marked.cues, span)]
        if priced and min(priced)[0] <= _FARTHEST:
            found.setdefault(min(priced)[1], []).append(span)
    return found


def _near(cues: Sequence[Span], span: Span) -> list[Span]:
    """Return the two cues before and the two behind a span."""
    before = [cue for cue in cues if cue.end <= span.start]
    behind = [cue for cue in cues if cue.start >= span.end]
    return before[-2:] + behind[:2]


def _cost(reading: Reading, marked: _Stretches, span: Span, cue: Span) -> int:
    """Return the distance of a span and a cue, made shorter or longer by what speaks for or against them."""
    gap = Span(min(span.end, cue.end), max(span.start, cue.start))
    cost = gap.end - gap.start
    cost -= sum(
        min(gap.end, s.end) - max(gap.start, s.start) for s in (*marked.sources, *marked.contents) if s.overlaps(gap)
    )
    between = gap.of(reading.text)
    is_quoted = any(quotation.overlaps(span) for quotation in marked.quotations)
    border = _SENTENCE_BORDER if is_quoted else _UNQUOTED_BORDER
    cost += border * _sentences_between(reading, span, cue)
    cost += _PARAGRAPH_BORDER * ("\n\n" in between)
    cost += _OTHER_CUE * sum(gap.covers(other) for other in marked.cues)
    cost += _UNLIKELY * _is_unlikely(reading, marked, span, cue)
    cost += _GRAMMAR * _is_governed(reading, span, cue)
    return cost + _POINTER * (marked.pointers.get(span) == cue)


def _sentences_between(reading: Reading, span: Span, cue: Span) -> int:
    one, other = sorted((span, cue))
    return max(0, reading.tokens_in(other)[0].sentence - reading.tokens_in(one)[-1].sentence)


def _is_unlikely(reading: Reading, marked: _Stretches, span: Span, cue: Span) -> bool:
    """Say whether a source stands where no speaker stands: "told X", "in talks with X said"."""
    if span not in marked.sources:
        return False
    first, word = reading.tokens_in(span)[0], reading.tokens_in(cue)[-1]
    if first.index == word.index + 1:
        return word.lemma.lower() in words("cues", "addressing")
    before = reading.tokens[first.index - 1] if first.index else first
    return span.end <= cue.start and before.upos == "ADP" and not cue.covers(before.span)


def _is_governed(reading: Reading, span: Span, cue: Span) -> bool:
    """Say whether the head of a span hangs on a word of the cue, or the cue on it."""
    head, word = reading.head_of(span), reading.head_of(cue)
    if head is None or word is None:
        return False
    governor, above = reading.head(head), reading.head(word)
    inside_cue = governor is not None and cue.covers(governor.span)
    return inside_cue or (above is not None and span.covers(above.span))


def _best_source(reading: Reading, marked: _Stretches, cue: Span, own: Sequence[Span]) -> Span | None:
    """Return the cheapest source of a cue; without one of its own the source that is its subject."""
    if own:
        return min(own, key=lambda span: (_cost(reading, marked, span, cue), span))
    subject = _subject(reading, cue)
    return next((s for s in marked.sources if subject is not None and s.covers(subject.span)), None)


def _subject(reading: Reading, cue: Span) -> Token | None:
    word = reading.head_of(cue)
    return subject_of(reading, word) if word is not None else None

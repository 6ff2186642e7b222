"""Which source and content belong to which cue.

The encoder marks sources, cues and contents and points from one to the other; here its
pointers are weighed with grammar, distance and sentence borders, and a cue is given what
stands nearest. A pointer alone never links over what grammar or order speak against.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from tidings.facts.statements.drafts import overlapping
from tidings.facts.statements.grammar import subject_of
from tidings.facts.statements.lexicon import words
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

#: Costs are in characters of distance.
_SENTENCE_BORDER = 150
_UNQUOTED_BORDER = 400
_OTHER_CUE = 150
_GRAMMAR = -60
_POINTER = -250
_UNLIKELY = 110
_FARTHEST = 260
_RELATIVES = frozenset({"who", "which", "that"})
#: What may stand between a source and its cue.
_BETWEEN = frozenset({"ADV", "AUX", "PART", "PUNCT"})
#: Nothing is linked over the border of a paragraph.
_TOO_FAR = 10_000


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
    parts: tuple[Span, ...]
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
    contents = tuple(piece for span in whole for piece in _by_sentence(reading, span, quotations))
    sources = _sorted(span for label, span in spans if label == "source")
    return _Stretches(
        cues=_sorted(span for label, span in spans if label == "cue"),
        sources=sources,
        contents=contents,
        parts=_sorted((*sources, *contents)),
        pointers=pointers,
        quotations=tuple(quotations),
    )


def _by_sentence(reading: Reading, span: Span, quotations: Sequence[Span]) -> Iterator[Span]:
    """Cut a content where a sentence or a paragraph ends, unless within a quotation."""
    start = span.start
    for one, other in pairwise(reading.tokens_in(span)):
        if one.sentence != other.sentence and not any(q.end > one.end for q in overlapping(quotations, one.span)):
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
        cost, best = min(priced, default=(_TOO_FAR, span))
        if cost <= _FARTHEST:
            found.setdefault(best, []).append(span)
    return found


def _near(cues: Sequence[Span], span: Span) -> list[Span]:
    """Return the two cues before and the two behind a span."""
    before = bisect_right(cues, span.start, key=attrgetter("end"))
    behind = bisect_left(cues, span.end, key=attrgetter("start"))
    return [*cues[max(0, before - 2) : before], *cues[behind : behind + 2]]


def _cost(reading: Reading, marked: _Stretches, span: Span, cue: Span) -> int:
    """Return the distance of a span and a cue, made shorter or longer by what speaks for or against them."""
    gap = Span(min(span.end, cue.end), max(span.start, cue.start))
    if reading.text.find("\n\n", gap.start, gap.end) >= 0:
        return _TOO_FAR
    cost = gap.end - gap.start
    cost -= sum(min(gap.end, s.end) - max(gap.start, s.start) for s in overlapping(marked.parts, gap))
    border = _SENTENCE_BORDER if overlapping(marked.quotations, span) else _UNQUOTED_BORDER
    cost += border * _sentences_between(reading, span, cue)
    cost += _OTHER_CUE * sum(gap.covers(other) for other in overlapping(marked.cues, gap))
    if cost > _FARTHEST - _GRAMMAR - _POINTER:
        return _TOO_FAR
    cost += _UNLIKELY * _is_unlikely(reading, marked, span, cue)
    cost += _GRAMMAR * _is_governed(reading, span, cue)
    return cost + _POINTER * (marked.pointers.get(span) == cue)


def _sentences_between(reading: Reading, span: Span, cue: Span) -> int:
    one, other = (span, cue) if span < cue else (cue, span)
    return max(0, reading.tokens_in(other)[0].sentence - reading.tokens_in(one)[-1].sentence)


def _is_unlikely(reading: Reading, marked: _Stretches, span: Span, cue: Span) -> bool:
    """Say whether a source stands where no speaker stands: "told X", "in talks with X said"."""
    if span not in overlapping(marked.sources, span):
        return False
    first, word = reading.tokens_in(span)[0], reading.tokens_in(cue)[-1]
    if first.index == word.index + 1:
        return word.lemma.lower() in words("cues", "addressing")
    before = reading.tokens[first.index - 1] if first.index else first
    return span.end <= cue.start and before.upos == "ADP" and not cue.covers(before)


def _is_governed(reading: Reading, span: Span, cue: Span) -> bool:
    """Say whether the head of a span hangs on a word of the cue, or the cue on it."""
    head, word = reading.head_of(span), reading.head_of(cue)
    if head is None or word is None:
        return False
    governor, above = reading.head(head), reading.head(word)
    inside_cue = governor is not None and cue.covers(governor)
    return inside_cue or (above is not None and span.covers(above))


def _best_source(reading: Reading, marked: _Stretches, cue: Span, own: Sequence[Span]) -> Span | None:
    """Return the cheapest source of a cue; without one of its own one that also speaks for another cue."""
    if own:
        return min(own, key=lambda span: (_cost(reading, marked, span, cue), span))
    subject = _subject(reading, cue)
    by_grammar = next((s for s in marked.sources if subject is not None and s.covers(subject)), None)
    return by_grammar or _beside(reading, marked, cue)


def _beside(reading: Reading, marked: _Stretches, cue: Span) -> Span | None:
    """Return the source right before a cue, or behind the comma of an opening participle: "Citing this, X said"."""
    first = reading.tokens_in(cue)[0]
    sentence = reading.sentence_of(first)
    relative = reading.tokens[first.index - 1] if first.index > sentence.first else first
    if relative.lower in _RELATIVES and relative.upos == "PRON":
        return relative.span
    near = overlapping(marked.sources, sentence.span)
    before = [s for s in near if s.end <= cue.start]
    if before and all(t.upos in _BETWEEN for t in reading.tokens_in(Span(before[-1].end, cue.start))):
        return before[-1]
    if first.index != sentence.first or not first.lower.endswith("ing"):
        return None
    behind = next((s for s in near if s.start >= cue.end), None)
    is_set_apart = behind is not None and reading.text[: behind.start].rstrip().endswith(",")
    return behind if is_set_apart else None


def _subject(reading: Reading, cue: Span) -> Token | None:
    word = reading.head_of(cue)
    return subject_of(reading, word) if word is not None else None

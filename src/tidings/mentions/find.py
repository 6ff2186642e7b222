"""Mentions of a report: what the encoder's heads, the registry and sure forms find, none overlapping another."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from tidings.mentions.lexicon import find_designations, find_thing_words
from tidings.mentions.times import is_no_time, merge_time_spans
from tidings.model.mention import Mention, MentionKind
from tidings.model.reading import LabelledSpan, Reading
from tidings.model.report import Zone
from tidings.resources.registry import country_names, find_known_actor, name_key
from tidings.resources.spotting import find_known_names

_NAME_KINDS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE})
_MAGNITUDES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen", "score"})
_SMALL = frozenset({"DET", "ADP", "PUNCT", "CCONJ"})
_Candidate = tuple[LabelledSpan, MentionKind, str]


def find_mentions(reading: Reading, zones: Sequence[Zone]) -> tuple[Mention, ...]:  # noqa: ARG001
    """Return the mentions in text order, ids m1, m2, …; `entity` is still None.

    Where two overlap the earlier source wins: times, designations, the entities head, the names head,
    the registry, single words.
    """
    kept = _without_overlaps(_candidates(reading))
    return tuple(_mention(reading.text, number, *found) for number, found in enumerate(kept, start=1))


def _candidates(reading: Reading) -> Iterable[_Candidate]:
    times = merge_time_spans(reading.text, reading.spans.get("times", ()))
    yield from ((span, MentionKind.TIME, "times") for span in times)
    yield from ((span, MentionKind(span.label), "designation") for span in find_designations(reading.text))
    for span in reading.spans.get("entities", ()):
        whole = _whole_number(reading, span) if span.label == MentionKind.QUANTITY else span
        if span.label == MentionKind.TIME and is_no_time(span.span.of(reading.text)):
            continue
        if not _is_fragment(reading, span):
            yield _trimmed(reading.text, whole), _kind(reading, span), "entities"
    for span in reading.spans.get("names", ()):
        if span.label in {kind.value for kind in _NAME_KINDS}:
            yield span, _kind(reading, span), "names"
    yield from ((span, MentionKind(span.label), "registry") for span in find_known_names(reading))
    yield from ((span, MentionKind(span.label), "words") for span in find_thing_words(reading))


def _is_fragment(reading: Reading, span: LabelledSpan) -> bool:
    """Say whether the head marked no whole phrase: an article alone, or "the town of" without its name."""
    tokens = reading.tokens_in(span)
    return not tokens or tokens[-1].lower == "of" or all(t.upos in _SMALL for t in tokens)


def _whole_number(reading: Reading, span: LabelledSpan) -> LabelledSpan:
    """Take in the magnitude behind a number: "five" of "five million people" is no quantity."""
    tokens = reading.tokens_in(span)
    last = tokens[-1].index if tokens else -1
    while 0 <= last < len(reading.tokens) - 1 and reading.tokens[last + 1].lower in _MAGNITUDES:
        last += 1
    end = reading.tokens[last].end if last >= 0 else span.end
    return LabelledSpan(span.start, max(span.end, end), span.label, span.score)


def _kind(reading: Reading, span: LabelledSpan) -> MentionKind:
    """Return the kind that the head gives, but what the registry lists is no person."""
    kind = MentionKind(span.label)
    if kind is not MentionKind.PERSON:
        return kind
    words = span.span.of(reading.text)
    if name_key(words) in country_names():
        return MentionKind.PLACE
    return MentionKind.ORGANISATION if find_known_actor(words) else kind


def _trimmed(text: str, span: LabelledSpan) -> LabelledSpan:
    """Leave out marks and blanks at the ends, and a possessive "'s"."""
    start, end = span.start, span.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:–—"“”'):
        end -= 1
    if text[start:end].endswith(("'s", "’s")) and end - start > len("'s"):
        end -= 2
    while start < end and (text[start].isspace() or text[start] in ',;:–—"“”'):
        start += 1
    return LabelledSpan(start, end, span.label, span.score)


def _without_overlaps(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    kept: list[tuple[int, int, int]] = []
    found: list[_Candidate] = []
    for candidate in candidates:
        span = candidate[0]
        at = bisect_left(kept, (span.start, span.end, -1))
        clashes = (at < len(kept) and kept[at][0] < span.end) or (at > 0 and kept[at - 1][1] > span.start)
        if span.start < span.end and not clashes:
            insort(kept, (span.start, span.end, len(found)))
            found.append(candidate)
    return [found[number] for _, _, number in kept]


def _mention(text: str, number: int, span: LabelledSpan, kind: MentionKind, rule: str) -> Mention:
    return Mention(
        id=f"m{number}",
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        kind=kind,
        rule=rule,
        score=round(span.score, 3),
    )

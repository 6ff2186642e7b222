"""Mentions of a report."""

from collections.abc import Sequence

from tidings.model.mention import Mention, MentionKind
from tidings.model.reading import Reading
from tidings.model.report import Zone

_NAMES = {"person": MentionKind.PERSON, "organisation": MentionKind.ORGANISATION, "place": MentionKind.PLACE}


def find_mentions(reading: Reading, zones: Sequence[Zone]) -> tuple[Mention, ...]:  # noqa: ARG001
    """Return the mentions in text order, ids m1, m2, …; `entity` is still None."""
    candidates = [(s.start, s.end, MentionKind.TIME, "head: times", s.score) for s in reading.spans.get("times", ())]
    candidates += [
        (s.start, s.end, MentionKind(s.label), "head: entities", s.score) for s in reading.spans.get("entities", ())
    ]
    candidates += [
        (s.start, s.end, _NAMES[s.label], "head: names", s.score)
        for s in reading.spans.get("names", ())
        if s.label in _NAMES
    ]
    kept: list[tuple[int, int, MentionKind, str, float]] = []
    for candidate in candidates:
        if not any(candidate[0] < other[1] and other[0] < candidate[1] for other in kept):
            kept.append(candidate)
    return tuple(
        Mention(id=f"m{n}", start=start, end=end, text=reading.text[start:end], kind=kind, rule=rule, score=score)
        for n, (start, end, kind, rule, score) in enumerate(sorted(kept, key=lambda c: (c[0], c[1])), start=1)
    )

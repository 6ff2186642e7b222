"""Hedges: the words of a report that soften a relation, and those that undo it."""

from collections.abc import Sequence

from tidings.facts.relations.cues import bars, hedges
from tidings.facts.relations.ends import Found
from tidings.facts.scene import Scene
from tidings.model.reading import Token

_BEFORE = 4
_FENCES = frozenset({",", ";", ":", "“", '"', "("})


def find_hedge(scene: Scene, found: Found) -> str | None:
    """Return the hedge among the words of a relation or just before them, None if it is stated flatly."""
    tokens = _around(scene, found)
    words = [t.lower for t in tokens]
    for phrase in hedges():
        for start in range(len(words) - len(phrase) + 1):
            if tuple(words[start : start + len(phrase)]) == phrase:
                span = tokens[start].start, tokens[start + len(phrase) - 1].end
                return " ".join(scene.text[span[0] : span[1]].split())
    return found.hedge


def is_barred(scene: Scene, found: Found) -> bool:
    """Say whether a relation is denied, asked about, over or only wished for."""
    return any(t.lower in bars() for t in _leading(scene, found.cue, found.cue))


def _around(scene: Scene, found: Found) -> Sequence[Token]:
    tokens = scene.reading.tokens
    return (*_leading(scene, found.first, found.first - 1), *tokens[found.first : found.last])


def _leading(scene: Scene, index: int, last: int) -> Sequence[Token]:
    """Return the few words of the clause before a word, and up to another."""
    tokens, first = scene.reading.tokens, index
    while first > 0 and index - first < _BEFORE and tokens[first - 1].sentence == tokens[index].sentence:
        if tokens[first - 1].text in _FENCES:
            break
        first -= 1
    return tokens[first : last + 1]

"""What a speaker is put into the middle of: "which X said was false", "The bridge, X said, is safe"."""

from collections.abc import Sequence

from tidings.facts.statements.drafts import Draft, joined, trimmed
from tidings.facts.statements.lexicon import words
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

#: A content begins so many characters behind its cue: a comma and a space.
_NEAR = 2


def pieces_around(reading: Reading, draft: Draft, taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return the contents of a draft with the piece before speaker and cue that the rest goes on from.

    `taken` are cues, sources and contents of the others, none of which a piece takes in.
    """
    cue, source = draft.cue, draft.source
    if cue is None or source is None or not draft.contents or draft.contents[0].start < cue.end:
        return draft.contents
    first = reading.tokens_in(Span(min(cue.start, source.start), cue.end))[0]
    is_clause = reading.text.startswith("that ", draft.contents[0].start)
    found = None if is_clause else _relative(reading, first) or _opening(reading, draft, first)
    if found is None or any(other.overlaps(found) for other in taken):
        return draft.contents
    return joined(reading.text, (found, *draft.contents))


def _relative(reading: Reading, first: Token) -> Span | None:
    """Return the "which", "what" or "who" right before speaker and cue."""
    before = reading.tokens[first.index - 1] if first.index else first
    if before.lower not in words("cues", "relatives") or before.sentence != first.sentence:
        return None
    return None if before.index and reading.tokens[before.index - 1].upos == "ADP" else before.span


def _opening(reading: Reading, draft: Draft, first: Token) -> Span | None:
    """Return the words of the sentence before a speaker and cue between commas, which the content goes on behind."""
    cue, text = draft.cue, reading.text
    if cue is None or text[cue.end : cue.end + 1] != "," or draft.contents[0].start - cue.end > _NEAR:
        return None
    if draft.contents[0].of(text)[0] in "\"“'‘`":
        return None
    sentence = reading.sentence_of(first)
    opening = Span(sentence.start, max(sentence.start, first.start))
    is_joining = reading.tokens[sentence.first].upos == "CCONJ" and sentence.first + 2 >= first.index
    return trimmed(text, opening) if text[: first.start].rstrip().endswith(",") and not is_joining else None

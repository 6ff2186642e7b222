"""Pieces of content around a cue: which belong together, and which say nothing of what was said."""

from collections.abc import Sequence
from itertools import pairwise

from tidings.facts.statements.drafts import overlapping, trimmed
from tidings.facts.statements.grammar import is_dangling, noun_phrase
from tidings.facts.statements.lexicon import words
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

#: A hole of more words in a clause is not mended.
_WIDEST_HOLE = 5
_OPENING = frozenset({"that", "if", "whether", "how", "why"})
_LOOSE = frozenset({"and", "but", "or", "while", "although", "though", "whereas", "yet"})
_BEFORE_QUOTE = frozenset({",", ":"})
#: What ties what somebody is accused of or urged to do to who it is.
_TYING = frozenset({"of", "for", "to", "as", "on", "with"})
_DANGLING = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "AUX"})


def mended(reading: Reading, pieces: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return pieces with the holes filled that a clause has where nobody else's words stand."""
    found: list[Span] = []
    for piece in pieces:
        if found and _is_hole(reading, found[-1], piece, taken):
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
    return tuple(found)


def without_audience(reading: Reading, cue: Span, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Return pieces without those who are told: "told | the council | that …"."""
    inside = reading.tokens_in(cue)
    if not any(t.lemma.lower() in words("cues", "telling") for t in inside):
        return tuple(pieces)
    kept = tuple(pieces)
    for one, other in pairwise(pieces):
        opens = reading.tokens_in(other)[0].lower in _OPENING
        if opens and 0 <= one.start - cue.end <= 1 and not any(t.upos == "VERB" for t in reading.tokens_in(one)):
            kept = tuple(piece for piece in pieces if piece != one)
    return tuple(_behind_audience(reading, cue, piece) for piece in kept)


def with_object(reading: Reading, cue: Span, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Return pieces with whoever is accused or urged right behind the cue: "accused | the guards | of theft"."""
    behind = next((piece for piece in pieces if piece.start >= cue.end), None)
    inside = reading.tokens_in(cue)
    if behind is None or not inside or inside[-1].lemma.lower() not in words("cues", "with_object"):
        return tuple(pieces)
    object_ = reading.child(inside[-1], "obj", "iobj")
    phrase = noun_phrase(reading, object_) if object_ is not None else None
    first = reading.tokens_in(behind)[0]
    if phrase is None or first.lower not in _TYING or not _fills(reading.text, cue, phrase, behind):
        return tuple(pieces)
    return tuple(Span(phrase.start, p.end) if p == behind else p for p in pieces)


def _fills(text: str, cue: Span, phrase: Span, behind: Span) -> bool:
    """Say whether a phrase is all that stands between a cue and what is behind it."""
    rests = text[cue.end : phrase.start] + text[phrase.end : behind.start]
    return cue.end <= phrase.start < phrase.end <= behind.start and not rests.strip()


def without_aside(reading: Reading, cue: Span, pieces: Sequence[Span], quotations: Sequence[Span]) -> tuple[Span, ...]:
    """Return pieces without words before source and cue that lead up to them: "In his view, X said that …".

    What a speaker is put into the middle of ("…, X said, …") goes on behind a comma,
    unless a sentence is quoted there: "As for the vote, X said, “It was fair.”".
    """
    behind = [piece for piece in pieces if piece.start >= cue.end]
    if not behind:
        return tuple(pieces)
    gap = reading.text[cue.end : behind[0].start].strip()
    if gap and not (gap in _BEFORE_QUOTE and _is_quoted_sentence(reading.text, behind[0], quotations)):
        return tuple(pieces)
    return tuple(p for p in pieces if p.start >= cue.end or overlapping(quotations, p) or _is_word(reading, p))


def without_loose_words(reading: Reading, span: Span, quotations: Sequence[Span]) -> Span:
    """Return a content without the "and" or "but" that joins it to something else."""
    inside = list(reading.tokens_in(span))
    if any(q.overlaps(span) for q in quotations) and inside and inside[0].lower not in _LOOSE:
        return span
    while len(inside) > 1 and inside[-1].upos in _DANGLING and inside[-1].lower in _LOOSE:
        inside.pop()
    while len(inside) > 1 and inside[0].lower in {"and", "but"}:
        inside.pop(0)
    return Span(max(span.start, inside[0].start), inside[-1].end) if inside else span


def to_clause_end(reading: Reading, span: Span, own: Sequence[Span]) -> Span:
    """Return a content that breaks off in a phrase ("the tweets in which") with the rest of its sentence."""
    inside = reading.tokens_in(span)
    if not inside or not is_dangling(reading, inside[-1]):
        return span
    end = reading.sentence_of(inside[-1]).end
    end = min([end, *(other.start for other in own if other.start >= span.end)])
    return trimmed(reading.text, Span(span.start, end)) or span


def _is_hole(reading: Reading, one: Span, other: Span, taken: Sequence[Span]) -> bool:
    first, last = reading.tokens_in(one)[-1], reading.tokens_in(other)[0]
    gap = Span(one.end, max(one.end, other.start))
    if first.sentence != last.sentence or any(span.overlaps(gap) for span in taken):
        return False
    return last.index - first.index - 1 <= _WIDEST_HOLE


def _is_quoted_sentence(text: str, piece: Span, quotations: Sequence[Span]) -> bool:
    begins = any(quotation.start == piece.start for quotation in overlapping(quotations, piece))
    return begins and piece.of(text).lstrip("“‘\"'`")[:1].isupper()


def _is_word(reading: Reading, piece: Span) -> bool:
    """Say whether a piece is the "which" or "what" that a clause around a speaker begins with."""
    inside = reading.tokens_in(piece)
    return len(inside) == 1 and inside[0].lower in words("cues", "relatives")


def _behind_audience(reading: Reading, cue: Span, piece: Span) -> Span:
    """Return a piece right behind "told" from its "that" on, if only a name or a noun phrase stands before it."""
    inside = reading.tokens_in(piece)
    if not 0 <= piece.start - cue.end <= 1 or inside[0].lower in _OPENING:
        return piece
    opening = next((t for t in inside[1:] if t.lower in _OPENING or _is_verbal(t)), None)
    return Span(opening.start, piece.end) if opening is not None and opening.lower in _OPENING else piece


def _is_verbal(token: Token) -> bool:
    return token.upos in {"VERB", "AUX"} or token.lower in {"who", "which"}

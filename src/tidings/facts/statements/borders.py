"""Where a content begins and ends: clauses and quotation marks, not the middle of a phrase."""

from collections.abc import Collection, Iterator, Sequence

from tidings.facts.statements.drafts import overlapping, trimmed
from tidings.facts.statements.lexicon import words
from tidings.model.reading import LabelledSpan, Reading, Token
from tidings.model.span import Span

#: How near to a quotation mark a content must end to be meant to end there.
_NEAR = 3
#: Pieces of one content with no more words between them are one piece.
_GAP_TOKENS = 1
_ADDRESSED = frozenset({"person", "organisation", "DATE", "TIME"})
_SETTING_APART = frozenset({",", ";", "-", "--", "–", "—", "(", ")"})

_ASIDE = frozenset({"advcl", "acl", "csubj", "nsubj"})


def with_borders(
    reading: Reading, cue: Span, span: Span, taken: Sequence[Span], quotations: Sequence[Span]
) -> Span | None:
    """Return a content with the rest of the phrases and quotations that it begins or ends in.

    `taken` are cues and sources, which no content runs over.
    """
    whole = filling_sentence(reading, cue, span, taken, quotations)
    whole = with_quotation(with_phrases(reading, whole, taken), taken, quotations)
    return trimmed(reading.text, whole, quotations)


def behind_address(reading: Reading, cue: Span, span: Span) -> Span | None:
    """Return a content without the day and the audience before it: "said Friday …", "told Reuters …"."""
    inside = reading.tokens_in(span)
    words_ = reading.tokens_in(cue)
    if span.start < cue.end or not inside or not words_ or inside[0].index > words_[-1].index + 1:
        return span
    heads = ("times", "entities", "names") if words_[-1].lemma.lower() in words("cues", "addressing") else ("times",)
    end = max((found.end for head in heads for found in _beginning(reading, head, span)), default=span.start)
    if end >= span.end:
        return None if heads == ("times",) else span
    following = next((t for t in inside if t.start >= end), None)
    return Span(following.start, span.end) if following is not None and _opens_clause(following) else span


def _beginning(reading: Reading, head: str, span: Span) -> Iterator[LabelledSpan]:
    for found in reading.spans.get(head, ()):
        if found.start == span.start and found.label in _ADDRESSED:
            yield found


def _opens_clause(token: Token) -> bool:
    return token.upos in {"SCONJ", "PRON", "DET", "PROPN", "NOUN", "NUM", "ADJ", "ADV"}


def filling_sentence(
    reading: Reading, cue: Span, span: Span, taken: Sequence[Span], quotations: Sequence[Span]
) -> Span:
    """Return a content before its cue with all of the sentence before source and cue: "X, they said".

    One behind its cue gets the rest of its sentence, up to a mark that sets something apart.
    """
    inside = reading.tokens_in(span)
    if not inside or any(q.overlaps(span) for q in quotations):
        return span
    if span.start >= cue.end:
        if _is_in_aside(reading, cue, span):
            return span
        return _to_sentence_end(reading, span, (*taken, *quotations))
    if len(inside) == 1 and inside[0].lower in words("cues", "relatives"):
        return span
    sentence = reading.sentence_of(inside[-1])
    first = min((other.start for other in taken if other.start >= span.end), default=cue.start)
    if not sentence.start <= first < sentence.end or any(sentence.start <= o.start < span.start for o in taken):
        return span
    return Span(min(sentence.start, span.start), max(first, span.end))


def _is_in_aside(reading: Reading, cue: Span, span: Span) -> bool:
    """Say whether a cue stands in a clause in front of the main one: "While he promised talks, the war went on"."""
    head = reading.head_of(cue)
    for word in (head, *reading.ancestors(head)) if head is not None else ():
        governor = reading.head(word)
        if governor is not None and governor.start >= span.end and word.deprel.partition(":")[0] in _ASIDE:
            return True
    return False


def _to_sentence_end(reading: Reading, span: Span, taken: Sequence[Span]) -> Span:
    sentence = reading.sentence_of(reading.tokens_in(span)[-1])
    rest = Span(span.end, max(span.end, sentence.end))
    tokens = reading.tokens_in(rest)
    if not tokens or tokens[0].text in _SETTING_APART or any(other.overlaps(rest) for other in taken):
        return span
    return Span(span.start, rest.end) if _goes_on(reading.tokens_in(span), tokens) else span


def _goes_on(inside: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Say whether what is left of a sentence hangs on a content, or that on it: no aside about the saying.

    "Praised her | in Paris on Monday" tells where she was praised; "hailed her | as a hero" goes on.
    """
    said, left = {token.index for token in inside}, {token.index for token in rest}
    tops = (token for token in rest if token.head not in left and token.upos != "PUNCT")
    hangs = all(token.head in said for token in tops)
    return hangs or any(token.head in left for token in inside) or rest[0].lower == "as"


def nearest_pieces(
    reading: Reading, cue: Span, contents: Sequence[Span], quotations: Sequence[Span]
) -> tuple[Span, ...]:
    """Return the pieces that stand next to a cue on either side.

    Pieces with few words between them are made one; farther ones stay if they are quoted.
    """
    before = [piece for piece in contents if piece.end <= cue.start]
    behind = [piece for piece in contents if piece.start >= cue.end]
    found = _chain(reading, before[::-1], quotations)[::-1] + _chain(reading, behind, quotations)
    return tuple(found)


def _chain(reading: Reading, pieces: Sequence[Span], quotations: Sequence[Span]) -> list[Span]:
    """Return the first piece, the others if they are quoted or so near that they are made one with it."""
    kept: list[Span] = []
    for piece in pieces:
        if kept and _is_one(reading, kept[-1], piece):
            kept[-1] = Span(min(kept[-1].start, piece.start), max(kept[-1].end, piece.end))
        elif not kept or any(quotation.covers(piece) for quotation in quotations):
            kept.append(piece)
    return kept


def _is_one(reading: Reading, one: Span, other: Span) -> bool:
    gap = reading.tokens_in(Span(min(one.end, other.end), max(one.start, other.start)))
    first, last = reading.tokens_in(min(one, other))[-1], reading.tokens_in(max(one, other))[0]
    return len(gap) <= _GAP_TOKENS and first.sentence == last.sentence


def with_quotation(span: Span, taken: Sequence[Span], quotations: Sequence[Span]) -> Span:
    """Return a content that takes in all of a quotation that it begins, or that it ends with."""
    start, end = span.start, span.end
    for quotation in overlapping(quotations, span):
        is_free = not any(quotation.covers(other) for other in taken)
        if quotation.start < start and (start <= quotation.start + _NEAR or (is_free and end >= quotation.end - _NEAR)):
            start = quotation.start
        if quotation.start < end < quotation.end and (start == quotation.start or end >= quotation.end - _NEAR):
            end = quotation.end
    return Span(start, end)


def with_phrases(reading: Reading, span: Span, taken: Sequence[Span]) -> Span:
    """Return a content with the words before and behind it that its own words govern."""
    inside = reading.tokens_in(span)
    if not inside:
        return span
    indices = {token.index for token in inside}
    first, last = inside[0].index, inside[-1].index
    while first > 0 and _belongs(reading, reading.tokens[first - 1], indices, inside[0].sentence, taken):
        first -= 1
        indices.add(first)
    while last + 1 < len(reading.tokens) and _belongs(
        reading, reading.tokens[last + 1], indices, inside[-1].sentence, taken
    ):
        last += 1
        indices.add(last)
    return Span(min(span.start, reading.tokens[first].start), max(span.end, reading.tokens[last].end))


def _belongs(reading: Reading, token: Token, indices: Collection[int], sentence: int, taken: Sequence[Span]) -> bool:
    if token.sentence != sentence or any(span.overlaps(token) for span in taken):
        return False
    return token.upos != "PUNCT" and _is_below(reading, token, indices)


def _is_below(reading: Reading, token: Token, indices: Collection[int]) -> bool:
    return any(above.index in indices for above in reading.ancestors(token))

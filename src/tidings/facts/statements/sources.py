"""Where the phrase that names a speaker begins and ends."""

from collections.abc import Sequence

from tidings.facts.statements.grammar import is_dangling, noun_phrase
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

_NAMING = frozenset({"NOUN", "PROPN", "PRON", "X"})
#: Words that name a speaker whatever the tagger makes of them.
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who"})
_RELATIVES = frozenset({"who", "which", "that"})
_MODIFIERS = frozenset({"DET", "ADJ", "NUM"})
_NO_END = frozenset({"ADP", "ADV", "PUNCT", "SCONJ", "CCONJ", "AUX"})
_NO_START = frozenset({"PUNCT", "ADP", "SCONJ", "CCONJ", "VERB", "AUX"})
#: A source lacks so many words at most.
_MOST_ADDED = 4
#: What hangs on a name so loosely that a source need not take it in.
_LOOSE = ("acl", "appos", "conj", "cc", "parataxis", "punct", "advcl", "case", "advmod", "nmod", "obl")


def whole_source(reading: Reading, span: Span, taken: Sequence[Span]) -> Span | None:
    """Return a source with its title, name and article, without a loose word at its ends.

    `taken` are cues and contents, which no source runs over.
    """
    inside = _stripped(reading.tokens_in(span))
    if not inside:
        return None
    bare = _unbroken(reading, Span(inside[0].start, inside[-1].end), taken)
    head = _naming(reading, bare)
    if head is None:
        return bare
    phrase = noun_phrase(reading, head, without=_LOOSE)
    whole = Span(min(bare.start, phrase.start), max(bare.end, phrase.end))
    is_far = len(reading.tokens_in(whole)) > len(inside) + _MOST_ADDED
    return bare if is_far or any(other.overlaps(whole) for other in taken) else whole


def _unbroken(reading: Reading, span: Span, taken: Sequence[Span]) -> Span:
    """Return a source that breaks off in a phrase ("an official of the") with the noun that the phrase is about."""
    last = reading.tokens_in(span)[-1]
    if not is_dangling(reading, last) or last.deprel == "nsubj":
        return span
    governor = reading.tokens[last.head]
    whole = Span(span.start, reading.phrase(governor).end)
    is_far = governor.index - last.index > _MOST_ADDED
    return span if is_far or any(other.overlaps(whole) for other in taken) else whole


def _stripped(tokens: Sequence[Token]) -> Sequence[Token]:
    """Drop prepositions and marks at the ends; a bracket closes what it belongs to."""
    kept = tokens
    while len(kept) > 1 and kept[-1].lower in _RELATIVES:
        kept = kept[:-1]
    while kept and kept[-1].upos in _NO_END and kept[-1].text != ")" and kept[-1].lower not in PRONOUNS:
        kept = kept[:-1]
    while kept and kept[0].upos in _NO_START and kept[0].lower not in PRONOUNS:
        kept = kept[1:]
    return kept or tokens


def _naming(reading: Reading, span: Span) -> Token | None:
    """Return the noun that a source is about, its own or the one that its article belongs to."""
    head = reading.head_of(span)
    if head is None or head.upos in _NAMING:
        return head
    governor = reading.head(head)
    if head.upos in _MODIFIERS and governor is not None and governor.upos in _NAMING:
        return governor
    return None

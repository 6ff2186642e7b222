"""Which words make a cue, and which cues introduce nothing."""

from tidings.facts.statements.grammar import cue_span
from tidings.facts.statements.lexicon import acts_of, words
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

_SELVES = frozenset({"itself", "themselves", "himself", "herself"})
_HELPING = frozenset({"AUX", "PART", "ADV"})
#: A verb stands so near to its auxiliary.
_REACH = 4


def whole_cue(reading: Reading, cue: Span) -> Span:
    """Return a cue with its verb, where the encoder marked the auxiliary alone ("would" of "would not say")."""
    inside = reading.tokens_in(cue)
    if not inside or any(token.upos not in _HELPING for token in inside):
        return cue
    governor = reading.head(inside[-1])
    if governor is None or governor.upos != "VERB" or not 0 < governor.index - inside[-1].index <= _REACH:
        return cue
    found = cue_span(reading, governor)
    return Span(min(cue.start, found.start), max(cue.end, found.end))


def with_preposition(reading: Reading, cue: Span, contents: tuple[Span, ...]) -> tuple[Span, tuple[Span, ...]]:
    """Return a cue with the preposition that its content begins with, and the contents without it: "call for | talks".

    A preposition before a number ("over 40", "at least two") belongs to the number.
    """
    for number, piece in enumerate(contents):
        inside = reading.tokens_in(piece)
        if len(inside) > 1 and inside[0].start - cue.end == 1 and _leads(inside[0], inside[1]):
            rest = Span(inside[1].start, piece.end)
            return Span(cue.start, inside[0].end), (*contents[:number], rest, *contents[number + 1 :])
    return cue, contents


def _leads(word: Token, following: Token) -> bool:
    """Say whether a word ties a content to its cue and is no part of either thing said or number."""
    is_number = following.upos == "NUM" or following.lower in words("cues", "before_number")
    return word.text in words("cues", "tying") and not is_number


def is_given_name(reading: Reading, piece: Span) -> bool:
    """Say whether words are the name in "a group that calls itself X", and so said by nobody."""
    inside = reading.tokens_in(piece)
    before = reading.tokens[max(0, inside[0].index - 2) : inside[0].index + 1] if inside else ()
    return any(_names_itself(reading, token) for token in before)


def _names_itself(reading: Reading, word: Token) -> bool:
    """Read "a group that calls itself X": a name, not something said."""
    after = {token.lower for token in reading.tokens[word.index + 1 : word.index + 2]}
    return word.lemma.lower() == "call" and not after.isdisjoint(_SELVES)


def is_cue(reading: Reading, cue: Span) -> bool:
    """Say whether a cue has a word that can introduce something: not a bare auxiliary or mark."""
    inside = reading.tokens_in(cue)
    if cue.of(reading.text).strip() in {":", "-", "–", "—"}:
        return True
    if inside and _names_itself(reading, inside[-1]):
        return False
    if any(token.lemma.lower() in acts_of("verbs") for token in inside):
        return True
    if is_time(reading, cue):
        return False
    return any(token.upos not in _HELPING | {"PUNCT", "DET", "PRON", "SCONJ"} for token in inside)


def says(reading: Reading, cue: Span) -> bool:
    """Say whether a word of a cue is listed among those that say something: what it governs was said."""
    lemmas = {token.lemma.lower() for token in reading.tokens_in(cue)}
    known = (acts_of("verbs"), acts_of("nouns"), words("release", "verbs"))
    return any(not lemmas.isdisjoint(listed) for listed in known)


def is_time(reading: Reading, span: Span) -> bool:
    """Say whether a span is a time expression and nothing else: a day neither speaks nor introduces words."""
    found = reading.span_at("times", span.start)
    return found is not None and found.end >= span.end

"""Grammar that statement rules ask for: who is the subject, which words make the cue."""

from tidings.model.reading import Reading, Token
from tidings.model.span import Span

_RELATIVES = frozenset({"who", "which", "that"})
_LOOKS_UP = frozenset({"conj", "advcl", "xcomp", "parataxis"})
_CUE_PARTS = frozenset({"aux", "aux:pass", "advmod", "compound:prt", "part"})
_LEANING = frozenset(
    {"case", "mark", "det", "amod", "compound", "nummod", "nmod", "nmod:poss", "nsubj", "nsubj:pass", "aux", "cop"}
)


def subject_of(reading: Reading, verb: Token) -> Token | None:
    """Return the word that names who does what a verb says.

    The subject, the agent of a passive, for a participle or a coordinated verb the
    subject of its governor, for a relative pronoun the noun it stands for.
    """
    found = _own_subject(reading, verb)
    if found is not None:
        return _antecedent(reading, verb, found)
    governor = reading.head(verb)
    if governor is None:
        return None
    if verb.deprel.partition(":")[0] == "acl":
        return governor
    if verb.deprel in _LOOKS_UP and governor.upos in {"VERB", "AUX", "NOUN", "ADJ"}:
        return subject_of(reading, governor)
    return None


def is_passive(reading: Reading, verb: Token) -> bool:
    """Say whether a verb stands in the passive."""
    return reading.child(verb, "nsubj:pass", "aux:pass") is not None


def noun_phrase(reading: Reading, head: Token, *, without: tuple[str, ...] = ()) -> Span:
    """Return the whole phrase of a noun, appositions and relative clauses with it.

    `without` leaves out what hangs on the noun itself by some relations, not what hangs on that.
    """
    own = [c for c in reading.children(head) if not {c.deprel, c.deprel.partition(":")[0]} & set(without)]
    indices = {head.index, *(token.index for child in own for token in reading.subtree(child))}
    first = last = head.index
    while first - 1 in indices:
        first -= 1
    while last + 1 in indices:
        last += 1
    while last > head.index and reading.tokens[last].upos == "PUNCT":
        last -= 1
    while first < head.index and reading.tokens[first].upos == "PUNCT":
        first += 1
    return Span(reading.tokens[first].start, reading.tokens[last].end)


def cue_span(reading: Reading, verb: Token) -> Span:
    """Return a verb with the auxiliaries, negation and particle that stand with it."""
    parts = {c.index for c in reading.children(verb) if c.deprel in _CUE_PARTS or c.upos == "PART"}
    first = last = verb.index
    while first - 1 in parts:
        first -= 1
    while first < verb.index and reading.tokens[first].deprel == "advmod" and reading.tokens[first].lower != "not":
        first += 1
    if last + 1 in parts and reading.tokens[last + 1].deprel == "compound:prt":
        last += 1
    return Span(reading.tokens[first].start, reading.tokens[last].end)


def is_dangling(reading: Reading, last: Token) -> bool:
    """Say whether a word belongs to one behind it, so that nothing can end with it: "of the", "if they", "in which"."""
    return last.head > last.index and last.deprel in _LEANING and last.sentence == reading.tokens[last.head].sentence


def _own_subject(reading: Reading, verb: Token) -> Token | None:
    agent = reading.child(verb, "obl:agent")
    if agent is not None:
        return agent
    found = reading.child(verb, "nsubj")
    return None if found is not None and found.deprel == "nsubj:pass" else found


def _antecedent(reading: Reading, verb: Token, subject: Token) -> Token:
    if subject.lower in _RELATIVES and verb.deprel == "acl:relcl":
        governor = reading.head(verb)
        return governor if governor is not None else subject
    return subject

"""What a speaker does by a statement: the act, from cue and content."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.facts.statements.lexicon import act_words, acts_of
from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.model.statement import Act

_MODALS = frozenset({"would", "could", "will", "can", "wo", "ca", "wouldn’t", "wouldn't"})
#: "They were outraged": the adjective stands among the first words.
_HEAD_WORDS = 10
#: The object of "gave no …" stands among so many words.
_FIRST_WORDS = 6
_FIRST_PERSON = frozenset({"i", "we"})
_THIRD_PERSON = frozenset({"he", "she", "it", "they"})
#: Acts that a further verb of the cue makes more exact: "issued a statement condemning".
_PLAIN = frozenset({Act.ASSERT, Act.ANNOUNCE})
_COMMITTING = frozenset({"will", "would", "shall", "'ll", "’ll"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that introduce a statement, as far as the act depends on them."""

    head: Token | None
    lemmas: tuple[str, ...]
    negated: bool


def read_cue(reading: Reading, span: Span | None) -> Cue:
    """Return what a cue says: its head word, its lemmas, whether it is negated."""
    if span is None:
        return Cue(head=None, lemmas=(), negated=False)
    inside = reading.tokens_in(span)
    head = _cue_head(reading, span)
    helpers = tuple(reading.children(head, "aux", "advmod", "cc", "det", "cop")) if head is not None else ()
    words = (*inside, *helpers)
    negated = any(t.lower in act_words("negated", "words") for t in words)
    return Cue(head=head, lemmas=tuple(t.lemma.lower() for t in inside), negated=negated)


def find_act(reading: Reading, cue: Cue, contents: Sequence[Span]) -> tuple[Act, str]:
    """Return the act of a statement and the reason in words."""
    inside = tuple(t for span in contents for t in reading.tokens_in(span))
    for act in (_responsibility(reading, cue, inside), _refusal(reading, cue, inside), _by_lemma(cue, inside)):
        if act is not None and act is not Act.ASSERT:
            return act, f"{act.value}: “{' '.join(cue.lemmas)}”"
        if act is Act.ASSERT:
            break
    return _by_content(reading, inside)


def _cue_head(reading: Reading, span: Span) -> Token | None:
    inside = [t for t in reading.tokens_in(span) if t.upos not in {"AUX", "PUNCT", "PART", "ADV"}]
    known = [t for t in inside if _listed(t)]
    return known[0] if known else reading.head_of(span)


def _listed(token: Token) -> bool:
    lemma = token.lemma.lower()
    return any(lemma in acts_of(table) for table in ("verbs", "nouns", "adjectives"))


def _responsibility(reading: Reading, cue: Cue, inside: Sequence[Token]) -> Act | None:
    """Return the act of claiming, taking or admitting responsibility, in cue or content; "no group has" is no act."""
    lemmas = {*cue.lemmas, *(t.lemma.lower() for t in inside[:4])}
    if not lemmas & act_words("responsibility", "nouns"):
        return None
    if set(cue.lemmas) & act_words("responsibility", "verbs"):
        if cue.head is not None and any(_is_nobody(reading, s) for s in reading.children(cue.head, "nsubj")):
            return Act.OTHER
        return Act.DENY if cue.negated else Act.CLAIM_RESPONSIBILITY
    return None


def _is_nobody(reading: Reading, subject: Token) -> bool:
    words = {subject.lower, *(t.lower for t in reading.children(subject, "det"))}
    return bool(words & {"no", "nobody", "none"})


def _refusal(reading: Reading, cue: Cue, inside: Sequence[Token]) -> Act | None:
    """Return the act of a negated cue: "would not say", "has not confirmed", "could not be reached"."""
    if cue.head is None or not cue.negated:
        return None
    lemma = cue.head.lemma.lower()
    if lemma in act_words("negated", "decline_things"):
        named = {t.lemma.lower() for t in (*inside[:_FIRST_WORDS], *reading.children(cue.head, "obj"))}
        return Act.DECLINE if named & act_words("negated", "things") else None
    modal = any(t.lower in _MODALS for t in reading.children(cue.head, "aux"))
    if lemma in act_words("negated", "not_confirm"):
        return Act.DECLINE if modal and _is_unwilling(reading, cue.head) else Act.NOT_CONFIRM
    for key, act in (
        ("decline", Act.DECLINE),
        ("other", Act.OTHER),
        ("deny", Act.DENY),
        ("believe", Act.BELIEVE),
        ("intend", Act.INTEND),
    ):
        if lemma in act_words("negated", key):
            return act
    return Act.OTHER if acts_of("verbs").get(lemma) not in {None, Act.ASSERT} else None


def _is_unwilling(reading: Reading, head: Token) -> bool:
    return any(t.lower in {"would", "will", "wo"} for t in reading.children(head, "aux"))


def _by_lemma(cue: Cue, inside: Sequence[Token]) -> Act | None:
    """Return the act that the cue's own word stands for."""
    order = [cue.head.lemma.lower()] if cue.head is not None else []
    found = [(lemma, act) for lemma in (*order, *cue.lemmas) if (act := _act_of(lemma)) is not None]
    if not found:
        return None
    further = (pair for pair in found if pair[1] not in _PLAIN and pair[0] in acts_of("verbs"))
    lemma, act = next(further, found[0]) if found[0][1] in _PLAIN else found[0]
    return _softened(lemma, act, inside)


def _act_of(lemma: str) -> Act | None:
    return next((acts_of(table)[lemma] for table in ("verbs", "nouns", "adjectives") if lemma in acts_of(table)), None)


def _softened(lemma: str, act: Act, inside: Sequence[Token]) -> Act:
    """Return threaten for a warning of what will be done to somebody."""
    if lemma in {"warn", "vow", "promise"} and _threatens(inside):
        return Act.THREATEN if lemma == "warn" else act
    return act


def _threatens(inside: Sequence[Token]) -> bool:
    lemmas = {t.lemma.lower() for t in inside}
    return bool(lemmas & (act_words("content", "consequences") | act_words("content", "retaliate")))


def _by_content(reading: Reading, inside: Sequence[Token]) -> tuple[Act, str]:
    """Return the act of a plain "said", which may lie in what is said."""
    said = " ".join(t.lower.replace("’", "'") for t in inside).replace(" n't", "n't").replace("ca n't", "can't")
    if any(phrase in said for phrase in act_words("content", "declining")):
        return Act.DECLINE, "decline: the speaker says that he will not speak"
    if {t.lemma.lower() for t in inside} & act_words("content", "consequences") and _is_to_come(inside):
        return Act.THREATEN, "threaten: consequences are announced"
    if any(
        t.lower in acts_of("adjectives") and acts_of("adjectives")[t.lower] is Act.CONDEMN for t in inside[:_HEAD_WORDS]
    ):
        return Act.CONDEMN, "condemn: an adjective of outrage in the content"
    for token in _main_words(reading, inside):
        act = _performed(reading, token)
        if act is not None:
            return act, f"{act.value}: “{token.text}” in the content"
    return Act.ASSERT, "assert: a plain verb of saying"


def _is_to_come(inside: Sequence[Token]) -> bool:
    return any(t.lower in _COMMITTING for t in inside)


def _main_words(reading: Reading, inside: Sequence[Token]) -> list[Token]:
    """Return the words of a content that no other word of it governs, and verbs coordinated with them."""
    indices = {t.index for t in inside}
    tops = [t for t in inside if t.head not in indices and t.upos in {"VERB", "ADJ", "NOUN"}]
    return [*tops, *(c for t in tops for c in reading.children(t, "conj") if c.index in indices)]


def _performed(reading: Reading, token: Token) -> Act | None:
    """Return the act that the speaker performs by a word of the content: "we condemn", "it will send"."""
    subject = reading.child(token, "nsubj")
    if subject is None or reading.child(token, "aux:pass") is not None:
        return None
    lemma = token.lemma.lower()
    negated = any(c.lower in act_words("negated", "words") for c in reading.children(token, "advmod"))
    act = acts_of("adjectives").get(lemma) if token.upos == "ADJ" else acts_of("verbs").get(lemma)
    if act is not None and act.value in act_words("content", "performative") and not negated:
        own = subject.lower in _FIRST_PERSON | _THIRD_PERSON
        return act if own or token.upos == "ADJ" else None
    commits = any(c.lower in _COMMITTING for c in reading.children(token, "aux"))
    if (
        commits
        and not negated
        and lemma not in act_words("content", "not_doing")
        and subject.lower in _FIRST_PERSON | _THIRD_PERSON
    ):
        return Act.PROMISE
    return None

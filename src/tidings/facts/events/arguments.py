"""Arguments: who does what to whom around one event word, by Universal Dependencies.

Control, relative clauses, coordination and light verbs are followed, so that the
rules that use arguments need not know grammar.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tidings.facts.events.kin import bearer
from tidings.facts.events.lexicon import words_of
from tidings.model.reading import Reading, Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_HOPS = 4
_CLOSE = 6
_CLAUSES = frozenset({"root", "ccomp", "parataxis"})
_PLACING = frozenset({"at", "in", "during"})
_WINDOW = 30
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The doers, those it is done to, and other phrases with their prepositions.

    `light` is the verb that carries an event noun ("carried out an attack"), if any.
    """

    subjects: tuple[Token, ...] = ()
    objects: tuple[Token, ...] = ()
    obliques: tuple[tuple[str, Token], ...] = ()
    passive: bool = False
    light: Token | None = None

    def with_case(self, *cases: str) -> tuple[Token, ...]:
        """Return the phrases that one of these prepositions introduces."""
        return tuple(token for case, token in self.obliques if case in cases)


def arguments_of(reading: Reading, token: Token, *, is_noun: bool) -> Arguments:
    """Return the arguments of an event word."""
    return _of_noun(reading, token) if is_noun else _of_verb(reading, token, _HOPS)


def joined(reading: Reading, token: Token) -> tuple[Token, ...]:
    """Return a token and what is coordinated with it."""
    return (token, *(t for t in reading.children(token, "conj") if t.upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}))


def is_passive(reading: Reading, token: Token) -> bool:
    """Say whether a verb is a passive: marked as one, or a bare participle on its noun."""
    for child in reading.children(token):
        if child.deprel in {"nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"}:
            return True
        if child.deprel == "aux" and child.lower in _BE and not token.lower.endswith("ing"):
            return True
    if token.deprel in {"acl", "amod"} and not token.lower.endswith("ing"):
        return _marker(reading, token) is None
    if token.deprel == "conj" and not token.lower.endswith("ing") and not _own_subject(reading, token):
        head = partner(reading, token)
        return head is not None and reading.child(token, "obj") is None and is_passive(reading, head)
    return False


def partner(reading: Reading, token: Token) -> Token | None:
    """Return the verb that a verb is coordinated with: the one close before "and", else its governor.

    A governor that follows cannot be right; then it is the last verb before with a subject.
    """
    head = reading.head(token)
    left = [t for t in reading.tokens[max(0, token.index - _WINDOW) : token.index] if t.sentence == token.sentence]
    if left and any(t.upos == "CCONJ" for t in left[-2:]):
        near = next((t for t in reversed(left[-_CLOSE:]) if t.upos == "VERB"), None)
        if near is not None and token.upos == "VERB":
            return near
    if head is not None and head.index > token.index:
        return next((t for t in reversed(left) if t.upos == "VERB" and _own_subject(reading, t)), head)
    return head


def opening_of(reading: Reading, verb: Token) -> int:
    """Return the index of the "after" or "when" that opens a verb's clause, -1 for none; its subject follows."""
    return max((t.index for t in reading.children(verb, "mark") if t.index < verb.index), default=-1)


def case_of(reading: Reading, token: Token) -> str:
    """Return the preposition of a phrase in lower case, "" for none."""
    found = [child.lower for child in reading.children(token, "case")]
    return found[0] if found else ""


def light_verb(reading: Reading, token: Token) -> Token | None:
    """Return the verb that carries an event noun as its object or subject, if there is one."""
    head = reading.head(token)
    if head is None or head.upos != "VERB":
        return None
    if token.deprel in {"obj", "nsubj:pass"} and head.lemma.lower() in words_of("light", "verbs"):
        return head
    return None


def _of_verb(reading: Reading, token: Token, hops: int) -> Arguments:
    passive = is_passive(reading, token)
    subjects = _subjects(reading, token, passive=passive, hops=hops)
    objects = _objects(reading, token, passive=passive, hops=hops)
    obliques = (*_obliques(reading, token), *(pair for pair in _following(reading, token) if pair[0] in _PLACING))
    if passive:
        subjects = tuple(t for case, t in obliques if case == "by")
    return Arguments(subjects=subjects, objects=objects, obliques=obliques, passive=passive)


def _subjects(reading: Reading, token: Token, *, passive: bool, hops: int) -> tuple[Token, ...]:
    if passive:
        return ()
    own = _own_subject(reading, token) or _before_verb(reading, token)
    if own is not None:
        return _antecedents(reading, token, own)
    return _inherited(reading, token, hops) if hops else ()


def _before_verb(reading: Reading, token: Token) -> Token | None:
    """Return the noun right before a verb that heads its clause, its subject whatever the parse hangs it on."""
    if token.deprel not in _CLAUSES or token.lower.endswith("ing") or reading.child(token, "mark") is not None:
        return None
    for previous in reversed(reading.tokens[max(0, token.index - _CLOSE) : token.index]):
        if previous.sentence != token.sentence:
            return None
        if previous.upos not in {"AUX", "ADV"}:
            return previous if previous.upos in {"NOUN", "PROPN"} and not _is_phrase(reading, previous) else None
    return None


def _is_phrase(reading: Reading, token: Token) -> bool:
    """Say whether a noun is introduced by a preposition, or is only a date beside the verb."""
    return token.deprel == "obl:unmarked" or reading.child(token, "case") is not None


def _own_subject(reading: Reading, token: Token) -> Token | None:
    """Return the subject of a word; of whoever is willing or ready, also an "it" taken for a mere filler."""
    found = reading.child(token, "nsubj", "csubj")
    return found or (reading.child(token, "expl") if token.lemma.lower() in words_of("disposed") else None)


def _antecedents(reading: Reading, token: Token, subject: Token) -> tuple[Token, ...]:
    """Return the noun that a relative pronoun stands for, else the subject with its conjuncts."""
    if subject.lower not in _RELATIVE:
        return joined(reading, subject)
    head = reading.head(token) if token.deprel.startswith("acl") else None
    near = _named_before(reading, subject) if head is None or _is_parted(reading, head, subject) else None
    if near is not None:
        return (near,)
    return (bearer(reading, head, token),) if head is not None else (subject,)


def _is_parted(reading: Reading, noun: Token, relative: Token) -> bool:
    """Say whether a verb parts a noun from a relative pronoun: "men died in a blast that hit a bus"."""
    between = reading.tokens[noun.index + 1 : relative.index]
    return any(t.upos == "VERB" and not t.deprel.startswith(("amod", "acl")) for t in between)


def _named_before(reading: Reading, relative: Token) -> Token | None:
    """Return the noun before a relative pronoun, past a comma, up to the head of its phrase: "a mayor of Lima, who"."""
    index = relative.index - 1
    if index > 0 and reading.tokens[index].text == ",":
        index -= 1
    found = reading.tokens[index] if index >= 0 else relative
    if found.upos not in {"NOUN", "PROPN"} or found.sentence != relative.sentence:
        return None
    while found.deprel in {"flat", "compound", "nmod"} and 0 <= found.head < found.index:
        found = reading.tokens[found.head]
    return found


def _inherited(reading: Reading, token: Token, hops: int) -> tuple[Token, ...]:
    """Return the doer that grammar leaves unsaid: of a conjunct, a complement, a participle."""
    head = partner(reading, token) if token.deprel == "conj" else reading.head(token)
    if head is None:
        return ()
    if token.deprel.startswith("acl"):
        return (_authors(reading, head, hops) or joined(reading, head)) if token.lower.endswith("ing") else ()
    if head.upos not in {"VERB", "AUX", "ADJ"}:
        return ()
    above = _of_verb(reading, head, hops - 1)
    if token.deprel == "xcomp":
        between = tuple(t for t in above.objects if head.index < t.index < token.index or above.passive)
        return between or above.subjects
    is_complete = reading.child(token, "obj", "obl", "xcomp") is not None or _tells_text(reading, token)
    if token.deprel in {"conj", "advcl"} and is_complete:
        return above.subjects
    return ()


def _tells_text(reading: Reading, token: Token) -> bool:
    """Say whether a participle says what stands in the text named right before it: "a declaration demanding that"."""
    before = reading.tokens[token.index - 1] if token.index else token
    return token.lower.endswith("ing") and before.lemma.lower() in words_of("text", "nouns")


def _authors(reading: Reading, noun: Token, hops: int) -> tuple[Token, ...]:
    """Return who speaks in a text: "the party issued a declaration demanding"."""
    verb = reading.head(noun)
    if noun.lemma.lower() not in words_of("text", "nouns") or noun.deprel != "obj" or verb is None or not hops:
        return ()
    return _of_verb(reading, verb, hops - 1).subjects


def _objects(reading: Reading, token: Token, *, passive: bool, hops: int) -> tuple[Token, ...]:
    if not passive:
        own = [t for child in reading.children(token, "obj", "iobj") for t in joined(reading, child)]
        return tuple(own) or _bounded_object(reading, token) or _relative_object(reading, token)
    opening = opening_of(reading, token)
    subject = next((t for t in reading.children(token, "nsubj") if t.index > opening), None)
    if subject is not None:
        return _antecedents(reading, token, subject)
    before = _before_auxiliary(reading, token)
    return joined(reading, before) if before is not None else _shared_object(reading, token, hops)


def _shared_object(reading: Reading, token: Token, hops: int) -> tuple[Token, ...]:
    """Return the undergoer that a participle shares with its noun or with the verb it hangs on."""
    head = partner(reading, token) if token.deprel == "conj" else reading.head(token)
    if head is None or not hops:
        return ()
    if token.deprel.startswith("acl") or token.deprel == "amod":
        return joined(reading, bearer(reading, head, token))
    if head.upos == "VERB" and token.deprel in {"conj", "xcomp", "advcl"}:
        above = _of_verb(reading, head, hops - 1)
        return above.objects if above.passive or token.deprel == "xcomp" else above.subjects
    return ()


def _before_auxiliary(reading: Reading, token: Token) -> Token | None:
    """Return the noun right before a passive's auxiliary, its subject whatever the parse hangs it on."""
    auxiliary = reading.child(token, "aux:pass", "aux")
    if auxiliary is None or auxiliary.index == 0 or auxiliary.index > token.index:
        return None
    previous = reading.tokens[auxiliary.index - 1]
    return previous if previous.upos in {"NOUN", "PROPN", "PRON", "NUM"} else None


def _bounded_object(reading: Reading, token: Token) -> tuple[Token, ...]:
    """Return an object that its bound ("at least 28", "up to 20") made look like a phrase with a preposition."""
    following = [t.lower for t in reading.tokens[token.index + 1 : token.index + 3]]
    if following in (["at", "least"], ["at", "most"], ["up", "to"], ["as", "many"], ["more", "than"]):
        return tuple(t for t in reading.children(token, "obl") if t.index > token.index)[:1]
    return ()


def _relative_object(reading: Reading, token: Token) -> tuple[Token, ...]:
    """Return the noun that a relative clause with a subject of its own says something of."""
    head = reading.head(token)
    if token.deprel != "acl:relcl" or head is None:
        return ()
    subject = _own_subject(reading, token)
    return (head,) if subject is not None and subject.lower not in _RELATIVE else ()


def _obliques(reading: Reading, token: Token) -> Iterator[tuple[str, Token]]:
    for child in reading.children(token, "obl", "nmod"):
        case = "by" if child.deprel == "obl:agent" else case_of(reading, child)
        for each in joined(reading, child):
            yield case, each


def _of_noun(reading: Reading, token: Token) -> Arguments:
    obliques = (*_obliques(reading, token), *_following(reading, token), *_of_participles(reading, token))
    light = light_verb(reading, token)
    subjects = tuple(t for case, t in obliques if case == "by")
    if light is None:
        return Arguments(subjects=subjects, objects=_sufferers(reading, token), obliques=obliques)
    above = _of_verb(reading, light, _HOPS)
    doers = tuple(t for t in above.subjects if t.index != token.index)
    return Arguments(
        subjects=subjects or doers,
        obliques=(*obliques, *(pair for pair in above.obliques if pair[0] != "by")),
        light=light,
    )


def _following(reading: Reading, token: Token) -> Iterator[tuple[str, Token]]:
    """Yield the phrase right after an event noun, whatever the parse hangs it on ("attack on the camp")."""
    if token.index + 1 >= len(reading.tokens):
        return
    case = reading.tokens[token.index + 1]
    head = reading.head(case)
    if case.upos != "ADP" or case.sentence != token.sentence:
        return
    if head is None or head.index < case.index:
        head = _next_noun(reading, case)
    if head is not None and head.head != token.index:
        yield from ((case.lower, each) for each in joined(reading, head))


def _next_noun(reading: Reading, case: Token) -> Token | None:
    """Return the last noun of the run of words after a preposition."""
    found = None
    for token in reading.tokens[case.index + 1 : case.index + _CLOSE]:
        if token.upos in {"NOUN", "PROPN", "PRON", "NUM"}:
            found = token
        elif token.upos not in {"DET", "ADJ"} or found is not None:
            break
    return found


def _of_participles(reading: Reading, token: Token) -> Iterator[tuple[str, Token]]:
    """Yield the doers of "an attack carried out by", "a truce announced by"."""
    near = [t for t in reading.tokens[token.index + 1 : token.index + _CLOSE] if t.sentence == token.sentence]
    verb = next((t for t in near if t.upos == "VERB"), None)
    if verb is None or verb.lemma.lower() not in words_of("light", "verbs"):
        return
    case = reading.tokens[verb.index + 1] if verb.index + 1 < len(reading.tokens) else verb
    head = reading.head(case) if case.lower == "by" else None
    if head is not None and head.index > case.index:
        yield from (("by", each) for each in joined(reading, head))


def _sufferers(reading: Reading, token: Token) -> tuple[Token, ...]:
    """Return who suffers the event that a verb such as "face" or "survive" has as its object."""
    head = reading.head(token)
    if head is None or token.deprel not in {"obj", "obl"} or head.lemma.lower() not in words_of("suffer", "verbs"):
        return ()
    return _of_verb(reading, head, _HOPS).subjects


def _marker(reading: Reading, token: Token) -> Token | None:
    return next((c for c in reading.children(token, "mark") if c.lower == "to"), None)

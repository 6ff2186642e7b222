"""Patients: which words of a clause name those who come to harm.

Every function returns heads of noun phrases. Relative pronouns are followed to the noun that
they stand for, conjuncts without a subject of their own share their governor's.
"""

from tidings.facts.events.arguments import opening_of
from tidings.facts.events.chunks import Chunk, chunk_around, chunk_before, chunk_from, follows_case, listed_with
from tidings.facts.events.forms import is_active_form
from tidings.facts.events.headcounts import aged_right_before, number_right_before
from tidings.facts.events.kin import bearer
from tidings.facts.events.victims import is_thing, kind_of_noun
from tidings.model.reading import Reading, Token

_VERBAL = frozenset({"VERB", "AUX", "ADJ", "X", "PROPN"})
_RELATIVES = frozenset({"who", "whom", "that", "which"})
_REFLEXIVES = frozenset({"himself", "herself", "themselves", "itself", "myself", "yourself"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "parataxis"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
_NO_VICTIMS = frozenset({"life", "lives", "number", "toll", "total", "figure", "count", "tally"})
_DEEPEST = 4
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "got", "gets", "getting", "'re", "'s", "’s"})
_STAYING = frozenset({"remain", "remains", "remained"})
_AUXILIARIES = _BE | frozenset(
    {"has", "have", "had", "having", "to", "may", "might", "also", "not", "could", "would", "will"}
)
_SKIPPED = frozenset({"dead", "down", "up", "off", "also", "seriously", "critically", "over"})


def is_verbal(token: Token) -> bool:
    """Say whether a word can be read as a verb or participle here."""
    return token.upos in _VERBAL and not (token.upos == "PROPN" and token.deprel in {"flat", "compound"})


def is_gerund_noun(reading: Reading, token: Token) -> bool:
    """Say whether a word in -ing stands as a noun: "the shooting"."""
    return token.lower.endswith("ing") and reading.child(token, "det", "nmod:poss") is not None


def is_human(reading: Reading, token: Token) -> bool:
    """Say whether a word can name a person or people."""
    if token.upos in {"PRON", "NUM", "PROPN", "DET"}:
        return not is_thing(reading, token)
    return kind_of_noun(reading, token) is not None


def is_before_thing(reading: Reading, token: Token) -> bool:
    """Say whether an adjective of harm describes a thing: "a dead end", "injured pride"."""
    noun = reading.head(token)
    if token.deprel != "amod" or noun is None or noun.upos == "NUM":
        return False
    return not is_human(reading, noun) or (
        token.lower == "missing" and noun.upos == "PROPN" and not _is_name(reading, noun)
    )


def _is_name(reading: Reading, token: Token) -> bool:
    return any(s.label == "person" and s.span.covers(token) for s in reading.spans.get("names", ()))


def of_object(reading: Reading, verb: Token, *, until: int | None = None) -> tuple[Token, ...]:
    """Return whom a verb is done to, in the active, the passive or as a participle.

    `until` is the index of a word that the object ends before: "hold 500 people hostage".
    """
    if is_reflexive(reading, verb):
        single = reading.tokens[verb.index + 1].lower != "themselves"
        return tuple(t for t in of_subject(reading, verb) if not (single and t.lower == "police"))
    if has_passive_auxiliary(reading, verb):
        subject = _passive_subject(reading, verb)
        return (subject,) if subject is not None else _beside(reading, verb)
    active = _active_object(reading, verb, until)
    if active is not None:
        return active
    if is_active_form(verb):
        return ()
    return _bare_participle(reading, verb)


def _active_object(reading: Reading, verb: Token, until: int | None) -> tuple[Token, ...] | None:
    """Return the object of an active verb, () if it is no person, None if there is none."""
    behind = _chunk_behind(reading, verb, until)
    if behind is not None:
        listed = (behind, *listed_with(reading, behind, until=verb.index))
        return next(((one.head,) for one in listed if is_victim(reading, one.head)), ())
    found = _object_of(reading, verb)
    return (found,) if found is not None else None


def _bare_participle(reading: Reading, verb: Token) -> tuple[Token, ...]:
    """Return who a participle without auxiliary is about: "12 killed", "the men killed", "Two men shot"."""
    aged = aged_right_before(reading, verb)
    if aged is not None:
        return (aged,)
    direct = number_right_before(reading, verb)
    follows = reading.tokens[verb.index + 1] if verb.index + 1 < len(reading.tokens) else None
    if direct is not None and (follows is None or follows.upos not in {"NOUN", "ADJ"}):
        return (direct,)
    own = _last_before(reading, verb)
    if own is not None and is_victim(reading, own):
        return (own,)
    if verb.deprel in {"amod", "acl"}:
        return _as_participle(reading, verb) or _beside(reading, verb)
    if reading.child(verb, "nsubj:pass") is None and (near := _beside(reading, verb)):
        return near
    subject = _passive_subject(reading, verb)
    return (subject,) if subject is not None else _beside(reading, verb)


def is_reflexive(reading: Reading, verb: Token) -> bool:
    """Say whether a verb is done to its own subject: "shot himself"."""
    return any(t.lower in _REFLEXIVES for t in reading.tokens[verb.index + 1 : verb.index + 2])


def is_victim(reading: Reading, head: Token) -> bool:
    """Say whether the head of an object can be a person: a noun for people, a name, a number; no life, no toll."""
    if head.lower in _NO_VICTIMS:
        return False
    return (head.upos in {"NUM", "PROPN"} or kind_of_noun(reading, head) is not None) and not is_thing(reading, head)


def has_passive_auxiliary(reading: Reading, verb: Token) -> bool:
    """Say whether a form of "be" or "get" stands before a verb, adverbs apart."""
    index = verb.index - 1
    while index >= 0 and reading.tokens[index].upos in {"ADV", "PART"}:
        index -= 1
    passive = _BE | _STAYING if verb.upos == "VERB" else _BE
    if index >= 0 and reading.tokens[index].lower in passive and reading.tokens[index].sentence == verb.sentence:
        return True
    return reading.child(verb, "aux:pass") is not None


def of_subject(reading: Reading, verb: Token) -> tuple[Token, ...]:
    """Return who is the subject of a verb, shared subjects and antecedents followed."""
    own = reading.child(verb, "nsubj", "nsubj:pass")
    if own is not None and not _is_teller(reading, own, verb):
        return (_antecedent(reading, verb, own),)
    return _beside(reading, verb) or tuple(filter(None, (_subject(reading, verb),)))


def _is_teller(reading: Reading, subject: Token, verb: Token) -> bool:
    """Say whether what the parse makes a subject only tells it: "Coroner: boy dies"."""
    return subject.index < verb.index and reading.tokens[subject.index + 1].text == ":"


def _beside(reading: Reading, word: Token) -> tuple[Token, ...]:
    beside = _count_beside(reading, word)
    return (beside,) if beside is not None else ()


def _chunk_behind(reading: Reading, verb: Token, until: int | None) -> Chunk | None:
    """Return the noun phrase right behind a verb, adverbs and particles skipped, unless it is a time."""
    index = verb.index + 1
    end = reading.sentence_of(verb).last if until is None or until <= index else until
    while index < end and reading.tokens[index].lower in _SKIPPED:
        index += 1
    found = chunk_from(reading, index, end) if index < end else None
    if found is None:
        return None
    return None if found.head.deprel == "obl:unmarked" and not is_victim(reading, found.head) else found


def of_adjective(reading: Reading, word: Token) -> tuple[Token, ...]:
    """Return who is dead, wounded or missing."""
    following = _noun_after(reading, word) if word.upos != "NOUN" else None
    if following is not None:
        return (following,) if is_human(reading, following) else ()
    direct = number_right_before(reading, word) or reading.child(word, "nummod")
    if direct is not None:
        return (direct,)
    if word.deprel in {"amod", "acl"} and reading.child(word, "nsubj") is None:
        noun = reading.head(word)
        return (noun,) if noun is not None and noun.upos in _NOMINAL else _beside(reading, word)
    near = () if has_passive_auxiliary(reading, word) else _beside(reading, word)
    return near or _predicated(reading, word) or _beside(reading, word)


def _predicated(reading: Reading, word: Token) -> tuple[Token, ...]:
    """Return of whom an adjective is said: its subject, or the object of "leave", "find"."""
    own = reading.child(word, "nsubj")
    governor = reading.head(word)
    if own is not None:
        return (_antecedent(reading, word, own),)
    found: Token | None = None
    if word.deprel in {"xcomp", "advcl", "obj", "ccomp", "dep"} and governor is not None and governor.upos == "VERB":
        obj = next((t for t in reading.children(governor, "obj") if t.index != word.index), None) or _between(
            reading, governor, word
        )
        found = obj or _subject(reading, governor)
    elif word.deprel in {"acl:relcl", "conj"}:
        found = _subject(reading, word)
    return (found,) if found is not None else ()


def _between(reading: Reading, verb: Token, word: Token) -> Token | None:
    """Return who stands right behind the verb: "medics pronounced one man, 22, dead"."""
    found = chunk_from(reading, verb.index + 1, word.index) if verb.index + 1 < word.index else None
    return found.head if found is not None and is_victim(reading, found.head) else None


def _noun_after(reading: Reading, word: Token) -> Token | None:
    """Return the noun that an adjective stands before: "the dead soldier's commander" has the soldier."""
    chunk = chunk_around(reading, word)
    for token in reading.tokens[word.index + 1 : chunk.last]:
        after = reading.tokens[token.index + 1] if token.index + 1 < len(reading.tokens) else None
        if token.upos in {"NOUN", "PROPN"} and (after is None or after.index >= chunk.last or after.upos == "PART"):
            return token
    return None


def of_noun(reading: Reading, noun: Token) -> tuple[Token, ...]:
    """Return whose death, murder or injury a noun means."""
    for child in reading.children(noun, "nmod"):
        case = reading.child(child, "case")
        owns = child.deprel == "nmod:poss" or (case is not None and case.lower in {"of", "'s", "’s"})
        if owns and (is_human(reading, child) or child.upos == "PROPN"):
            return (child,)
    return ()


def of_treated(reading: Reading, verb: Token, injury: Token) -> tuple[Token, ...]:
    """Return who has injuries: the subject of "suffer", the object of "treat"."""
    found = reading.child(verb, "nsubj:pass")
    obj = reading.child(verb, "obj")
    if found is None and obj is not None and obj.index != injury.index and is_human(reading, obj):
        return (obj,)
    return of_subject(reading, verb)


def of_predicate(reading: Reading, noun: Token) -> tuple[Token, ...]:
    """Return who is in a condition or in custody."""
    subject = reading.child(noun, "nsubj")
    governor = reading.head(noun)
    if subject is None and governor is not None and governor.upos in {"VERB", "AUX"}:
        subject = _subject(reading, governor)
    elif (
        subject is None and governor is not None and noun.deprel == "nmod" and governor.upos in {"NOUN", "NUM", "PROPN"}
    ):
        subject = governor
    return (_antecedent(reading, noun, subject),) if subject is not None else ()


def _object_of(reading: Reading, verb: Token) -> Token | None:
    """Return the object of a verb; "shot and killed two men" shares that of its conjunct."""
    found = reading.child(verb, "obj")
    if found is not None and found.upos in _NOMINAL and not _is_parted(reading, verb, found):
        return _antecedent(reading, verb, found)
    if reading.child(verb, "nsubj:pass", "aux:pass") is not None:
        return None
    for other in reading.children(verb, "conj"):
        if other.upos == "VERB" and other.index == verb.index + 2 and reading.child(other, "obj") is not None:
            return reading.child(other, "obj")
    return None


def _is_parted(reading: Reading, verb: Token, noun: Token) -> bool:
    """Say whether a comma parts a verb from what the parse makes its object: "five killed, dozens wounded"."""
    between = [t.text for t in reading.tokens[verb.index + 1 : noun.index]]
    return between[:1] == [","] and between.count(",") == 1


def _as_participle(reading: Reading, verb: Token) -> tuple[Token, ...]:
    """Return the noun that a participle or relative clause says was harmed."""
    noun = reading.head(verb)
    if noun is None or noun.upos not in _NOMINAL:
        return ()
    if verb.deprel == "acl:relcl":
        subject = reading.child(verb, "nsubj:pass")
        if subject is None and reading.child(verb, "aux:pass") is None:
            return ()
        return (_antecedent(reading, verb, subject),) if subject is not None else (noun,)
    if verb.lower.endswith("ing"):
        return ()
    infinitive = reading.child(verb, "mark")
    if infinitive is not None and reading.child(verb, "aux:pass") is None:
        return ()
    return (bearer(reading, noun, verb),)


def _passive_subject(reading: Reading, verb: Token) -> Token | None:
    """Return the subject of a passive, or of a participle that stands as one in a headline."""
    found = _last_before(reading, verb)
    if found is not None and not follows_case(reading, chunk_around(reading, found)):
        return _antecedent(reading, verb, found)
    if verb.lower.endswith("ing") or verb.lower == verb.lemma.lower() + "s":
        return None
    passive = has_passive_auxiliary(reading, verb)
    plain = next((t for t in reading.children(verb, "nsubj") if t.index > opening_of(reading, verb)), None)
    if plain is not None and not (passive and plain.index > verb.index):
        return _antecedent(reading, verb, plain) if passive or _stands_as_passive(reading, verb, plain) else None
    if passive and verb.deprel != "acl:relcl":
        found = _clause_subject(reading, verb)
        if found is not None:
            return found
    governor = reading.head(verb)
    if governor is None or verb.deprel not in _SHARING:
        return None
    return _shared_patient(reading, verb, governor, passive=passive)


def _last_before(reading: Reading, verb: Token) -> Token | None:
    """Return the passive subject nearest before a verb, none beyond its "after" or "when"."""
    before = range(opening_of(reading, verb) + 1, verb.index)
    return next((t for t in reversed(list(reading.children(verb, "nsubj:pass"))) if t.index in before), None)


def _stands_as_passive(reading: Reading, verb: Token, subject: Token) -> bool:
    """Say whether a subject without object and auxiliary is a victim: "Two men killed in blast"."""
    if reading.child(verb, "aux", "iobj", "ccomp", "xcomp") is not None or reading.child(verb, "obj") is not None:
        return False
    follows = reading.tokens[verb.index + 1].lower if verb.index + 1 < len(reading.tokens) else ""
    return (
        is_human(reading, subject)
        and follows not in {"at", "back", "into", "it", "that", "out"}
        and verb.lower != verb.lemma.lower() + "s"
    )


def _shared_patient(reading: Reading, verb: Token, governor: Token, *, passive: bool) -> Token | None:
    """Return the patient that a verb without subject shares with its governor."""
    if verb.deprel == "conj":
        if governor.deprel.startswith("acl") or governor.deprel == "amod":
            return next(iter(_as_participle(reading, governor)), None)
        if reading.child(governor, "nsubj:pass") is not None or passive:
            return _subject(reading, governor)
        if governor.lower.endswith("ed") and reading.child(governor, "obj") is None:
            return _passive_subject(reading, governor) if governor.upos == "VERB" else None
        return None
    if verb.deprel == "xcomp":
        obj = reading.child(governor, "obj")
        return obj if obj is not None else _subject(reading, governor)
    return _subject(reading, governor) if passive or verb.lower.endswith(("ed", "shot", "hurt")) else None


def _subject(reading: Reading, verb: Token, depth: int = 0) -> Token | None:
    """Return the subject of a verb, followed through shared subjects."""
    found = reading.child(verb, "nsubj", "nsubj:pass")
    if found is not None:
        return _antecedent(reading, verb, found)
    governor = reading.head(verb)
    if governor is None or depth == _DEEPEST:
        return None
    if verb.deprel.startswith("acl"):
        return governor if governor.upos in _NOMINAL else None
    if verb.deprel in _SHARING and governor.upos in {"VERB", "AUX", "ADJ", "NOUN"}:
        return _subject(reading, governor, depth + 1)
    return None


def _antecedent(reading: Reading, verb: Token, word: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the word itself."""
    if word.lower not in _RELATIVES or word.upos == "NOUN":
        return word
    before = chunk_before(reading, word.index)
    if before is not None and is_victim(reading, before.head):
        return before.head
    current: Token | None = verb
    for _ in range(_DEEPEST):
        if current is None:
            return word
        if current.deprel == "acl:relcl":
            return bearer(reading, reading.head(current) or word, current)
        current = reading.head(current)
    return word


def _count_beside(reading: Reading, word: Token) -> Token | None:
    """Return who stands right before a word: "12 killed", "two people dead", "leaves woman dead"."""
    direct = number_right_before(reading, word)
    if direct is not None:
        return direct
    chunk = chunk_before(reading, word.index)
    return chunk.head if chunk is not None and is_victim(reading, chunk.head) else None


def _clause_subject(reading: Reading, verb: Token) -> Token | None:
    """Return the first phrase for people between the last verb and a passive's auxiliary."""
    index = verb.index - 1
    while index >= 0 and (reading.tokens[index].upos in {"ADV", "PART"} or reading.tokens[index].lower in _AUXILIARIES):
        index -= 1
    end, floor = index + 1, reading.sentence_of(verb).first
    while index >= floor and not _ends_clause(reading, index):
        index -= 1
    position = index + 1
    while position < end:
        chunk = chunk_from(reading, position, end)
        if chunk is not None and is_victim(reading, chunk.head) and not follows_case(reading, chunk):
            return chunk.head
        position = chunk.last if chunk is not None else position + 1
    return None


def _ends_clause(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if token.lower in {"that", "where", "when", "after", "as", "while", "but", ";", ":", "because", "which"}:
        return True
    return token.upos in {"VERB", "AUX"} and token.deprel not in {"amod", "case", "acl"} and token.lower != "including"

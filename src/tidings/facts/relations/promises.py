"""Consequences promised, deployments planned, searches, rewards and appeals."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from tidings.facts.relations.stance import Stance, stance_of
from tidings.model.reading import Reading, Token
from tidings.model.relation import ThreadKind, ThreadStatus
from tidings.resources import load_table

Found = tuple[ThreadKind, ThreadStatus, Token, str]


def find_promises(reading: Reading, token: Token) -> Iterator[Found]:
    """Yield the promised consequence, planned deployment or search that a word carries."""
    if token.upos == "VERB":
        yield from _of_verb(reading, token, token.lemma.lower())
    elif token.upos == "NOUN":
        yield from _of_noun(reading, token, token.lemma.lower())
    elif token.lower == "large":
        yield from _at_large(reading, token)


def _of_verb(reading: Reading, token: Token, lemma: str) -> Iterator[Found]:
    court = _verbs("other", "court")
    if lemma in _verbs("consequences", "verbs") and _is_consequence(reading, token, lemma):
        yield ThreadKind.CONSEQUENCES_PROMISED, ThreadStatus.PROMISED, token, f"“{token.text}” is promised"
    elif lemma in _words("deployment", "verbs") and _is_deployment(reading, token):
        yield ThreadKind.DEPLOYMENT_PLANNED, ThreadStatus.PROMISED, token, f"“{token.text}” is planned"
    elif lemma in _words("deployment", "moves") and _will_move(reading, token):
        yield ThreadKind.DEPLOYMENT_PLANNED, ThreadStatus.PROMISED, token, f"“{token.text}” is to come"
    elif lemma in _verbs("other", "searches") and _is_search(reading, token, lemma):
        yield ThreadKind.OTHER, ThreadStatus.UNDER_WAY, token, f"a search: “{token.text}”"
    elif lemma in court and _is_to_come_with(reading, token, court[lemma]):
        yield ThreadKind.OTHER, ThreadStatus.PROMISED, token, f"a day in court: “{token.text}”"


def _of_noun(reading: Reading, token: Token, lemma: str) -> Iterator[Found]:
    governor = reading.head(token)
    if lemma in _words("consequences", "nouns") and _is_to_come(reading, token):
        yield ThreadKind.CONSEQUENCES_PROMISED, ThreadStatus.PROMISED, token, f"“{token.text}” are to come"
    elif lemma in _words("other", "nouns") and governor is not None and _is_begun(reading, token, governor):
        yield ThreadKind.OTHER, ThreadStatus.UNDER_WAY, governor, f"“{governor.text}” with “{token.text}”"


def _at_large(reading: Reading, word: Token) -> Iterator[Found]:
    """Yield the search for a suspect who "remains at large"."""
    verb = reading.head(word)
    subject = reading.child(word, "nsubj") or (reading.child(verb, "nsubj") if verb is not None else None)
    is_at_large = any(c.lower == "at" for c in reading.children(word, "case"))
    if is_at_large and subject is not None and subject.lemma.lower() in _words("other", "at_large"):
        yield ThreadKind.OTHER, ThreadStatus.UNDER_WAY, word, f"“{subject.text}” at large"


def _is_begun(reading: Reading, noun: Token, governor: Token) -> bool:
    """Say whether a search, an ultimatum or a reward is launched, issued or offered, or goes on."""
    if noun.deprel.partition(":")[0] not in {"obj", "nsubj"}:
        return False
    if noun.deprel == "nsubj" and {governor.lower, governor.lemma.lower()} & _words("other", "noun_states"):
        return stance_of(reading, governor) is not Stance.NOT_SO
    if governor.upos != "VERB":
        return False
    return governor.lemma.lower() in _words("other", "noun_verbs") and stance_of(reading, governor) is not Stance.NOT_SO


def _is_consequence(reading: Reading, verb: Token, lemma: str) -> bool:
    return _is_to_come_with(reading, verb, _verbs("consequences", "verbs")[lemma])


def _is_to_come_with(reading: Reading, verb: Token, wanted: Collection[str]) -> bool:
    """Say whether a deed is to come, with one of some words in its clause if any are asked for."""
    if wanted and not any(t.lemma.lower() in wanted for t in reading.subtree(verb)):
        return False
    return stance_of(reading, verb) is Stance.FUTURE or _is_due(reading, verb)


def _is_due(reading: Reading, verb: Token) -> bool:
    """Read "is due to appear", however the parse hangs it."""
    near = (*reading.children(verb, "advcl"), *filter(None, [reading.head(verb)]))
    return any(t.lower in _words("stance", "due") and t.index < verb.index for t in near)


def _is_to_come(reading: Reading, noun: Token) -> bool:
    """Say whether a report announces a thing: "there will be …"."""
    governor = reading.head(noun)
    verbs = [t for t in (noun, governor) if t is not None]
    is_existential = any(reading.child(t, "expl") is not None for t in verbs)
    return is_existential and any(stance_of(reading, t) is Stance.FUTURE for t in verbs)


def _is_deployment(reading: Reading, verb: Token) -> bool:
    thing = reading.child(verb, "obj", "nsubj:pass")
    if thing is None or not any(
        t.lemma.lower() in _words("deployment", "things") for t in reading.subtree(thing, without=("acl", "nmod"))
    ):
        return False
    return stance_of(reading, verb) is Stance.FUTURE or _is_considered(reading, verb)


def _is_considered(reading: Reading, verb: Token) -> bool:
    """Read "is considering sending"."""
    governor = reading.head(verb)
    is_considered = governor is not None and governor.lemma.lower() in _words("deployment", "considers")
    return is_considered and verb.lower.endswith("ing") and stance_of(reading, governor or verb) is Stance.PRESENT


def _will_move(reading: Reading, verb: Token) -> bool:
    """Read "peacekeepers will arrive"."""
    subject = next(filter(None, (reading.child(t, "nsubj") for t in (verb, reading.head(verb)) if t is not None)), None)
    if subject is None or stance_of(reading, verb) is not Stance.FUTURE:
        return False
    return any(t.lemma.lower() in _words("deployment", "things") for t in reading.subtree(subject, without=("acl",)))


def _is_search(reading: Reading, verb: Token, lemma: str) -> bool:
    subject = reading.child(verb, "nsubj")
    if subject is None or subject.lemma.lower() not in _words("other", "searchers"):
        return False
    below = [t for t in reading.subtree(verb) if t.index > verb.index]
    wanted = _verbs("other", "searches")[lemma]
    has_object = any(t.lemma.lower() in _words("other", "searched") for t in below)
    has_word = not wanted or any(t.lower in wanted for t in below[:2])
    return has_object and has_word and stance_of(reading, verb) in {Stance.PRESENT, Stance.PAST}


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(load_table("threads.toml")[table][key])


@cache
def _verbs(table: str, key: str) -> Mapping[str, frozenset[str]]:
    return {verb: frozenset(wanted) for verb, wanted in load_table("threads.toml")[table][key].items()}

"""Consequences promised, deployments planned, searches, rewards and appeals."""

from collections.abc import Iterator, Mapping
from functools import cache

from tidings.facts.relations.stance import Stance, stance_of
from tidings.model.reading import Reading, Token
from tidings.model.relation import ThreadKind, ThreadStatus
from tidings.resources import load_table

Found = tuple[ThreadKind, ThreadStatus, Token, str]


def find_promises(reading: Reading, token: Token) -> Iterator[Found]:
    """Yield the promised consequence, planned deployment or search that a word carries."""
    lemma = token.lemma.lower()
    if token.upos == "VERB":
        if lemma in _verbs("consequences", "verbs") and _is_consequence(reading, token, lemma):
            yield ThreadKind.CONSEQUENCES_PROMISED, ThreadStatus.PROMISED, token, f"“{token.text}” is promised"
        elif lemma in _words("deployment", "verbs") and _is_deployment(reading, token):
            yield ThreadKind.DEPLOYMENT_PLANNED, ThreadStatus.PROMISED, token, f"“{token.text}” is planned"
        elif lemma in _verbs("other", "searches") and _is_search(reading, token, lemma):
            yield ThreadKind.OTHER, ThreadStatus.UNDER_WAY, token, f"a search: “{token.text}”"
    elif token.upos == "NOUN":
        yield from _of_noun(reading, token, lemma)


def _of_noun(reading: Reading, token: Token, lemma: str) -> Iterator[Found]:
    governor = reading.head(token)
    if lemma in _words("consequences", "nouns") and _is_to_come(reading, token):
        yield ThreadKind.CONSEQUENCES_PROMISED, ThreadStatus.PROMISED, token, f"“{token.text}” are to come"
    elif lemma in _words("other", "nouns") and governor is not None and _is_begun(reading, token, governor):
        yield ThreadKind.OTHER, ThreadStatus.UNDER_WAY, governor, f"“{governor.text}” with “{token.text}”"


def _is_begun(reading: Reading, noun: Token, governor: Token) -> bool:
    """Say whether a search, an ultimatum or a reward is launched, issued or offered."""
    if noun.deprel.partition(":")[0] not in {"obj", "nsubj"} or governor.upos != "VERB":
        return False
    return governor.lemma.lower() in _words("other", "noun_verbs") and stance_of(reading, governor) is not Stance.NOT_SO


def _is_consequence(reading: Reading, verb: Token, lemma: str) -> bool:
    wanted = _verbs("consequences", "verbs")[lemma]
    if wanted and not any(t.lemma.lower() in wanted for t in reading.subtree(verb)):
        return False
    return stance_of(reading, verb) is Stance.FUTURE


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
    return stance_of(reading, verb) is Stance.FUTURE


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

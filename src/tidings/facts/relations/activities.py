"""Investigations and negotiations: how far a report says they have come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tidings.facts.relations.stance import Stance, is_negated, stance_of, stance_words
from tidings.model.reading import Reading, Token
from tidings.model.relation import ThreadKind, ThreadStatus
from tidings.resources import load_table

_FIRST = frozenset({"first", "initial", "preliminary", "early", "interim"})
#: So many words before an activity its results may be named.
_REACH = 12
#: So many words behind a noun its verb may stand.
_NEAR = 6
_CORE = frozenset({"obj", "nsubj", "obl", "nmod", "iobj"})
#: "This is still an active investigation": so many words before the noun.
_PREDICATE = 6
_THIS = frozenset({"this", "it", "that", "there"})
_IS = frozenset({"is", "'s", "’s", "remains"})
#: "Another round of talks" is talks.
_PARTS = frozenset({"round", "session", "series"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """The words by which one kind of activity is told; see `threads.toml`."""

    kind: ThreadKind
    nouns: frozenset[str]
    verbs: frozenset[str]
    opens: frozenset[str]
    carries: frozenset[str]
    closes: frozenset[str]
    shows: frozenset[str]
    breaks: frozenset[str]
    plans: frozenset[str]
    states: frozenset[str]
    results: frozenset[str]
    bodies: frozenset[str]
    workers: frozenset[str]
    works: frozenset[str]
    bound: frozenset[str]
    phrasal: Mapping[str, Sequence[str]]
    carried: ThreadStatus
    shown: ThreadStatus


@cache
def activities() -> tuple[Activity, ...]:
    """Return the kinds of activity of the table."""
    made = []
    for kind, row in load_table("threads.toml")["activities"].items():
        lists = {key: frozenset(value) for key, value in row.items() if isinstance(value, list)}
        made.append(
            Activity(
                kind=ThreadKind(kind),
                carried=ThreadStatus(row["carried"]),
                shown=ThreadStatus(row["shown"]),
                phrasal=row["phrasal"],
                **lists,
            )
        )
    return tuple(made)


def find_activities(reading: Reading, token: Token) -> Iterator[tuple[Activity, ThreadStatus, Token, str]]:
    """Yield the activity that a word names: its kind, status, the word that carries it, and why."""
    lemma = token.lemma.lower()
    for activity in activities():
        if token.upos == "VERB" and (lemma in activity.verbs or _is_phrasal(reading, token, activity)):
            status = _status_of_verb(reading, token, activity)
            if status is not None:
                yield activity, status, token, f"“{token.text}”"
        elif token.upos == "VERB" and lemma in activity.works and _is_at_work(reading, token, activity):
            yield activity, ThreadStatus.UNDER_WAY, token, f"whose work it is: “{token.text}”"
        elif token.upos in {"NOUN", "PROPN"} and lemma in activity.nouns and _is_meant(token):
            found = _status_of_noun(reading, token, activity)
            if found is not None:
                yield activity, *found


def kind_of_noun(token: Token) -> ThreadKind | None:
    """Return the kind of activity that a noun names."""
    if token.upos not in {"NOUN", "PROPN"} or not _is_meant(token):
        return None
    return next((a.kind for a in activities() if token.lemma.lower() in a.nouns), None)


def goes_on_behind(reading: Reading, noun: Token) -> bool:
    """Say by word order whether a noun that begins a clause goes on: "talks with them aim to …"."""
    for token in reading.tokens[noun.index + 1 : noun.index + 1 + _NEAR]:
        if token.upos == "PUNCT" or token.sentence != noun.sentence:
            return False
        if any(token.lemma.lower() in a.carries | a.states for a in activities() if noun.lemma.lower() in a.nouns):
            return True
    return False


def _is_meant(token: Token) -> bool:
    """Leave out singulars of nouns that count in the plural only."""
    return token.lemma.lower() not in load_table("threads.toml")["plural"]["nouns"] or token.lower.endswith("s")


def _is_phrasal(reading: Reading, verb: Token, activity: Activity) -> bool:
    """Say whether a verb is the activity together with a word of its clause: "look into", "examine the scene"."""
    wanted = activity.phrasal.get(verb.lemma.lower(), ())
    return bool(wanted) and any(t.lower in wanted for t in reading.subtree(verb)[:12] if t.index > verb.index)


def _is_at_work(reading: Reading, verb: Token, activity: Activity) -> bool:
    """Say whether those whose work an activity is are at it: "investigators are reviewing the footage"."""
    subject = reading.child(verb, "nsubj")
    if subject is None or subject.lemma.lower() not in activity.workers or verb.lower == verb.lemma.lower():
        return False
    helpers = {c.lower for c in reading.children(verb, "aux")}
    goes_on = verb.lower.endswith("ing") and not {"was", "were"} & helpers
    return goes_on and stance_of(reading, verb) is Stance.PRESENT


def _status_of_verb(reading: Reading, verb: Token, activity: Activity) -> ThreadStatus | None:
    """Return what the tense of a verb says; "a negotiated way out" says nothing."""
    if verb.deprel in {"amod", "compound"} and not verb.lower.endswith("ing"):
        return None
    if _is_figurative(reading, verb):
        return None
    return {
        Stance.FUTURE: ThreadStatus.PROMISED,
        Stance.PRESENT: ThreadStatus.UNDER_WAY,
        Stance.PAST: activity.carried,
    }.get(stance_of(reading, verb))


def _is_figurative(reading: Reading, verb: Token) -> bool:
    """Say whether the object gives a verb another sense: "negotiate a sharp bend"."""
    things = load_table("threads.toml")["figurative"].get(verb.lemma.lower(), ())
    return any(t.lemma.lower() in things for t in reading.children(verb, "obj"))


def _status_of_noun(reading: Reading, noun: Token, activity: Activity) -> tuple[ThreadStatus, Token, str] | None:
    """Return what the words around a noun say of it: its governor, a state it is in, "under" before it."""
    noun = _measured(reading, noun)
    if is_negated(reading, noun):
        return None
    if any(c.lower == "under" for c in reading.children(noun, "case")):
        return ThreadStatus.UNDER_WAY, noun, f"“under {noun.text}”"
    if _is_named(reading, noun, activity):
        return ThreadStatus.UNDER_WAY, noun, f"“{noun.text}” is told as going on"
    body = reading.head(noun)
    if noun.deprel == "compound" and body is not None and body.lemma.lower() in activity.bodies:
        return ThreadStatus.UNDER_WAY, body, f"“{noun.text} {body.text}”"
    governor = _results_before(reading, noun, activity) or _governor(reading, noun, activity)
    if governor is None:
        return None
    status = _status_by(reading, noun, governor, activity)
    return (status, governor, f"“{governor.text}” with “{noun.text}”") if status is not None else None


def _is_named(reading: Reading, noun: Token, activity: Activity) -> bool:
    """Say whether a noun is all that is said to go on: "this is an inquiry", "an inquiry proceeding on many fronts"."""
    before = reading.tokens[max(reading.sentence_of(noun).first, noun.index - _PREDICATE) : noun.index]
    words = [t.lower for t in before if t.upos not in {"DET", "ADJ", "ADV"} or t.lower in _THIS]
    if len(words) > 1 and words[-1] in _IS and words[-2] in _THIS:
        return True
    proceeding = reading.children(noun, "acl")
    return any(c.lower.endswith("ing") and c.lemma.lower() in activity.states for c in proceeding)


def _results_before(reading: Reading, noun: Token, activity: Activity) -> Token | None:
    """Return "results" in "the results of the … inquiry", by word order."""
    sentence = reading.sentence_of(noun)
    before = reading.tokens[max(sentence.first, noun.index - _REACH) : noun.index]
    for token, following in pairwise(before):
        if token.upos == "NOUN" and token.lemma.lower() in activity.results and following.lower in {"of", "from"}:
            return token
    return None


def _governor(reading: Reading, noun: Token, activity: Activity) -> Token | None:
    """Return the verb or state that a noun depends on, over nouns such as "the results of"."""
    if noun.deprel == "root" or reading.child(noun, "cop") is not None:
        return None
    current = reading.head(noun)
    if noun.deprel in {"nmod", "compound"} and current is not None and current.lemma.lower() in activity.results:
        return current
    if noun.deprel == "nmod" and current is not None and current.lemma.lower() in _PARTS:
        noun, current = current, reading.head(current)
    if noun.deprel == "conj" and current is not None:
        current = reading.head(current)
    return current if noun.deprel.partition(":")[0] in _CORE else None


def _measured(reading: Reading, noun: Token) -> Token:
    """Return "round" in "a third round of talks", else the noun itself."""
    head = reading.head(noun)
    return head if noun.deprel == "nmod" and head is not None and head.lemma.lower() in _measures() else noun


@cache
def _measures() -> frozenset[str]:
    return frozenset(load_table("threads.toml")["measures"]["nouns"])


def _status_by(reading: Reading, noun: Token, governor: Token, activity: Activity) -> ThreadStatus | None:
    lemma = governor.lemma.lower()
    if lemma in activity.results and governor.upos == "NOUN":
        return _status_of_results(reading, governor)
    if lemma in activity.breaks or lemma in stance_words("asked") or _is_asked_for(reading, noun, governor):
        return None
    if lemma in activity.states or governor.lower in activity.states:
        return None if is_negated(reading, governor) else ThreadStatus.UNDER_WAY
    stance = stance_of(reading, governor) if governor.upos in {"VERB", "AUX"} else Stance.PRESENT
    if stance is Stance.NOT_SO:
        return ThreadStatus.UNDER_WAY if _is_without_result(reading, noun, governor, activity) else None
    return _status_by_verb(noun, lemma, stance, activity)


def _is_without_result(reading: Reading, noun: Token, governor: Token, activity: Activity) -> bool:
    """Say whether an activity has not yet led anywhere, and so goes on: "their inquiry has not turned up a suspect"."""
    has = any(c.lower in {"has", "have"} for c in reading.children(governor, "aux"))
    begun = governor.lemma.lower() not in activity.opens | activity.carries | activity.plans | {"be", "occur"}
    return has and begun and noun.deprel == "nsubj"


def _status_of_results(reading: Reading, results: Token) -> ThreadStatus:
    """Return done where results are out, under way where they are the first ones or still to come."""
    above = next((t for t in reading.ancestors(results) if t.upos == "VERB"), None)
    is_first = any(t.lower in _FIRST for t in reading.children(results, "amod"))
    is_to_come = above is not None and stance_of(reading, above) is Stance.FUTURE
    return ThreadStatus.UNDER_WAY if is_first or is_to_come else ThreadStatus.DONE


def _status_by_verb(noun: Token, lemma: str, stance: Stance, activity: Activity) -> ThreadStatus | None:
    is_subject = noun.deprel.startswith("nsubj")
    if lemma in activity.bound and stance is not Stance.FUTURE:
        return ThreadStatus.UNDER_WAY if noun.deprel == "obl" else None
    if lemma in activity.plans:
        return ThreadStatus.PROMISED if noun.deprel in {"obj", "nsubj:pass"} or is_subject else None
    if lemma in activity.opens | activity.carries and stance is Stance.FUTURE:
        return ThreadStatus.PROMISED
    if lemma in activity.closes:
        return ThreadStatus.DONE if stance is Stance.PAST else None
    if lemma in activity.opens | activity.carries:
        is_past = stance is Stance.PAST and lemma not in activity.opens
        return activity.carried if is_past else ThreadStatus.UNDER_WAY
    return activity.shown if is_subject and lemma in activity.shows else None


def _is_asked_for(reading: Reading, noun: Token, governor: Token) -> bool:
    if governor.lemma.lower() != "call":
        return False
    return any(
        c.lower in {"for", "on"} for c in (*reading.children(noun, "case"), *reading.children(governor, "compound"))
    )

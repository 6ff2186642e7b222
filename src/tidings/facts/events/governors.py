"""Governors: the status that the words around and above an event word give it.

A word's own auxiliaries, negation and adverbs count first, then the verb, noun or adjective
that governs it; some governors only pass on their own standing.
"""

from tidings.facts.events.arguments import case_of, partner
from tidings.facts.events.cues import Told, cues, is_definite, words
from tidings.facts.events.lexicon import words_of
from tidings.facts.events.triggers import Trigger
from tidings.model.event import Status
from tidings.model.reading import Reading, Token

_OWN_WORDS = frozenset({"DET", "ADJ", "PROPN", "NOUN", "PART", "PUNCT", "VERB", "NUM"})
_LONGEST_PHRASE = 9
#: What is not planned, promised or threatened is not so.
_UNDONE_BY_NOT = frozenset({Status.PLANNED, Status.PROMISED, Status.POSSIBLE})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "obj", "nsubj:pass", "acl", "obl", "nmod", "csubj", "compound"})


def by_clause(reading: Reading, token: Token, hops: int, *, definite: bool) -> Told | None:
    """Look for cues on a word, then on what governs it."""
    found = _beside(reading, token)
    if found is None and hops:
        found = _governed(reading, token, hops, definite=definite)
    return found


def _beside(reading: Reading, token: Token) -> Told | None:
    """Read negation, auxiliaries, markers and adverbs on one word."""
    children = tuple(reading.children(token, "aux", "advmod", "mark", "det", "case", "cc"))
    for child in children:
        if _negates(reading, child):
            return Told(status=Status.DENIED, why=f"“{child.text}” denies it")
    for section, relation in (("auxiliary", "aux"), ("marker", "mark"), ("adverb", "advmod")):
        table = cues(section)
        for child in children:
            status = table.get(child.lower)
            if child.deprel.startswith(relation) and status is not None and not _is_past_modal(reading, token, child):
                return Told(status=status, why=f"“{child.text}” stands with it")
    return None


def _negates(reading: Reading, child: Token) -> bool:
    if child.lower not in words("negation") and child.lemma.lower() != "not":
        return False
    following = reading.tokens[child.index + 1].lower if child.index + 1 < len(reading.tokens) else ""
    return following not in words("negation", "harmless") and child.deprel != "cc"


def _is_past_modal(reading: Reading, token: Token, child: Token) -> bool:
    """Say whether "could" only tells what was heard or seen ("shots could be heard")."""
    return child.lower in {"could", "can"} and token.lemma.lower() in {"hear", "see", "feel"} and bool(reading.tokens)


def _governed(reading: Reading, token: Token, hops: int, *, definite: bool) -> Told | None:
    head = reading.head(token)
    if head is None:
        return None
    if _is_to_end(reading, token):
        return Told(status=Status.ONGOING, why="told as something to be ended")
    if token.deprel == "conj" or _is_coordinated(reading, token):
        other = partner(reading, token) or head
        if _own_subject(reading, token) or _is_tensed_beside(reading, token, other):
            return None
        return by_clause(reading, other, hops - 1, definite=definite)
    if token.deprel in {"nsubj", "nsubj:pass"}:
        return _predicated(reading, token, head, hops) if head.upos in {"VERB", "ADJ", "NOUN"} else None
    return _complementing(reading, token, head, hops, definite=definite)


def _complementing(reading: Reading, token: Token, head: Token, hops: int, *, definite: bool) -> Told | None:
    """Read what a word is the object or complement of."""
    if token.deprel == "advcl":
        return _infinitive(reading, token, head) or _accompanying(reading, token, head)
    threatens = case_of(reading, token) == "by" and _lemma(head) == "threaten"
    linked = threatens or case_of(reading, token) in words("through", "cases") or _is_particle(reading, token, head)
    if _lemma(head) in words("given") and token.deprel in {"obj", "obl", "nsubj:pass"}:
        return None
    linked = linked and not _is_clause_about(reading, token)
    if not linked or not {token.deprel, token.deprel.partition(":")[0]} & _COMPLEMENTS:
        return None
    if _lemma(head) in words("ending"):
        told = Told(status=Status.ONGOING, why=f"“{head.text}” is about what goes on")
        return told if _is_given(reading, token) else None
    if definite and _lemma(head) not in words("undoing"):
        return _carried(reading, head, hops, token)
    return (
        _cue(reading, head, token, case_of(reading, token))
        or _carried(reading, head, hops, token)
        or _infinitive(reading, token, head)
        or (_future(reading, head) if case_of(reading, token) == "at" else None)
    )


def _is_clause_about(reading: Reading, token: Token) -> bool:
    """Say whether a finite or passive clause tells what became of a noun: "the plan that they signed"."""
    bare = token.lower.endswith("ing") or any(c.lower == "to" for c in reading.children(token, "mark", "aux"))
    return token.upos == "VERB" and token.deprel.startswith("acl") and not bare


def _accompanying(reading: Reading, token: Token, head: Token) -> Told | None:
    """Read a bare participle ("will leave, closing the base") as to come with the verb that it goes with."""
    if not token.lower.endswith("ing") or reading.child(token, "mark", "aux", "case", "obj") is not None:
        return None
    return _future(reading, head)


def _is_particle(reading: Reading, token: Token, head: Token) -> bool:
    """Say whether what the parse takes for a preposition belongs to the verb: "step up its attacks"."""
    case = next(iter(reading.children(token, "case")), None)
    return case is not None and case.index == head.index + 1 and case.lower in words("through", "particles")


def _is_coordinated(reading: Reading, token: Token) -> bool:
    """Say whether a bare verb follows "and", whatever the parse hangs it on."""
    previous = reading.tokens[token.index - 1] if token.index else token
    return token.upos == "VERB" and previous.upos == "CCONJ" and previous.sentence == token.sentence


def _is_tensed_beside(reading: Reading, token: Token, other: Token) -> bool:
    """Say whether a past form stands with an infinitive, so with the verb above it: "told him to stop and fired"."""
    infinitive = other.lower == _lemma(other) and any(c.lower == "to" for c in reading.children(other, "mark", "aux"))
    return infinitive and token.upos == "VERB" and token.lower not in {_lemma(token), f"{_lemma(token)}ing"}


def _is_to_end(reading: Reading, token: Token) -> bool:
    """Say whether "an end to" stands before a noun's own words, whatever the parse makes of it."""
    index = token.index - 1
    while index > 1 and reading.tokens[index].upos in _OWN_WORDS and token.index - index < _LONGEST_PHRASE:
        index -= 1
    before = [t.lower for t in reading.tokens[max(0, index - 1) : index + 1]]
    return len(before) > 1 and before[1] in {"to", "of"} and before[0] in words("ending")


def _is_given(reading: Reading, token: Token) -> bool:
    """Say whether what is to end is told as going on: in the plural, or as something known."""
    return is_definite(reading, token) or token.lower != _lemma(token)


def _predicated(reading: Reading, token: Token, head: Token, hops: int) -> Told | None:
    """Read what is said of an event: "an attack is likely", "the withdrawal will begin", "was foiled"."""
    if cues("governor").get(_lemma(head)) is Status.ONGOING and token.deprel == "nsubj":
        return by_clause(reading, head, 0, definite=False) or Told(
            status=Status.ONGOING, why=f"“{head.text}” is said of it"
        )
    if token.deprel == "nsubj:pass" or head.upos != "VERB":
        told = _cue(reading, head, token)
        if told is not None and not _is_past_plan(reading, token, head, told):
            return told
    if _lemma(head) in words("transparent") or token.deprel == "nsubj:pass":
        found = by_clause(reading, head, hops - 1, definite=False)
        return None if _only_related(head, found) else found
    return None


def _only_related(head: Token, told: Told | None) -> bool:
    """Say whether only a link of the event to something else is denied or open: "the raid is not linked with"."""
    return told is not None and _lemma(head) in words("relating")


def _is_past_plan(reading: Reading, token: Token, head: Token, told: Told) -> bool:
    """Say whether only the planning of a real event is told: "the attack had been planned since May"."""
    if told.status is not Status.PLANNED:
        return False
    is_perfect = any(c.lower == "had" for c in reading.children(head, "aux"))
    return (
        is_perfect
        or (head.upos == "ADJ" and reading.child(head, "aux") is not None)
        or _was_planned_by(reading, token, head)
    )


def _was_planned_by(reading: Reading, token: Token, head: Token) -> bool:
    """Say whether it is told whose plan a known event was: "the attack was planned by X and carried out by Y"."""
    by_someone = reading.child(head, "obl:agent") is not None
    was = any(c.lower in {"was", "were"} for c in reading.children(head, "aux:pass", "aux"))
    failed = any(cues("governor").get(_lemma(c)) is Status.ATTEMPTED for c in reading.children(head, "conj"))
    return by_someone and was and not failed and is_definite(reading, token)


def _cue(reading: Reading, head: Token, token: Token, case: str = "") -> Told | None:
    if _has_other_sense(reading, head, token, case):
        return None
    table = cues("governor")
    for form in (head.lower, _lemma(head)):
        status = table.get(form)
        if status is Status.ONGOING and _is_to_come(reading, head):
            status = Status.PLANNED
        if status in _UNDONE_BY_NOT and any(_negates(reading, c) for c in reading.children(head, "advmod")):
            status = Status.DENIED
        if status is not None and not _is_other_sense(head, token, status):
            return Told(status=status, why=f"“{head.text}” governs it")
    return None


def _is_other_sense(head: Token, token: Token, status: Status) -> bool:
    """Say whether a cue means something else here: "committed the murder" promises none, "remained in the siege"."""
    if status is Status.ONGOING:
        return token.deprel == "obl"
    return _lemma(head) == "commit" and token.deprel in {"obj", "nsubj:pass"}


def _has_other_sense(reading: Reading, head: Token, token: Token, case: str) -> bool:
    """Say whether a cue word means something else here: "asked him", "a wanted man", "set off on a march"."""
    if _lemma(head) in words("asking") and case not in words("asking", "cases") and token.deprel != "xcomp":
        return True
    if head.upos == "NOUN" and _lemma(head) in words_of("person", "nouns"):
        return True
    departs = _lemma(head) == "set" and reading.child(head, "compound") is not None and token.deprel != "xcomp"
    return departs or (token.deprel == "ccomp" and _lemma(head) in words("stating"))


def _is_to_come(reading: Reading, head: Token) -> bool:
    """Say whether what goes on will only do so: "will continue the attacks"."""
    return _future(reading, head) is not None


def _future(reading: Reading, head: Token) -> Told | None:
    aux = (c for c in reading.children(head, "aux") if cues("auxiliary").get(c.lower) is Status.PLANNED)
    word = next(aux, None)
    return Told(status=Status.PLANNED, why=f"“{word.text}” stands with “{head.text}”") if word is not None else None


def _carried(reading: Reading, head: Token, hops: int, token: Token) -> Told | None:
    """Follow a governor that leaves the event as real as it is itself."""
    if _lemma(head) in words("transparent") and token.deprel in {"xcomp", "obj", "nsubj:pass", "ccomp"}:
        if token.deprel == "ccomp":
            return None
        return by_clause(reading, head, hops - 1, definite=False)
    if token.deprel in {"nmod", "compound"} and head.upos == "NOUN":
        return by_clause(reading, head, hops - 1, definite=False) if _leads_on(head) else None
    if token.deprel == "obj" and head.upos == "VERB":
        return (
            _beside(reading, head)
            if is_definite(reading, token)
            else by_clause(reading, head, hops - 1, definite=False)
        )
    return None


def _leads_on(head: Token) -> bool:
    """Say whether a noun only measures the event that depends on it ("a series of attacks")."""
    return _lemma(head) in {
        "series",
        "wave",
        "round",
        "number",
        "spate",
        "end",
        "start",
        "kind",
        "act",
        "campaign",
        "case",
        "use",
        "imposition",
        "talk",
    }


def _infinitive(reading: Reading, token: Token, head: Token) -> Told | None:
    """Read a bare purpose or complement ("moved in to attack") as not yet done."""
    marker = next((c for c in reading.children(token, "mark", "aux") if c.lower == "to"), None)
    done = any(c.lower in {"have", "been"} for c in reading.children(token, "aux"))
    if marker is None or done or token.deprel not in {"xcomp", "advcl", "ccomp"}:
        return None
    if _lemma(head) in words("transparent"):
        return None
    return Told(status=Status.PLANNED, why=f"“{marker.text} {token.text}” is a purpose")


def by_order(reading: Reading, trigger: Trigger) -> Told | None:
    """Read a cue right before a noun's preposition ("pushes for a withdrawal"), whatever the parse makes of it."""
    if not trigger.is_noun:
        return None
    index = trigger.token.index - 1
    while index > 1 and reading.tokens[index].upos in _OWN_WORDS and trigger.token.index - index < _LONGEST_PHRASE:
        index -= 1
    case, governor = reading.tokens[index], reading.tokens[index - 1]
    is_near = index > 0 and case.upos == "ADP" and governor.sentence == case.sentence
    strives = case.lower == "for" and _lemma(governor) in words("striving")
    if not is_near or (is_definite(reading, trigger.token) and not strives):
        return None
    return _cue(reading, governor, case, case.lower) if case.lower in {"for", "of", "against", "from"} else None


def _own_subject(reading: Reading, token: Token) -> bool:
    return reading.child(token, "nsubj", "aux") is not None


def _lemma(token: Token) -> str:
    return token.lemma.lower()

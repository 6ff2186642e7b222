"""Status: whether an event took place, is going on, is only planned, asked for, possible or denied.

Cues stand in `event_status.toml`. They are looked for on the event word and its light verb
first, then on what governs it; nothing found means that it happened.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tidings.facts.events.arguments import case_of, is_passive, partner
from tidings.facts.events.lexicon import words_of
from tidings.facts.events.triggers import Trigger
from tidings.facts.scene import Scene
from tidings.model.event import Status
from tidings.model.reading import Reading, Token
from tidings.model.report import ZoneKind
from tidings.model.statement import Act, Statement
from tidings.resources import load_table

_HOPS = 4
_OWN_WORDS = frozenset({"DET", "ADJ", "PROPN", "NOUN", "PART", "PUNCT", "VERB", "NUM"})
_LONGEST_PHRASE = 9
_UNREAL = (Status.DENIED, Status.ATTEMPTED, Status.PROMISED, Status.REQUESTED, Status.PLANNED, Status.POSSIBLE)
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "obj", "nsubj:pass", "acl", "obl", "nmod", "csubj", "compound"})
_SPEECH = frozenset({"REQUEST", "THREATEN", "REJECT", "ACCUSE", "SUPPORT", "AGREE"})
_ACTS = {
    Act.PROMISE: Status.PROMISED,
    Act.REQUEST: Status.REQUESTED,
    Act.THREATEN: Status.POSSIBLE,
    Act.INTEND: Status.PLANNED,
    Act.DENY: Status.DENIED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A status with the cue words that decided it."""

    status: Status
    why: str


@cache
def cues(section: str) -> Mapping[str, Status]:
    """Return a table of `event_status.toml` turned around: word to status."""
    return {
        word: Status(status) for status, words in load_table("event_status.toml")[section].items() for word in words
    }


@cache
def words(section: str, key: str = "words") -> frozenset[str]:
    """Return one word list of `event_status.toml`."""
    return frozenset(load_table("event_status.toml")[section][key])


def status_of(scene: Scene, trigger: Trigger, statements: Sequence[Statement]) -> Told:
    """Return the status of the event that a trigger tells, as syntax and cues have it."""
    reading, token = scene.reading, trigger.token
    for told in (
        _by_words(reading, trigger),
        _by_arguments(reading, trigger),
        _by_modifiers(reading, trigger),
        _by_clause(reading, token, _HOPS, definite=trigger.is_noun and is_known(reading, token)),
        _by_order(reading, trigger),
        _by_headline(scene, trigger),
        _by_statement(scene, trigger, statements),
        _by_progress(reading, token),
    ):
        if told is not None and not (trigger.pattern.type == "PROTEST" and told.why.endswith("is a purpose")):
            return told
    return Told(status=Status.HAPPENED, why="told as a fact")


def is_habitual(reading: Reading, token: Token) -> bool:
    """Say whether an event is told as a habit or in general: "each July", "routinely", "a raid is …"."""
    around = (
        *reading.children(token),
        *(c for t in reading.children(token, "obl", "nmod") for c in reading.children(t)),
    )
    if any(child.lower in words("habitual") for child in around):
        return True
    head = reading.head(token)
    indefinite = any(child.lower in {"a", "an", "any"} for child in reading.children(token, "det"))
    defines = head is not None and token.deprel == "nsubj" and head.upos == "NOUN"
    return indefinite and defines


def is_unreal(status: Status) -> bool:
    """Say whether an event of this status has not taken place."""
    return status in _UNREAL and status is not Status.ATTEMPTED


def is_definite(reading: Reading, token: Token) -> bool:
    """Say whether a noun points back to something told before ("the attack", "its assault")."""
    owned = reading.child(token, "nmod:poss") is not None
    return owned or is_known(reading, token)


def is_known(reading: Reading, token: Token) -> bool:
    """Say whether a noun takes its event as given, whatever governs it: "the attack", "attack victims"."""
    definite = any(child.lower in words_of("definite") for child in reading.children(token, "det"))
    return definite or _is_presupposed(reading, token)


def _is_presupposed(reading: Reading, token: Token) -> bool:
    """Say whether a noun qualifies one that takes the event as given ("airstrike investigation")."""
    head = reading.head(token)
    return token.deprel == "compound" and head is not None and _lemma(head) in words_of("carrier", "about")


def _by_words(reading: Reading, trigger: Trigger) -> Told | None:
    """Read "assassination attempt", and an arrest for which a reward is offered."""
    if trigger.is_noun and "attempt" in trigger.words:
        return Told(status=Status.ATTEMPTED, why=f"“{trigger.words}”")
    if trigger.pattern.type not in {"COERCE", "SANCTION"} or not trigger.is_noun:
        return None
    said = (t for t in reading.sentence_tokens(reading.sentence_of(trigger.token)) if t.lower in words("reward"))
    word = next(said, None)
    return Told(status=Status.POSSIBLE, why=f"“{word.text}” is offered for it") if word is not None else None


def _by_arguments(reading: Reading, trigger: Trigger) -> Told | None:
    """Read "no one was killed" and "no attack"."""
    none = words("negation")
    for token in (*trigger.arguments.subjects, *trigger.arguments.objects, trigger.token):
        lone = token is not trigger.token and token.lower in none
        determiner = next((c for c in reading.children(token, "det") if c.lower in {"no", "neither"}), None)
        if lone or determiner is not None:
            return Told(status=Status.DENIED, why=f"“{(determiner or token).text}” denies it")
    return None


def _by_modifiers(reading: Reading, trigger: Trigger) -> Told | None:
    if not trigger.is_noun:
        return None
    table = cues("modifier")
    first = min(trigger.token.index, reading.tokens_in(trigger.span)[0].index)
    before = [t for t in reading.tokens[max(0, first - 1) : first] if t.upos in {"ADJ", "VERB"}]
    for child in (*reading.children(trigger.token, "amod", "det"), *before):
        status = table.get(child.lower)
        if status is not None and child.index < trigger.token.index:
            return Told(status=status, why=f"“{child.text}” stands with it")
    return _by_participle(reading, trigger.token)


def _by_participle(reading: Reading, token: Token) -> Told | None:
    """Read "talks scheduled for Monday", "an attack planned by"."""
    for child in reading.children(token, "acl"):
        status = cues("governor").get(_lemma(child))
        if (
            status is not None
            and status is not Status.POSSIBLE
            and not child.lower.endswith("ing")
            and is_passive(reading, child)
        ):
            return Told(status=status, why=f"“{child.text}” is said of it")
    return None


def _by_clause(reading: Reading, token: Token, hops: int, *, definite: bool) -> Told | None:
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
        if _own_subject(reading, token):
            return None
        return _by_clause(reading, partner(reading, token) or head, hops - 1, definite=definite)
    if token.deprel in {"nsubj", "nsubj:pass"}:
        return _predicated(reading, token, head, hops) if head.upos in {"VERB", "ADJ", "NOUN"} else None
    return _complementing(reading, token, head, hops, definite=definite)


def _complementing(reading: Reading, token: Token, head: Token, hops: int, *, definite: bool) -> Told | None:
    """Read what a word is the object or complement of."""
    if token.deprel == "advcl":
        return _infinitive(reading, token, head)
    if token.deprel not in _COMPLEMENTS or case_of(reading, token) not in words("through", "cases"):
        return None
    if _lemma(head) in words("ending"):
        told = Told(status=Status.ONGOING, why=f"“{head.text}” is about what goes on")
        return told if _is_given(reading, token) else None
    if definite and _lemma(head) not in words("undoing"):
        return _carried(reading, head, hops, token)
    return (
        _cue(head, token, case_of(reading, token))
        or _carried(reading, head, hops, token)
        or _infinitive(reading, token, head)
    )


def _is_coordinated(reading: Reading, token: Token) -> bool:
    """Say whether a bare verb follows "and", whatever the parse hangs it on."""
    previous = reading.tokens[token.index - 1] if token.index else token
    return token.upos == "VERB" and previous.upos == "CCONJ" and previous.sentence == token.sentence


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
        return _by_clause(reading, head, 0, definite=False) or Told(
            status=Status.ONGOING, why=f"“{head.text}” is said of it"
        )
    if token.deprel == "nsubj:pass" or head.upos != "VERB":
        told = _cue(head, token)
        if told is not None and not _is_past_plan(reading, head, told):
            return told
    if _lemma(head) in words("transparent") or token.deprel == "nsubj:pass":
        return _by_clause(reading, head, hops - 1, definite=False)
    return None


def _is_past_plan(reading: Reading, head: Token, told: Told) -> bool:
    """Say whether only the planning of a real event is told."""
    return told.status is Status.PLANNED and head.upos == "ADJ" and reading.child(head, "aux") is not None


def _cue(head: Token, token: Token, case: str = "") -> Told | None:
    if _lemma(head) in words("asking") and case not in words("asking", "cases") and token.deprel != "xcomp":
        return None
    if head.upos == "NOUN" and _lemma(head) in words_of("person", "nouns"):
        return None
    table = cues("governor")
    for form in (head.lower, _lemma(head)):
        status = table.get(form)
        if status is not None and not (status is Status.ONGOING and token.deprel == "obl"):
            return Told(status=status, why=f"“{head.text}” governs it")
    return None


def _carried(reading: Reading, head: Token, hops: int, token: Token) -> Told | None:
    """Follow a governor that leaves the event as real as it is itself."""
    if _lemma(head) in words("transparent") and token.deprel in {"xcomp", "obj", "nsubj:pass", "ccomp"}:
        if token.deprel == "ccomp":
            return None
        return _by_clause(reading, head, hops - 1, definite=False)
    if token.deprel in {"nmod", "compound"} and head.upos == "NOUN":
        return _by_clause(reading, head, hops - 1, definite=False) if _leads_on(head) else None
    if token.deprel == "obj" and head.upos == "VERB":
        return (
            _beside(reading, head)
            if is_definite(reading, token)
            else _by_clause(reading, head, hops - 1, definite=False)
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


def _by_order(reading: Reading, trigger: Trigger) -> Told | None:
    """Read a cue right before a noun's preposition ("pushes for a withdrawal"), whatever the parse makes of it."""
    if not trigger.is_noun or is_definite(reading, trigger.token):
        return None
    index = trigger.token.index - 1
    while index > 1 and reading.tokens[index].upos in _OWN_WORDS and trigger.token.index - index < _LONGEST_PHRASE:
        index -= 1
    case, governor = reading.tokens[index], reading.tokens[index - 1]
    is_near = index > 0 and case.upos == "ADP" and governor.sentence == case.sentence
    return _cue(governor, case, case.lower) if is_near and case.lower in {"for", "of", "against", "from"} else None


def _by_headline(scene: Scene, trigger: Trigger) -> Told | None:
    """Read a headline's infinitive ("Army to withdraw") as future."""
    token = trigger.token
    if trigger.is_noun or scene.zone_at(token.start) is not ZoneKind.HEADLINE or token.index == 0:
        return None
    previous = scene.reading.tokens[token.index - 1]
    return (
        Told(status=Status.PLANNED, why=f"“{previous.text}” before it in the headline")
        if previous.lower == "to"
        else None
    )


def _by_statement(scene: Scene, trigger: Trigger, statements: Sequence[Statement]) -> Told | None:
    """Take over the act of the statement whose very content the event is ("denied that it attacked")."""
    if trigger.pattern.type in _SPEECH:
        return None
    for statement in statements:
        status = _ACTS.get(statement.act)
        if status is None or statement.cue is None or statement.cue.overlaps(trigger.span):
            continue
        if any(
            _heads(scene.reading, content_head, trigger) for content_head in _content_heads(scene, statement, trigger)
        ):
            return Told(status=status, why=f"“{statement.cue.of(scene.text)}” makes it so")
    return None


def _content_heads(scene: Scene, statement: Statement, trigger: Trigger) -> Iterator[Token]:
    for piece in statement.content:
        if piece.covers(trigger.token.span):
            head = scene.reading.head_of(piece)
            if head is not None:
                yield head


def _heads(reading: Reading, content_head: Token, trigger: Trigger) -> bool:
    """Say whether the event word is the content's main word, or its object."""
    token = trigger.token
    if token.index == content_head.index:
        return not is_definite(reading, token)
    return (
        token.head == content_head.index
        and token.deprel in {"obj", "conj", "xcomp"}
        and not is_definite(reading, token)
    )


def _by_progress(reading: Reading, token: Token) -> Told | None:
    """Read a present progressive ("are shelling") as going on."""
    if not token.lower.endswith("ing"):
        return None
    aux = next(
        (c for c in reading.children(token, "aux") if c.lower in {"is", "are", "'s", "'re", "’s", "’re", "am"}), None
    )
    return Told(status=Status.ONGOING, why=f"“{aux.text} {token.text}”") if aux is not None else None


def _own_subject(reading: Reading, token: Token) -> bool:
    return reading.child(token, "nsubj", "aux") is not None


def _lemma(token: Token) -> str:
    return token.lemma.lower()

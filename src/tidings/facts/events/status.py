"""Status: whether an event took place, is going on, is only planned, asked for, possible or denied.

Cues stand in `event_status.toml`. They are looked for on the event word and its light verb
first, then on what governs it; nothing found means that it happened.
"""

from collections.abc import Iterator, Sequence

from tidings.facts.events.arguments import is_passive
from tidings.facts.events.cues import Told, cues, is_definite, is_known, words
from tidings.facts.events.governors import by_clause, by_order
from tidings.facts.events.triggers import Trigger
from tidings.facts.scene import Scene
from tidings.facts.statements.cover import statements_with
from tidings.model.event import Status
from tidings.model.reading import Reading, Token
from tidings.model.report import ZoneKind
from tidings.model.statement import Act, Statement

_HOPS = 4
_SPEECH = frozenset({"REQUEST", "THREATEN", "REJECT", "ACCUSE", "SUPPORT", "AGREE"})
_ACTS = {
    Act.PROMISE: Status.PROMISED,
    Act.REQUEST: Status.REQUESTED,
    Act.THREATEN: Status.POSSIBLE,
    Act.INTEND: Status.PLANNED,
    Act.DENY: Status.DENIED,
}


def status_of(scene: Scene, trigger: Trigger, statements: Sequence[Statement]) -> Told:
    """Return the status of the event that a trigger tells, as syntax and cues have it."""
    reading, token = scene.reading, trigger.token
    if trigger.pattern.negated:
        return Told(status=Status.HAPPENED, why="a refusal, told as a fact")
    for told in (
        _by_words(reading, trigger),
        _by_arguments(reading, trigger),
        _by_modifiers(reading, trigger),
        by_clause(reading, token, _HOPS, definite=trigger.is_noun and is_known(reading, token)),
        by_order(reading, trigger),
        _by_sequel(reading, trigger),
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
    subject = reading.child(trigger.token, "nsubj:pass")
    own = (subject,) if subject is not None else ()
    for token in (*trigger.arguments.subjects, *trigger.arguments.objects, *own, trigger.token):
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
    return _by_year(reading, trigger.token) or _by_participle(reading, trigger.token)


def _by_year(reading: Reading, token: Token) -> Told | None:
    """Read "next year's withdrawal" as to come."""
    for owner in reading.children(token, "nmod:poss"):
        word = next((c for c in (owner, *reading.children(owner, "amod")) if c.lower in words("coming")), None)
        if word is not None:
            return Told(status=Status.PLANNED, why=f"“{word.text}” stands with it")
    return None


def _by_participle(reading: Reading, token: Token) -> Told | None:
    """Read "talks scheduled for Monday", "an attack planned by"."""
    for child in reading.children(token, "acl"):
        if any(c.lower == "had" for c in reading.children(child, "aux")):
            continue
        status = cues("governor").get(child.lemma.lower())
        if (
            status is not None
            and status is not Status.POSSIBLE
            and not child.lower.endswith("ing")
            and is_passive(reading, child)
        ):
            return Told(status=status, why=f"“{child.text}” is said of it")
    return None


def _by_sequel(reading: Reading, trigger: Trigger) -> Told | None:
    """Read "after the liberation they will return" as to come: what it follows or leads to is."""
    if not trigger.is_noun or trigger.pattern.type not in words("sequel", "types"):
        return None
    marks = reading.children(trigger.token, "case", "mark")
    case = next((c for c in marks if c.lower in words("sequel", "cases")), None)
    verb = next((t for t in reading.ancestors(trigger.token) if t.upos in {"VERB", "AUX"}), None)
    if case is None or verb is None:
        return None
    future = any(cues("auxiliary").get(c.lower) is Status.PLANNED for c in reading.children(verb, "aux"))
    future = future or (case.lower == "until" and any(c.lower == "to" for c in reading.children(verb, "mark")))
    return Told(status=Status.PLANNED, why=f"“{case.text}” it, something will be") if future else None


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
    for statement in statements_with(statements, trigger.token):
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
        if piece.covers(trigger.token):
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

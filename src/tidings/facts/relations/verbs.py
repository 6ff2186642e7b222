"""Relations that a verb states: "X fights Y", "X belongs to Y", "X is backed by Y"."""

from collections.abc import Iterator
from itertools import pairwise

from tidings.facts.relations.cues import VerbCue, verb_cues
from tidings.facts.relations.ends import Found, actor_at, is_force, with_conjuncts
from tidings.facts.scene import Scene
from tidings.model.reading import Token

_NEAR = 8
_FENCES = frozenset({",", ";", ":", "(", ")", "“", "”", '"', "-", "—"})
_FINITE = frozenset({"root", "ccomp", "conj", "acl:relcl", "acl", "advcl", "parataxis"})


def find_by_verbs(scene: Scene) -> Iterator[Found]:
    """Yield what verbs such as "fight", "belong" and "back" state."""
    for token in scene.reading.tokens:
        if token.upos in {"VERB", "ADJ"}:
            for cue in verb_cues().get(token.lemma.lower(), ()):
                yield from _read(scene, token, cue)


def _read(scene: Scene, verb: Token, cue: VerbCue) -> Iterator[Found]:
    if not _is_stated(scene, verb) or not _has_needed(scene, verb, cue):
        return
    one, other = _ends(scene, verb, cue)
    if cue.bodies_only and cue.active and not cue.participle:
        one = one if _is_actor(scene, one) else _left(scene, verb)
        other = other if _is_actor(scene, other) else _right(scene, verb, cue)
    if one is None or other is None:
        return
    if cue.reverse:
        one, other = other, one
    for left in with_conjuncts(scene, one):
        for right in with_conjuncts(scene, other):
            found = _found(scene, verb, cue, left, right)
            if found is not None:
                yield found


def _ends(scene: Scene, verb: Token, cue: VerbCue) -> tuple[Token | None, Token | None]:
    """Return doer and other end, whatever the voice."""
    agent = _by(scene, verb)
    done_to = scene.reading.child(verb, "nsubj:pass")
    if agent is not None:
        patient = done_to or _modified(scene, verb)
        return (agent, _antecedent(scene, patient)) if cue.passive and patient is not None else (None, None)
    other = _other(scene, verb, cue)
    if cue.participle:
        subject = done_to or scene.reading.child(verb, "nsubj") or _modified(scene, verb)
    else:
        subject = (scene.reading.child(verb, "nsubj") or _of_participle(scene, verb)) if cue.active else None
    return (_antecedent(scene, subject) if subject is not None else None), other


def _is_actor(scene: Scene, token: Token | None) -> bool:
    """Say whether grammar has found a body or armed people."""
    found = actor_at(scene, token) if token is not None else None
    return found is not None and is_force(scene.actors.entity(found))


def _left(scene: Scene, verb: Token) -> Token | None:
    """Return the nearest actor before a verb in its clause: where the parse is odd, word order decides."""
    tokens = scene.reading.tokens
    for index in range(verb.index - 1, max(-1, verb.index - _NEAR - 1), -1):
        if tokens[index].sentence != verb.sentence or tokens[index].text in _FENCES:
            return None
        if tokens[index].upos in {"NOUN", "PROPN"} and scene.actors.linked(tokens[index]) is not None:
            return tokens[index]
    return None


def _right(scene: Scene, verb: Token, cue: VerbCue) -> Token | None:
    """Return the actor right behind a verb or its preposition."""
    tokens = scene.reading.tokens
    for token in tokens[verb.index + 1 : verb.index + 1 + _NEAR // 2]:
        if token.sentence != verb.sentence or token.text in _FENCES:
            return None
        if scene.actors.linked(token) is not None:
            return token
        if token.upos not in {"DET", "ADJ", "PROPN", "NOUN"} and token.lower not in cue.to:
            return None
    return None


def _by(scene: Scene, verb: Token) -> Token | None:
    for child in scene.reading.children(verb, "obl"):
        case = scene.reading.child(child, "case")
        if case is not None and case.lower == "by":
            return child
    return None


def _other(scene: Scene, verb: Token, cue: VerbCue) -> Token | None:
    if "obj" in cue.to and (found := scene.reading.child(verb, "obj")) is not None:
        return found
    for child in scene.reading.children(verb, "obl"):
        case = scene.reading.child(child, "case")
        if case is not None and case.lower in cue.to:
            return child
    return None


def _modified(scene: Scene, verb: Token) -> Token | None:
    """Return the noun that a participle describes: "a militia backed by X"."""
    before = scene.reading.tokens[verb.index - 1] if verb.index > 0 else None
    if before is not None and before.sentence == verb.sentence and scene.actors.linked(before) is not None:
        return before
    head = scene.reading.head(verb)
    return head if head is not None and verb.deprel in {"acl", "amod"} else None


def _of_participle(scene: Scene, verb: Token) -> Token | None:
    """Return who "fighting X" is said of, as a description or with the subject of the verb above."""
    if not verb.lower.endswith("ing"):
        return None
    head = scene.reading.head(verb)
    if head is None:
        return None
    if verb.deprel == "acl":
        return head
    if verb.deprel == "advcl":
        return scene.reading.child(head, "nsubj", "nsubj:pass")
    return None


def _antecedent(scene: Scene, token: Token) -> Token:
    if token.lower not in {"who", "which", "that"}:
        return token
    for above in scene.reading.ancestors(token):
        if above.deprel.startswith("acl") and above.head >= 0:
            return scene.reading.tokens[above.head]
    return token


def _is_stated(scene: Scene, verb: Token) -> bool:
    """Say whether a verb states what is or was: no infinitive, no future, no wish."""
    marks = {t.lower for t in scene.reading.children(verb, "mark", "aux")}
    if marks & {"to", "will", "would", "could", "should", "may", "might", "can", "must", "shall"}:
        return False
    if verb.lemma in {"lead", "head", "run", "command"} and scene.reading.child(verb, "xcomp", "ccomp") is not None:
        return False
    if _is_passing(scene, verb):
        return False
    return verb.deprel in _FINITE or verb.deprel == "amod"


def _is_passing(scene: Scene, verb: Token) -> bool:
    """Say whether something is done once, and nobody led or joined for good: "led him away", "joined X in asking"."""
    tokens = scene.reading.tokens
    last = min(verb.index + 1 + _NEAR, scene.reading.sentence_of(verb).last)
    behind = tokens[verb.index + 1 : last]
    if verb.lemma == "lead":
        return any(t.lower in {"away", "off", "out"} for t in behind[:4]) or (
            bool(behind) and behind[0].lower in {"him", "her", "them", "me", "us"}
        )
    doing = (two.lower.endswith("ing") and two.upos == "VERB" for one, two in pairwise(behind) if one.lower == "in")
    return verb.lemma == "join" and any(doing)


def _has_needed(scene: Scene, verb: Token, cue: VerbCue) -> bool:
    if not cue.needs:
        return True
    return any(child.lemma.lower() in cue.needs for child in scene.reading.children(verb, "obj"))


def _found(scene: Scene, verb: Token, cue: VerbCue, left: Token, right: Token) -> Found | None:
    from_, to = actor_at(scene, left), actor_at(scene, right)
    if from_ is None or to is None:
        return None
    if cue.bodies_only and not all(is_force(scene.actors.entity(e)) for e in (from_, to)):
        return None
    if cue.named_only and not scene.actors.is_named(from_):
        return None
    return Found(
        relation=cue.relation,
        from_=from_,
        to=to,
        first=min(verb.index, left.index, right.index),
        last=max(verb.index, left.index, right.index) + 1,
        cue=verb.index,
        why=f"the verb {verb.lemma}",
        rule=f"verb: {verb.lemma}",
        hedge=cue.hedge,
    )

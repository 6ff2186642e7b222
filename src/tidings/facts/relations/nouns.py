"""Relations that a noun states: "X, spokesman for Y", "Y leader X", "X is seen as the front of Y"."""

from collections.abc import Iterator

from tidings.facts.relations.cues import NounCue, hedges, noun_cues
from tidings.facts.relations.ends import Found, actor_at, with_conjuncts
from tidings.facts.scene import Scene
from tidings.model.mention import MentionKind
from tidings.model.reading import Token

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "PART", "PUNCT", "DET"})
_WIDEST = 8


def find_by_nouns(scene: Scene) -> Iterator[Found]:
    """Yield what nouns such as "leader", "spokesman" and "front" state."""
    for token in scene.reading.tokens:
        if token.upos in {"NOUN", "PROPN"}:
            word, cue = _cue_at(scene, token)
            if cue is not None:
                yield from _read(scene, token, word, cue)


def _cue_at(scene: Scene, token: Token) -> tuple[str, NounCue | None]:
    before = scene.reading.tokens[token.index - 1].lower if token.index > 0 else ""
    for word in (f"{before} {token.lower}", token.lower, token.lemma.lower()):
        if word in noun_cues():
            return word, noun_cues()[word]
    return "", None


def _read(scene: Scene, token: Token, word: str, cue: NounCue) -> Iterator[Found]:
    if _is_wish(scene, token):
        return
    from_, start = _from(scene, token)
    if from_ is None or not _may_be_called(scene, from_, cue):
        return
    target = _behind(scene, token, cue) or (_before(scene, token) if cue.before else None)
    if target is None:
        return
    for end in with_conjuncts(scene, target):
        to = actor_at(scene, end)
        if to is not None:
            yield Found(
                relation=cue.relation,
                from_=from_,
                to=to,
                first=min(token.index, end.index, start),
                last=max(token.index, end.index) + 1,
                cue=token.index,
                why=f"called {word}",
                rule=f"noun: {word}",
            )


def _from(scene: Scene, token: Token) -> tuple[str | None, int]:
    """Return who is called so: the person whose role the noun is, or whom the noun is said of."""
    linked = scene.actors.linked(token)
    if linked is not None and scene.actors.kind(linked) is MentionKind.PERSON and scene.actors.is_named(linked):
        return linked, token.index
    subject = _subject(scene, token)
    if subject is None:
        return None, token.index
    return actor_at(scene, subject), subject.index


def _is_wish(scene: Scene, token: Token) -> bool:
    """Say whether a noun is only aimed at ("to be part of"), part of a fixed phrase ("in front of") or a deputy's."""
    before = scene.reading.tokens[token.index - 1].lower if token.index > 0 else ""
    if before in {"in", "at", "on", "deputy", "vice", "assistant", "former", "ex"}:
        return True
    head = scene.reading.head(token)
    if head is not None and (head.lower, "to", "be") in hedges():
        return False
    return any(child.lower == "to" for child in scene.reading.children(token, "mark"))


def _subject(scene: Scene, token: Token) -> Token | None:
    """Return whom a noun is said of: "X is the wing of Y", "X is seen as the front of Y", "X, the wing of Y"."""
    subject = scene.reading.child(token, "nsubj")
    if subject is not None and scene.reading.child(token, "cop") is not None:
        return _antecedent(scene, subject)
    head = scene.reading.head(token)
    if head is None:
        return None
    if token.deprel == "appos":
        return head
    as_predicate = token.deprel in {"obl", "xcomp", "advcl", "obj"} and head.upos in {"VERB", "ADJ"}
    marks = {t.lower for t in scene.reading.children(token, "case", "mark", "cop")}
    if as_predicate and (marks & {"as", "be"} or token.deprel == "xcomp"):
        found = scene.reading.child(head, "nsubj", "nsubj:pass") or _shared_subject(scene, head)
        return _antecedent(scene, found) if found else None
    return None


def _shared_subject(scene: Scene, verb: Token) -> Token | None:
    """Return the subject of the verb that another is joined to by "and"."""
    head = scene.reading.head(verb) if verb.deprel == "conj" else None
    return scene.reading.child(head, "nsubj", "nsubj:pass") if head is not None else None


def _antecedent(scene: Scene, token: Token) -> Token:
    """Return what a relative pronoun stands for."""
    if token.lower not in {"who", "which", "that"}:
        return token
    for above in scene.reading.ancestors(token):
        if above.deprel.startswith("acl") and above.head >= 0:
            return scene.reading.tokens[above.head]
    return token


def _may_be_called(scene: Scene, entity_id: str, cue: NounCue) -> bool:
    is_person = scene.actors.kind(entity_id) is MentionKind.PERSON
    if cue.who == "any":
        return True
    return is_person == (cue.who == "person")


def _behind(scene: Scene, token: Token, cue: NounCue) -> Token | None:
    """Return the other actor behind "of" or "for", by grammar or, where that is odd, by word order."""
    for child in scene.reading.children(token, "nmod", "obl"):
        case = scene.reading.child(child, "case")
        if case is not None and case.lower in cue.by and child.index > token.index:
            return child
    tokens = scene.reading.tokens
    at = token.index + 1
    if at < len(tokens) and tokens[at].lower in cue.by and tokens[at].sentence == token.sentence:
        head = scene.reading.head(tokens[at])
        return head if head is not None and head.index > at else None
    return None


def _before(scene: Scene, token: Token) -> Token | None:
    """Return the actor that stands before the noun in its phrase: "the Red Front leader", "the group's leader"."""
    tokens, index = scene.reading.tokens, token.index - 1
    own = scene.actors.resolve(token.span)
    while index >= 0 and token.index - index <= _WIDEST and tokens[index].sentence == token.sentence:
        before = tokens[index]
        if before.upos not in _INSIDE and before.lower not in {"its", "their"}:
            return None
        if before.text in {",", "(", ")", "“", "”", '"'}:
            return None
        if before.upos in {"NOUN", "PROPN", "PRON"}:
            found = scene.actors.resolve(before.span)
            if found is not None and found != own and scene.actors.kind(found) is MentionKind.ORGANISATION:
                return before
        index -= 1
    return None

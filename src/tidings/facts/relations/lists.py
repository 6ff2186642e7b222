"""Members in a list: "the commission, made up of A, B and C"."""

from collections.abc import Iterator

from tidings.facts.relations.cues import list_cues
from tidings.facts.relations.ends import Found
from tidings.facts.scene import Scene
from tidings.model.mention import MentionKind
from tidings.model.reading import Token
from tidings.model.relation import RelationKind

_NEAR = 6


def find_by_lists(scene: Scene) -> Iterator[Found]:
    """Yield that everybody in a list belongs to the body that is "made up of" them."""
    for token in scene.reading.tokens:
        length = _cue_length(scene, token)
        body = _body_before(scene, token) if length else None
        if body is None:
            continue
        entity = scene.actors.linked(body)
        for member in _listed(scene, token.index + length):
            found = scene.actors.linked(member)
            if found is not None and entity is not None and scene.actors.is_named(found):
                yield Found(
                    relation=RelationKind.MEMBER_OF,
                    from_=found,
                    to=entity,
                    first=body.index,
                    last=member.index + 1,
                    cue=token.index,
                    why=f"in the list behind {token.lower}",
                    rule="list",
                )


def _cue_length(scene: Scene, token: Token) -> int:
    """Return how many words a cue that begins here has, 0 if none does."""
    for cue in list_cues().get(token.lower, ()):
        words = scene.reading.tokens[token.index : token.index + len(cue)]
        if tuple(t.lower for t in words) == cue:
            return len(cue)
    return 0


def _body_before(scene: Scene, token: Token) -> Token | None:
    tokens = scene.reading.tokens
    for index in range(token.index - 1, max(-1, token.index - _NEAR - 1), -1):
        if tokens[index].sentence != token.sentence:
            return None
        found = scene.actors.linked(tokens[index])
        if found is not None:
            return tokens[index] if scene.actors.kind(found) is MentionKind.ORGANISATION else None
    return None


def _listed(scene: Scene, first: int) -> Iterator[Token]:
    """Yield the words of a list up to its verb or its end."""
    tokens = scene.reading.tokens
    for token in tokens[first:]:
        if (
            token.sentence != tokens[first].sentence
            or token.upos in {"VERB", "AUX", "PRON", "SCONJ"}
            or token.text in ".;:"
        ):
            return
        if token.upos in {"NOUN", "PROPN"}:
            yield token

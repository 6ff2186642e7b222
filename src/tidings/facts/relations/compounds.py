"""Relations in a compound: "Iran-backed militia", "US-led coalition", "Syria-based group"."""

from collections.abc import Iterator

from tidings.facts.relations.cues import compound_cues
from tidings.facts.relations.ends import Found
from tidings.facts.scene import Scene
from tidings.model.mention import MentionKind
from tidings.model.reading import Token
from tidings.model.relation import RelationKind
from tidings.model.span import Span
from tidings.resources.registry import countries, find_country

_WIDEST = 6


def find_by_compounds(scene: Scene) -> Iterator[Found]:
    """Yield what "X-backed Y" and the like state."""
    tokens = scene.reading.tokens
    for token in tokens:
        relation = compound_cues().get(token.lower)
        if relation is None or token.index < 2 or tokens[token.index - 1].text not in {"-", "–", "‑"}:  # noqa: PLR2004
            continue
        other, described = _named(scene, tokens[token.index - 2]), _described(scene, token)
        if other is None or described is None:
            continue
        head, body = described
        one, two = (other, body) if relation is RelationKind.LEADS else (body, other)
        yield Found(
            relation=relation,
            from_=one,
            to=two,
            first=token.index - 2,
            last=head.index + 1,
            cue=token.index,
            why=f"the compound with {token.lower}",
            rule=f"compound: {token.lower}",
            hedge="linked" if token.lower == "linked" else None,
        )


def _named(scene: Scene, token: Token) -> str | None:
    """Return the actor in the first half: a name, or the state that an adjective stands for."""
    code = find_country(token.text)
    if code is not None:
        return scene.actors.state(code, token.span)
    return scene.actors.resolve(token.span)


def _described(scene: Scene, token: Token) -> tuple[Token, str] | None:
    """Return the head noun behind a compound and its actor, a body or a number of people."""
    head = scene.reading.head(token)
    tokens = scene.reading.tokens
    if head is None or head.index <= token.index or head.index - token.index > _WIDEST:
        head = next((t for t in tokens[token.index + 1 : token.index + _WIDEST] if t.upos in {"NOUN", "PROPN"}), None)
    if head is None or head.sentence != token.sentence:
        return None
    found = scene.actors.resolve(head.span) or scene.actors.resolve(Span(token.start, head.end))
    if found is None:
        return None
    entity = scene.actors.entity(found)
    known_state = entity.category == "state" or (entity.name or "") in {c.name for c in countries().values()}
    is_group = entity.kind is MentionKind.ORGANISATION or entity.category in {"armed-group", "military"}
    return (head, found) if is_group and not known_state else None

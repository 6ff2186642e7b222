"""Speakers: which entity speaks, under its name or not, in what capacity."""

from tidings.facts.scene import Scene
from tidings.facts.statements.lexicon import words
from tidings.model.mention import Entity, MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.model.statement import Speaker

_LOOSE = ("acl", "appos", "conj", "cc", "parataxis", "punct", "advcl")


def find_speaker(scene: Scene, source: Span | None, on_condition: str | None) -> Speaker | None:
    """Return the speaker that a phrase names."""
    if source is None:
        return None
    head = scene.reading.head_of(source)
    entity_id = _entity(scene, source, head)
    entity = scene.actors.entity(entity_id) if entity_id is not None else None
    named = is_named(head, entity)
    return Speaker(
        entity=entity_id,
        span=source,
        named=named,
        role=_role(scene, source, head, entity, named=named),
        on_condition=on_condition,
    )


def core_of(reading: Reading, source: Span, head: Token | None) -> Span:
    """Return the bare noun phrase of a source: no apposition, no relative clause."""
    if head is None:
        return source
    found = reading.phrase(head, without=_LOOSE)
    return Span(max(source.start, found.start), min(source.end, found.end)) if found.overlaps(source) else source


def is_named(head: Token | None, entity: Entity | None) -> bool:
    """Say whether a speaker is identified: a name, or a body that speaks under its own."""
    if entity is not None and entity.name:
        return not _describes_people(head, entity)
    if head is None:
        return False
    if entity is not None and entity.kind is MentionKind.PERSON:
        return False
    return head.upos == "PROPN" or _is_body(head)


def _entity(scene: Scene, source: Span, head: Token | None) -> str | None:
    """Resolve the core of the phrase first, then a name set beside it."""
    found = scene.actors.resolve(source)
    if found is None and head is not None:
        found = scene.actors.resolve(core_of(scene.reading, source, head))
    return found


def _describes_people(head: Token | None, entity: Entity) -> bool:
    """Say whether a phrase is about people of a body ("Pentagon officials"), not the body itself."""
    if head is None or entity.kind is MentionKind.PERSON or head.upos != "NOUN":
        return False
    return not _is_body(head)


def _is_body(head: Token) -> bool:
    return {head.lower, head.lemma.lower()} & words("speakers", "bodies") != set()


def _role(scene: Scene, source: Span, head: Token | None, entity: Entity | None, *, named: bool) -> str | None:
    if named:
        return entity.role if entity is not None else None
    if entity is not None and entity.role:
        return entity.role
    if head is None or head.upos == "PRON":
        return entity.name if entity is not None else None
    return _description(scene.reading, core_of(scene.reading, source, head))


def _description(reading: Reading, span: Span) -> str | None:
    tokens = list(reading.tokens_in(span))
    while tokens and tokens[0].lower in words("speakers", "determiners"):
        tokens = tokens[1:]
    return reading.text[tokens[0].start : tokens[-1].end] if tokens else None

"""Bodies: the doers of an attack with the body that they belong to, and by its name where one is known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.facts.events.chunks import chunk_from
from tidings.facts.scene import Scene
from tidings.model.event import Agent
from tidings.model.mention import Entity, MentionKind
from tidings.model.span import Span

_LINKS = frozenset({"of", "from"})
_DEEPEST = 2


def with_bodies(scene: Scene, agents: Sequence[Agent]) -> tuple[Agent, ...]:
    """Return the doers, bodies by their names, behind people the body that the phrase names for them."""
    found: dict[object, Agent] = {}
    for agent in agents:
        for each in (_by_name(scene, agent), *_body_of(scene, agent)):
            found.setdefault(each.entity or each.span, each)
    return tuple(found.values())


def _body_of(scene: Scene, agent: Agent) -> Iterator[Agent]:
    """Yield the body of people: "guerrillas of the FLN", "army troops"; a body that acts stands for itself."""
    if agent.entity is not None and _is_name_of(scene, agent.span, scene.actors.entity(agent.entity)):
        return
    body = scene.actors.body_within(_widened(scene, agent.span))
    if body is not None and body[0] != agent.entity:
        yield Agent(entity=body[0], span=body[1], why=f"{agent.why}, the body they belong to")


def _is_name_of(scene: Scene, span: Span, entity: Entity) -> bool:
    said = span.of(scene.text).lower().removeprefix("the ")
    known = {(name or "").lower() for name in (entity.name, *entity.same_as)}
    return entity.kind is MentionKind.ORGANISATION and said in known


def _widened(scene: Scene, span: Span) -> Span:
    """Return a phrase with what "of" and "from" add to it."""
    tokens = scene.reading.tokens
    inside = scene.reading.tokens_in(span)
    if not inside:
        return span
    last = inside[-1].index + 1
    for _ in range(_DEEPEST):
        chunk = chunk_from(scene.reading, last + 1) if last < len(tokens) and tokens[last].lower in _LINKS else None
        if chunk is None or tokens[last].sentence != inside[0].sentence:
            break
        last = chunk.last
    return Span(span.start, tokens[last - 1].end)


def _by_name(scene: Scene, agent: Agent) -> Agent:
    """Return a body with the words of its name where only a description stood: "the group"."""
    entity = scene.actors.entity(agent.entity) if agent.entity is not None else None
    if entity is None or entity.kind is not MentionKind.ORGANISATION or not entity.name:
        return agent
    names = [name.lower() for name in (entity.name, *entity.same_as) if name]
    said = set(agent.span.of(scene.text).lower().split())
    if any(said & set(name.split()) for name in names):
        return agent
    span = next((m.span for m in scene.mentions if m.text.lower().removeprefix("the ") in names), None)
    return agent if span is None else replace(agent, span=span, why=f"{agent.why}, whose name it is")

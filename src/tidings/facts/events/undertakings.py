"""Undertakings: that somebody says they will do something is an event of its own, by PLOVER.

To say that one will help, yield or withdraw is AGREE; to say that one will strike, ban or arrest is
THREATEN. What is undertaken stays an event with its own type beside it; neither is told as done.
Which types count, and the words, stand in `event_status.toml`.
"""

from collections.abc import Sequence
from dataclasses import replace

from tidings.facts.events.cues import words
from tidings.facts.events.drafts import Cluster, Draft
from tidings.facts.scene import Scene
from tidings.facts.statements.cover import statements_with
from tidings.model.event import Agent, Event, Status
from tidings.model.mention import Entity, MentionKind
from tidings.model.reading import Token
from tidings.model.span import Span
from tidings.model.statement import Statement
from tidings.resources import load_table

_TO_COME = frozenset({Status.PLANNED, Status.PROMISED})
_REACH = 6
_VERBAL = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT", "CONCEDE"})


def with_undertakings(
    scene: Scene, statements: Sequence[Statement], events: Sequence[Event], clusters: Sequence[Cluster]
) -> tuple[Event, ...]:
    """Return the events, behind each that somebody undertakes the undertaking, ids in order."""
    spoken = frozenset(d.sentence for c in clusters for d in c.drafts if d.trigger.pattern.type in _VERBAL)
    found: list[Event] = []
    for event, cluster in zip(events, clusters, strict=True):
        found.append(event)
        kind = None if cluster.main.sentence in spoken else _kind(scene, statements, event, cluster.main)
        if kind is not None:
            found.append(_undertaking(scene, event, cluster.main, kind))
    return tuple(replace(event, id=f"v{number}") for number, event in enumerate(found, 1))


def _kind(scene: Scene, statements: Sequence[Statement], event: Event, main: Draft) -> str | None:
    """Return AGREE or THREATEN if the doers themselves say that they will do it, None if they do not."""
    cue = _cue(scene, main.trigger.token)
    if main.trigger.is_noun or cue is None or _is_supposed(scene, cue, main.trigger.token):
        return None
    speakers = frozenset(
        s.speaker.entity for s in statements_with(statements, main.trigger.token) if s.speaker and s.speaker.entity
    )
    if not any(_can_promise(scene, a, speakers) for a in event.agents) or not _is_own_word(scene, event, speakers):
        return None
    conditional = _is_conditional(scene, main.trigger.token)
    if event.status not in _TO_COME and not (
        event.status is Status.POSSIBLE and _is_stated(cue, conditional=conditional)
    ):
        return None
    table = load_table("event_status.toml")["undertaking"]
    if event.type in table["threats"] or (conditional and event.type in table["withheld"]):
        return "THREATEN"
    return "AGREE" if event.type in table["help"] and not conditional else None


def _cue(scene: Scene, verb: Token) -> Token | None:
    """Return the word that says that something will be done: "will", "ready to", "plans to"."""
    first = max(scene.reading.sentence_of(verb).first, verb.index - _REACH)
    known = words("undertaking")
    return next((t for t in reversed(scene.reading.tokens[first : verb.index]) if _is_cue(t, known)), None)


def _is_supposed(scene: Scene, cue: Token, verb: Token) -> bool:
    """Say whether it only stands in an assumption, or is ruled out: "if they will help", "not until they yield"."""
    first = max(scene.reading.sentence_of(cue).first, cue.index - _REACH)
    return any(t.lower in words("undertaking", "suppositions") for t in scene.reading.tokens[first : verb.index])


def _is_cue(token: Token, known: frozenset[str]) -> bool:
    return token.lower in known or token.lemma.lower() in known


def _is_stated(cue: Token, *, conditional: bool) -> bool:
    """Say whether what may come is held out: "would boycott", "may halt it if"."""
    return cue.lower == "would" or conditional


def _is_conditional(scene: Scene, verb: Token) -> bool:
    sentence = scene.reading.sentence_of(verb)
    behind = scene.reading.tokens[verb.index + 1 : sentence.last]
    return any(t.lower in words("undertaking", "conditions") for t in behind)


def _can_promise(scene: Scene, agent: Agent, speakers: frozenset[str]) -> bool:
    """Say whether a doer is a body or a named person, or speaks for itself."""
    if agent.entity is None or agent.entity in speakers:
        return agent.entity is not None
    entity = scene.actors.entity(agent.entity)
    return entity.kind is MentionKind.ORGANISATION or scene.actors.is_named(agent.entity) or bool(entity.role)


def _is_own_word(scene: Scene, event: Event, speakers: frozenset[str]) -> bool:
    """Say whether nobody but the doers' own side tells that they will; what they would do, they must say."""
    doers = [scene.actors.entity(a.entity) for a in event.agents if a.entity is not None]
    if event.status is Status.POSSIBLE and not speakers:
        return False
    return all(any(_is_side(scene.actors.entity(speaker), doer) for doer in doers) for speaker in speakers)


def _is_side(speaker: Entity, doer: Entity) -> bool:
    if doer.id in {speaker.id, speaker.affiliation} or speaker.id == doer.affiliation:
        return True
    return speaker.country is None or doer.country is None or speaker.country == doer.country


def _undertaking(scene: Scene, event: Event, main: Draft, kind: str) -> Event:
    cue = _cue(scene, main.trigger.token) or main.trigger.token
    span = Span(cue.start, main.trigger.token.end)
    mode = load_table("event_status.toml")["undertaking"]["modes"].get(event.type) if kind == "THREATEN" else None
    return replace(
        event,
        type=kind,
        mode=mode,
        trigger=span,
        mentions=(span,),
        targets=tuple(target for target in event.targets if target.entity is not None),
        weapons=(),
        casualties=(),
        responsibility=(),
        also_at=(),
        where=None,
        when=None,
        why=f"“{cue.text}” says that they will, which is {kind}",
        rule="undertaking",
    )

"""Events of a report: words, status, roles, time and place, victims, then all tellings of one event joined."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.facts.events.bodies import with_bodies
from tidings.facts.events.build import build_event, is_event
from tidings.facts.events.casualties import find_casualties
from tidings.facts.events.cues import Told, is_definite, is_unreal
from tidings.facts.events.drafts import Cluster, Draft, Harmed
from tidings.facts.events.harmed import add_triggers, assign
from tidings.facts.events.headlines import without_doubles
from tidings.facts.events.lexicon import words_of
from tidings.facts.events.merge import merge
from tidings.facts.events.phrases import PRONOUNS
from tidings.facts.events.recall import is_onset, is_prior, is_recalled, is_refusal, is_to_come
from tidings.facts.events.responsibility import find_responsibility, is_two_sided, plain_agents
from tidings.facts.events.roles import Roles, roles_of
from tidings.facts.events.settings import place_by_scene, place_by_story, share_settings
from tidings.facts.events.status import is_habitual, status_of
from tidings.facts.events.tally import tally
from tidings.facts.events.targets import tidy_targets
from tidings.facts.events.triggers import Trigger, find_triggers
from tidings.facts.events.undertakings import with_undertakings
from tidings.facts.events.victims import kind_of_noun
from tidings.facts.places.attach import find_where
from tidings.facts.scene import Scene
from tidings.facts.statements.cover import source_of
from tidings.facts.times.attach import find_when
from tidings.model.event import Agent, Event, Responsibility, ResponsibilityRelation, Status, Where
from tidings.model.mention import MentionKind
from tidings.model.report import ZoneKind
from tidings.model.span import Span
from tidings.model.statement import Statement

_BODIES = frozenset({"state", "government", "military", "alliance", "armed-group", "police", "party", "agency"})
#: "Talks began on Monday": these need nobody named, if it is told when.
_MEETING = frozenset({"CONSULT", "AGREE"})
_VERBAL = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "REJECT", "ACCUSE", "THREATEN"}
)


def find_events(scene: Scene, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """Return the events in text order, ids v1, v2, …, several mentions of one event joined."""
    found = find_casualties(scene, statements)
    triggers = add_triggers(find_triggers(scene, scene.body_tokens()), found)
    told = assign(scene.reading, triggers, found)
    drafts = [
        _draft(scene, trigger, statements, tuple((n, found[n]) for n in told.get(trigger.token.index, ())))
        for trigger in triggers
    ]
    drafts = share_settings(drafts)
    clusters = [c for c in merge(scene.reading, drafts) if is_event(c)]
    events = tuple(
        build_event(number, cluster, tally(found, cluster.casualty_numbers))
        for number, cluster in enumerate(clusters, 1)
    )
    placed = place_by_story([place_by_scene(scene, event) for event in without_doubles(scene, events)])
    return with_undertakings(scene, statements, _with_responsibility(scene, statements, placed, clusters), clusters)


def _with_responsibility(
    scene: Scene, statements: Sequence[Statement], events: Sequence[Event], clusters: Sequence[Cluster]
) -> tuple[Event, ...]:
    """Return the events with who claims, denies, is blamed for or suspected of them."""
    pairs = zip(events, clusters, strict=True)
    said = {
        event.id: [agent for d in cluster.drafts if not is_two_sided(d.trigger) for agent in d.roles.said]
        for event, cluster in pairs
    }
    held = find_responsibility(scene, statements, events, said)
    told = [piece for statement in statements for piece in statement.content]
    return tuple(_held(scene, event, held.get(event.id, ()), told) for event in events)


def _only_claims(scene: Scene, agent: Agent, entries: Sequence[Responsibility]) -> bool:
    """Say whether a doer is told of in the sentence in which it claims the deed."""
    claims = (e.span for e in entries if e.relation is ResponsibilityRelation.CLAIMED and e.actor == agent.entity)
    return any(_sentence(scene, agent.span) == _sentence(scene, span) for span in claims)


def _sentence(scene: Scene, span: Span) -> int:
    return scene.reading.tokens_in(span)[0].sentence


def _held(scene: Scene, event: Event, entries: tuple[Responsibility, ...], told: Sequence[Span]) -> Event:
    """Return an event with who is held responsible; whoever only is so does not stand among its doers.

    Nor does a pronoun of which nobody knows for whom it stands, nor, once somebody has claimed the
    deed, a doer that only stands in what somebody says.
    """
    claimed = any(entry.relation is ResponsibilityRelation.CLAIMED for entry in entries)
    agents = (
        agent
        for agent in plain_agents(event, entries)
        if (agent.entity or agent.span.of(scene.text).lower() not in PRONOUNS)
        and not (claimed and any(piece.covers(agent.span) for piece in told))
        and not _only_claims(scene, agent, entries)
        and not (event.type == "ASSAULT" and _is_medium(scene, agent))
    )
    doers = with_bodies(scene, tuple(agents)) if event.type == "ASSAULT" else tuple(agents)
    targets = tidy_targets(scene, event.targets)
    return replace(event, agents=doers, targets=targets, responsibility=entries)


def _is_medium(scene: Scene, agent: Agent) -> bool:
    """Say whether a doer is a newspaper or agency, which only reports what was done."""
    return agent.entity is not None and scene.actors.entity(agent.entity).category == "media"


def _draft(scene: Scene, trigger: Trigger, statements: Sequence[Statement], harmed: Harmed) -> Draft:
    roles = roles_of(scene, trigger, statements)
    when = find_when(scene, trigger.token)
    if when is not None and is_to_come(scene, when) and is_prior(scene.reading, trigger):
        when = None  # the day of what came after it ("40 hours after the murder")
    if when is not None and is_onset(scene.reading, trigger):
        when = replace(when, to=scene.written.to, why=f"since {when.why}")
    told = status_of(scene, trigger, statements)
    if told.status is Status.HAPPENED and (why := is_recalled(scene, trigger, when)):
        told = Told(status=Status.BACKGROUND, why=why)
    if not is_unreal(told.status) and when is not None and is_to_come(scene, when):
        told = Told(status=Status.PLANNED, why="its day is after the day of writing")
    if is_refusal(trigger, told):
        trigger = replace(trigger, pattern=replace(trigger.pattern, type="REJECT", mode=None))
        told = Told(status=Status.HAPPENED, why=f"told as refused: {told.why}")
    wheres = _wheres(scene, trigger)
    return Draft(
        trigger=trigger,
        told=told,
        roles=roles,
        when=when,
        wheres=wheres,
        zone=scene.zone_at(trigger.token.start),
        source=source_of(statements, trigger.token.span),
        definite=trigger.is_noun and is_definite(scene.reading, trigger.token),
        fresh=_is_fresh(scene, trigger),
        prior=is_prior(scene.reading, trigger),
        begins=_begins(scene, trigger, roles, has_anchor=bool(when or wheres or harmed), has_day=when is not None),
        named=frozenset(_named(scene, roles.agents)),
        accused=frozenset(_named(scene, roles.said)),
        undergoers=frozenset(_undergoers(scene, roles)),
        harmed=harmed,
        dead=frozenset(_dead(scene, trigger, roles)),
    )


def _dead(scene: Scene, trigger: Trigger, roles: Roles) -> Iterator[str]:
    """Yield the ids of named persons whom a deadly word is about: "the murder of X", "X was assassinated"."""
    if trigger.token.lemma.lower() not in words_of("deadly"):
        return
    for target in roles.targets:
        one = target.entity
        if one is not None and scene.actors.kind(one) is MentionKind.PERSON and scene.actors.is_named(one):
            yield one


def _wheres(scene: Scene, trigger: Trigger) -> tuple[Where, ...]:
    """Return where a word says that it was; the hospital where somebody died is not where it happened."""
    wheres = find_where(scene, trigger.token)
    if trigger.pattern.type is not None or not trigger.pattern.harm:
        return wheres
    return tuple(w for w in wheres if words_of("care", "places").isdisjoint(w.name.lower().split()))


def _begins(scene: Scene, trigger: Trigger, roles: Roles, *, has_anchor: bool, has_day: bool) -> bool:
    """Say whether a word can begin an event, or only join one that is told elsewhere.

    Words for speech and dealings need someone who acts, or talks and accords a day; a bare plural
    ("attacks", "protests") or a vague noun needs a day, a place, a doer or a target.
    """
    if is_habitual(scene.reading, trigger.token):
        return False
    someone = bool(roles.agents or roles.said or (roles.targets and trigger.pattern.type in {"CONSULT", "COOPERATE"}))
    if trigger.is_noun:
        someone = someone or (has_day and trigger.pattern.type in _MEETING)
        return _noun_begins(scene, trigger, someone=someone, has_anchor=has_anchor or bool(roles.targets))
    if trigger.pattern.type == "SUPPORT" and trigger.token.deprel in {"acl", "amod"}:
        return False
    if trigger.token.lemma.lower() in words_of("loose", "verbs"):
        return bool(roles.targets or has_anchor)
    return bool(someone or roles.targets or has_anchor or trigger.pattern.type is None or trigger.pattern.weapon)


def _noun_begins(scene: Scene, trigger: Trigger, *, someone: bool, has_anchor: bool) -> bool:
    if trigger.pattern.type in _VERBAL:
        return someone
    if trigger.pattern.vague:
        return has_anchor
    in_headline = scene.zone_at(trigger.token.start) is ZoneKind.HEADLINE
    return in_headline or someone or has_anchor or not _is_bare(scene, trigger)


def _is_fresh(scene: Scene, trigger: Trigger) -> bool:
    """Say whether a word tells of a further event: "another attack", "was also attacked".

    Who "later died" died of what was told before; "a third victim" is one of the same.
    """
    if trigger.is_noun and kind_of_noun(scene.reading, trigger.token) is not None:
        return False
    is_sequel = trigger.pattern.harm and trigger.pattern.type is None
    further = words_of("further") - (words_of("sequel") if is_sequel else frozenset())
    children = scene.reading.children(trigger.token, "det", "amod", "advmod")
    return any(child.lower in further for child in children)


def _is_bare(scene: Scene, trigger: Trigger) -> bool:
    """Say whether nothing makes a noun a particular one: "attacks", "these attacks", "in the heat of battle"."""
    if trigger.is_plural:
        known = {"the", "these", "those"} & {c.lower for c in scene.reading.children(trigger.token, "det")}
        dated = {"recent", "latest", "new", "last"} & {c.lower for c in scene.reading.children(trigger.token, "amod")}
        return scene.reading.child(trigger.token, "nummod", "nmod:poss") is None and not (known and dated)
    return scene.reading.child(trigger.token, "det", "nummod", "amod", "nmod:poss", "compound") is None


def _named(scene: Scene, agents: Sequence[Agent]) -> Iterator[str]:
    """Yield the ids of doers that are bodies with a name: two of them make two events."""
    for agent in agents:
        if agent.entity is not None:
            entity = scene.actors.entity(agent.entity)
            if entity.name and entity.kind is not MentionKind.PERSON and entity.category in _BODIES:
                yield agent.entity


def _undergoers(scene: Scene, roles: Roles) -> Iterator[str]:
    """Yield what identifies the targets: entity ids, else the last word of the phrase."""
    for target in roles.targets:
        yield target.entity or target.span.of(scene.text).lower().split()[-1]

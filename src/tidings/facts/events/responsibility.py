"""Responsibility: who claims, denies, is blamed for or suspected of an event. A claim is never a finding."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tidings.facts.events.bodies import with_bodies
from tidings.facts.events.chunks import Chunk, chunk_around, chunk_from
from tidings.facts.events.clauses import all_of, words
from tidings.facts.events.doers import find_held
from tidings.facts.events.held import Held
from tidings.facts.events.triggers import Trigger
from tidings.facts.scene import Scene
from tidings.model.event import Agent, Event, Responsibility, Status
from tidings.model.event import ResponsibilityRelation as Relation
from tidings.model.reading import Token
from tidings.model.span import Span
from tidings.model.statement import Statement

_ANSWERED = frozenset({Relation.BLAMED, Relation.SUSPECTED})
_DOUBTED = frozenset({Relation.CLAIMED, Relation.BLAMED, Relation.SUSPECTED})
_NEAR_SENTENCES = 2
#: Rules whose cue means nothing unless the deed is told with it.
_NEEDS_DEED = frozenset(
    {
        "denial of a deed of one's own",
        "deed claimed",
        "deed claimed by",
        "tells of itself",
        "accusation",
        "accused",
        "attributed to",
        "marks of a doer",
        "said to have a part",
    }
)
_NAMING = frozenset({"called", "named", "dubbed", "known", "identified"})


def find_responsibility(
    scene: Scene, statements: Sequence[Statement], events: Sequence[Event], said: Mapping[str, Sequence[Agent]]
) -> dict[str, tuple[Responsibility, ...]]:
    """Return the entries of each event that has any, by event id.

    `said` holds doers that only a speaker names or that the report doubts, by event id.
    """
    found: dict[str, list[Responsibility]] = {}
    told: list[Held] = []
    for held in find_held(scene.reading, scene.body_tokens()):
        if held.pointing and not _answers(held, told):
            continue
        event = _event_of(scene, held, events)
        entries = _entries(scene, statements, held) if event is not None else ()
        if event is not None and entries:
            found.setdefault(event.id, []).extend(entries)
            told.append(held)
    for event in events:
        doers = [agent for agent in said.get(event.id, ()) if _is_accused(event, agent)]
        if doers:
            told_of = with_bodies(scene, doers)
            found.setdefault(event.id, []).extend(_from_said(statements, agent) for agent in told_of)
    return {event_id: _without_repeats(entries) for event_id, entries in found.items()}


def plain_agents(event: Event, entries: Sequence[Responsibility]) -> tuple[Agent, ...]:
    """Return an event's doers without those whose very words only claim, blame or suspect, or count the victims."""
    doubted = [e.span for e in entries if e.relation in _DOUBTED]
    harmed = [c.span for c in event.casualties] + [t.span for t in event.targets if t.why == "whom it befell"]
    return tuple(
        agent
        for agent in event.agents
        if not any(span.covers(agent.span) for span in doubted) and not any(s.overlaps(agent.span) for s in harmed)
    )


def is_two_sided(trigger: Trigger) -> bool:
    """Say whether a word tells what both sides do: "a force fighting the rebels" blames nobody."""
    return trigger.token.lemma.lower() in words("events", "two_sided")


def _is_accused(event: Event, agent: Agent) -> bool:
    """Say whether a doer that only a speaker names is held responsible: no victim of its own deed."""
    is_harm = event.type in {"ASSAULT", None} or event.mode == "cyber"
    blamable = _can_be_laid(event, Relation.BLAMED) and is_harm and agent.entity is not None
    victim = any(c.span.overlaps(agent.span) for c in event.casualties)
    return blamable and not victim and agent.why == "its subject"


def _answers(held: Held, told: Sequence[Held]) -> bool:
    """Say whether a denial stands beside an accusation that it answers."""
    return any(
        other.relation in _ANSWERED and 0 <= held.cue.sentence - other.cue.sentence <= _NEAR_SENTENCES for other in told
    )


def _event_of(scene: Scene, held: Held, events: Sequence[Event]) -> Event | None:
    """Return the event that a phrase names, else the nearest one before it that fits."""
    fitting = [event for event in events if _can_be_laid(event, held.relation)]
    reading = scene.reading
    first, last = held.deed
    if first < last:
        deed = Span(reading.tokens[first].start, reading.tokens[min(last, len(reading.tokens)) - 1].end)
        mentions = ((m, n) for n, e in enumerate(fitting) for m in e.mentions if not held.cue.span.covers(m))
        named = [(fitting[n].type == "COERCE", m.start, n) for m, n in mentions if deed.overlaps(m)]
        if named:
            return fitting[min(named)[2]]
    if held.rule in _NEEDS_DEED or (held.rule.startswith("named as") and _is_for_another(scene, held)):
        return None
    return _nearest(fitting, held.cue)


def _is_for_another(scene: Scene, held: Held) -> bool:
    """Say whether somebody is said to be responsible for something else than an event: "for the budget"."""
    tokens = scene.reading.tokens
    first, last = held.deed
    if first + 1 >= last or tokens[first].lower not in {"for", "in", "with"}:
        return False
    points_back = tokens[first + 1].lower in {"it", "this", "that", "these", "those", "them", "such", "which"}
    if tokens[first + 1].upos == "VERB":
        return True
    behind = None if points_back else chunk_from(scene.reading, first + 1)
    return behind is not None and behind.head.lemma.lower() not in words("suspect", "offences")


def _can_be_laid(event: Event, relation: Relation) -> bool:
    """Say whether an event is one that somebody can be held responsible for, or deny as such."""
    is_denial = relation is Relation.DENIED and event.status is Status.DENIED
    told = is_denial or event.status.value in words("events", "status")
    kind = (event.type or "") in words("events", "types") and told
    return kind and not (event.type is None and event.mode == "natural-disaster")


def _nearest(events: Sequence[Event], cue: Token) -> Event | None:
    """Return the attack told last before a cue, the first one told if there is none before."""
    told = [e for e in events if e.status is not Status.DENIED] or list(events)
    attacks = [e for e in told if e.type == "ASSAULT" and e.status is not Status.BACKGROUND] or told
    before = [(m.start, n) for n, e in enumerate(attacks) for m in e.mentions if m.start < cue.start]
    if before:
        return attacks[max(before)[1]]
    return attacks[0] if attacks else None


def _entries(scene: Scene, statements: Sequence[Statement], held: Held) -> tuple[Responsibility, ...]:
    """Return the entries of all whom a phrase holds responsible, behind people the body that it names for them."""
    found: list[Responsibility] = []
    for one in _each(scene, held):
        entry = _entry(scene, statements, one)
        if entry is not None:
            found.append(entry)
            found.extend(_of_body(scene, one, entry))
    return tuple(found)


def _each(scene: Scene, held: Held) -> Iterator[Held]:
    """Yield one for each who is listed: "blamed the government and the army"."""
    yield held
    if held.actor is None or held.relation is Relation.NOT_CONFIRMED:
        return
    for head in all_of(scene.reading, held.actor, held.cue):
        if head.index != held.actor.index and (_is_listed(scene, head) or _is_listed(scene, held.actor)):
            yield replace(held, actor=head, by=None if held.by is held.actor else held.by)


def _is_listed(scene: Scene, head: Token) -> bool:
    """Say whether grammar too has a phrase as the further item of a list."""
    chunk = chunk_around(scene.reading, head)
    return any(t.deprel == "conj" for t in scene.reading.tokens[chunk.first : chunk.last])


def _of_body(scene: Scene, held: Held, entry: Responsibility) -> Iterator[Responsibility]:
    """Yield the entry of the body that people belong to: "guerrillas of the FLN claimed", "blamed FLN men"."""
    if held.actor is None or entry.actor is None:
        return
    people = Agent(entity=entry.actor, span=_phrase(scene, held.actor), why=entry.why)
    for body in with_bodies(scene, (people,))[1:]:
        by = body.entity if entry.by == entry.actor else entry.by
        yield replace(entry, actor=body.entity, by=by, why=f"{entry.why}, the body they belong to")


def _phrase(scene: Scene, head: Token) -> Span:
    chunk = chunk_around(scene.reading, head)
    return Span(scene.reading.tokens[chunk.first].start, scene.reading.tokens[chunk.last - 1].end)


def _entry(scene: Scene, statements: Sequence[Statement], held: Held) -> Responsibility | None:
    """Return the entry of someone held responsible, None if the words name nobody."""
    statement = _statement_at(statements, held.cue.span)
    speaker = statement.speaker.entity if statement is not None and statement.speaker else None
    actor = speaker if held.selves else _resolve(scene, held.actor)
    if held.selves and _is_somebody_else(scene, held, speaker):
        return None
    by = _resolve(scene, held.by) or (speaker if held.relation is not Relation.NOT_CONFIRMED else None)
    if held.relation is Relation.NOT_CONFIRMED:
        actor = None
    elif held.relation in {Relation.CLAIMED, Relation.DENIED}:
        by = actor
    elif by == actor:
        by = None  # nobody is meant to suspect himself: "X is charged with"
    if (actor if held.relation is not Relation.NOT_CONFIRMED else by) is None:
        return None
    if held.relation is Relation.BLAMED and held.by is None and statement is None and held.rule.startswith("named"):
        return None
    return Responsibility(
        relation=held.relation,
        actor=actor,
        by=by,
        statement=statement.id if statement is not None else None,
        span=_span(scene, held),
        why=f'{held.rule}: "{held.cue.text}"',
    )


def _is_somebody_else(scene: Scene, held: Held, speaker: str | None) -> bool:
    """Say whether the "he" of a deed is not who speaks: "as he carried out the raid, the officer said"."""
    subject = scene.reading.child(held.cue, "nsubj")
    if subject is None or subject.lower not in {"he", "she"}:
        return False
    meant = scene.actors.resolve(subject.span)
    return meant != speaker if meant is not None else held.cue.deprel.startswith("advcl")


def _resolve(scene: Scene, head: Token | None) -> str | None:
    """Return the entity that a phrase names."""
    if head is None:
        return None
    if head.upos == "PRON":
        return scene.actors.resolve(head.span)
    chunk = _named_after(scene, chunk_around(scene.reading, head))
    tokens = scene.reading.tokens
    whole = Span(tokens[chunk.first].start, tokens[chunk.last - 1].end)
    return scene.actors.resolve(whole) or scene.actors.resolve(head.span)


def _named_after(scene: Scene, chunk: Chunk) -> Chunk:
    """Return the name that a phrase is given: "a group called X", else the phrase itself."""
    tokens = scene.reading.tokens
    if chunk.last + 1 >= len(tokens) or tokens[chunk.last].lower not in _NAMING:
        return chunk
    index = chunk.last + (2 if tokens[chunk.last + 1].lower in {"as", "itself"} else 1)
    return chunk_from(scene.reading, index) or chunk


def _statement_at(statements: Sequence[Statement], span: Span) -> Statement | None:
    """Return the innermost statement whose content or cue holds a span."""
    holding = [
        (piece.end - piece.start, number)
        for number, s in enumerate(statements)
        for piece in (*s.content, *((s.cue,) if s.cue else ()))
        if piece.covers(span)
    ]
    return statements[min(holding)[1]] if holding else None


def _span(scene: Scene, held: Held) -> Span:
    """Return the words from the cue to the end of the deed, those who act included where they stand before."""
    tokens = scene.reading.tokens
    first, last = held.deed
    heads = [t for t in (held.actor, held.by) if t is not None and t.sentence == held.cue.sentence]
    ends = [held.cue.index, *(t.index for t in heads)]
    start = min(held.cue.index, *(chunk_around(scene.reading, t).first for t in heads), held.cue.index)
    end = max(*ends, min(last - 1, held.cue.index + 12) if last > first else held.cue.index)
    while end > start and tokens[end].upos == "PUNCT":
        end -= 1
    return Span(tokens[start].start, tokens[end].end)


def _from_said(statements: Sequence[Statement], agent: Agent) -> Responsibility:
    """Return the entry of a doer that only a speaker names, or that the report doubts."""
    statement = _statement_at(statements, agent.span)
    speaker = statement.speaker.entity if statement is not None and statement.speaker else None
    speaker = None if speaker == agent.entity else speaker
    return Responsibility(
        relation=Relation.BLAMED if speaker is not None else Relation.SUSPECTED,
        actor=agent.entity,
        by=speaker,
        statement=statement.id if statement is not None else None,
        span=agent.span,
        why=f"{agent.why}, as it is said" if speaker is not None else f"{agent.why}, in doubt",
    )


def _without_repeats(entries: Sequence[Responsibility]) -> tuple[Responsibility, ...]:
    """Return the entries, each relation of one actor and one speaker once."""
    kept: dict[tuple[str, str | None, str | None], Responsibility] = {}
    for entry in entries:
        if entry.actor is None and entry.by is None:
            continue
        kept.setdefault((entry.relation.value, entry.actor, entry.by), entry)
    return tuple(kept.values())

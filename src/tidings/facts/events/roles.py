"""Roles: the doers, targets and weapons of an event, as its words and grammar give them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidings.facts.events.arguments import case_of
from tidings.facts.events.lexicon import kinds_of, load_lexicon, words_of
from tidings.facts.events.phrases import PRONOUNS, phrase_of
from tidings.facts.events.read_roles import PERPETRATORS, TARGETS, read_as
from tidings.facts.events.senses import is_actor, is_person, kind_at
from tidings.facts.events.triggers import Trigger
from tidings.facts.events.victims import kind_of_noun
from tidings.facts.events.weapons import FIRE, find_weapons, weapon_kind
from tidings.facts.scene import Scene
from tidings.facts.statements.cover import statements_with
from tidings.model.event import Agent, Target, TargetKind, Weapon
from tidings.model.mention import Entity, MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.model.statement import Act, Statement

_BLAMING = frozenset({Act.ACCUSE, Act.BELIEVE, Act.DENY, Act.CLAIM_RESPONSIBILITY})
_ON = ("on", "against", "at", "upon", "toward", "towards", "into")
_TOWARDS = ("against", "with", "to", "on", "between")
#: Bodies whose people know, and say as their own, what their state or its forces did.
_ARMS = frozenset({"state", "government", "military", "police"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who did what to whom with what; `said` are doers that only a speaker names."""

    agents: tuple[Agent, ...] = ()
    said: tuple[Agent, ...] = ()
    targets: tuple[Target, ...] = ()
    weapons: tuple[Weapon, ...] = ()


def roles_of(scene: Scene, trigger: Trigger, statements: Sequence[Statement]) -> Roles:
    """Return the roles that stand around a trigger."""
    doers = tuple(_doers(scene, trigger))
    doubted = is_doubted(scene.reading, trigger)
    agents: list[Agent] = []
    said: list[Agent] = []
    for token, why in doers:
        if _speaks(token, trigger, statements):
            continue
        agent = _agent(scene, token, trigger.token, why)
        is_open = doubted or _is_suspect(scene.reading, token) or is_only_said(scene, trigger, agent, statements)
        (said if is_open else agents).append(agent)
    return Roles(
        agents=tuple(agents),
        said=tuple(said),
        targets=tuple(_targets(scene, trigger)),
        weapons=tuple(find_weapons(scene, trigger)),
    )


def _speaks(token: Token, trigger: Trigger, statements: Sequence[Statement]) -> bool:
    """Say whether a phrase only names who tells the event ("… , the authorities said")."""
    return any(
        s.speaker is not None
        and s.speaker.span is not None
        and s.speaker.span.overlaps(token)
        and (s.cue is None or not s.cue.overlaps(trigger.span))
        for s in statements_with(statements, trigger.token)
    )


def is_doubted(reading: Reading, trigger: Trigger) -> bool:
    """Say whether the words around an event word leave open who did it ("allegedly", "is accused of")."""
    token = trigger.token
    if any(c.lower in words_of("doubt", "adverbs") for c in reading.children(token, "advmod")):
        return True
    if any(c.lower in words_of("doubt", "adjectives") for c in reading.children(token, "amod")):
        return True
    return any(_is_doubting(reading, word) for word in (token, trigger.arguments.light) if word is not None)


def _is_doubting(reading: Reading, word: Token) -> bool:
    """Say whether a verb that leaves it open governs a word ("allege that", "accused of")."""
    head = reading.head(word)
    linked = word.deprel in {"xcomp", "advcl", "ccomp", "obl", "acl", "nmod"}
    return bool(head and linked and head.lemma.lower() in words_of("doubt", "governors"))


def is_only_said(scene: Scene, trigger: Trigger, agent: Agent, statements: Sequence[Statement]) -> bool:
    """Say whether a named doer stands only in what someone else says.

    Unnamed doers ("two gunmen") and speakers who tell of themselves remain doers.
    """
    if agent.entity is None:
        return False
    entity = scene.actors.entity(agent.entity)
    for statement in statements:
        if not any(piece.covers(trigger.token) for piece in statement.content):
            continue
        speaker = statement.speaker.entity if statement.speaker else None
        if speaker == agent.entity or (speaker and _is_own_side(scene, statement.act, speaker, entity)):
            continue
        if statement.act in _BLAMING or (entity.name is not None and speaker is not None):
            return _names_blame(trigger)
    return False


def _is_own_side(scene: Scene, act: Act, speaker: str, doer: Entity) -> bool:
    """Say whether a speaker tells what their own side did: a minister of the army's raid."""
    if act in _BLAMING:
        return False
    teller = scene.actors.entity(speaker)
    body = scene.actors.entity(teller.affiliation) if teller.affiliation else teller
    if body.category not in _ARMS:
        return False
    return body.country == doer.country if doer.country else doer.category == "alliance" and body.category == "military"


def _names_blame(trigger: Trigger) -> bool:
    """Say whether being the doer is something to be blamed for."""
    return trigger.pattern.type in {"ASSAULT", None} or trigger.pattern.mode == "cyber"


def _doers(scene: Scene, trigger: Trigger) -> Iterator[tuple[Token, str]]:
    token = trigger.token
    found: list[tuple[Token, str]] = (
        [] if is_suffering(trigger) else [(t, "its subject") for t in trigger.arguments.subjects]
    )
    if trigger.pattern.mode in {"expel", "deport"}:
        found += [(t, "the state they must leave") for t in trigger.arguments.with_case("from") if _is_state(scene, t)]
    if trigger.is_noun:
        found += _noun_doers(scene, trigger)
    if trigger.pattern.type == "CONSULT":
        found += [(t, "who took part") for t in trigger.arguments.with_case("between", "among")]
    if trigger.pattern.type == "ASSAULT" and not found:
        found = [(t, "read as the doer") for t in read_as(scene.reading, trigger, PERPETRATORS)]
    seen: set[int] = set()
    for doer, why in found:
        if doer.index not in seen and doer.index != token.index and _can_do(scene, doer):
            seen.add(doer.index)
            yield doer, why


def is_suffering(trigger: Trigger) -> bool:
    """Say whether the subject is who the harm befell ("five people died", "two soldiers lost their lives")."""
    befell = not trigger.arguments.objects or trigger.token.lemma.lower() == "lose"
    return trigger.pattern.harm and not trigger.is_noun and befell


def _is_state(scene: Scene, token: Token) -> bool:
    return kind_at(scene, token) in {MentionKind.PLACE, MentionKind.ORGANISATION}


def _noun_doers(scene: Scene, trigger: Trigger) -> list[tuple[Token, str]]:
    """Return possessors and qualifiers that are the doers of an event noun."""
    reading, token = scene.reading, trigger.token
    found: list[tuple[Token, str]] = []
    is_done_to = token.lemma.lower() in words_of("victim_of", "nouns")
    if not is_done_to:
        found += [
            (t, "whose deed it is")
            for t in reading.children(token, "nmod:poss")
            if t.lower not in {"its", "his", "her"}
        ]
    for child in reading.children(token, "compound", "amod"):
        kind = kind_at(scene, child)
        if kind in {MentionKind.ORGANISATION, MentionKind.NATIONALITY} or child.lower in words_of("force"):
            found.append((child, "whose deed it is"))
    found += _right_before(scene, trigger)
    head = reading.head(token)
    if trigger.pattern.type == "CONSULT" and head is not None and token.deprel == "obl":
        found += [(t, "who took part") for t in reading.children(head, "nsubj")]
    return found


def _right_before(scene: Scene, trigger: Trigger) -> Iterator[tuple[Token, str]]:
    """Yield the force or state that stands right before an event noun: "police shooting", "U.S. airstrikes"."""
    tokens = scene.reading.tokens_in(trigger.span)
    index = min(trigger.token.index, tokens[0].index if tokens else trigger.token.index)
    words = [t for t in tokens if t.index < trigger.token.index]
    near = scene.reading.tokens[max(0, index - 1) : index]
    for token in (*near, *words):
        if token.lower in words_of("force") and token.sentence == trigger.token.sentence:
            yield token, "whose deed it is"


def _can_do(scene: Scene, token: Token) -> bool:
    """Say whether a phrase can be a doer: no weapon, event or thing, no word for nobody."""
    if token.lower == "it":
        return scene.actors.resolve(token.span) is not None
    if token.lower in {"that", "which", "this", "what", "there", "nobody", "none", "i", "you"}:
        return False
    if weapon_kind(scene.reading, token) is not None:
        return token.lower in {"bomber", "bombers"}
    if token.upos == "NOUN" and kinds_of("target").get(token.lemma.lower()) in {"place", "property"}:
        return False
    if _is_placed(scene.reading, token) or (kind_at(scene, token) is MentionKind.PLACE and not _may_act(scene, token)):
        return False
    return is_actor(scene, token) or is_person(scene, token) or _looks_like_doer(token)


def _is_placed(reading: Reading, token: Token) -> bool:
    """Say whether a word only says where: "in Idlib province", whatever the parse makes of it."""
    index = token.index - 1
    while index > 0 and reading.tokens[index].upos in {"DET", "ADJ", "PROPN", "PART"}:
        index -= 1
    case = reading.tokens[index] if index >= 0 else token
    return token.lemma.lower() in words_of("place_kind") and case.upos == "ADP" and case.sentence == token.sentence


def _may_act(scene: Scene, token: Token) -> bool:
    """Say whether a place's name stands for those who govern it, as far as is known."""
    if scene.actors.resolve(token.span) is not None:
        return True
    known = [p for p in scene.places if p.start <= token.start < p.end]
    return all(p.precision == "country" or p.lat is None for p in known)


def _looks_like_doer(token: Token) -> bool:
    return token.upos in {"NOUN", "PROPN"} and token.lower.rstrip("s").endswith(("man", "men", "er", "ist", "ant"))


def _agent(scene: Scene, token: Token, event: Token, why: str) -> Agent:
    span = phrase_of(scene, token, event)
    return Agent(entity=_entity(scene, token, span), span=span, why=why)


def _entity(scene: Scene, token: Token, span: Span) -> str | None:
    return scene.actors.resolve(token.span if token.upos == "PRON" else span)


def _is_suspect(reading: Reading, token: Token) -> bool:
    if token.lower in words_of("doubt", "nouns"):
        return True
    return any(c.lower in words_of("doubt", "adjectives") for c in reading.children(token, "amod"))


def _targets(scene: Scene, trigger: Trigger) -> Iterator[Target]:
    seen: set[int] = set()
    told = list(_undergoers(scene, trigger))
    if trigger.pattern.type == "ASSAULT":
        told += [(t, "read as the target") for t in read_as(scene.reading, trigger, TARGETS)]
    for token, why in told:
        if token.index in seen or token.index == trigger.token.index or _is_no_target(scene, token, trigger):
            continue
        seen.add(token.index)
        span = phrase_of(scene, token, trigger.token)
        kind = target_kind(scene, token)
        is_actor_kind = kind in {TargetKind.PERSON, TargetKind.ORGANISATION}
        entity = _entity(scene, token, span) if is_actor_kind else None
        if entity is not None and scene.actors.kind(entity) is MentionKind.PERSON:
            kind = TargetKind.PERSON
        if entity is not None or token.lower not in PRONOUNS:
            yield Target(entity=entity, span=span, kind=kind, why=why)


def _undergoers(scene: Scene, trigger: Trigger) -> Iterator[tuple[Token, str]]:
    arguments, reading = trigger.arguments, scene.reading
    driven = _driven_into(trigger)
    yield from ((t, f"what “{arguments.objects[0].text}” was driven into") for t in driven)
    yield from ((t, "its object") for t in arguments.objects if not driven)
    for deed in (t for t in arguments.objects if not trigger.is_noun and trigger.span.covers(t)):
        against = (t for t in reading.children(deed, "nmod") if case_of(reading, t) in _ON)
        yield from ((t, f"“{case_of(reading, t)}” it") for t in against)
    if is_suffering(trigger):
        yield from ((t, "whom it befell") for t in arguments.subjects)
    cases = {"ASSAULT": _ON, "ACCUSE": ("against", "on")}.get(trigger.pattern.type or "", _TOWARDS)
    given = any(not trigger.span.covers(t) for t in arguments.objects)  # "opened fire on" has its target behind it
    for token in arguments.with_case(*cases, *(("to",) if trigger.pattern.weapon == FIRE else ())):
        if token.upos == "NUM" or token.lemma.lower() in words_of("roadway"):
            continue
        if trigger.is_noun or not given or trigger.pattern.type != "ASSAULT":
            yield token, f"“{case_of(reading, token) or 'to'}” it"
    if not trigger.is_noun:
        return
    if trigger.token.lemma.lower() in words_of("victim_of", "nouns"):
        yield from ((t, "to whom it was done") for t in arguments.with_case("of"))
        yield from ((t, "to whom it was done") for t in reading.children(trigger.token, "nmod:poss"))
        yield from (
            (t, "to whom it was done")
            for t in reading.children(trigger.token, "compound")
            if t.lower in words_of("target", "property")
        )


def _driven_into(trigger: Trigger) -> tuple[Token, ...]:
    """Return what a weapon or vehicle was driven or thrown into: "rammed a truck into the gate"."""
    objects = trigger.arguments.objects
    is_means = trigger.pattern.type == "ASSAULT" and all(t.lower in kinds_of("weapon") for t in objects)
    return trigger.arguments.with_case("into") if objects and is_means and not trigger.is_noun else ()


def _is_no_target(scene: Scene, token: Token, trigger: Trigger) -> bool:
    """Leave out what the trigger itself names ("open fire"), weapons, times and pronouns for things."""
    if kind_at(scene, token) is MentionKind.TIME or any(t.start <= token.start < t.end for t in scene.times):
        return True
    if _is_named_target(trigger, token):
        return False
    if trigger.span.covers(token) or token.upos in {"NUM", "VERB", "ADV", "PUNCT"}:
        return token.upos != "NUM" or trigger.span.covers(token)
    weapon = token.lower in kinds_of("weapon") and token.lower not in words_of("target", "property")
    if trigger.pattern.type == "ASSAULT" and _is_abstract(scene, token):
        return True
    return token.lower in {"it", "that", "which", "itself", "themselves", "fire", "shots", "responsibility"} or weapon


def _is_named_target(trigger: Trigger, token: Token) -> bool:
    """Say whether an event word takes in what is destroyed: "burned the house", "smashed windows"."""
    is_object = trigger.pattern.mode == "destroy" and trigger.span.covers(token) and token in trigger.arguments.objects
    return is_object and token.lower not in words_of("aflame") and token.lemma.lower() != "rubble"


def _is_abstract(scene: Scene, token: Token) -> bool:
    """Say whether a noun names a deed, a quality or the like, which nobody can attack."""
    lemma = token.lemma.lower()
    if token.upos != "NOUN" or lemma in kinds_of("target") or is_person(scene, token):
        return False
    if scene.reading.child(token, "nummod") is not None:
        return False  # what is counted is a thing
    listed = lemma in load_lexicon().nouns and kind_at(scene, token) is None
    return listed or lemma.endswith(tuple(words_of("abstract", "endings")))


def target_kind(scene: Scene, token: Token) -> TargetKind:
    """Return what kind of thing a target is: by its mention, else by its head noun."""
    lemma = token.lemma.lower()
    for form in (token.lower, lemma):
        if form in kinds_of("target"):
            return TargetKind(kinds_of("target")[form])
    if is_person(scene, token) or kind_of_noun(scene.reading, token) is not None or _counts_people(scene, token):
        return TargetKind.PERSON
    kind = kind_at(scene, token)
    if kind is MentionKind.ORGANISATION:
        return TargetKind.ORGANISATION
    if kind is MentionKind.PLACE:
        return TargetKind.PLACE
    if kind in {MentionKind.VEHICLE, MentionKind.PLATFORM}:
        return TargetKind.PROPERTY
    return TargetKind.PROPERTY


def _counts_people(scene: Scene, token: Token) -> bool:
    """Say whether a noun only says how many people: "a large number of villagers"."""
    if token.lemma.lower() not in words_of("counting"):
        return False
    counted = (t for t in scene.reading.children(token, "nmod") if case_of(scene.reading, t) == "of")
    return any(is_person(scene, t) for t in counted)

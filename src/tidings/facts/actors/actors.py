"""Actors of one report, asked by every later rule."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from tidings.facts.actors.bodies import join_body, state_of
from tidings.facts.actors.cast import Cast
from tidings.facts.actors.descriptions import join_description
from tidings.facts.actors.draft import Draft
from tidings.facts.actors.lexicon import holding_verbs, noun_ending_at
from tidings.facts.actors.names import name_within
from tidings.facts.actors.pronouns import PRONOUNS, find_antecedent
from tidings.model.mention import Entity, Mention, MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.span import Span, Stretch

_START, _END = attrgetter("start"), attrgetter("end")
_ACTOR_KINDS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE})
_CLAUSES = frozenset({"who", "which", "that"})
_BEINGS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.NATIONALITY})


class Actors:
    """The actors of a report; descriptions met later ("a senior official") join as they are resolved."""

    def __init__(self, cast: Cast | None = None, mentions: Sequence[Mention] = ()) -> None:
        """Keep what was found when the report was read."""
        self._cast = cast if cast is not None else Cast(Reading(text="", tokens=(), sentences=()))
        self._mentions = tuple(mentions)

    def resolve(self, span: Span) -> str | None:
        """Return the id of the entity a phrase refers to.

        A name, a pronoun, "the group", an acronym: the entity it stands for. A description of a
        person or body that is nobody known ("a senior defense official", "the police",
        "witnesses"): an entity of its own, made on first sight. Anything else: None.
        """
        draft = self._find(span)
        if draft is None:
            return None
        draft.shown = True
        return draft.id

    def body_within(self, span: Span) -> tuple[str, Span] | None:
        """Return the body that a phrase for its people names, with its name: "guerrillas of the FLN", "ELN units"."""
        inside = [s for s in self._cast.reading.spans.get("names", ()) if s.label == "organisation"]
        inside = [s for s in inside if span.covers(s.span) and s.end - s.start < span.end - span.start]
        name = name_within(self._cast.reading, inside[-1].span) if inside else None
        if name is None:
            return None
        draft = join_body(self._cast, name)
        draft.shown = True
        tokens = self._cast.reading.tokens
        return draft.id, Span(tokens[name.first].start, tokens[name.last - 1].end)

    def entity(self, entity_id: str) -> Entity:
        """Return an entity by its id, as far as it is known; its mentions are told by `entities` alone."""
        return self._cast.drafts[entity_id].as_entity(())

    def entities(self) -> tuple[Entity, ...]:
        """Return all entities that are named or were asked for, in order of first mention.

        Whoever has no name goes by its description, so that every entity can be called something.
        """
        ids = self._mention_ids()
        entities = (draft.as_entity(ids.get(draft.id, ())) for draft in self._shown())
        return tuple(replace(entity, name=entity.name or entity.role) for entity in entities)

    def mentions(self) -> tuple[Mention, ...]:
        """Return the mentions with their entity ids filled in."""
        shown = {draft.id for draft in self._shown()}
        found = {mention.id: self._of_mention(mention) for mention in self._mentions}
        return tuple(_with_entity(m, found[m.id] if found[m.id] in shown else None) for m in self._mentions)

    def is_named(self, entity_id: str) -> bool:
        """Say whether an entity is identified: people need a name, a body counts as named."""
        draft = self._cast.drafts[entity_id]
        return bool(draft.names) or not draft.is_person

    def role(self, entity_id: str) -> str | None:
        """Return the role that the report gives a person, or the description of one not named."""
        return self._cast.drafts[entity_id].role

    def gender(self, entity_id: str) -> str | None:
        """Return m or f where a title or a first name shows it."""
        return self._cast.drafts[entity_id].gender

    def kind(self, entity_id: str) -> MentionKind:
        """Return whether an entity is a person or an organisation."""
        return self._cast.drafts[entity_id].kind

    def category(self, entity_id: str) -> str | None:
        """Return an entity's category, such as armed-group or police."""
        return self._cast.drafts[entity_id].category

    def country(self, entity_id: str) -> str | None:
        """Return an entity's country, ISO 3166 alpha-3."""
        return self._cast.drafts[entity_id].country

    def linked(self, token: Token) -> str | None:
        """Return the id of the entity that a word is known to refer to, without making one."""
        draft = self._cast.at(token.index)
        if draft is None:
            return None
        draft.shown = True
        return draft.id

    def state(self, code: str, span: Span) -> str:
        """Return the id of a state by its alpha-3 code; `span` is where its name or adjective stands."""
        tokens = self._cast.reading.tokens_in(span)
        draft = state_of(self._cast, code, tokens[0].index, tokens[-1].index + 1)
        draft.shown = True
        return draft.id

    def _shown(self) -> list[Draft]:
        wanted = {d.id for d in self._cast.drafts.values() if d.shown}
        wanted |= {d.affiliation for d in self._cast.drafts.values() if d.shown and d.affiliation}
        drafts = [d for d in self._cast.drafts.values() if d.id in wanted]
        return sorted(drafts, key=lambda d: (d.span.start, int(d.id[1:])))

    def _mention_ids(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for mention in self._mentions:
            entity = self._of_mention(mention)
            if entity is not None:
                found.setdefault(entity, []).append(mention.id)
        return {entity: tuple(ids) for entity, ids in found.items()}

    def _of_mention(self, mention: Mention) -> str | None:
        if mention.kind not in _ACTOR_KINDS:
            return None
        tokens = self._cast.reading.tokens_in(mention)
        if len(tokens) == 1 and tokens[0].lower in PRONOUNS:
            return None
        draft = self._linked(mention, tokens)
        return None if draft is None else draft.id

    def _find(self, span: Span) -> Draft | None:
        tokens = [t for t in self._cast.reading.tokens_in(span) if t.upos != "PUNCT"]
        if not tokens:
            return None
        if len(tokens) == 1 and tokens[0].lower in PRONOUNS:
            return find_antecedent(self._cast, tokens[0])
        return self._linked(span, tokens) or self._late(span, tokens)

    def _linked(self, span: Stretch, tokens: Sequence[Token]) -> Draft | None:
        """Return the person whose name ends the phrase, else the actor at the head, else the first one named.

        "The alliance's envoy Ann Lee" is she, not the alliance.
        """
        person = self._named_last(tokens)
        if person is not None:
            return person
        head = self._cast.reading.head_of(span)
        draft = self._cast.at(head.index) if head is not None else None
        if draft is not None:
            return draft
        first: Draft | None = None
        for token in tokens:
            found = self._cast.at(token.index)
            if found is not None and found.is_person:
                return found
            first = first or found
            if token.upos == "ADP":
                break
        return first

    def _named_last(self, tokens: Sequence[Token]) -> Draft | None:
        """Return the named person at the end of a phrase, before its first mark, preposition or clause."""
        front = self._of_head(tokens)
        stop = next((n for n, t in enumerate(front) if n and t.index > front[n - 1].index + 1), len(front))
        draft = self._cast.at(front[stop - 1].index) if stop > 1 else None
        return draft if draft is not None and draft.is_person and draft.names else None

    def _late(self, span: Span, tokens: Sequence[Token]) -> Draft | None:
        """Make an actor of a description or a name that reading the report had not met."""
        for token in (*self._of_head(tokens), *_made_by(tokens)):
            noun = noun_ending_at(self._cast.reading.tokens, token.index)
            if noun is not None:
                return self._cast.at(noun.last - 1) or join_description(self._cast, noun)
        head = self._cast.reading.head_of(span)
        if head is None or head.upos != "PROPN" or self._is_thing(head):
            return None
        name = name_within(self._cast.reading, span)
        return join_body(self._cast, name) if name is not None else None

    def _of_head(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """Return the words of a phrase before its first preposition or clause; all of them if it begins with one."""
        stop = next((n for n, t in enumerate(tokens) if t.upos in {"ADP", "SCONJ"} or t.lower in _CLAUSES), len(tokens))
        return tokens[:stop] or tokens

    def _is_thing(self, token: Token) -> bool:
        """Say whether a word names a place, a weapon or anything else that is no actor."""
        first = bisect_right(self._mentions, token.start, key=_END)
        last = bisect_left(self._mentions, token.end, key=_START)
        return any(m.kind not in _BEINGS for m in self._mentions[first:last])


def _made_by(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words behind "by" in "remarks made by an officer"; who saw a document did not make it."""
    by = next((n for n, t in enumerate(tokens) if n and t.lower == "by"), len(tokens))
    return () if by < len(tokens) and tokens[by - 1].lemma.lower() in holding_verbs() else tokens[by + 1 :]


def _with_entity(mention: Mention, entity: str | None) -> Mention:
    if entity == mention.entity:
        return mention
    return Mention(
        id=mention.id,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        kind=mention.kind,
        entity=entity,
        rule=mention.rule,
        score=mention.score,
    )

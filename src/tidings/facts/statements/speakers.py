"""Speakers: which entity speaks, under its name or not, in what capacity."""

import re
from collections.abc import Sequence

from tidings.facts.scene import Scene
from tidings.facts.statements.drafts import Draft
from tidings.facts.statements.lexicon import words
from tidings.model.mention import Entity, MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.model.statement import Speaker, Statement

#: A pronoun stands so many characters behind the name at most.
_FARTHEST = 700
_GENDERS = {"he": "m", "she": "f"}
_LOOSE = ("acl", "appos", "conj", "cc", "parataxis", "punct", "advcl")


def find_speaker(scene: Scene, source: Span | None, on_condition: str | None) -> Speaker | None:
    """Return the speaker that a phrase names."""
    if source is None:
        return None
    head = scene.reading.head_of(source)
    entity_id = _entity(scene, source, head)
    entity = scene.actors.entity(entity_id) if entity_id is not None else None
    named = is_named(scene.reading, source, head, entity)
    return Speaker(
        entity=entity_id,
        span=source,
        named=named,
        role=_role(scene, source, head, entity, named=named),
        on_condition=on_condition,
    )


def speaker_before(scene: Scene, draft: Draft, earlier: Sequence[Statement]) -> Speaker | None:
    """Return who spoke last, if that was in the sentence or paragraph before: "he" or "they" goes on speaking.

    "He" and "she" are people, "it" a body, "they" a body or several people.
    """
    for statement in reversed(earlier):
        speaker = statement.speaker
        if statement.cue is None or speaker is None or speaker.span is None or draft.covers(statement.cue):
            continue
        if not _may_be_called(scene, speaker, draft) or _is_overtaken(scene, speaker, draft):
            return None
        between = scene.text[speaker.span.end : draft.start]
        return speaker if between.strip().count("\n\n") <= 1 and len(between) <= _FARTHEST else None
    return None


def _is_overtaken(scene: Scene, speaker: Speaker, draft: Draft) -> bool:
    """Say whether the sentence before has people of its own for a "they": "Residents gave another account. They …"."""
    reading, source = scene.reading, draft.source
    if source is None or speaker.span is None or source.of(scene.text).lower() != "they":
        return False
    number = reading.tokens_in(source)[0].sentence - 1
    before = reading.sentences[number] if number >= 0 else None
    if before is None or before.span.overlaps(speaker.span) or "\n\n" in scene.text[before.end : source.start]:
        return False
    subject = next((t for t in reading.sentence_tokens(before) if t.deprel in {"nsubj", "nsubj:pass"}), None)
    is_known = subject is not None and scene.actors.linked(subject) is not None
    return is_known and subject is not None and _is_several(reading, subject.span)


def _may_be_called(scene: Scene, speaker: Speaker, draft: Draft) -> bool:
    """Say whether a pronoun fits a speaker in number and kind, and in gender as far as that is known."""
    if speaker.span is None or draft.source is None:
        return False
    word = draft.source.of(scene.text).lower()
    if speaker.entity is None:
        head = scene.reading.head_of(speaker.span)
        return (
            word == "it" and head is not None and head.upos == "NOUN" and not _is_several(scene.reading, speaker.span)
        )
    is_person = scene.actors.entity(speaker.entity).kind is MentionKind.PERSON
    if word == "they":
        return not is_person or _is_several(scene.reading, speaker.span)
    if word == "it":
        return not is_person
    gender = scene.actors.gender(speaker.entity)
    return is_person and (gender is None or _GENDERS.get(word, gender) == gender)


def _is_several(reading: Reading, source: Span) -> bool:
    """Say whether a phrase names more than one: "X and Y", "witnesses"."""
    head = reading.head_of(source)
    is_plural = head is not None and head.upos == "NOUN" and head.lower != head.lemma.lower()
    return is_plural or any(token.lower == "and" for token in reading.tokens_in(source))


def core_of(reading: Reading, source: Span, head: Token | None) -> Span:
    """Return the bare noun phrase of a source: no apposition, no relative clause."""
    if head is None:
        return source
    found = reading.phrase(head, without=_LOOSE)
    return Span(max(source.start, found.start), min(source.end, found.end)) if found.overlaps(source) else source


def is_named(reading: Reading, source: Span, head: Token | None, entity: Entity | None) -> bool:
    """Say whether a speaker is identified: a name, a body that speaks under its own, a high office."""
    last = _last_word(reading, source, head)
    if last is None:
        return False
    if _is_apposed(reading, source, entity):
        return True
    if last.lower in words("speakers", "pronouns"):
        return entity is not None and entity.name is not None and not _is_people(entity.name.split()[-1].lower())
    if _is_people(last.lower) or _is_people(last.lemma.lower()) or _is_described(entity):
        return False
    return _has_name(reading, source, head, entity, last)


def _is_described(entity: Entity | None) -> bool:
    """Say whether a speaker is people by a description alone, wherever it stands: "police and hospital officials"."""
    if entity is None or entity.name is not None or entity.role is None:
        return False
    return entity.kind is MentionKind.PERSON and _is_people(entity.role.split()[-1].lower())


def _is_apposed(reading: Reading, source: Span, entity: Entity | None) -> bool:
    """Say whether a description is followed by the person's name: "a spokesman for the army, Colonel Ali Musa"."""
    _, comma, behind = source.of(reading.text).partition(",")
    is_person = entity is not None and entity.kind is MentionKind.PERSON and bool(entity.name)
    return bool(comma) and is_person and entity is not None and str(entity.name) in behind


def _has_name(reading: Reading, source: Span, head: Token | None, entity: Entity | None, last: Token) -> bool:
    if entity is not None and entity.name:
        return True
    if entity is not None and entity.kind is MentionKind.PERSON and (last.upos != "PROPN" or last.text.isupper()):
        return _is_office(reading, source, last)
    if _is_body(last) or (head is not None and head.upos == "PROPN"):
        return True
    return _is_office(reading, source, last)


def _is_office(reading: Reading, source: Span, last: Token) -> bool:
    """Say whether a source is an office that one person holds at a time, with a definite article."""
    return last.lower in words("speakers", "offices") and source.of(reading.text).lower().startswith("the ")


def _last_word(reading: Reading, source: Span, head: Token | None) -> Token | None:
    """Return the word that says what a source is: the last of its bare phrase, before "of", "for" or a clause."""
    inside = reading.tokens_in(source)
    found = None
    for token in inside:
        if found is not None and _ends_phrase(token):
            break
        found = token if any(c.isalnum() for c in token.text) and token.upos != "ADV" else found
    return found or head


def _ends_phrase(token: Token) -> bool:
    is_loose = token.upos in {"ADP", "SCONJ", "PUNCT", "VERB", "CCONJ"} or token.lower == "who"
    return is_loose and token.text not in {"-", "/", "'s", "’s", "."}


def _is_people(word: str) -> bool:
    return word in words("speakers", "people") or word.endswith(tuple(words("speakers", "people_ends")))


def _entity(scene: Scene, source: Span, head: Token | None) -> str | None:
    """Resolve a name of a person in the phrase first, else the phrase, else its core."""
    front = _front_of(scene.reading, source)
    for phrase in (*_apposed(scene.text, source, front), front, core_of(scene.reading, source, head)):
        person = _person_in(scene, phrase)
        if person is not None:
            return person
    found = scene.actors.resolve(source)
    if found is None and head is not None:
        found = scene.actors.resolve(core_of(scene.reading, source, head))
    return found


def _apposed(text: str, source: Span, front: Span) -> tuple[Span, ...]:
    """Return the name behind somebody's description: "Roe's heir, Doe,", who is Doe."""
    behind = text[front.end : source.end]
    if not re.search(r"['’]s\s", front.of(text)) or not behind.startswith(", "):
        return ()
    return (Span(front.end + 2, front.end + 2 + len(behind[2:].partition(",")[0])),)


def _front_of(reading: Reading, source: Span) -> Span:
    """Return a source up to its first mark, relative or joining word: "the army's chief Ann Lee" of "…, a veteran"."""
    end = source.start
    for token in reading.tokens_in(source):
        if token.text == "," or token.upos in {"CCONJ", "SCONJ"} or token.lower in {"who", "which", "that"}:
            break
        end = token.end
    return Span(source.start, end)


def _person_in(scene: Scene, core: Span) -> str | None:
    """Return the person whose name ends the phrase: "the alliance's chief Jane Roe" is she, not the alliance."""
    for mention in reversed(scene.mentions_in(core)):
        if mention.entity is None or mention.kind is not MentionKind.PERSON or core.end - mention.end > 1:
            continue
        if scene.actors.entity(mention.entity).kind is MentionKind.PERSON:
            return mention.entity
    return None


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
    while len(tokens) > 1 and tokens[0].lower in words("speakers", "determiners") and tokens[1].upos != "ADP":
        tokens = tokens[1:]
    return reading.text[tokens[0].start : tokens[-1].end] if tokens else None

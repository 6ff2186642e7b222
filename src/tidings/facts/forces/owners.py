"""Whose troops they are, what body they form, and where they are or go."""

from collections.abc import Iterator, Sequence

from tidings.facts.forces.strengths import Strength
from tidings.facts.forces.words import words
from tidings.facts.scene import Scene
from tidings.model.mention import Mention, MentionKind
from tidings.model.place import Place
from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.model.statement import Statement
from tidings.resources.registry import find_country

BODIES = (MentionKind.ORGANISATION, MentionKind.NATIONALITY, MentionKind.PLACE)
_MAY_NAME_STATES = (MentionKind.PLACE, MentionKind.ORGANISATION)
#: A place so many words behind the unit still belongs to it.
NEAR = 14
#: Prepositions that put troops at a place.
AT = frozenset(
    {
        "in",
        "to",
        "at",
        "near",
        "into",
        "on",
        "around",
        "inside",
        "outside",
        "from",
        "of",
        "for",
        "across",
        "throughout",
        "along",
    }
)


def find_owner(scene: Scene, statements: Sequence[Statement], strength: Strength) -> str | None:
    """Return the entity whose troops are counted.

    In this order: a name or nationality in the phrase ("US troops", "troops from Senegal"), the
    subject of having or sending ("Germany has …"), "our" in the words of a speaker, the body
    named before.
    """
    reading = scene.reading
    own = _own_name(scene, strength)
    if own is not None:
        return own
    subject = _subject(reading, strength)
    whole = reading.phrase(subject) if subject is not None else None
    body = subject is not None and subject.lemma.lower() in words("strength", "nouns")
    inside = _named_in(scene, whole, BODIES) if whole is not None and body else None
    span = inside.span if inside is not None else (None if body else whole)
    found = scene.actors.resolve(span) if span is not None else None
    if found is None or subject is None or _is_speaker(reading, subject) or _is_counted(scene, strength, found):
        return _speakers_body(scene, statements, strength)
    return _body_of(scene, found)


def _own_name(scene: Scene, strength: Strength) -> str | None:
    """Return the body or state named with the unit: "2,000 U.S. troops", "NATO soldiers", "police from Senegal"."""
    reading, unit = scene.reading, strength.token
    before = reading.tokens[strength.count.last : unit.index]
    possessor = _possessor(scene, strength)
    if possessor is not None:
        return possessor
    if not before:
        return _home(scene, unit)
    for first in range(len(before)):
        for last in range(len(before), first, -1):
            span = Span(before[first].start, before[last - 1].end)
            code = find_country(span.of(scene.text))
            if code is not None:
                return scene.actors.state(code, span)
    named = _named_in(scene, Span(before[0].start, before[-1].end), BODIES)
    if named is not None and not named.span.covers(unit.span):
        return scene.actors.resolve(named.span)
    return _home(scene, unit)


def _possessor(scene: Scene, strength: Strength) -> str | None:
    """Return the state or body whose they are: "America's 129,000 troops", "the union, whose 7,000 observers"."""
    name = _owning_word(scene.reading, strength)
    if name is None:
        return None
    code = find_country(name.text)
    return scene.actors.state(code, name.span) if code is not None else scene.actors.resolve(name.span)


def _owning_word(reading: Reading, strength: Strength) -> Token | None:
    """Return the word that names the owner, by word order: before "'s" or "whose", or "its" itself."""
    if strength.rule == "raised-to":
        return reading.child(strength.token, "nmod:poss")
    before = [t for t in reading.tokens[max(0, strength.count.first - 3) : strength.count.first] if t.text != ","]
    before = [t for t in before if t.sentence == strength.token.sentence]
    mark = before[-1].lower if before else ""
    if mark in ("its", "their"):
        return before[-1]
    return before[-2] if mark in ("'s", "’s", "whose") and len(before) > 1 else None


def _home(scene: Scene, unit: Token) -> str | None:
    """Return the state that troops come from: "90 police trainers from Senegal"."""
    reading = scene.reading
    for token in reading.children(unit, "nmod"):
        code = find_country(token.span.of(scene.text))
        if code is not None and any(c.lower == "from" for c in reading.children(token, "case")):
            return scene.actors.state(code, token.span)
    return None


def _named_in(scene: Scene, span: Span, kinds: tuple[MentionKind, ...]) -> Mention | None:
    """Return the first mention by name: not "the country", not "90 police"."""
    reading = scene.reading
    named = (m for m in scene.mentions if m.kind in kinds and span.overlaps(m.span))
    return next((m for m in named if _has_name(reading, m.span)), None)


def _subject(reading: Reading, strength: Strength) -> Token | None:
    """Return the subject of the verb, or of the verb above an infinitive."""
    verb = strength.verb
    for word in (verb, *(reading.ancestors(verb) if verb else ())):
        if word is None or word.upos not in ("VERB", "AUX"):
            continue
        agent = reading.child(word, "obl:agent")
        subject = agent or next((t for t in reading.children(word, "nsubj") if not t.deprel.endswith("pass")), None)
        if subject is not None and subject.index != strength.token.index:
            return subject
    return None


def _is_speaker(reading: Reading, subject: Token) -> bool:
    """Say whether the subject belongs to a verb of telling: who says a number need not own the troops."""
    verb = reading.head(subject)
    return verb is not None and verb.lemma.lower() in words("verbs", "tell")


def _body_of(scene: Scene, entity_id: str) -> str:
    """Return the body that a person acts for, or the body itself."""
    entity = scene.actors.entity(entity_id)
    return entity.affiliation if entity.kind is MentionKind.PERSON and entity.affiliation else entity_id


def _speakers_body(scene: Scene, statements: Sequence[Statement], strength: Strength) -> str | None:
    covering = [s for s in statements if any(span.covers(strength.span) for span in s.content)]
    for statement in covering:
        speaker = statement.speaker.entity if statement.speaker is not None else None
        if speaker is not None and _says_we(scene, strength):
            return _body_of(scene, speaker)
    return None


def _says_we(scene: Scene, strength: Strength) -> bool:
    tokens = scene.reading.sentence_tokens(scene.reading.sentence_of(strength.token))
    return any(t.lower in ("we", "our", "us", "ours") for t in tokens)


def find_force(scene: Scene, strength: Strength) -> str | None:
    """Return the body they form: a named unit in the phrase, else a mission or force told of in the sentence."""
    found = (scene.actors.resolve(span) for span in _body_spans(scene, strength))
    return next((body for body in found if body and not _is_counted(scene, strength, body)), None)


def _body_spans(scene: Scene, strength: Strength) -> Iterator[Span]:
    reading = scene.reading
    whole = reading.phrase(strength.token, without=("punct", "acl", "parataxis", "advcl"))
    named = _named_in(scene, whole, (MentionKind.ORGANISATION,))
    if named is not None:
        yield named.span
    noun = next(_strength_nouns(reading, strength), None)
    if noun is not None:
        yield reading.phrase(noun)


def _is_counted(scene: Scene, strength: Strength, body: str) -> bool:
    """Say whether an actor is nothing but the people who are counted: "1,200 people", "90 police"."""
    span = scene.actors.entity(body).span
    return span is not None and strength.span.covers(span) and not _has_name(scene.reading, span)


def _has_name(reading: Reading, span: Span) -> bool:
    return any(t.upos == "PROPN" for t in reading.tokens_in(span))


def _strength_nouns(reading: Reading, strength: Strength) -> Iterator[Token]:
    bodies = {"mission", "force", "contingent", "garrison", "brigade", "battalion", "operation"}
    for token in reading.sentence_tokens(reading.sentence_of(strength.token)):
        if token.lemma.lower() in bodies and token.upos in ("NOUN", "PROPN") and token.index != strength.token.index:
            yield token


def find_place(scene: Scene, strength: Strength) -> str | None:
    """Return the mention of the place they are at or go to.

    In this order: a place in the phrase or clause behind a preposition, "the country" as the place
    named last, and for a body's size the place that the body was last named with.
    """
    clause = _clause_places(scene, strength)
    if clause:
        return clause[0].mention
    own = _own_country(scene, strength)
    before = [p for p in scene.places if p.end <= strength.span.start and (own is None or p.country != own)]
    sentence = scene.reading.sentence_of(strength.token)
    words_here = {t.lower for t in scene.reading.sentence_tokens(sentence)}
    earlier = [p for p in before if p.end <= sentence.start] or before
    named = _country_before(scene, sentence.start, own) if words_here & {"country", "nation"} else None
    if named is not None:
        return named
    if earlier and words_here & {"country", "there", "nation", "region"}:
        wide = [p for p in earlier if p.precision in ("country", "region", "province")]
        return (wide or earlier)[-1].mention
    return _body_place(scene, strength, before)


def _country_before(scene: Scene, end: int, own: str | None) -> str | None:
    """Return the last mention before that names another country, be it within "the government of Niger"."""
    for mention in reversed(scene.mentions):
        if mention.end <= end and mention.kind in _MAY_NAME_STATES:
            code = find_country(mention.text.rpartition(" of ")[2])
            if code is not None and code != own:
                return mention.id
    return None


def _own_country(scene: Scene, strength: Strength) -> str | None:
    """Return the country that the troops come from: where they are abroad, "the country" is another."""
    own = _own_name(scene, strength)
    return scene.actors.entity(own).country if own is not None else None


def _clause_places(scene: Scene, strength: Strength) -> list[Place]:
    """Return the places of the clause, nearest behind the unit first, then those of the verb."""
    reading = scene.reading
    places = [p for p in scene.places_in(reading.sentence_of(strength.token).span) if not strength.span.covers(p)]
    located = [(place, head) for place in places if (head := reading.head_of(place)) and _is_at(reading, head)]
    behind = [p for p, head in located if head.index > strength.token.index and _is_near(reading, strength.token, head)]
    above = strength.verb.index if strength.verb is not None else None
    of_verb = [p for p, head in located if p not in behind and above is not None and head.head == above]
    return behind or of_verb


def _is_at(reading: Reading, head: Token) -> bool:
    before = reading.tokens[max(0, head.index - 3) : head.index]
    return any(t.lower in AT for t in reading.children(head, "case")) or any(t.lower in AT for t in before)


def _is_near(reading: Reading, unit: Token, head: Token) -> bool:
    """Say whether nothing but a few words and no other verb stands between a unit and its place."""
    between = reading.tokens[unit.index + 1 : head.index]
    verbs = [t for t in between if t.upos == "VERB" and not t.deprel.startswith("acl")]
    return len(between) <= NEAR and len(verbs) <= 1


def _body_place(scene: Scene, strength: Strength, before: Sequence[Place]) -> str | None:
    """Return the place of an earlier "mission in PLACE" when the strength is that of "our mission"."""
    reading = scene.reading
    if strength.rule != "from-to" and not any(_strength_nouns(reading, strength)):
        return None
    bodies = words("strength", "nouns")
    for place in reversed(before):
        head = reading.head_of(place)
        above = reading.head(head) if head is not None else None
        if above is not None and above.lemma.lower() in bodies and head is not None and _is_at(reading, head):
            return place.mention
    return None

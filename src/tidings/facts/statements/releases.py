"""Releases in the first person: "We condemn …" is said by the body that issues the page."""

from collections.abc import Iterator, Sequence

from tidings.facts.scene import Scene
from tidings.facts.statements.drafts import Draft, pieces
from tidings.facts.statements.grammar import cue_span, subject_of
from tidings.facts.statements.lexicon import words
from tidings.model.mention import MentionKind
from tidings.model.reading import Token
from tidings.model.report import ZoneKind
from tidings.model.span import Span

_BODY_CATEGORIES = frozenset(
    {"state", "government", "alliance", "igo", "ngo", "armed-group", "party", "military", "police"}
)


def drafts_of_releases(scene: Scene, drafts: Sequence[Draft], quotations: Sequence[Span]) -> Iterator[Draft]:
    """Yield a draft for every first-person sentence that no one else is quoted with."""
    for sentence in scene.reading.sentences:
        if scene.zone_at(sentence.start) is not ZoneKind.BODY:
            continue
        verb = _first_person_verb(scene, scene.reading.sentence_tokens(sentence))
        if verb is None or _is_said_by_another(sentence.span, drafts, quotations):
            continue
        yield from _draft(scene, verb, quotations)


def issuer(scene: Scene) -> Span | None:
    """Return the words that name the body a release comes from, None where it does not say.

    An organisation in headline or boilerplate, else the body that the text speaks of as
    its own in a sentence of performative words ("The United States condemns …").
    """
    for kind in (ZoneKind.HEADLINE, ZoneKind.DATELINE, ZoneKind.BOILERPLATE):
        for zone in scene.zones:
            if zone.kind is kind:
                found = _organisation_in(scene, zone.span)
                if found is not None:
                    return found
    return _performing_body(scene)


def _draft(scene: Scene, verb: Token, quotations: Sequence[Span]) -> Iterator[Draft]:
    reading = scene.reading
    subject = subject_of(reading, verb)
    below = [t for t in reading.subtree(verb) if t.index > verb.index]
    contents = pieces(below, reading, quotations)
    if subject is None or not contents:
        return
    yield Draft(
        cue=cue_span(reading, verb),
        source=subject.span,
        contents=contents[:1],
        rule="first-person-release",
        why=f"the report itself speaks: “{subject.text} {verb.text}”",
    )


def _first_person_verb(scene: Scene, tokens: Sequence[Token]) -> Token | None:
    for token in tokens:
        if token.upos == "VERB" and token.lemma.lower() in words("release", "verbs"):
            subject = scene.reading.child(token, "nsubj")
            if subject is not None and subject.lower in words("release", "first_person"):
                return token
    return None


def _is_said_by_another(span: Span, drafts: Sequence[Draft], quotations: Sequence[Span]) -> bool:
    return any(q.overlaps(span) for q in quotations) or any(d.touches(span) for d in drafts)


def _organisation_in(scene: Scene, span: Span) -> Span | None:
    for mention in scene.mentions_in(span):
        if mention.kind is MentionKind.ORGANISATION:
            return mention.span
    return None


def _performing_body(scene: Scene) -> Span | None:
    """Return the subject of the first "X condemns …" if X is a state or a body of one."""
    for token in scene.reading.tokens:
        if token.lemma.lower() not in words("release", "verbs") or token.upos != "VERB":
            continue
        subject = scene.reading.child(token, "nsubj")
        entity = scene.actors.resolve(scene.reading.phrase(subject)) if subject is not None else None
        if entity is not None and scene.actors.entity(entity).category in _BODY_CATEGORIES:
            return scene.reading.phrase(subject) if subject else None
    return None

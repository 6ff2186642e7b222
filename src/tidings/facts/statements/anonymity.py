"""Which statements were made on condition that no name is given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tidings.facts.scene import Scene
from tidings.facts.statements.circumstances import Condition
from tidings.facts.statements.clauses import source_span
from tidings.facts.statements.drafts import Draft
from tidings.model.reading import Token
from tidings.model.span import Span

#: A condition may be told so many paragraphs behind the words that it is about.
_PARAGRAPHS = 2


def conditions_of(scene: Scene, drafts: Sequence[Draft], conditions: Sequence[Condition]) -> Mapping[Draft, str]:
    """Return the words of the condition for every draft whose speaker set one.

    A condition is set by the speaker in whose phrase or clause it stands, else by the
    nearest one before; it holds for all that the same speaker says.
    """
    found: dict[Draft, str] = {}
    for condition in conditions:
        speaking = _speaking(scene, condition, drafts)
        if speaking is None:
            continue
        words = " ".join(condition.span.of(scene.text).split())
        for draft in drafts:
            if draft is speaking or _same_speaker(scene, draft, speaking):
                found.setdefault(draft, words)
    return found


def sets_condition(draft: Draft, conditions: Sequence[Condition]) -> bool:
    """Say whether a draft says no more than that a speaker asked for no name."""
    return bool(draft.contents) and all(
        any(condition.span.covers(piece) for condition in conditions) for piece in draft.contents
    )


def outside_conditions(scene: Scene, draft: Draft, conditions: Sequence[Condition]) -> Draft:
    """Return a draft without what belongs to the condition: neither its words nor its "they" are said or speak."""
    touching = [c for c in conditions if any(c.span.covers(part) for part in draft.parts)]
    if not touching:
        return draft
    contents = tuple(piece for piece in draft.contents if not any(c.span.covers(piece) for c in touching))
    setting = next((c for c in touching if draft.source is not None and c.span.covers(draft.source)), None)
    source = draft.source if setting is None else _who_set(scene, setting) or draft.source
    return replace(draft, source=source, contents=contents)


def _who_set(scene: Scene, condition: Condition) -> Span | None:
    """Return who speaks on a condition: the source that the encoder marks right before it, else the subject."""
    start = scene.reading.sentences[condition.sentence].start
    marked = [
        span.span
        for span in scene.reading.spans.get("attribution", ())
        if span.label == "source" and start <= span.start and span.end <= condition.span.start
    ]
    if marked:
        return marked[-1]
    return source_span(scene.reading, condition.subject) if condition.subject is not None else None


def _speaking(scene: Scene, condition: Condition, drafts: Sequence[Draft]) -> Draft | None:
    sourced = [draft for draft in drafts if draft.source is not None]
    in_phrase = [d for d in sourced if d.source is not None and _is_of(d.source, condition)]
    if in_phrase:
        return in_phrase[0]
    same = [d for d in sourced if d.source is not None and _sentence(scene, d.source) == condition.sentence]
    if same:
        return min(same, key=lambda d: _distance(d.source, condition.span))
    return _earlier(scene, condition, sourced)


def _is_of(source: Span, condition: Condition) -> bool:
    return source.covers(condition.span) or (condition.subject is not None and source.covers(condition.subject))


def _earlier(scene: Scene, condition: Condition, sourced: Sequence[Draft]) -> Draft | None:
    """Return the last draft before the condition whose speaker is the subject of its clause."""
    before = [d for d in sourced if d.start < condition.span.start and _is_near(scene.text, d, condition)]
    for draft in reversed(before):
        if condition.subject is None or _may_be(scene, draft, condition.subject):
            return draft
    return None


def _may_be(scene: Scene, draft: Draft, subject: Token) -> bool:
    if draft.source is None:
        return False
    entity = scene.actors.resolve(draft.source)
    if entity is not None and entity == scene.actors.resolve(scene.reading.phrase(subject)):
        return True
    head = scene.reading.head_of(draft.source)
    return subject.upos == "PRON" or (head is not None and head.lemma.lower() == subject.lemma.lower())


def _same_speaker(scene: Scene, draft: Draft, speaking: Draft) -> bool:
    if draft.source is None or speaking.source is None:
        return False
    entity = scene.actors.resolve(speaking.source)
    return entity is not None and scene.actors.resolve(draft.source) == entity


def _is_near(text: str, draft: Draft, condition: Condition) -> bool:
    between = text[draft.start : condition.span.start].split("\n")
    return sum(1 for line in between[1:] if line.strip()) <= _PARAGRAPHS


def _sentence(scene: Scene, span: Span) -> int:
    inside = scene.reading.tokens_in(span)
    return inside[0].sentence if inside else -1


def _distance(span: Span | None, other: Span) -> int:
    return max(span.start - other.end, other.start - span.end) if span is not None else len("no distance")

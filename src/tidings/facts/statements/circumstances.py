"""When, where and on what condition something was said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tidings.facts.scene import Scene
from tidings.facts.statements.drafts import trimmed
from tidings.facts.statements.lexicon import listed, words
from tidings.facts.times.attach import find_when
from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.model.time import TimeType
from tidings.model.when import Interval


@dataclass(frozen=True, slots=True)
class Condition:
    """Words such as "on condition of anonymity", and whom they are said of."""

    span: Span
    sentence: int
    subject: Token | None


def find_conditions(scene: Scene) -> tuple[Condition, ...]:
    """Return every condition of speaking in the text, with the subject of its clause."""
    found: list[Condition] = []
    for match in _condition_pattern().finditer(scene.text):
        span = trimmed(scene.text, Span(match.start(), match.end()))
        inside = scene.reading.tokens_in(span) if span is not None else ()
        if span is None or not inside:
            continue
        found.append(Condition(span, inside[0].sentence, _subject(scene.reading, inside[0])))
    return tuple(found)


def said_when(scene: Scene, cue: Token | None) -> Interval | None:
    """Return the days on which something was said, None where the report does not tell."""
    when = find_when(scene, cue) if cue is not None else None
    return Interval(from_=when.from_, to=when.to) if when is not None and when.from_ is not None else None


def said_at_first(scene: Scene, source: Span | None) -> Interval | None:
    """Return the day that opens a sentence right before its speaker: "This afternoon sources near him said …"."""
    inside = scene.reading.tokens_in(source) if source is not None else ()
    if source is None or not inside:
        return None
    start = scene.reading.sentence_of(inside[0]).start
    opening = next((t for t in scene.times if t.start == start and t.from_ is not None), None)
    if opening is None or opening.type is TimeType.DURATION or not 0 <= source.start - start <= opening.end - start + 2:
        return None
    return Interval(from_=opening.from_, to=opening.to)


def said_where(reading: Reading, cue: Token | None, contents: Sequence[Span]) -> str | None:
    """Return where or through what it was said, in the report's words."""
    if cue is None:
        return None
    for phrase in _adjuncts(reading, cue):
        span = _venue(reading, phrase)
        if span is not None and not any(content.overlaps(span) for content in contents):
            return " ".join(span.of(reading.text).split())
    return None


def _adjuncts(reading: Reading, cue: Token) -> list[Token]:
    found = list(reading.children(cue, "obl", "advmod", "nmod"))
    audience = [t for t in reading.children(cue, "obj", "iobj") if t.lower in words("venue", "audiences")]
    return [*found, *(c for t in audience for c in reading.children(t, "nmod"))]


def _venue(reading: Reading, phrase: Token) -> Span | None:
    case = reading.child(phrase, "case")
    if case is None or case.index > phrase.index or case.lower not in words("venue", "prepositions"):
        return None
    inside = reading.subtree(phrase, without=("acl", "appos", "conj", "parataxis", "advcl"))
    if not any(t.lemma.lower() in words("venue", "nouns") for t in inside):
        return None
    indices = {t.index for t in inside}
    last = phrase.index
    while last + 1 in indices:
        last += 1
    return trimmed(reading.text, Span(case.start, reading.tokens[last].end))


def _subject(reading: Reading, token: Token) -> Token | None:
    """Return the nearest noun before the condition that can have spoken, by grammar, else by order."""
    for verb in (token, *reading.ancestors(token)):
        subject = reading.child(verb, "nsubj")
        if subject is not None and subject.start < token.start:
            governor = reading.head(verb)
            is_relative = subject.lower in {"who", "that"} and governor is not None
            return governor if is_relative else subject
        if verb.deprel.startswith("acl"):
            return reading.head(verb)
    before = reading.tokens[reading.sentence_of(token).first : token.index]
    return next((t for t in reversed(before) if t.upos in {"NOUN", "PROPN"}), None)


@cache
def _condition_pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in listed("condition", "patterns")), re.IGNORECASE)

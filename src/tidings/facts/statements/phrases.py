"""Attributions without a verb: "according to …", and headlines of the form "Police: …"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tidings.facts.scene import Scene
from tidings.facts.statements.drafts import Draft, pieces, trimmed
from tidings.facts.statements.grammar import noun_phrase
from tidings.facts.statements.lexicon import longest_headline_speaker
from tidings.facts.statements.linked import SPEAKING_ZONES
from tidings.model.reading import Reading, Token
from tidings.model.report import Zone, ZoneKind
from tidings.model.span import Span

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "X"})
_RELATIVES = frozenset({"who", "which", "that"})
_ENDS = frozenset({",", ".", ";", ":", "--", "—", "–", ")", "”", '"', "''"})


def drafts_of_according(scene: Scene, quotations: Sequence[Span]) -> Iterator[Draft]:
    """Yield a draft for every "according to" with a source behind it."""
    tokens = scene.reading.tokens
    for token, following in pairwise(tokens):
        if token.lower != "according" or following.lower != "to" or scene.zone_at(token.start) not in SPEAKING_ZONES:
            continue
        draft = _according(scene.reading, token, following, quotations)
        if draft is not None:
            yield draft


def drafts_of_headlines(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for every headline that names a speaker before a colon."""
    for zone in scene.zones:
        if zone.kind is ZoneKind.HEADLINE:
            yield from _headline(scene, zone)


def _according(reading: Reading, first: Token, second: Token, quotations: Sequence[Span]) -> Draft | None:
    source = _source_behind(reading, second)
    if source is None:
        return None
    sentence = reading.sentence_tokens(reading.sentence_of(first))
    apart = [t for t in sentence if t.end <= first.start or t.start >= source.end]
    if first.index == sentence[0].index:
        contents = pieces(apart, reading, quotations)
    else:
        contents = _around(reading, apart, first, quotations)
    if not contents:
        return None
    return Draft(
        cue=Span(first.start, second.end),
        source=source,
        contents=contents,
        rule="according-to",
        why=f"“according to {source.of(reading.text)}”",
    )


def _around(reading: Reading, apart: Sequence[Token], first: Token, quotations: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is told before "according to", and the predicate behind it if it parts a clause from its subject."""
    before = [t for t in apart if t.end <= first.start]
    behind = [t for t in apart if t.start > first.start]
    words = [t for t in behind if t.upos not in {"PUNCT", "ADV"}]
    if not words or words[0].upos not in {"AUX", "VERB"} or words[0].lower.endswith("ing"):
        return pieces(before, reading, quotations)
    relative = next((t for t in reversed(before) if t.upos != "PUNCT"), None)
    if relative is not None and relative.lower in _RELATIVES:
        return pieces(behind, reading, quotations)
    return pieces([*before, *behind], reading, quotations)


def _source_behind(reading: Reading, second: Token) -> Span | None:
    """Return the phrase that "according to" stands before: up to the next mark, farther if grammar says so."""
    sentence = reading.sentence_tokens(reading.sentence_of(second))
    behind = [t for t in sentence if t.index > second.index]
    stop = next((n for n, t in enumerate(behind) if t.upos == "PUNCT" and t.text in _ENDS), len(behind))
    if not stop:
        return None
    governor = next((a for a in reading.ancestors(second) if a.upos in _NOUNS and a.index > second.index), None)
    end = behind[stop - 1].end
    if governor is not None and second.index < governor.index <= behind[stop - 1].index:
        end = max(end, noun_phrase(reading, governor).end)
    return Span(behind[0].start, end)


def _headline(scene: Scene, zone: Zone) -> Iterator[Draft]:
    tokens = scene.reading.tokens_in(zone)
    for colon in tokens:
        if colon.text != ":" or not 0 < colon.index - tokens[0].index <= longest_headline_speaker():
            continue
        speaker = Span(tokens[0].start, scene.reading.tokens[colon.index - 1].end)
        content = trimmed(scene.text, Span(colon.end, tokens[-1].end))
        if content is None or not _speaks(scene, speaker):
            return
        yield Draft(
            cue=colon.span,
            source=speaker,
            contents=(content,),
            rule="headline-colon",
            why="the headline names the speaker before a colon",
        )
        return


def _speaks(scene: Scene, speaker: Span) -> bool:
    entity = scene.actors.resolve(speaker)
    return entity is not None and not scene.places_in(speaker)

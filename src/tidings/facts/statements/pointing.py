"""Statements told by order of sentences: "This was reported by X", and transcripts with the speaker in brackets."""

import re
from collections.abc import Iterator
from functools import cache

from tidings.facts.scene import Scene
from tidings.facts.statements.drafts import Draft, trimmed
from tidings.facts.statements.grammar import cue_span
from tidings.facts.statements.lexicon import acts_of, words
from tidings.model.mention import MentionKind
from tidings.model.reading import Sentence, Token
from tidings.model.report import ZoneKind
from tidings.model.span import Span

TRANSCRIPT = "transcript"
#: So many words before a verb of saying, and letters before a name, may stand.
_REACH, _NEAR = 6, 30
_SPEAKERS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})
_BRACKETED = re.compile(r"\[([^\[\]\n]{3,40})\]")


def drafts_of_pointers(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for every "This was reported by X", with the sentence before it as what X reported."""
    reading = scene.reading
    for before, sentence in zip(reading.sentences, reading.sentences[1:], strict=False):
        tokens = reading.sentence_tokens(sentence)
        verb = next((t for t in tokens[:_REACH] if _is_told(t)), None)
        if tokens[0].lower != "this" or verb is None or not {"was", "were", "been"} & {t.lower for t in tokens[:3]}:
            continue
        source = _behind_by(scene, sentence, verb)
        content = trimmed(scene.text, before.span)
        if source is not None and content is not None:
            yield Draft(
                cue=cue_span(reading, verb),
                source=source,
                contents=(content,),
                rule="points-back",
                why=f"“{tokens[0].text} … {verb.text}” points back to the sentence before",
            )


def _is_told(token: Token) -> bool:
    acts = acts_of("verbs")
    return token.upos == "VERB" and acts.get(token.lemma.lower()) is not None


def _behind_by(scene: Scene, sentence: Sentence, verb: Token) -> Span | None:
    """Return the phrase behind "by", the name in it if it has one."""
    tokens = scene.reading.tokens
    index = next(
        (i for i in range(verb.index, min(verb.index + _REACH, sentence.last)) if tokens[i].lower == "by"), None
    )
    if index is None or index + 1 >= sentence.last:
        return None
    start = tokens[index + 1].start
    mention = next((m for m in scene.mentions if start <= m.start < start + _NEAR and m.kind in _SPEAKERS), None)
    return mention.span if mention is not None else None


def drafts_of_transcripts(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for every turn of a transcript: "[name] words", up to the next bracket or blank line."""
    body = (m for m in _BRACKETED.finditer(scene.text) if scene.zone_at(m.start()) is ZoneKind.BODY)
    found = [m for m in body if scene.text[: m.start()].rstrip()[-1:] in {"", ".", "?", "!", "]", '"', "”"}]
    if not any(_is_mark(m[1]) for m in found):
        return
    for match in found:
        end = _turn_end(scene.text, match.end())
        content = trimmed(scene.text, Span(match.end(), end))
        if not _is_mark(match[1]) and content is not None and content.end - content.start > _NEAR:
            yield Draft(
                cue=None,
                source=Span(match.start(1), match.end(1)),
                contents=(content,),
                rule=TRANSCRIPT,
                why=f"the transcript names “{match[1]}” as speaker",
            )


def _turn_end(text: str, start: int) -> int:
    ends = [position for mark in ("[", "\n\n") if (position := text.find(mark, start)) >= 0]
    return min(ends, default=len(text))


def _is_mark(words_in: str) -> bool:
    """Say whether brackets hold a note of the transcriber."""
    return any(word in _marks() for word in words_in.lower().split())


@cache
def _marks() -> frozenset[str]:
    return words("transcript", "marks")

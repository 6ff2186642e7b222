"""Who is quoted by a medium: "X was quoted by the agency as saying that", "the daily quoted X as saying that"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.facts.statements.drafts import Draft, trimmed
from tidings.facts.statements.grammar import is_passive, noun_phrase
from tidings.facts.statements.lexicon import words
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

RULE = "quoted-as-saying"
_AS_SAYING = re.compile(r"\s(as\s+(?:saying|telling\s+\w+))\s*(?:,\s*)?(?=\S)")
_BARE = ("case", "acl", "appos", "parataxis", "advcl", "punct")
#: A longer phrase before "as saying" is more than the name of a speaker.
_LONGEST_SPEAKER = 90


def of_quoted(reading: Reading, draft: Draft) -> Draft:
    """Return a draft whose cue is "was quoted … as saying" with who is quoted as its speaker, no word of the medium."""
    verb = _quoting(reading, draft.cue)
    if draft.cue is None or verb is None or not is_passive(reading, verb):
        return draft
    subject = reading.child(verb, "nsubj:pass", "nsubj")
    contents = tuple(piece for piece in draft.contents if not _is_medium(reading, piece))
    if subject is None or subject.upos == "PRON" or subject.index > verb.index:
        return replace(draft, contents=contents)
    source = noun_phrase(reading, subject, without=_BARE)
    cut = (_before(reading.text, piece, source) for piece in contents)
    return replace(draft, source=source, contents=tuple(piece for piece in cut if piece is not None))


def _before(text: str, piece: Span, source: Span) -> Span | None:
    """Return a piece of content up to the speaker whom it took in: "“We won,” Ray" before "was quoted as saying"."""
    return trimmed(text, Span(piece.start, source.start)) if piece.covers(source) else piece


def drafts_of_quoted(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what somebody says whom a medium quotes: "the daily quoted an officer as saying that the men left"."""
    for draft in drafts:
        verb = _quoting(reading, draft.cue)
        if draft.cue is None or verb is None or is_passive(reading, verb):
            continue
        for piece in draft.contents:
            found = _AS_SAYING.search(piece.of(reading.text))
            source = trimmed(reading.text, Span(piece.start, piece.start + found.start())) if found else None
            rest = trimmed(reading.text, Span(piece.start + found.end(), piece.end)) if found else None
            if found and source and rest and source.end - source.start <= _LONGEST_SPEAKER:
                cue = Span(piece.start + found.start(1), piece.start + found.end(1))
                yield Draft(cue=cue, source=source, contents=(rest,), rule=RULE, why="somebody else quotes the speaker")


def without_doubles(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, "was quoted" left out where "as saying" tells what was said."""
    verbs = [_quoting(reading, draft.cue) for draft in drafts]
    pairs = list(zip(drafts, verbs, strict=True))
    told = {verb.index for draft, verb in pairs if verb is not None and draft.contents and _says(reading, draft.cue)}
    return [d for d, verb in pairs if verb is None or verb.index not in told or _says(reading, d.cue)]


def without_own_words(drafts: Sequence[Draft], quotations: Sequence[Span], reading: Reading) -> list[Draft]:
    """Return the drafts without those by which a quoted speaker speaks of herself: “I must say that …”.

    They stay where somebody is told to have said the whole quotation.
    """
    return [draft for draft in drafts if not _is_own_word(draft, drafts, quotations, reading)]


def _is_own_word(draft: Draft, drafts: Sequence[Draft], quotations: Sequence[Span], reading: Reading) -> bool:
    cue = draft.cue
    if cue is None or (draft.source and draft.source.of(reading.text).lower() not in words("release", "first_person")):
        return False
    quotation = next((q for q in quotations if q.covers(cue)), None)
    if quotation is None or not all(quotation.covers(piece) for piece in draft.contents):
        return False
    return not any(d is not draft and d.touches(cue) for d in drafts)


def _quoting(reading: Reading, cue: Span | None) -> Token | None:
    """Return the verb of quoting in a cue, or above its "saying"."""
    for token in reading.tokens_in(cue) if cue is not None else ():
        if token.lemma.lower() in words("cues", "quoting"):
            return token
        head = reading.head(token)
        if token.lower == "saying" and head is not None and head.lemma.lower() in words("cues", "quoting"):
            return head
    return None


def _says(reading: Reading, cue: Span | None) -> bool:
    return cue is not None and any(t.lower == "saying" for t in reading.tokens_in(cue))


def _is_medium(reading: Reading, piece: Span) -> bool:
    """Say whether a content is only who quotes, or the day: "by the agency", "Friday"."""
    inside = reading.tokens_in(piece)
    is_day = any(s.span.covers(piece) for s in reading.spans.get("times", ()))
    return is_day or (bool(inside) and inside[0].lower == "by" and not any(t.upos == "VERB" for t in inside))

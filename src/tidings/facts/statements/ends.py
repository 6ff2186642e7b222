"""How a cue and the phrase of a speaker end: marks that close what they open, no word that leads elsewhere."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from tidings.facts.statements.drafts import Draft
from tidings.facts.statements.grammar import is_dangling, noun_phrase
from tidings.facts.statements.lexicon import words
from tidings.model.reading import Reading
from tidings.model.span import Span

#: Words that open a phrase, with which no cue ends.
_OPENING = frozenset({"ADP", "DET", "ADJ", "NUM"})
#: Marks that set an apposition off on both sides, and what closes a bracket.
_DASH = r"(?:--|–|—|(?<=\s)-(?=\s))"
_CLOSING_DASH = re.compile(rf"\s?{_DASH}")
_OPENING_DASH = re.compile(_DASH)
_DATELINE = re.compile(rf"[A-Z][A-Z .,'’]+(?:\([^)\n]+\) )?{_DASH}+\s*")
_POSSESSIVE = ("'s", "’s")


def with_ends(reading: Reading, draft: Draft) -> Draft:
    """Return a draft whose cue and source begin and end where such phrases do."""
    cue = draft.cue
    if cue is not None:
        cue = with_colon(reading.text, _without_loose_end(reading, cue, {part.start for part in draft.parts}))
    source = draft.source
    if source is not None:
        source = behind_dateline(reading.text, source)
        source = closed(reading, source, [span for span in (cue, *draft.contents) if span is not None])
    contents = tuple(behind_dateline(reading.text, piece) for piece in draft.contents)
    return replace(draft, cue=cue, source=source, contents=contents)


def with_colon(text: str, cue: Span) -> Span:
    """Return a cue with the colon right behind it: "she added:"."""
    return Span(cue.start, cue.end + 1) if text[cue.end : cue.end + 1] == ":" else cue


def behind_dateline(text: str, span: Span) -> Span:
    """Return words at the front of a report without the place that it was written in: "PARIS - Ann Lee said"."""
    found = _DATELINE.match(text, span.start, span.end)
    is_first = not text[: span.start].rpartition("\n")[2].strip()
    return Span(found.end(), span.end) if found is not None and is_first else span


def closed(reading: Reading, source: Span, taken: Sequence[Span]) -> Span:
    """Return a source with the mark that closes what it opens.

    A bracket; the full stop of an abbreviation ("Ann Lee Jr. said"); the comma or dash
    behind an apposition ("Ann Lee, the mayor, said"); the "'s" of whose claim it is.
    """
    end = _without_aside(reading, source)
    for step in (_full_stop, _apposition, _bracket, _full_stop, _comma, _dash, _possessive):
        end = step(reading, Span(source.start, end))
    whole = Span(source.start, end)
    return source if any(other.overlaps(whole) for other in taken) else whole


def _without_aside(reading: Reading, source: Span) -> int:
    """Return the end of a source before an aside that is about the saying: "X, in Paris," "X, however,"."""
    bare = source.of(reading.text).rstrip(",")
    comma = source.start + bare.rfind(",")
    aside = reading.tokens_in(Span(comma + 1, max(comma + 1, source.start + len(bare)))) if "," in bare else ()
    if aside and aside[0].lower in words("speakers", "asides"):
        return comma
    return source.end


def _apposition(reading: Reading, source: Span) -> int:
    """Return the end of the apposition that begins behind a comma: "Ann Lee, the mayor of Paris"."""
    inside = reading.tokens_in(source)
    if not inside or reading.text[source.end : source.end + 1] != ",":
        return source.end
    for token in inside:
        for named in reading.children(token, "appos"):
            phrase = noun_phrase(reading, named)
            if 0 < phrase.start - source.end <= len(", ") and reading.text[phrase.end : phrase.end + 1] in {",", "."}:
                return phrase.end
    return source.end


def _bracket(reading: Reading, source: Span) -> int:
    said = source.of(reading.text)
    return source.end + (reading.text[source.end : source.end + 1] == ")" and said.count("(") > said.count(")"))


def _full_stop(reading: Reading, source: Span) -> int:
    """Return the end behind a full stop in the middle of a sentence."""
    inside = reading.tokens_in(source)
    if reading.text[source.end : source.end + 1] != "." or not inside:
        return source.end
    return source.end + (reading.sentence_of(inside[-1]).end > source.end + 1)


def _comma(reading: Reading, source: Span) -> int:
    return source.end + ("," in source.of(reading.text) and reading.text[source.end : source.end + 1] == ",")


def _dash(reading: Reading, source: Span) -> int:
    closing = _CLOSING_DASH.match(reading.text, source.end)
    opening = _OPENING_DASH.search(reading.text, source.start, source.end)
    return closing.end() if closing is not None and opening is not None else source.end


def _possessive(reading: Reading, source: Span) -> int:
    return source.end + 2 * (reading.text[source.end : source.end + 2] in _POSSESSIVE)


def _without_loose_end(reading: Reading, cue: Span, starts: Collection[int]) -> Span:
    """Return a cue without the preposition at its end that neither content nor speaker stands behind: "said at"."""
    inside = list(reading.tokens_in(cue))
    last = inside[-1].index if inside else len(reading.tokens)
    if last + 1 >= len(reading.tokens) or reading.tokens[last + 1].start in starts:
        return cue
    while len(inside) > 1 and inside[-1].upos in _OPENING and is_dangling(reading, inside[-1]):
        inside.pop()
    return Span(cue.start, inside[-1].end)

"""Quotations without an attribution: whose words they are by what stands beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.facts.nearby import Nearby
from tidings.facts.scene import Scene
from tidings.facts.statements.clauses import source_span
from tidings.facts.statements.drafts import Draft, joined, overlapping
from tidings.facts.statements.grammar import cue_span, subject_of
from tidings.facts.statements.lexicon import words
from tidings.facts.statements.linked import SPEAKING_ZONES
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

#: A quotation of fewer words is a name or a word held at arm's length.
_FEWEST_WORDS = 4
_SHORT = 3
#: A cue stands beside a quotation if so many characters or fewer are between them.
_BESIDE = 60
#: Letters behind a colon within which a quotation begins.
_BELOW = 4


def with_quotations(scene: Scene, drafts: Sequence[Draft], quotations: Sequence[Span]) -> list[Draft]:
    """Return the drafts with quotations added that go on from them, and new ones for the others."""
    found = sorted(drafts, key=_start)
    taken = Nearby((piece, (piece,)) for draft in drafts for piece in draft.contents)
    for quotation in quotations:
        is_told = any(piece.overlaps(quotation) for piece in taken.at(quotation))
        if is_told or scene.zone_at(quotation.start) not in SPEAKING_ZONES:
            continue
        inside = scene.reading.tokens_in(quotation)
        if len(inside) < _FEWEST_WORDS or _is_title(inside):
            continue
        found = sorted(_with_one(scene, found, quotation), key=_start)
    return found


def _is_title(tokens: Sequence[Token]) -> bool:
    """Say whether a quotation is the name of something: every longer word begins with a capital."""
    words_ = [t.text for t in tokens if t.text.isalpha() and len(t.text) > _SHORT]
    return bool(words_) and all(word[0].isupper() and not word.isupper() for word in words_)


def quotation_beside(
    reading: Reading, draft: Draft, told: Nearby[Draft], quotations: Sequence[Span]
) -> tuple[Span, ...]:
    """Return the quotation that stands next to a draft's cue in its sentence and is nobody else's."""
    cue = draft.cue
    if cue is None:
        return ()
    word = reading.tokens_in(cue)[0]
    sentence = reading.sentence_of(word).span
    near = [q for q in overlapping(quotations, sentence) if not q.overlaps(cue)]
    free = [q for q in near if not any(other is not draft and other.touches(q) for other in told.at(q))]
    best = min(free, key=lambda q: max(q.start - cue.end, cue.start - q.end), default=None)
    if best is None and reading.text[cue.end : sentence.end].rstrip().endswith(":"):
        return tuple(q for q in overlapping(quotations, Span(sentence.end, sentence.end + _BELOW)))[:1]
    if best is None or max(best.start - cue.end, cue.start - best.end) > _BESIDE:
        return ()
    return (best,)


def _with_one(scene: Scene, drafts: list[Draft], quotation: Span) -> list[Draft]:
    earlier = _goes_on_from(scene.text, drafts, quotation) or _fills_next_paragraph(scene.text, drafts, quotation)
    if earlier is not None:
        longer = replace(earlier, contents=joined(scene.text, (*earlier.contents, quotation)))
        return [longer if draft is earlier else draft for draft in drafts]
    new = _beside_verb(scene.reading, quotation, drafts) or _behind_colon(scene.reading, quotation)
    return [*drafts, new] if new else drafts


def _goes_on_from(text: str, drafts: Sequence[Draft], quotation: Span) -> Draft | None:
    """Return the draft whose speaker goes on after the cue: “…,” he said. “…”."""
    for draft in reversed(drafts):
        last = draft.contents[-1] if draft.contents else None
        if draft.cue is None or last is None or draft.cue.start > quotation.start:
            continue
        between = text[draft.cue.end : quotation.start]
        is_near = last.end <= quotation.start and "\n\n" not in between and draft.cue.end <= quotation.start
        is_quoted = text[last.end - 1] in "”\"'"
        return draft if is_near and is_quoted and last.end <= draft.cue.end and between.count(".") <= 2 else None  # noqa: PLR2004 a full stop and one of a title
    return None


def _beside_verb(reading: Reading, quotation: Span, drafts: Sequence[Draft]) -> Draft | None:
    """Return a draft for a quotation right before or behind a verb of saying with a subject."""
    for verb in _verbs_beside(reading, quotation):
        subject = subject_of(reading, verb)
        if subject is None or quotation.covers(subject) or quotation.covers(verb):
            continue
        if any(draft.covers(verb) for draft in drafts):
            continue
        cue = cue_span(reading, verb)
        return Draft(
            cue=cue,
            source=source_span(reading, subject),
            contents=(quotation,),
            rule="quotation-beside-verb",
            why=f"the quotation stands beside “{subject.text} {cue.of(reading.text)}”",
        )
    return None


def _verbs_beside(reading: Reading, quotation: Span) -> Iterator[Token]:
    inside = reading.tokens_in(quotation)
    sentences = {inside[0].sentence, inside[-1].sentence}
    for number in sorted(sentences):
        sentence = reading.sentences[number]
        for token in reading.sentence_tokens(sentence):
            if token.upos == "VERB" and token.lemma.lower() in words("cues", "beside_quote"):
                yield token


def _fills_next_paragraph(text: str, drafts: Sequence[Draft], quotation: Span) -> Draft | None:
    """Return the draft of the paragraph before a quotation that fills one of its own."""
    if not _opens_paragraph(text, quotation) or not _closes_paragraph(text, quotation):
        return None
    before = [draft for draft in drafts if draft.cue is not None and draft.end <= quotation.start]
    last = max(before, key=_end, default=None)
    return last if last is not None and _paragraphs_between(text, last.end, quotation.start) == 1 else None


def _behind_colon(reading: Reading, quotation: Span) -> Draft | None:
    """Return a draft for a quotation behind a sentence that ends in a colon."""
    first = reading.tokens_in(quotation)[0].index
    if first == 0 or reading.tokens[first - 1].text != ":":
        return None
    sentence = reading.sentence_tokens(reading.sentence_of(reading.tokens[first - 1]))
    for verb in sentence:
        subject = subject_of(reading, verb) if verb.upos == "VERB" and verb.start < quotation.start else None
        if subject is not None and verb.lemma.lower() in words("cues", "saying") | words("cues", "beside_quote"):
            cue = cue_span(reading, verb)
            return Draft(
                cue=cue,
                source=source_span(reading, subject),
                contents=(quotation,),
                rule="quotation-behind-colon",
                why=f"the quotation stands behind “{subject.text} {cue.of(reading.text)} … :”",
            )
    return None


def _opens_paragraph(text: str, quotation: Span) -> bool:
    return not text[: quotation.start].rpartition("\n")[2].strip()


def _closes_paragraph(text: str, quotation: Span) -> bool:
    return not text[quotation.end :].partition("\n")[0].strip(" .")


def _paragraphs_between(text: str, start: int, end: int) -> int:
    """Return how many times a new paragraph begins between two places."""
    lines = text[start:end].split("\n")
    return sum(1 for line in lines[1:-1] if line.strip()) + (len(lines) > 1)


def _start(draft: Draft) -> int:
    return draft.start


def _end(draft: Draft) -> int:
    return draft.end

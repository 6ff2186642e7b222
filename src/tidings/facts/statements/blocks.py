"""Words given in full behind a colon, without quotation marks: "The minister said:" and paragraphs below."""

from collections.abc import Iterator, Sequence

from tidings.facts.scene import Scene
from tidings.facts.statements.clauses import source_of_verb
from tidings.facts.statements.drafts import Draft, joined
from tidings.facts.statements.grammar import cue_span
from tidings.facts.statements.lexicon import words
from tidings.model.reading import Sentence, Token
from tidings.model.report import ZoneKind
from tidings.model.span import Span

RULE = "block-behind-colon"
_MARKS = "“”\"'‘’`"
_OWN = frozenset({"we", "i", "our", "my", "us"})


def drafts_of_blocks(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for every paragraph "X said:" with what X said in the paragraphs below."""
    for sentence in scene.reading.sentences:
        tokens = scene.reading.sentence_tokens(sentence)
        if tokens[-1].text != ":" or scene.zone_at(sentence.start) is not ZoneKind.BODY:
            continue
        verb = next((t for t in tokens if t.lemma.lower() in words("cues", "beside_quote") and t.upos == "VERB"), None)
        block = _block(scene, sentence)
        source = source_of_verb(scene.reading, verb) if verb is not None else None
        if verb is not None and source is not None and block:
            yield Draft(
                cue=cue_span(scene.reading, verb),
                source=source,
                contents=joined(scene.text, block),
                rule=RULE,
                why=f"what “{source.of(scene.text)}” said follows the colon in full",
            )


def _block(scene: Scene, opening: Sentence) -> list[Span]:
    """Return the sentences below a colon, up to the next one that names a speaker; none without a first person."""
    found: list[Span] = []
    speaks = False
    for sentence in scene.reading.sentences[opening.index + 1 :]:
        tokens = scene.reading.sentence_tokens(sentence)
        is_body = scene.zone_at(sentence.start) is ZoneKind.BODY
        if not is_body or scene.text[sentence.start] in _MARKS or _names_speaker(scene, tokens):
            break
        found.append(sentence.span)
        speaks = speaks or any(token.lower in _OWN for token in tokens)
    begins_below = bool(found) and "\n" in scene.text[opening.end : found[0].start]
    return found if speaks and begins_below else []


def _names_speaker(scene: Scene, tokens: Sequence[Token]) -> bool:
    for token in tokens:
        if token.upos == "VERB" and token.lemma.lower() in {"say", "tell", "add"}:
            subject = scene.reading.child(token, "nsubj")
            if subject is not None and subject.lower not in _OWN:
                return True
    return False

"""Small real values to test with: readings written by hand instead of an encoder's.

    reading = reading_of(
        "Police said two men died.",
        '''
        Police police NOUN 2 nsubj
        said   say    VERB 0 root
        two    two    NUM  4 nummod
        men    man    NOUN 5 nsubj
        died   die    VERB 2 ccomp
        .      .      PUNCT 2 punct
        ''',
        entities=[("Police", "organisation")],
        attributions=[("said", ["Police"], ["two men died"])],
    )

A row is: form, lemma, upos, head (counted from 1 within its sentence, 0 for the root) and
relation; an empty line ends a sentence. A span is named by its words: the first place
in the text where they stand, or with a number, `("he", "person", 2)`, the second.
"""

from collections.abc import Iterable, Mapping, Sequence

from tidings.facts.actors.actors import Actors
from tidings.facts.scene import Scene
from tidings.model.mention import Entity, Mention
from tidings.model.reading import ROOT, AttributionLink, LabelledSpan, Reading, Sentence, Token
from tidings.model.report import Report, Written, Zone, ZoneKind
from tidings.model.span import Span

Labelled = tuple[str, str] | tuple[str, str, int]


def reading_of(
    text: str,
    rows: str,
    *,
    attributions: Iterable[tuple[str, Sequence[str], Sequence[str]]] = (),
    **heads: Iterable[Labelled],
) -> Reading:
    """Return a reading of `text` with the grammar of `rows`; every other keyword is a head with its spans."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for block in _blocks(rows):
        first = len(tokens)
        for row in block:
            tokens.append(_token(text, row, len(tokens), first, len(sentences), tokens[-1].end if tokens else 0))
        sentences.append(Sentence(len(sentences), first, len(tokens), tokens[first].start, tokens[-1].end))
    return Reading(
        text=text,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        spans={
            head: tuple(sorted((_labelled(text, *given) for given in spans), key=_start))
            for head, spans in heads.items()
        },
        attributions=tuple(_link(text, *given) for given in attributions),
    )


def span_of(text: str, words: str, occurrence: int = 1) -> Span:
    """Return the span of the nth occurrence of some words."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


class NamedActors(Actors):
    """Actors of a report given by the words that name them: `{"Mr Roe": entity, "he": entity}`."""

    def __init__(self, text: str, known: Mapping[str, Entity]) -> None:
        """Keep which words name whom."""
        self._text = text
        self._known = {words.lower(): entity for words, entity in known.items()}

    def resolve(self, span: Span) -> str | None:
        """Return the entity that exactly these words name."""
        found = self._known.get(span.of(self._text).lower())
        return found.id if found is not None else None

    def body_within(self, span: Span) -> tuple[str, Span] | None:
        """Return the body whose name stands within a longer phrase."""
        for words, entity in self._known.items():
            start = self._text.lower().find(words, span.start)
            if entity.kind == "organisation" and start >= 0 and span.covers(Span(start, start + len(words))):
                return entity.id, Span(start, start + len(words))
        return None

    def state(self, code: str, span: Span) -> str:  # noqa: ARG002 - the words name it already
        """Return the entity that these words name."""
        return self._known[span.of(self._text).lower()].id

    def entity(self, entity_id: str) -> Entity:
        """Return an entity by its id."""
        return next(entity for entity in self._known.values() if entity.id == entity_id)

    def gender(self, entity_id: str) -> None:  # noqa: ARG002 - nobody's gender is given
        """Return nothing: names given by hand show no gender."""
        return

    def entities(self) -> tuple[Entity, ...]:
        """Return the entities, each once."""
        return tuple({entity.id: entity for entity in self._known.values()}.values())


def scene_of(
    reading: Reading,
    *,
    known: Mapping[str, Entity] | None = None,
    zones: tuple[Zone, ...] | None = None,
    mentions: tuple[Mention, ...] = (),
) -> Scene:
    """Return a scene of a hand-made reading: one body zone, no times or places, the actors given by their words."""
    return Scene(
        report=Report(id="test", text=reading.text),
        zones=zones or (Zone(kind=ZoneKind.BODY, start=0, end=len(reading.text)),),
        reading=reading,
        mentions=mentions,
        times=(),
        written=Written(from_=None, to=None, basis="none", why="a test"),
        places=(),
        actors=NamedActors(reading.text, known or {}),
    )


def _blocks(rows: str) -> list[list[list[str]]]:
    blocks: list[list[list[str]]] = [[]]
    for line in rows.strip().splitlines():
        if line.strip():
            blocks[-1].append(line.split())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _token(text: str, row: list[str], index: int, first: int, sentence: int, after: int) -> Token:
    form, lemma, upos, head, deprel = row
    start = text.index(form, after)
    governor = ROOT if int(head) == 0 else first + int(head) - 1
    return Token(index, start, start + len(form), form, lemma, upos, governor, deprel, sentence)


def _labelled(text: str, words: str, label: str, occurrence: int = 1) -> LabelledSpan:
    span = span_of(text, words, occurrence)
    return LabelledSpan(span.start, span.end, label, 1.0)


def _start(span: LabelledSpan) -> int:
    return span.start


def _link(text: str, cue: str, sources: Sequence[str], contents: Sequence[str]) -> AttributionLink:
    return AttributionLink(
        cue=_labelled(text, cue, "cue"),
        sources=tuple(_labelled(text, words, "source") for words in sources),
        contents=tuple(_labelled(text, words, "content") for words in contents),
    )

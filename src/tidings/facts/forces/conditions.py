"""Conditions of a strength: what it depends on, its pace, who asked, its scope and deadline."""

from collections.abc import Iterator, Sequence

from tidings.facts.forces.strengths import Strength
from tidings.facts.scene import Scene
from tidings.model.force import Condition, ConditionKind
from tidings.model.mention import MentionKind
from tidings.model.reading import Sentence, Token
from tidings.model.span import Span
from tidings.model.time import TimeType
from tidings.resources import load_table

#: Bodies and people can ask for troops.
ASKERS = (MentionKind.ORGANISATION, MentionKind.PERSON)
#: So many sentences after a planned strength may still speak of its conditions.
REACH = 3


def find_conditions(scene: Scene, strength: Strength, others: Sequence[Strength]) -> tuple[Condition, ...]:
    """Return the conditions in the sentence of a strength and those that follow up on it."""
    found: list[Condition] = []
    for sentence in _near(scene, strength, others):
        words = f" {' '.join(scene.text[sentence.start : sentence.end].lower().split())} "
        for name, entry in load_table("forces.toml")["conditions"].items():
            kind = ConditionKind(name)
            found += [
                c
                for cue in entry["cues"]
                if f" {cue} " in words.replace(",", " ").replace(".", " ")
                for c in _condition(scene, sentence, kind, cue, strength)
            ]
    return tuple(_distinct(found))


def _near(scene: Scene, strength: Strength, others: Sequence[Strength]) -> Iterator[Sentence]:
    """Yield the strength's sentence and the next ones, up to a sentence with a strength of its own."""
    first = strength.token.sentence
    taken = {other.token.sentence for other in others} - {first}
    sentences = scene.reading.sentences
    for index in range(first, min(first + 1 + REACH, len(sentences))):
        if index in taken:
            return
        if index == first or _speaks_of_it(scene, sentences[index]):
            yield sentences[index]


def _speaks_of_it(scene: Scene, sentence: Sentence) -> bool:
    nouns = load_table("forces.toml")["follow_up"]["nouns"]
    return any(t.lemma.lower() in nouns for t in scene.reading.sentence_tokens(sentence))


def _condition(
    scene: Scene, sentence: Sentence, kind: ConditionKind, cue: str, strength: Strength
) -> Iterator[Condition]:
    tokens = scene.reading.sentence_tokens(sentence)
    wanted = cue.split()
    for n, token in enumerate(tokens):
        if [t.lower for t in tokens[n : n + len(wanted)]] != wanted:
            continue
        span = _clause(scene, token, tokens)
        if kind is ConditionKind.DEADLINE and not _has_date_after(scene, token, span):
            continue
        if kind is ConditionKind.SCOPE and sentence.index != strength.token.sentence:
            continue
        by = (
            _asker(scene, tokens[min(n + len(wanted) - 1, len(tokens) - 1)])
            if kind is ConditionKind.REQUESTED_BY
            else None
        )
        if kind is ConditionKind.REQUESTED_BY and by is None:
            continue
        why = f"“{cue}”: {load_table('forces.toml')['conditions'][kind.value]['why']}"
        yield Condition(kind=kind, by=by, span=span, why=why)
        return


def _clause(scene: Scene, token: Token, tokens: Sequence[Token]) -> Span:
    """Return the clause around a cue: between commas, conjunctions of clauses and quotation marks."""
    stops = {",", ";", "“", "”", '"', "``", "''", "."}
    first = (
        next(
            (k for k in range(token.index - 1, tokens[0].index - 1, -1) if scene.reading.tokens[k].text in stops),
            tokens[0].index - 1,
        )
        + 1
    )
    last = (
        next(
            (k for k in range(token.index + 1, tokens[-1].index + 1) if scene.reading.tokens[k].text in stops),
            tokens[-1].index + 1,
        )
        - 1
    )
    return Span(scene.reading.tokens[first].start, scene.reading.tokens[max(last, token.index)].end)


def _has_date_after(scene: Scene, token: Token, span: Span) -> bool:
    return any(
        t.type in (TimeType.DATE, TimeType.DURATION) and t.start <= token.end + 25
        for t in scene.times_in(Span(token.start, max(span.end, token.end)))
    )


def _asker(scene: Scene, cue: Token) -> str | None:
    """Return who asked: the subject of "requested", who follows "at the request of", else the body named before."""
    reading = scene.reading
    passive = reading.child(cue, "nsubj:pass") is not None
    agent = reading.child(cue, "obl:agent", "nmod")
    above = reading.head(cue) if cue.upos in ("ADP", "PART") else None
    for word in (None if passive else reading.child(cue, "nsubj"), agent, above):
        found = scene.actors.resolve(reading.phrase(word)) if word is not None else None
        if found is not None:
            return found
    sentence = reading.sentence_of(cue)
    before = [m for m in scene.mentions_in(sentence.span) if m.kind in ASKERS and m.end <= cue.start]
    return scene.actors.resolve(before[-1].span) if before else None


def _distinct(conditions: list[Condition]) -> Iterator[Condition]:
    seen: set[tuple[ConditionKind, Span]] = set()
    for condition in sorted(conditions, key=lambda c: (c.span, c.kind)):
        if (condition.kind, condition.span) not in seen:
            seen.add((condition.kind, condition.span))
            yield condition

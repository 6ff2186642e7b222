"""Who does what a thread is about: the subject, the agent, or the speaker who says "we"."""

from tidings.facts.scene import Scene
from tidings.facts.statements.grammar import noun_phrase, subject_of
from tidings.model.reading import Reading, Token
from tidings.model.statement import Statement

_SPEAKER = frozenset({"we", "i", "us"})


def doer_of(scene: Scene, anchor: Token, word: Token, statement: Statement | None) -> str | None:
    """Return the entity that carries a thread, None where the report does not tell."""
    subject = _subject(scene.reading, anchor, word)
    speaker = statement.speaker.entity if statement is not None and statement.speaker is not None else None
    if subject is None:
        return speaker
    if subject.lower in _SPEAKER:
        return speaker
    return scene.actors.resolve(noun_phrase(scene.reading, subject)) or scene.actors.resolve(
        scene.reading.phrase(subject)
    )


def _subject(reading: Reading, anchor: Token, word: Token) -> Token | None:
    """Return the subject of the anchor, or who stands before the noun: "the army's inquiry", "a police probe"."""
    found = subject_of(reading, anchor) if anchor.upos in {"VERB", "AUX"} else None
    if found is not None and found.index != word.index:
        return found
    owner = reading.child(word, "nmod:poss", "compound")
    if owner is not None:
        return owner
    by = (c for c in reading.children(word, "nmod") if any(t.lower == "by" for t in reading.children(c, "case")))
    return next(by, None)

"""Kin: behind "the mother of a soldier killed in the war" it is the soldier who was killed."""

from tidings.facts.events.lexicon import words_of
from tidings.model.reading import Reading, Token


def bearer(reading: Reading, noun: Token, verb: Token) -> Token:
    """Return whom a word of harm behind "the mother of a soldier" is said of: the soldier."""
    if noun.lemma.lower() not in words_of("kin", "nouns"):
        return noun
    for child in reading.children(noun, "nmod"):
        case = reading.child(child, "case")
        if noun.index < child.index < verb.index and case is not None and case.lower == "of":
            return child
    return noun

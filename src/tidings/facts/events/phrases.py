"""Phrases: the tight noun phrase that names a doer or a target."""

from tidings.facts.events.chunks import Chunk, chunk_around, chunk_from
from tidings.facts.scene import Scene
from tidings.model.mention import MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

#: Pronouns that say nothing unless it is known for whom they stand.
PRONOUNS = frozenset(
    {"he", "she", "they", "him", "her", "them", "it", "who", "whom", "we", "us", "which", "that"}
    | {"his", "their", "its", "our"}
)
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON"})


def phrase_of(scene: Scene, token: Token, event: Token) -> Span:
    """Return the noun phrase that a word heads, short of the event word: its own words and "of" with what follows.

    A named person is its name, without titles and offices before it; a pronoun is the phrase it stands for.
    """
    if token.lower in PRONOUNS or token.upos not in _CONTENT:
        return _antecedent(scene, token) or token.span
    chunk = chunk_around(scene.reading, token, until=event.index if token.index < event.index else None)
    name = _name_at(scene, chunk)
    if name is not None:
        return name
    return Span(scene.reading.tokens[chunk.first].start, scene.reading.tokens[_end(scene.reading, chunk) - 1].end)


def _antecedent(scene: Scene, token: Token) -> Span | None:
    if token.upos != "PRON":
        return None
    entity = scene.actors.resolve(token.span)
    return scene.actors.entity(entity).span if entity is not None else None


def _end(reading: Reading, chunk: Chunk) -> int:
    """Return where a phrase ends, "of" and the phrase after it taken in."""
    last = chunk.last
    if reading.tokens[last - 1].lower == "of" and last - 1 > chunk.first:
        last -= 1
    if last < len(reading.tokens) and reading.tokens[last].lower == "of":
        found = chunk_from(reading, last + 1)
        return found.last if found is not None else last
    return last


def _name_at(scene: Scene, chunk: Chunk) -> Span | None:
    """Return the name of a person that ends where the phrase ends, or follows right behind its office."""
    tokens = scene.reading.tokens
    start, end = tokens[chunk.first].start, tokens[chunk.last - 1].end
    name = scene.reading.span_at("names", end - 1)
    return name.span if name is not None and name.label == MentionKind.PERSON and start <= name.start else None

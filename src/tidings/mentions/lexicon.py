"""Words that name a thing wherever they stand: weapons, vehicles, nationalities."""

from collections.abc import Mapping, Sequence
from functools import cache

from tidings.model.mention import MentionKind
from tidings.model.reading import LabelledSpan, Reading, Token
from tidings.resources import load_table
from tidings.resources.registry import demonyms, name_key

_LONGEST = 3


def find_thing_words(reading: Reading) -> tuple[LabelledSpan, ...]:
    """Return words for weapons, vehicles and platforms, and adjectives of nationality, in text order."""
    found = (_nationality(token) or _thing(reading.tokens, token) for token in reading.tokens)
    return tuple(span for span in found if span is not None)


def _nationality(token: Token) -> LabelledSpan | None:
    if token.upos not in {"ADJ", "PROPN", "NOUN"} or not token.text[:1].isupper() or token.lower == "us":
        return None
    if name_key(token.text) not in demonyms():
        return None
    return LabelledSpan(token.start, token.end, MentionKind.NATIONALITY.value, 1.0)


def _thing(tokens: Sequence[Token], token: Token) -> LabelledSpan | None:
    if token.upos not in {"NOUN", "PROPN"}:
        return None
    for length in range(_LONGEST, 0, -1):
        first = token.index - length + 1
        if first < 0 or tokens[first].sentence != token.sentence:
            continue
        before = [t.lower for t in tokens[first : token.index]]
        for form in (token.lower, token.lemma.lower(), token.lower.removesuffix("s")):
            kind = _thing_words().get(" ".join([*before, form]).replace(" - ", "-"))
            if kind is not None:
                return LabelledSpan(tokens[first].start, token.end, kind, 1.0)
    return None


@cache
def _thing_words() -> Mapping[str, str]:
    table = load_table("mention_words.toml")["kinds"]
    return {" ".join(word.split()): kind for kind, words in table.items() for word in words.split(";") if word.strip()}

"""Sizes: a number that tells how strong a whole body is: "a 9,000-strong force", "raise the garrison to 500"."""

from collections.abc import Iterator

from tidings.facts.events.numbers import Count, find_counts
from tidings.facts.forces.words import words
from tidings.model.reading import Reading, Token

#: So many words behind "9,000-strong" its noun may stand.
_FAR = 7
#: So many words behind a verb of growth its object and the new level may stand.
_REACH = 18


def find_strong(reading: Reading, tokens: tuple[Token, ...]) -> Iterator[tuple[Token, Count]]:
    """Yield the body and the number of "9,000-strong peacekeeping force"."""
    for token in tokens:
        before = reading.tokens[max(tokens[0].index, token.index - 2) : token.index]
        if token.lower != "strong" or len(before) < 2 or before[1].text not in ("-", "–"):  # noqa: PLR2004
            continue
        count = next(iter(_counts(reading, before[0])), None)
        body = _body_behind(reading, token, tokens)
        if count is not None and body is not None:
            yield body, count


def _counts(reading: Reading, number: Token) -> tuple[Count, ...]:
    """Return the count of a number, the hyphen behind it left out of sight, the words before it not."""
    core = find_counts(reading, number.index, number.index + 1) or _plain(number)
    return tuple(c for c in core if not c.is_article)


def _plain(number: Token) -> tuple[Count, ...]:
    digits = number.text.replace(",", "")
    if not digits.isdigit():
        return ()
    value, index = int(digits), number.index
    return (
        Count(at_least=value, at_most=value, approximate=False, first=index, last=index + 1, core=index, words=digits),
    )


def _body_behind(reading: Reading, strong: Token, tokens: tuple[Token, ...]) -> Token | None:
    """Return the noun that is so strong: the last of the run behind."""
    found = None
    for token in reading.tokens[strong.index + 1 : min(strong.index + 1 + _FAR, tokens[-1].index + 1)]:
        if token.upos not in ("NOUN", "PROPN", "ADJ", "VERB", "PUNCT") or token.text in (",", ";", "(", "."):
            break
        if token.lemma.lower() in _bodies() or token.lower in _bodies():
            found = token
    return found


def _bodies() -> frozenset[str]:
    return words("strength", "nouns") | words("units", "military")


def find_raised(reading: Reading, tokens: tuple[Token, ...]) -> Iterator[tuple[Token, Token, Count]]:
    """Yield verb, body and number of "increase its forces to 5,000", "bring its numbers up to 15,000"."""
    for verb in tokens:
        if verb.upos != "VERB" or verb.lemma.lower() not in words("verbs", "raise"):
            continue
        behind = [t for t in tokens if verb.index < t.index <= verb.index + _REACH]
        body = next((t for t in behind if _is_body(reading, t)), None)
        number = next((c for c in _levels(reading, behind) if body is not None and c.first > body.index), None)
        if body is not None and number is not None:
            yield verb, body, number


def _is_body(reading: Reading, noun: Token) -> bool:
    """Say whether a noun is a body of troops, or a measure of one: "its numbers", "the number of soldiers"."""
    if noun.lemma.lower() not in words("strength", "measures"):
        return noun.lemma.lower() in _bodies() or noun.lower in _bodies()
    before = reading.tokens[max(0, noun.index - 1) : noun.index]
    of_whom = reading.tokens[noun.index + 1 : noun.index + 5]
    named = {t.lemma.lower() for t in (*before, *(of_whom if of_whom and of_whom[0].lower == "of" else ()))}
    return not named.isdisjoint(words("units", "military")) or any(
        t.lower in ("its", "their", "'s", "’s") for t in before
    )


def _levels(reading: Reading, behind: list[Token]) -> Iterator[Count]:
    """Yield the counts behind "to": the level that is reached, not the number that is added."""
    if not behind:
        return
    for count in find_counts(reading, behind[0].index, behind[-1].index + 1):
        before = reading.tokens[count.first - 1].lower
        if not count.is_article and (before == "to" or count.words.startswith("up to ")):
            yield count

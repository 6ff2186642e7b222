"""Loose dates: dates that stand right before a noun phrase and are no part of it."""

from tidings.model.reading import Reading, Token

_DATES = frozenset({"DATE", "TIME"})


def is_loose_date(reading: Reading, token: Token) -> bool:
    """Say whether a word is of a date behind a preposition or at the head of a sentence.

    "On 3 March gunmen attacked" has gunmen, not March gunmen; "Monday's attackers" are Monday's.
    """
    time = reading.span_at("times", token.start)
    if time is None or time.label not in _DATES:
        return False
    first = reading.tokens_in(time)[0].index
    opening = reading.sentence_of(token).first
    while first > opening and reading.tokens[first - 1].upos == "NUM":
        first -= 1
    return first == opening or reading.tokens[first - 1].upos == "ADP"

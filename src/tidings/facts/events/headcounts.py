"""Head counts beside a word: the number that stands with, before or behind a word of harm."""

from tidings.facts.events.numbers import find_counts
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

#: So many words behind a total's word, or behind the verb that it rises with, its figure may stand.
_REACH = 14
#: A figure that begins so near is the total itself: "a toll of at least 12".
_NEXT = 6
#: So many words behind a total's word that verb may stand.
_FAR = 20


def has_number(reading: Reading, noun: Token) -> bool:
    """Say whether a noun carries a number, "no" or a word such as "dozens" (an article is no number)."""
    first = max(reading.sentence_of(noun).first, noun.index - 5)
    counts = [c for c in find_counts(reading, first, noun.index) if not c.is_article]
    if not counts:
        return False
    between = reading.tokens[counts[-1].last : noun.index]
    return len(between) <= 3 and all(t.upos in {"ADJ", "NOUN", "ADV", "PROPN"} for t in between)  # noqa: PLR2004


def number_of(reading: Reading, word: Token) -> Token | None:
    """Return the number that "the number of dead" comes to, if a word stands in such a phrase."""
    before = [t.lower for t in reading.tokens[max(0, word.index - 5) : word.index] if t.sentence == word.sentence]
    if not any(before[i : i + 2] == ["number", "of"] for i in range(len(before))):
        return None
    return last_number_after(reading, word)


def last_number_after(reading: Reading, toll: Token) -> Token | None:
    """Return the number that a running total comes to: the last of "from 12 to 35"."""
    end = reading.sentence_of(toll).last
    start = _where_it_rises(reading, toll)
    counts = [c for c in find_counts(reading, start + 1, min(end, start + _REACH)) if not c.is_article]
    if not counts:
        return None
    index = 1 if len(counts) > 1 and reading.tokens[counts[0].first - 1].lower == "from" else 0
    return reading.tokens[counts[index].core]


def _where_it_rises(reading: Reading, toll: Token) -> int:
    """Return the index of the verb that a figure stands behind ("from two bombings rose to 35"), else of the word."""
    rising = load_table("casualties.toml")["noun"]["rising"]
    behind = reading.tokens[toll.index + 1 : min(toll.index + _FAR, reading.sentence_of(toll).last)]
    beside = find_counts(reading, toll.index + 2, min(toll.index + _NEXT, reading.sentence_of(toll).last))
    if behind and behind[0].lower in {"of", "to", "at"} and any(not c.is_article for c in beside):
        return toll.index
    return next((t.index for t in behind if t.upos == "VERB" and t.lemma.lower() in rising), toll.index)


def number_right_before(reading: Reading, word: Token) -> Token | None:
    """Return the number that ends right before a word: "12 dead"."""
    end = word.index
    while end > 0 and reading.tokens[end - 1].lower in {"more", "additional"}:
        end -= 1
    counts = find_counts(reading, max(reading.sentence_of(word).first, end - 6), end)
    if not counts or counts[-1].is_article or counts[-1].last != end:
        return None
    return reading.tokens[counts[-1].core]


def aged_right_before(reading: Reading, verb: Token) -> Token | None:
    """Return whose age stands between commas right before a participle: "Ana Duro, 16, killed by …"."""
    before = reading.tokens[max(reading.sentence_of(verb).first, verb.index - 4) : verb.index]
    if [t.text for t in before[1::2]] != [",", ","] or not before[2].text.isdigit() or before[0].upos != "PROPN":
        return None
    return reading.tokens[before[0].head] if before[0].deprel == "flat" else before[0]

"""Numbers: how many, from the words of a count.

A count is a number core ("12", "two dozen", "dozens", "a") with the words that bound it
("at least", "or more"). Everything is read from word order, so an odd parse does no harm;
words and values stand in `numbers.toml`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from text_to_num import text2num  # type: ignore[import-untyped]

from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.resources import load_table

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_RANGE = frozenset({"to", "-", "–", "—", "or"})
_SCALES = frozenset({"hundred", "thousand", "million", "billion"})
_YEAR_LENGTH = 4
_LONGEST_CORE = 7
_LONGEST_BOUND = 5
_AFTER_ARTICLE = frozenset(
    {"few", "number", "lot", "fewer", "more", "estimated", "total", "maximum", "minimum", "record"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of heads as bounds, with the tokens it stands on.

    `at_least` and `at_most` are inclusive, None where open. `first` and `last` are the half-open
    token range of the whole phrase ("at least 12"), `core` is the index of the number's first
    token, its article left out ("a dozen"); `words` say what bounded it.
    """

    at_least: int | None
    at_most: int | None
    approximate: bool
    first: int
    last: int
    core: int
    words: str

    @property
    def is_article(self) -> bool:
        """Say whether the count is only an article: "a soldier"."""
        return self.words in {"a", "an"}


def parse_count(reading: Reading, where: Span | Token) -> Count | None:
    """Return the count of a phrase, of a number, or of the noun that a number counts.

    Of a span that is its first count; of a number token the count it belongs to; of any other
    token the count among the words of its phrase up to the token itself.
    """
    if isinstance(where, Span):
        inside = reading.tokens_in(where)
        found = find_counts(reading, inside[0].index, inside[-1].index + 1) if inside else ()
        return found[0] if found else None
    first = _phrase_start(reading, where)
    around = find_counts(reading, first, where.index + 1)
    holding = [count for count in around if count.first <= where.index < count.last]
    return holding[0] if holding else (around[-1] if around else None)


def find_counts(reading: Reading, first: int, last: int) -> tuple[Count, ...]:
    """Return the counts that stand in a half-open range of tokens, in text order."""
    found, index = [], first
    while index < last:
        count = _count_at(reading.tokens, index, last)
        if count:
            found.append(_bounded(reading.tokens, count, max(first, index - 6)))
            index = count.last
        index += 0 if count else 1
    return tuple(found)


def _phrase_start(reading: Reading, token: Token) -> int:
    """Return where the words before a noun that belong to it begin."""
    start = token.index
    for child in reading.children(token):
        if child.index < start and child.deprel.partition(":")[0] in {"nummod", "det", "amod", "advmod", "compound"}:
            start = min(start, *(t.index for t in reading.subtree(child)))
    sentence = reading.sentence_of(token)
    return max(sentence.first, start - _LONGEST_BOUND)


def _count_at(tokens: Sequence[Token], index: int, last: int) -> Count | None:
    """Return the count whose core begins at a token, ranges joined."""
    count = _core_at(tokens, index, last)
    if not count or count.last + 1 >= last:
        return count
    joint = tokens[count.last].lower
    between = joint == "and" and index > 0 and tokens[index - 1].lower == "between"
    ranged = joint in _RANGE and not (index > 0 and tokens[index - 1].lower == "from")
    other = _core_at(tokens, count.last + 1, last) if between or ranged else None
    if not other or other.is_article or not (count.at_least or 0) < (other.at_least or 0):
        return count
    return replace(count, at_most=other.at_most, last=other.last, words=f"{count.words} {joint} {other.words}")


def _core_at(tokens: Sequence[Token], index: int, last: int) -> Count | None:
    """Return the longest number core that begins at a token."""
    if not _may_begin(tokens[index].lower):
        return None
    for length in range(min(_LONGEST_CORE, last - index), 0, -1):
        words = " ".join(token.lower for token in tokens[index : index + length])
        value = _value_of(words)
        if value and not _is_something_else(tokens, index, index + length, words):
            low, high, vague = value
            return Count(
                at_least=low,
                at_most=high,
                approximate=vague,
                first=index,
                last=index + length,
                core=index + (length > 1 and words.startswith(("a ", "an "))),
                words=words,
            )
    return None


@lru_cache(maxsize=65536)
def _may_begin(word: str) -> bool:
    """Say whether a number may begin with a word: few words do, and the others are soon passed over."""
    return word[0].isdigit() or word[0] == "-" or word.partition("-")[0] in _first_words()


@cache
def _first_words() -> frozenset[str]:
    table = load_table("numbers.toml")
    listed = {words.split()[0] for key in ("vague", "exact") for words in table[key]}
    return frozenset(listed | _number_words() | {"a"})


@lru_cache(maxsize=65536)
def _value_of(words: str) -> tuple[int, int | None, bool] | None:
    """Return (at least, at most, vague) of a number's words in lower case."""
    table = load_table("numbers.toml")
    bare = words.removesuffix(" of")
    if bare in table["vague"]:
        low, high = table["vague"][bare]
        return low, high or None, True
    if bare in table["exact"]:
        low, high = table["exact"][bare]
        return low, high, False
    number = _number_of(words)
    return None if number is None else (number, number, False)


def _number_of(words: str) -> int | None:
    """Return a plain number: digits, number words, and either times a scale."""
    scales = load_table("numbers.toml")["scales"]
    if words in scales:
        return None
    head, _, scale = words.rpartition(" ")
    scale = scale.removesuffix("s") if scale.removesuffix("s") in scales and head else scale
    if head and scale in scales:
        times = 1 if head == "a" else _number_of(head) or _plain(head)
        return None if times is None else round(times * scales[scale])
    value = _plain(words)
    return None if value is None or value != int(value) else int(value)


def _plain(words: str) -> float | None:
    """Return the value of digits or of number words, None for anything else."""
    if _DIGITS.fullmatch(words):
        return float(words.replace(",", ""))
    parts = words.replace("-", " ").removeprefix("a ").split()
    parts = ["one", *parts] if words.startswith("a ") else parts
    if words.endswith("-") or not parts or parts[0] in _SCALES or "and" in {parts[0], parts[-1]}:
        return None
    if not set(parts) <= _number_words() | {"and"}:
        return None
    if "and" in parts and "hundred" not in parts and "thousand" not in parts:
        return None
    try:
        return float(text2num(" ".join(parts), "en"))
    except ValueError:
        return None


@cache
def _number_words() -> frozenset[str]:
    return frozenset(load_table("numbers.toml")["plain"])


def _is_something_else(tokens: Sequence[Token], first: int, last: int, words: str) -> bool:
    """Say whether a number is an age, a date, money, a measure, an address or a list's mark."""
    table = _others()
    if last + 2 < len(tokens) and tokens[last].lower in _RANGE and tokens[last + 2].lower in {"%", "percent"}:
        return True
    following = tokens[last].lower if last < len(tokens) else ""
    before = tokens[first - 1].lower if first else ""
    if words in {"a", "an", "no", "both", "many", "few"}:
        return before in {"as", "how", "so", "too"} or following in table["after"] | _AFTER_ARTICLE
    if following == "more" and last + 1 < len(tokens) and tokens[last + 1].lower in table["after"]:
        return True
    if following in table["after"] or (following == "-" and _is_compound(tokens, last)):
        return True
    is_second = words[0].isdigit() and before == "-" and first > 1 and not tokens[first - 2].lower.isdigit()
    if is_second or _is_of_a_series(tokens, first, table["before"]):
        return True
    counts_a_noun = _counts_noun(tokens, first, last)
    is_mark = before in table["before"] or _is_year(words)
    return _ends_a_name(tokens, first, words) or (is_mark and not counts_a_noun)


def _is_of_a_series(tokens: Sequence[Token], first: int, marks: frozenset[str]) -> bool:
    """Say whether a number is that of a gallery's pictures or a paper's pages: "Image 26 of 111"."""
    if first < len(("Image", "26", "of")):
        return False
    mark, number, of = (token.lower for token in tokens[first - 3 : first])
    return of == "of" and number.isdigit() and mark in marks


def _ends_a_name(tokens: Sequence[Token], first: int, words: str) -> bool:
    """Say whether digits stand behind a name that they belong to: "Club 108", "Brigade 3"."""
    if not words[0].isdigit() or not first:
        return False
    number, name = tokens[first], tokens[first - 1]
    return name.upos == "PROPN" and name.text[0].isupper() and number.head == name.index


@cache
def _others() -> dict[str, frozenset[str]]:
    """Return the neighbours that make a number something else than a count."""
    table = load_table("numbers.toml")["not_a_count"]
    return {side: frozenset(table[side]) for side in ("before", "after")}


def _is_compound(tokens: Sequence[Token], hyphen: int) -> bool:
    """Say whether a hyphen ties the number to a word: "21-year-old", "four-hour", not "10-15"."""
    if hyphen + 1 >= len(tokens) or tokens[hyphen].end != tokens[hyphen + 1].start:
        return False
    following = tokens[hyphen + 1].lower
    return not following[0].isdigit() and following not in _number_words() and following not in {"plus", "odd"}


def _counts_noun(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether the parse has the number as modifier of a later noun."""
    number = tokens[first]
    return number.deprel.startswith("nummod") and number.head >= last and tokens[number.head].upos != "PROPN"


def _is_year(words: str) -> bool:
    return len(words) == _YEAR_LENGTH and words.isdigit() and "1800" <= words <= "2099"


def _bounded(tokens: Sequence[Token], count: Count, floor: int) -> Count:
    """Return a count with the words around it taken into account."""
    for _ in range(2):
        kind, length = _match_before(tokens, count.first, floor)
        if kind:
            count = _apply(count, kind, first=count.first - length, last=count.last, tokens=tokens)
    kind, length = _match_after(tokens, count.last)
    if kind:
        count = _apply(count, kind, first=count.first, last=count.last + length, tokens=tokens)
    return count


def _apply(count: Count, kind: str, *, first: int, last: int, tokens: Sequence[Token]) -> Count:
    """Return a count moved by one bounding phrase."""
    low, high = count.at_least, count.at_most
    exact_high = high if high is not None else low
    bounds = {
        "at_least": (low, None),
        "more_than": (None if low is None else low + 1, None),
        "at_most": (None, exact_high),
        "fewer_than": (None, None if exact_high is None else exact_high - 1),
        "approximate": (low, high),
        "exact": (low, high),
    }[kind]
    if count.is_article and kind in {"approximate", "at_most", "more_than"}:
        return count
    approximate = count.approximate or kind == "approximate"
    words = " ".join(token.lower for token in tokens[first:last])
    low, high = bounds
    return replace(count, at_least=low, at_most=high, approximate=approximate, first=first, last=last, words=words)


@cache
def _phrases(side: str) -> dict[tuple[str, ...], str]:
    """Return the bounding phrases of one side, as words, with their kind."""
    table = load_table("numbers.toml")[side]
    return {tuple(phrase.split()): kind for kind, phrases in table.items() for phrase in phrases}


def _match_before(tokens: Sequence[Token], first: int, floor: int) -> tuple[str, int]:
    """Return the kind and length of the longest bounding phrase that ends before a token."""
    for length in range(min(5, first - floor), 0, -1):
        words = tuple(token.lower for token in tokens[first - length : first])
        if words in _phrases("before"):
            return _phrases("before")[words], length
    return "", 0


def _match_after(tokens: Sequence[Token], last: int) -> tuple[str, int]:
    """Return the kind and length of the longest bounding phrase that begins at a token."""
    for length in range(4, 0, -1):
        words = tuple(token.lower for token in tokens[last : last + length])
        if words in _phrases("after"):
            return _phrases("after")[words], length
    return "", 0

"""The words of a time expression in one plain form: lower case, numbers as digits, no marks."""

import re
from functools import cache

from tidings.resources import load_table

VAGUE = "x"
_TENS = 10
_HUNDRED = 100
_TWENTY = 20


def plain_words(text: str) -> str:
    """Return an expression in plain form: "Twenty-two months" is "22 months", "10 p.m." is "10 pm".

    >>> plain_words("the past three months")
    'the past 3 months'
    >>> plain_words("a couple of two-day meetings")
    '2 2 day meetings'
    >>> plain_words("nineteen ninety-six")
    '1996'
    """
    tokens = _tokens(text)
    return _with_halves(" ".join(_with_numbers(tokens)))


def _tokens(text: str) -> list[str]:
    plain = text.lower().replace("’", "'").replace("‘", "'").replace("`", "'")
    plain = re.sub(r"\b([ap])\.\s?m\b\.?", r"\1m", plain)
    plain = re.sub(r"(\d)\s?([ap]m)\b", r"\1 \2", plain)
    plain = re.sub(r"o'clock", "oclock", plain)
    plain = re.sub(r"new year's", "new_year", plain)
    plain = re.sub(r"(?<=\w)'s?\b|'s\b(?=\s|$)", "", re.sub(r"'(\d0s)\b", r"19\1", plain))
    plain = re.sub(r"(?<!\d)[-–—/]|[-–—](?!\d)|(?<=[a-z])-(?=\d)", " ", plain)
    plain = re.sub(r"[^\w:/.\-\s]|(?<!\d)\.|\.(?!\d)|_(?=\s)", " ", plain)
    return re.sub(r"new_year", "new year's", plain).split()


def _with_numbers(tokens: list[str]) -> list[str]:
    found: list[str] = []
    position = 0
    while position < len(tokens):
        word, width = _number_at(tokens, position)
        found.append(word)
        position += width
    return found


def _number_at(tokens: list[str], position: int) -> tuple[str, int]:
    """Return the number that begins here, as digits, and how many tokens it takes; else the token itself."""
    for phrase, value in _phrases():
        if tuple(tokens[position : position + len(phrase)]) == phrase:
            return value, len(phrase)
    word, following = tokens[position], tokens[position + 1 : position + 2]
    if word in {"a", "an"}:
        return ("1", 1) if following and (following[0] in _units() or following[0] == "half") else (word, 1)
    if word in _ordinals() and not _is_unit_second(tokens, position):
        return f"{_ordinals()[word]}{'th'}", 1
    if word in _numbers():
        return _spelled(tokens, position)
    return re.sub(r"^(\d+)(?:st|nd|rd)$", r"\1th", word), 1


def _spelled(tokens: list[str], position: int) -> tuple[str, int]:
    """Return a number in words: tens with ones, "nineteen ninety-six", "two thousand"."""
    value, width = _below_hundred(tokens, position)
    following = tokens[position + width] if position + width < len(tokens) else ""
    if following in {"hundred", "thousand"}:
        factor = _HUNDRED if following == "hundred" else _HUNDRED * _TENS
        rest, more = _below_hundred(tokens, position + width + 1)
        return str(value * factor + rest), width + 1 + more
    century, more = _below_hundred(tokens, position + width)
    if _TENS < value <= _TWENTY and century >= _TENS:
        return str(value * _HUNDRED + century), width + more
    return str(value), width


def _below_hundred(tokens: list[str], position: int) -> tuple[int, int]:
    numbers = _numbers()
    word = tokens[position] if position < len(tokens) else ""
    if word not in numbers or word in {"a", "an"}:
        return 0, 0
    value, width = numbers[word], 1
    ones = tokens[position + 1] if position + 1 < len(tokens) else ""
    if value >= _TWENTY and 0 < numbers.get(ones, 0) < _TENS and ones not in {"a", "an"}:
        return value + numbers[ones], 2
    return value, width


def _with_halves(words: str) -> str:
    words = re.sub(r"\b(\d+) 1/2\b", r"\1.5", words)
    words = re.sub(r"\b(\d+) (\w+) and (?:a|1) half\b", r"\1.5 \2", words)
    words = re.sub(r"\b(\d+) and (?:a|1) half\b", r"\1.5", words)
    return re.sub(r"\b(?:1 half|half) (?:a |an |1 )?(?=(?:hour|day|year|century|decade|month)\b)", "0.5 ", words)


def _is_unit_second(tokens: list[str], position: int) -> bool:
    if tokens[position] != "second" or position == 0 or tokens[position + 1 : position + 2] in (["quarter"], ["half"]):
        return False
    return tokens[position - 1] in _numbers() or tokens[position - 1].isdigit()


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], str], ...]:
    vague = [(tuple(phrase.split()), VAGUE) for phrase in load_table("times.toml")["modifiers"]["vague"]]
    couples = [(("a", "couple", "of"), "2"), (("a", "couple"), "2"), (("couple", "of"), "2"), (("couple",), "2")]
    dozens = [(("a", "dozen"), "12"), (("dozen",), "12")]
    return tuple(sorted([*vague, *couples, *dozens], key=_longest_first))


def _longest_first(phrase: tuple[tuple[str, ...], str]) -> int:
    return -len(phrase[0])


@cache
def _numbers() -> dict[str, int]:
    return dict(load_table("calendar.toml")["numbers"])


@cache
def _ordinals() -> dict[str, int]:
    return dict(load_table("calendar.toml")["ordinals"])


@cache
def _units() -> frozenset[str]:
    table = load_table("calendar.toml")
    return frozenset(table["units"]) | frozenset(table["clock_units"])

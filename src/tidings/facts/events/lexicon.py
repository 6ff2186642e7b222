"""Event words: the patterns of `events.toml` and the word lists of `event_words.toml`, ready to look up."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tidings.resources import load_table

_PREPOSITIONS = frozenset({"of", "on", "from", "by", "to", "with", "for", "against", "after", "over", "in"})
_PARTICLES = frozenset({"in", "out", "off", "down", "up", "by", "back"})
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """What an event word stands for, and what must be met for it to stand for that.

    `order` is the place in the file; the rest is explained at the head of `events.toml`.
    """

    order: int
    type: str | None
    mode: str | None
    context: tuple[str, ...] = ()
    weapon: str | None = None
    harm: bool = False
    vague: bool = False
    needs: frozenset[str] = _NOTHING
    beside: frozenset[str] = _NOTHING
    in_report: frozenset[str] = _NOTHING
    unless: frozenset[str] = _NOTHING
    unless_noun: frozenset[str] = _NOTHING
    unless_with: frozenset[str] = _NOTHING
    prepositions: frozenset[str] = _NOTHING
    subject_class: str | None = None
    negated: bool = False

    @property
    def is_narrow(self) -> bool:
        """Say whether the pattern asks for company, so that it goes before one that does not."""
        return bool(self.subject_class or self.beside or self.negated)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One way to word a pattern: the words that must stand before and after the head word."""

    words: str
    before: tuple[frozenset[str], ...] = ()
    after: tuple[frozenset[str], ...] = ()
    pattern: Pattern

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Longest first, then those that ask for company, then the order of the file."""
        return -len(self.before) - len(self.after), not self.pattern.is_narrow, self.pattern.order


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Entries by head word, best first."""

    verbs: Mapping[str, Sequence[Entry]]
    nouns: Mapping[str, Sequence[Entry]]


@cache
def load_lexicon() -> Lexicon:
    """Return all patterns of `events.toml`, indexed by head word."""
    verbs: dict[str, list[Entry]] = defaultdict(list)
    nouns: dict[str, list[Entry]] = defaultdict(list)
    for order, row in enumerate(load_table("events.toml")["pattern"]):
        pattern = _pattern(order, row)
        for words in row.get("verbs", ()):
            head, entry = _verb_entry(words, pattern)
            verbs[head].append(entry)
        for words in row.get("nouns", ()):
            head, entry = _noun_entry(words, pattern)
            nouns[head].append(entry)
    return Lexicon(verbs=_ranked(verbs), nouns=_ranked(nouns))


@cache
def words_of(section: str, key: str = "words") -> frozenset[str]:
    """Return one word list of `event_words.toml`."""
    return frozenset(load_table("event_words.toml")[section][key])


@cache
def kinds_of(section: str) -> Mapping[str, str]:
    """Return a table of `event_words.toml` turned around: word to the key it stands under."""
    table = load_table("event_words.toml")[section]
    return {word: kind for kind, words in table.items() for word in words}


def number_of(section: str, key: str) -> float:
    """Return one figure of `event_words.toml`."""
    return float(load_table("event_words.toml")[section][key])


def _pattern(order: int, row: Mapping[str, Any]) -> Pattern:
    return Pattern(
        order=order,
        type=row["type"] or None,
        mode=row.get("mode") or None,
        context=tuple(row.get("context", ())),
        weapon=row.get("weapon"),
        harm=row.get("harm", False),
        vague=row.get("vague", False),
        needs=frozenset(row.get("needs", ())),
        beside=frozenset(row.get("with", ())),
        in_report=frozenset(row.get("with_report", ())),
        unless=frozenset(row.get("unless", ())),
        unless_noun=frozenset(row.get("unless_noun", ())),
        unless_with=frozenset(row.get("unless_with", ())),
        prepositions=frozenset(row.get("prepositions", ())),
        subject_class=row.get("subject_class"),
        negated=row.get("negated", False),
    )


def _verb_entry(words: str, pattern: Pattern) -> tuple[str, Entry]:
    head, *rest = _parts(words)
    return head, Entry(words=words, after=_choices(rest), pattern=pattern)


def _noun_entry(words: str, pattern: Pattern) -> tuple[str, Entry]:
    """Split before and after the head noun: it stands last, or before the preposition or particle."""
    parts = _parts(words)
    place = len(parts) - 1
    if place and parts[place] in _PARTICLES:
        place -= 1
    place = next((n for n, part in enumerate(parts[1:]) if part in _PREPOSITIONS and n < place), place)
    rest = parts[place + 1 :]
    after = [part for part in rest if part not in _PREPOSITIONS] or rest
    return parts[place], Entry(words=words, before=_choices(parts[:place]), after=_choices(after), pattern=pattern)


def _parts(words: str) -> list[str]:
    """Cut an entry as the word cutter cuts a text: at blanks and hyphens, but not after a short prefix."""
    return words.replace("-", " ").split()


def _choices(parts: Sequence[str]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(part.split("|")) for part in parts)


def _ranked(entries: Mapping[str, list[Entry]]) -> Mapping[str, Sequence[Entry]]:
    return {head: tuple(sorted(found, key=_rank)) for head, found in entries.items()}


def _rank(entry: Entry) -> tuple[int, bool, int]:
    return entry.rank

"""People: who and how many a phrase names, with its conjuncts: "a man and his two sons"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tidings.facts.events.numbers import Count, find_counts
from tidings.facts.events.victims import kind_of_noun, nationality_of, singular
from tidings.model.event import Victim
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "both", "all"})
_SINGLE_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "whoever"})
_PLURAL_PRONOUNS = frozenset({"they", "them", "those", "who", "whom", "which", "that", "this", "their"})
_SPEAKERS = frozenset({"i", "me", "we", "us", "you", "my", "our", "it", "itself"})
_OPEN_PLURALS = frozenset({"people", "others", "police", "troops", "some", "many", "personnel", "two", "forces"})
_QUANTITIES = frozenset(
    {
        "dozen",
        "score",
        "hundred",
        "thousand",
        "million",
        "number",
        "couple",
        "handful",
        "total",
        "ten",
        "pair",
        "group",
        "majority",
        "most",
        "half",
    }
)
_LEFT = ("det", "nummod", "amod", "compound", "advmod", "nmod:poss", "nmod", "flat", "det:predet")
_RIGHT = ("flat", "compound", "nummod", "fixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A phrase for people: its head, its token range, how many they are and what it calls them.

    `definite` says that the phrase may point back ("the soldiers", "he"); `counted` that a
    number stands in it; `of_whole` is the head of the whole that the phrase is a part of
    ("two of the victims").
    """

    head: Token
    first: int
    last: int
    at_least: int | None
    at_most: int | None
    approximate: bool
    who: str | None
    victim: Victim
    nationality: str | None
    counted: bool = False
    definite: bool = False
    named: bool = False
    pronoun: bool = False
    of_whole: Token | None = None

    def span(self, reading: Reading) -> Span:
        """The words of the phrase."""
        return Span(reading.tokens[self.first].start, reading.tokens[self.last - 1].end)


def find_people(reading: Reading, head: Token, *, own_count: bool = False) -> tuple[People, ...]:
    """Return the people that a phrase names: one entry for each conjunct with a count of its own."""
    heads = [head, *_conjuncts(reading, head)]
    found = [_read(reading, h, own_count=own_count) for h in heads]
    return tuple(_joined(reading, [people for people in found if people]))


def _conjuncts(reading: Reading, head: Token) -> Iterator[Token]:
    for child in reading.children(head, "conj"):
        if child.upos in {"NOUN", "PROPN", "NUM", "PRON"}:
            yield child


def _joined(reading: Reading, found: list[People]) -> Iterator[People]:
    """Yield the phrases, "13 women and children" as one."""
    while found:
        first, *found = found
        while found and _is_uncounted(found[0]) and first.counted and not first.named and first.at_least != 1:
            first = _merge(reading, first, found.pop(0))
        yield first


def _is_uncounted(people: People) -> bool:
    return not (people.counted or people.named or people.pronoun or people.definite) and people.at_most is None


def _merge(reading: Reading, one: People, other: People) -> People:
    who = " ".join(
        reading.text[reading.tokens[_bare_first(reading, one)].start : reading.tokens[other.last - 1].end].split()
    )
    victim = one.victim if other.victim is Victim.UNKNOWN or one.victim is other.victim else other.victim
    victim = (
        Victim.UNKNOWN
        if Victim.UNKNOWN not in {one.victim, other.victim} and one.victim is not other.victim
        else victim
    )
    return replace(one, last=max(one.last, other.last), who=who, victim=victim)


def _bare_first(reading: Reading, people: People) -> int:
    count = _last_count(reading, people.first, people.head.index)
    return min(count.last, people.head.index) if count else people.first


def _read(reading: Reading, head: Token, *, own_count: bool) -> People | None:
    """Return what a noun phrase says of people."""
    if head.upos == "PRON" or head.lower in _SINGLE_PRONOUNS:
        return None if head.lower in _SPEAKERS else _pronoun(head)
    whole = _whole_of(reading, head)
    noun, part_of = head, None
    if whole is not None:
        pointing = whole.upos == "PRON" or (reading.child(whole, "det", "nmod:poss") or whole).lower in _DEFINITE
        part_of = whole if pointing and not _is_quantity(head) else None
        noun = head if part_of is not None else whole
    first, last = _range(reading, head, noun)
    count = _count_of(reading, first, noun, head)
    if count and noun.upos == "PROPN" and reading.child(noun, "nummod") is None and not _is_plural(noun):
        count = None
    return _people(reading, noun, (first, last), count, of_whole=part_of, own_count=own_count)


def _pronoun(head: Token) -> People:
    single = head.lower in _SINGLE_PRONOUNS
    nobody = head.lower in {"nobody", "none"}
    someone = head.lower in {"someone", "somebody", "one"}
    many = None if head.lower not in {"some", "many", "others", "several"} else 2
    low = 0 if nobody else 1 if single or someone else many
    return People(
        head=head,
        first=head.index,
        last=head.index + 1,
        at_least=low,
        at_most=low if low != many else None,
        approximate=False,
        who=None if single else head.lower,
        victim=Victim.UNKNOWN,
        nationality=None,
        counted=nobody,
        definite=single or head.lower in _PLURAL_PRONOUNS,
        pronoun=single or head.lower in _PLURAL_PRONOUNS,
    )


def _is_quantity(head: Token) -> bool:
    return singular(head.lower) in _QUANTITIES or head.lower in _QUANTITIES


def _whole_of(reading: Reading, head: Token) -> Token | None:
    """Return the noun behind "of" in "two of the victims", "dozens of people"."""
    if head.upos not in {"NUM", "DET", "PRON", "ADJ"} and not _is_quantity(head):
        return None
    for child in reading.children(head, "nmod", "obl"):
        case = reading.child(child, "case")
        if case is not None and case.lower == "of":
            return child
    return None


def _range(reading: Reading, head: Token, noun: Token) -> tuple[int, int]:
    """Return the half-open token range of a noun with its number and close modifiers."""
    first = min(head.index, noun.index)
    for owner in {head.index: head, noun.index: noun}.values():
        for child in reading.children(owner, *_LEFT):
            if child.index < owner.index and child.index >= first - 8 and child.upos != "ADP":  # noqa: PLR2004
                first = min(first, *(t.index for t in reading.subtree(child, without=("acl", "conj", "cc"))))
    last = max(head.index, noun.index)
    for child in reading.children(noun, *_RIGHT):
        if child.index == last + 1 and child.upos in {"PROPN", "NOUN"}:
            last = child.index
    floor = reading.sentence_of(head).first
    first = max(first, floor)
    while (
        first < noun.index
        and reading.tokens[first].upos in {"PUNCT", "ADP", "CCONJ"}
        and reading.tokens[first].lower != "at"
    ):
        first += 1
    count = _last_count(reading, max(floor, first - 4), noun.index + 1)
    if count and count.first < first <= count.last:
        first = count.first
    return first, last + 1


def _last_count(reading: Reading, first: int, last: int) -> Count | None:
    found = find_counts(reading, first, last)
    return found[-1] if found else None


def _count_of(reading: Reading, first: int, noun: Token, head: Token) -> Count | None:
    """Return the count in a phrase: numbers before articles."""
    counts = find_counts(reading, first, max(noun.index, head.index) + 1)
    numbers = [c for c in counts if not c.is_article and c.words != "both"]
    plain = [c for c in numbers if c.words != "another"]
    return next(iter(plain or numbers or counts), None)


def _people(
    reading: Reading,
    noun: Token,
    where: tuple[int, int],
    count: Count | None,
    *,
    of_whole: Token | None,
    own_count: bool,
) -> People:
    first, last = where
    named = noun.upos == "PROPN" and count is None
    plural = _is_plural(noun) and not named
    low, high = (count.at_least, count.at_most) if count else (2, None) if plural else (1, 1)
    words = reading.tokens[first:last]
    determiner = reading.child(noun, "det", "nmod:poss")
    definite = determiner is not None and determiner.lower in _DEFINITE or bool(words) and words[0].lower in _DEFINITE
    kind = (
        Victim.UNKNOWN
        if own_count
        else (kind_of_noun(reading, noun) or _kind_of_appositive(reading, noun) or Victim.UNKNOWN)
    )
    return People(
        head=noun,
        first=first,
        last=last,
        at_least=low,
        at_most=high,
        approximate=bool(count and count.approximate) or (plural and count is None),
        who=_who(reading, (first, last), count, noun),
        victim=kind,
        nationality=nationality_of(reading, noun),
        counted=count is not None and not count.is_article,
        definite=definite,
        named=named,
        of_whole=of_whole,
    )


def _kind_of_appositive(reading: Reading, noun: Token) -> Victim | None:
    """Return the kind of "John Smith, a teacher," or of "police officer John Smith"."""
    near = [*reading.children(noun, "appos", "compound", "amod"), *reading.children(noun, "nmod")]
    kinds = [kind_of_noun(reading, t) for t in near if t.upos in {"NOUN", "PROPN"}]
    return next((k for k in kinds if k and k is not Victim.UNKNOWN), None)


def _is_plural(noun: Token) -> bool:
    word = noun.lower
    return word in _OPEN_PLURALS or (noun.upos in {"NOUN", "PROPN", "ADJ"} and singular(word) != word)


def _who(reading: Reading, where: tuple[int, int], count: Count | None, noun: Token) -> str | None:
    """Return the phrase without its number or article."""
    first, last = where
    if count and count.core < noun.index + 1:
        first = max(first, count.last) if count.last <= noun.index else first
    while first < noun.index and (
        reading.tokens[first].lower in {*_DEFINITE, "of", "the", "a", "an", ","} or reading.tokens[first].upos == "ADP"
    ):
        first += 1
    if count and noun.index < count.last:
        return None
    return " ".join(reading.text[reading.tokens[first].start : reading.tokens[last - 1].end].split())

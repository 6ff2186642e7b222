"""People: who and how many a phrase names, with its conjuncts: "a man and his two sons"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tidings.facts.events.chunks import Chunk, chunk_around, chunk_from, listed_with
from tidings.facts.events.numbers import Count, find_counts
from tidings.facts.events.victims import kind_of_noun, kind_of_word, nationality_of, singular
from tidings.model.event import Victim
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

_AGE = re.compile(r"(\w+)[- ](?:year|yr|month|week|day)s?[- ]old")
_WORDED_AGE = re.compile(r"\w+-\w+-(?:year|month|week|day)s?-old")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "both", "all"})
_SINGLE_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "whoever"})
_PLURAL_PRONOUNS = frozenset({"they", "them", "those", "who", "whom", "which", "that", "this", "their"})
_COLLECTIVES = frozenset(
    {"family", "couple", "team", "group", "crowd", "crew", "convoy", "patrol", "unit", "public", "gang"}
)
_STATES = frozenset(
    {"dead", "wounded", "injured", "killed", "hurt", "missing", "shot", "arrested", "detained", "kidnapped"}
)
_SPEAKERS = frozenset({"i", "me", "we", "us", "you", "my", "our", "it", "itself"})
#: A name behind a comma begins within so many words: "a teacher, 36-year-old Sgt Ann Lee".
_FAR = 11
#: So few words behind a number or "both" still belong to it.
_LIST = 4
_OPEN_PLURALS = frozenset({"people", "others", "police", "troops", "some", "many", "personnel", "two", "forces"})

_OF_AGE = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """A phrase for people: its head, its token range, how many they are and what it calls them.

    `definite` says that the phrase may point back ("the soldiers", "he"); `counted` that a
    number stands in it; `of_whole` is the head of the whole that the phrase is a part of
    ("two of the victims"); `names` are the words of the name, that of an apposition included;
    `age` is the age that the phrase gives, as it is written.
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
    names: frozenset[str] = frozenset()
    age: str | None = None

    def span(self, reading: Reading) -> Span:
        """Return the words of the phrase."""
        return Span(reading.tokens[self.first].start, reading.tokens[self.last - 1].end)

    @property
    def is_minor(self) -> bool:
        """Whether the phrase gives an age under 18."""
        return self.age is not None and self.age.isdigit() and int(self.age) < _OF_AGE


def find_people(reading: Reading, head: Token, trigger: Token, *, own_count: bool = False) -> tuple[People, ...]:
    """Return the people that a phrase names: one entry for each item of a list with a count of its own.

    `trigger` is the word that tells of the harm, `own_count` says that it is itself what is counted.
    """
    if head.upos == "PRON" or head.lower in _SINGLE_PRONOUNS:
        is_nobody = any(t.lower == "no" for t in reading.children(head, "det"))
        return () if head.lower in _SPEAKERS else (_pronoun(head, is_nobody=is_nobody),)
    head = _whose_age(reading, head)
    chunk = chunk_around(reading, head, until=None if own_count else trigger.index)
    chunks = [chunk] if own_count else [chunk, *listed_with(reading, chunk, until=trigger.index)]
    kept = [
        one for one in chunks if one is chunk or not (_is_beyond(one, trigger, chunk) or _is_other_harm(reading, one))
    ]
    found = [_read(reading, one, own_count=own_count) for one in kept]
    return tuple(sorted(_joined(reading, found), key=_first))


def _whose_age(reading: Reading, head: Token) -> Token:
    """Return the person whose age a bare number is: "Ann Lee, 34," has Lee."""
    if head.upos != "NUM" or not head.text.isdigit() or head.index - 2 < reading.sentence_of(head).first:
        return head
    comma, noun = reading.tokens[head.index - 1], reading.tokens[head.index - 2]
    behind = reading.tokens[head.index + 1 : head.index + 2]
    closed = bool(behind) and (behind[0].upos == "PUNCT" or behind[0].lower == "and")
    is_age = comma.text == "," and closed and noun.upos in {"PROPN", "NOUN"} and not reading.child(head, "nmod")
    return noun if is_age else head


def _is_beyond(one: Chunk, trigger: Token, main: Chunk) -> bool:
    """Say whether the trigger stands between a listed phrase and the main one, or in it."""
    return one is not main and min(one.first, main.first) <= trigger.index < max(one.last, main.last)


def _is_other_harm(reading: Reading, chunk: Chunk) -> bool:
    """Say whether a listed phrase has a word of harm of its own: "two dead and 18 wounded"."""
    return any(t.lower in _STATES for t in reading.tokens[chunk.first : chunk.last + 1])


def _first(people: People) -> int:
    return people.first


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
    counts = find_counts(reading, people.first, people.head.index)
    return min(counts[-1].last, people.head.index) if counts else people.first


def _read(reading: Reading, chunk: Chunk, *, own_count: bool) -> People:
    """Return what a noun phrase says of people."""
    noun = chunk.head
    first, last = chunk.first, max(chunk.last, noun.index + 1)
    count = _count_of(reading, first, noun)
    names = _name_at(reading, noun)
    if names and count and reading.tokens[count.core].head != noun.index and not _is_plural(noun):
        count = None
    whole = _whole_behind(reading, last)
    return _people(reading, noun, (first, last), count, of_whole=whole, own_count=own_count)


def _name_at(reading: Reading, noun: Token) -> Span | None:
    """Return the name of a person that a word stands in, as the newswire head has it."""
    found = reading.span_at("names", noun.start)
    return found.span if found is not None and found.label == "person" and noun.end <= found.end else None


def _whole_behind(reading: Reading, index: int) -> Token | None:
    """Return the noun behind "of the" in "two of the victims", "one of them"."""
    if index + 1 >= len(reading.tokens) or reading.tokens[index].lower != "of":
        return None
    following = reading.tokens[index + 1]
    if following.lower in {"them", "whom", "which", "those"}:
        return following
    if following.lower not in _DEFINITE:
        return None
    chunk = chunk_from(reading, index + 1)
    return chunk.head if chunk else None


def _pronoun(head: Token, *, is_nobody: bool = False) -> People:
    single = head.lower in _SINGLE_PRONOUNS
    nobody = is_nobody or head.lower in {"nobody", "none"}
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


def _count_of(reading: Reading, first: int, noun: Token) -> Count | None:
    """Return the count in a phrase: numbers before articles."""
    # a head that is itself a number may have more of it behind: "half a dozen", "tens of thousands"
    end = min(noun.index + _LIST, reading.sentence_of(noun).last)
    counts = [c for c in find_counts(reading, first, end) if c.first <= noun.index and not _begins_age(reading, c)]
    numbers = [c for c in counts if not c.is_article and c.words != "both"]
    # a number right before another one or an article counts nothing: the "11" of "Image 11 Two men"
    numbers = [c for c in numbers if all(c.last != other.first for other in counts)]
    numbers = _without_the_one(reading, numbers, noun)
    plain = [c for c in numbers if c.words != "another"]
    return next(iter(plain or numbers or [c for c in counts if not _is_joining(reading, c)]), None)


def _begins_age(reading: Reading, count: Count) -> bool:
    """Say whether a number is the first of an age in words: "twenty-one-year-old"."""
    start = reading.tokens[count.first].start
    return bool(_WORDED_AGE.match(reading.text[start : start + 40]))


def _without_the_one(reading: Reading, numbers: list[Count], noun: Token) -> list[Count]:
    """Return the counts without the "one" of "he was one of four people shot"; "one of four men was shot" keeps it."""
    if len(numbers) < 2 or _next_word(reading, noun) in {"was", "is", "has", "were", "had"}:  # noqa: PLR2004
        return numbers
    one, rest = numbers[0], numbers[1]
    of = reading.tokens[one.last].lower == "of" and rest.first == one.last + 1
    return numbers[1:] if of and one.words.lower() in {"one", "two"} else numbers


def _is_joining(reading: Reading, count: Count) -> bool:
    """Say whether "both" only opens a list: "both soldiers and civilians"."""
    behind = reading.tokens[count.last : count.last + _LIST]
    return count.words == "both" and any(t.lower == "and" and t.sentence == behind[0].sentence for t in behind)


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
    named = count is None and (_name_at(reading, noun) is not None or _is_proper(noun))
    plural = _is_plural(noun, _next_word(reading, noun)) and not named
    low, high = _bounds(noun, count, plural=plural)
    words = reading.tokens[first:last]
    determiner = reading.child(noun, "det", "nmod:poss")
    openers = {t.lower for t in (determiner, *words[:1]) if t is not None}
    definite = bool(openers & _DEFINITE)
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
        names=_names_of(reading, noun, last) if low == high == 1 else frozenset(),
        age=_age_of(reading, first, last),
    )


def _age_of(reading: Reading, first: int, last: int) -> str | None:
    """Return the age of "a 15-year-old boy" or of "Ann Lee, 15,"."""
    found = _AGE.search(reading.text[reading.tokens[first].start : reading.tokens[last - 1].end].lower())
    if found:
        return found[1]
    behind = [t.lower for t in reading.tokens[last : last + 3]]
    aged = len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdigit()  # noqa: PLR2004
    return behind[1] if aged else None


def _names_of(reading: Reading, noun: Token, last: int) -> frozenset[str]:
    """Return the words of a person's name: in the phrase, or behind a comma ("a teacher, Ann Lee,").

    A relative of someone named ("Lee's son, Tom,") may share the name and is somebody else: without a name here.
    """
    name = _name_at(reading, noun)
    index = last
    if name is None and any(_name_at(reading, t) for t in reading.children(noun, "nmod:poss")):
        return frozenset()
    while name is None and index < min(last + _FAR, reading.sentence_of(noun).last):
        token = reading.tokens[index]
        name = (
            _name_at(reading, token) if reading.tokens[last].lower in {",", "named", "identified", "called"} else None
        )
        if token.upos in {"VERB", "AUX"} and index > last:
            break
        index += 1
    return frozenset(word.lower() for word in name.of(reading.text).split() if len(word) > 2) if name else frozenset()  # noqa: PLR2004


def _kind_of_appositive(reading: Reading, noun: Token) -> Victim | None:
    """Return the kind of "John Smith, a teacher," or of "police officer John Smith"."""
    head = reading.head(noun) if noun.deprel == "flat" else None
    near = [t for one in (noun, head) if one for t in reading.children(one, "appos", "compound", "amod", "nmod")]
    kinds = [kind_of_noun(reading, t) for t in near if t.upos in {"NOUN", "PROPN"}]
    return next((k for k in kinds if k and k is not Victim.UNKNOWN), None)


def _bounds(noun: Token, count: Count | None, *, plural: bool) -> tuple[int | None, int | None]:
    """Return how many a phrase means: its number, else one for a singular, two or more for a plural."""
    collective = noun.lower in _COLLECTIVES
    if count is not None and not (collective and count.is_article):
        return count.at_least, count.at_most
    if noun.lower == "couple":
        return 2, 2
    return (2, None) if plural or collective else (1, 1)


def _is_proper(noun: Token) -> bool:
    return noun.upos == "PROPN" and not noun.text.isupper() and kind_of_word(noun.lower) is None


def _next_word(reading: Reading, noun: Token) -> str:
    return reading.tokens[noun.index + 1].lower if noun.index + 1 < len(reading.tokens) else ""


def _is_plural(noun: Token, verb: str = "") -> bool:
    """Say whether a noun is a plural; `verb` is the word behind it: "Banks was shot"."""
    word = noun.lower
    if noun.upos == "PROPN" and verb in {"was", "is", "has"}:
        return False
    return word in _OPEN_PLURALS or (noun.upos in {"NOUN", "PROPN", "ADJ"} and singular(word) != word)


def _who(reading: Reading, where: tuple[int, int], count: Count | None, noun: Token) -> str | None:
    """Return the name, or the phrase without its number or article."""
    name = _name_at(reading, noun)
    if name is not None and count is None:
        return " ".join(name.of(reading.text).split())
    first, last = where
    if count and count.core <= noun.index:
        first = max(first, count.last)
    while first < noun.index and reading.tokens[first].lower in {*_DEFINITE, "of", "a", "an", ",", "them", "whom"}:
        first += 1
    if first >= last or (count and noun.index < count.last) or noun.lower in _STATES:
        return None
    return " ".join(reading.text[reading.tokens[first].start : reading.tokens[last - 1].end].split())

"""Which time expression belongs to which word, by the grammar of the sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from tidings.facts.times.lengths import PAST_LENGTH
from tidings.facts.times.word_order import by_order, event_words, is_event_noun
from tidings.model.reading import Reading, Token
from tidings.model.time import Time, TimeType
from tidings.model.when import Precision

_OWN = {"obl", "nmod", "advmod", "nummod", "compound", "amod", "dep", "obl:tmod", "appos", "det", "obj", "dislocated"}
_INSIDE = {"obl", "obj", "nsubj", "nmod", "iobj"}
_CLAUSES = {"acl", "advcl", "ccomp", "xcomp", "parataxis", "conj", "csubj", "appos"}
_ARGUMENTS = {"nsubj", "obj", "iobj", "obl", "csubj"}
_VERBAL = {"VERB", "AUX"}
_COUNTED_FROM = {"after", "before", "following", "since"}
_START = attrgetter("start")


def times_of(reading: Reading, times: Sequence[Time], token: Token) -> tuple[Time, ...]:
    """Return which of some times in text order say when `token` took place, nearest in the grammar first."""
    near = _in_sentence(reading, times, token)
    if not near:
        return ()
    heads = {head.index: time for time in near if (head := reading.head_of(time)) is not None}
    own = tuple(_own(reading, heads, token))
    return (
        tuple(_of_occurrences(reading, heads, token))
        or own
        or tuple(_inherited(reading, heads, token))
        or _opening(reading, near, token)
        or by_order(reading, near, token)
    )


def _in_sentence(reading: Reading, times: Sequence[Time], token: Token) -> list[Time]:
    sentence = reading.sentence_of(token)
    first = bisect_left(times, sentence.start, key=_START)
    return [
        t
        for t in times[first : bisect_left(times, sentence.end, first, key=_START)]
        if t.rule != "unread"
        and (t.type in {TimeType.DATE, TimeType.TIME} or t.rule == PAST_LENGTH)
        and not t.value.endswith("_REF")
        and not t.value.startswith("T")
        and not _counts_from(reading, t, token)
    ]


def _counts_from(reading: Reading, time: Time, token: Token) -> bool:
    """Say whether a time is counted from the word itself: the attack of "two days after the attack"."""
    case = reading.child(token, "case", "mark")
    return (
        case is not None
        and case.lower in _COUNTED_FROM
        and time.start < case.start <= time.end + 1
        and case.end < token.start
    )


def _own(reading: Reading, heads: dict[int, Time], token: Token) -> Iterator[Time]:
    """Yield times that depend on the word itself, or on a plain phrase below it."""
    for child in reading.children(token):
        if child.index in heads and child.deprel.partition(":")[0] in {d.partition(":")[0] for d in _OWN}:
            yield heads[child.index]
    for child in reading.children(token):
        if child.index not in heads and child.deprel.partition(":")[0] in _INSIDE:
            yield from _below(reading, heads, child)


def _below(reading: Reading, heads: dict[int, Time], phrase: Token) -> Iterator[Time]:
    """Yield times inside a phrase that has no time of its own to speak of: not those of another event."""
    if phrase.upos in _VERBAL or (is_event_noun(phrase) and phrase.deprel.partition(":")[0] != "obl"):
        return
    for child in reading.children(phrase):
        if child.index in heads:
            if _is_plain_day(child, heads[child.index]) or (is_event_noun(phrase) and phrase.deprel == "obl"):
                yield heads[child.index]
        elif child.deprel.partition(":")[0] in {"nmod", "obl"} and not is_event_noun(child):
            yield from _below(reading, heads, child)


def _is_plain_day(child: Token, time: Time) -> bool:
    """Say whether a day stands loosely in a phrase ("a contractor Monday"), not as its owner ("Monday's")."""
    is_day = time.precision not in {Precision.YEAR, Precision.MONTH, Precision.WEEK}
    return is_day and not child.deprel.endswith("poss") and child.deprel != "compound"


def _inherited(reading: Reading, heads: dict[int, Time], token: Token) -> Iterator[Time]:
    """Yield the times of the verb that the word is an argument or a part of."""
    governor = reading.head(token)
    relation = token.deprel.partition(":")[0]
    if governor is not None and _shares_time(reading, token, governor, relation):
        yield from _own(reading, heads, governor)
    yield from _of_conjuncts(reading, heads, token)
    yield from _of_when_clauses(reading, heads, token)
    yield from _of_occurrences(reading, heads, token)


def _of_occurrences(reading: Reading, heads: dict[int, Time], token: Token) -> Iterator[Time]:
    """Yield the times of a clause that says when a noun took place: "the uprising, which began on Monday"."""
    for child in reading.children(token, "acl"):
        if child.lemma.lower() in event_words("occurs"):
            yield from _own(reading, heads, child)


def _of_when_clauses(reading: Reading, heads: dict[int, Time], token: Token) -> Iterator[Time]:
    """Yield the times of clauses that happen at once: "were killed when they walked home on Monday"."""
    for child in reading.children(token, "advcl"):
        if any(t.lower in {"when", "as", "while"} for t in reading.children(child, "mark", "advmod")):
            yield from _own(reading, heads, child)


def _shares_time(reading: Reading, token: Token, governor: Token, relation: str) -> bool:
    """Say whether a word takes place when its governor does: an argument, a part, a second verb of one subject."""
    if relation in _ARGUMENTS:
        return governor.upos in _VERBAL and governor.lemma.lower() not in event_words("reactions")
    if relation in {"advcl", "acl"} and governor.lemma.lower() not in event_words("means"):
        speaks = governor.lemma.lower() in event_words("reactions") and token.lemma.lower() not in event_words(
            "reactions"
        )
        return governor.upos in _VERBAL and token.lower.endswith("ing") and not speaks
    if relation == "conj":
        return reading.child(token, "nsubj") is None
    if relation == "advcl" and governor.lemma.lower() in event_words("means"):
        return any(t.lower == "to" for t in reading.children(token, "mark"))
    if relation == "xcomp":
        return governor.lemma.lower() in event_words("phases")
    return relation in {"compound", "aux", "cop"} or (relation == "nmod" and is_event_noun(governor))


def _of_conjuncts(reading: Reading, heads: dict[int, Time], token: Token) -> Iterator[Time]:
    """Yield the times of verbs joined to this one that share its subject: "attacked and killed … on Monday"."""
    for child in reading.children(token, "conj", "xcomp"):
        is_second = child.deprel == "conj" or token.lemma.lower() in event_words("phases")
        if is_second and reading.child(child, "nsubj") is None:
            yield from _own(reading, heads, child)


def _opening(reading: Reading, near: Sequence[Time], token: Token) -> tuple[Time, ...]:
    """Return a time that opens the sentence, for its main verb, when the grammar has it hang elsewhere."""
    sentence = reading.sentence_of(token)
    if token.deprel not in {"root", "conj"} or token.upos not in _VERBAL:
        return ()
    opening = next(
        (t for t in near if t.start <= reading.tokens[min(sentence.first + 1, sentence.last - 1)].start), None
    )
    if opening is None:
        return ()
    head = reading.head_of(opening)
    governor = reading.head(head) if head is not None else None
    return (opening,) if governor is None or governor.upos not in _VERBAL else ()

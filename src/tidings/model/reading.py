"""Reading: what the encoder makes of a text, before any rule looks at it.

Words with their grammar (Universal Dependencies), sentences, and labelled spans
of every head. Rules build mentions and facts from it and from nothing else.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, cast

from tidings.model.span import Span, Stretch

ROOT = -1

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    `upos` and `deprel` are Universal Dependencies v2 labels; `head` is the index
    of the governing token in the whole reading, or ROOT. `lower` is the text in lower
    case, kept because rules ask for it all the time.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str
    sentence: int
    lower: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the text in lower case."""
        object.__setattr__(self, "lower", self.text.lower())

    @property
    def span(self) -> Span:
        """The token as a span of the report."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a half-open range of token indices, and the zone it stands in."""

    index: int
    first: int
    last: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The sentence as a span of the report."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """A span that a head found, with its label and the head's probability."""

    start: int
    end: int
    label: str
    score: float

    @property
    def span(self) -> Span:
        """The bare span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class AttributionLink:
    """An attribution as the encoder links it: one cue, its sources, its pieces of content."""

    cue: LabelledSpan
    sources: tuple[LabelledSpan, ...]
    contents: tuple[LabelledSpan, ...]


@dataclass(frozen=True)
class Reading:
    """Everything the encoder found in one text.

    `spans` maps a head's name (entities, names, times, attribution, events, roles)
    to its spans in text order.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    spans: Mapping[str, tuple[LabelledSpan, ...]] = field(default_factory=dict)
    attributions: tuple[AttributionLink, ...] = ()

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        found: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != ROOT:
                found[token.head].append(token)
        return tuple(tuple(children) for children in found)

    @cached_property
    def _derived(self) -> dict[Callable[["Reading"], Any], Any]:
        return {}

    @cached_property
    def _span_starts(self) -> Mapping[str, tuple[int, ...]]:
        return {head: tuple(span.start for span in spans) for head, spans in self.spans.items()}

    @cached_property
    def _cues(self) -> tuple[LabelledSpan, ...]:
        return tuple(sorted((link.cue for link in self.attributions), key=attrgetter("start")))

    @cached_property
    def _cue_starts(self) -> tuple[int, ...]:
        return tuple(cue.start for cue in self._cues)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    def children(self, token: Token, *deprels: str) -> Iterator[Token]:
        """Return the dependents of a token in text order.

        A relation such as "nsubj" matches its subtypes ("nsubj:pass") too; with no
        relation every dependent is returned.
        """
        children = self._children[token.index]
        if not children or not deprels:
            return iter(children)
        return iter([c for c in children if c.deprel in deprels or c.deprel.partition(":")[0] in deprels])

    def child(self, token: Token, *deprels: str) -> Token | None:
        """Return the first dependent with one of these relations."""
        for child in self._children[token.index]:
            if not deprels or child.deprel in deprels or child.deprel.partition(":")[0] in deprels:
                return child
        return None

    def derived(self, make: Callable[["Reading"], T]) -> T:
        """Return what a function makes of the whole reading; it is made once, however many rules ask."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return cast("T", self._derived[make])

    def head(self, token: Token) -> Token | None:
        """Return the governing token, None for a root."""
        return None if token.head == ROOT else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the governor, its governor, and so on up to the root."""
        current = self.head(token)
        while current is not None:
            yield current
            current = self.head(current)

    def subtree(self, token: Token, *, without: Sequence[str] = ()) -> tuple[Token, ...]:
        """Return a token and all below it in text order, leaving out branches by relation."""
        found, open_ = [token.index], [token.index]
        while open_:
            for child in self._children[open_.pop()]:
                relation = child.deprel
                if relation not in without and relation.partition(":")[0] not in without:
                    found.append(child.index)
                    open_.append(child.index)
        return tuple(self.tokens[index] for index in sorted(found))

    def phrase(
        self, token: Token, *, without: Sequence[str] = ("punct", "acl", "appos", "conj", "cc", "parataxis", "advcl")
    ) -> Span:
        """Return the span of the phrase a token heads, without what hangs on it loosely."""
        inside = list(self.subtree(token, without=without))
        position = next(n for n, t in enumerate(inside) if t.index == token.index)
        first = last = position
        while first > 0 and inside[first - 1].index >= inside[first].index - 2:
            first -= 1
        while last < len(inside) - 1 and inside[last + 1].index <= inside[last].index + 2:
            last += 1
        return Span(inside[first].start, inside[last].end)

    def sentence_of(self, token: Token) -> Sentence:
        """Return the sentence a token stands in."""
        return self.sentences[token.sentence]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def tokens_in(self, span: Stretch) -> tuple[Token, ...]:
        """Return the tokens that overlap a span."""
        tokens, starts, start = self.tokens, self._starts, span.start
        first = bisect_right(starts, start) - 1
        if first < 0 or tokens[first].end <= start:
            first += 1
        return tokens[first : bisect_left(starts, span.end, first)]

    def spans_in(self, head: str, span: Span) -> tuple[LabelledSpan, ...]:
        """Return what a head found inside a span."""
        starts = self._span_starts.get(head, ())
        near = self.spans[head][bisect_left(starts, span.start) : bisect_right(starts, span.end)] if starts else ()
        return tuple(found for found in near if span.covers(found))

    def span_at(self, head: str, offset: int) -> LabelledSpan | None:
        """Return what a head found at an offset; the spans of one head do not overlap."""
        last = bisect_right(self._span_starts.get(head, ()), offset) - 1
        found = self.spans[head][last] if last >= 0 else None
        return found if found is not None and offset < found.end else None

    def cues_in(self, span: Span) -> tuple[LabelledSpan, ...]:
        """Return the cues of the attributions inside a span."""
        near = self._cues[bisect_left(self._cue_starts, span.start) : bisect_right(self._cue_starts, span.end)]
        return tuple(cue for cue in near if span.covers(cue))

    def head_of(self, span: Stretch) -> Token | None:
        """Return the syntactic head of a span: the token whose governor lies outside it."""
        inside = self.tokens_in(span)
        if len(inside) <= 1:
            return inside[0] if inside else None
        first, last = inside[0].index, inside[-1].index
        for token in inside:
            if not first <= token.head <= last and token.upos != "PUNCT":
                return token
        return inside[0]

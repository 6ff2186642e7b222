"""Cast: the actors of a report while it is being read, and which words refer to whom."""

from bisect import bisect_left, insort

from tidings.facts.actors.draft import Draft
from tidings.model.mention import MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.span import Span


class Cast:
    """Drafts in order of first mention, and links from tokens to them."""

    def __init__(self, reading: Reading) -> None:
        """Begin with nobody."""
        self.reading = reading
        self.drafts: dict[str, Draft] = {}
        self._links: dict[int, str] = {}
        self._seen: list[tuple[int, str]] = []

    def new(self, kind: MentionKind, first: int, last: int, *, why: str) -> Draft:
        """Add an actor first met at some tokens."""
        tokens = self.reading.tokens
        span = Span(tokens[first].start, tokens[last - 1].end)
        draft = Draft(id=f"e{len(self.drafts) + 1}", kind=kind, span=span, why=why)
        self.drafts[draft.id] = draft
        return draft

    def link(self, draft: Draft, first: int, last: int) -> None:
        """Let tokens refer to an actor; the last of them is where it was met."""
        for index in range(first, last):
            self._links[index] = draft.id
        if first < last:
            insort(self._seen, (last - 1, draft.id))

    def relink(self, old: Draft, new: Draft) -> None:
        """Let everything that referred to one actor refer to another."""
        self._links = {index: new.id if found == old.id else found for index, found in self._links.items()}
        self._seen = [(at, new.id if found == old.id else found) for at, found in self._seen]
        old.shown = False

    def times_met(self, draft: Draft) -> int:
        """Return how often an actor was met."""
        return sum(found == draft.id for _, found in self._seen)

    def at(self, index: int) -> Draft | None:
        """Return the actor a token refers to."""
        found = self._links.get(index)
        return None if found is None else self.drafts[found]

    def is_linked(self, index: int) -> bool:
        """Say whether a token refers to anybody."""
        return index in self._links

    def before(self, index: int, limit: int = 80) -> list[tuple[int, Draft]]:
        """Return the actors met before a token with the place, latest first."""
        stop = bisect_left(self._seen, (index, ""))
        return [(at, self.drafts[found]) for at, found in reversed(self._seen[max(0, stop - limit) : stop])]

    def token(self, index: int) -> Token:
        """Return a token of the reading."""
        return self.reading.tokens[index]

    def distance(self, index: int, other: int) -> int:
        """Return how many sentences lie between two tokens."""
        return abs(self.reading.tokens[index].sentence - self.reading.tokens[other].sentence)

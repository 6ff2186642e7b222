"""Search over everything: what was found, each with its address on the desk."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from tidings.model.refs import RefKind, parse_ref
from tidings.store import Store
from tidings.store.search import KINDS, Hit, count_hits, find_hits

#: Hits on one page.
PAGE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something found; `pieces` are its words, those that were sought marked."""

    kind: str
    ref: str
    title: str
    address: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """A page of what was found, and how much there is of each kind."""

    words: str
    kind: str
    found: tuple[Found, ...]
    counts: dict[str, int]
    page: int
    pages: int


def load_search(store: Store, words: str, kind: str, page: int, size: int = PAGE) -> SearchPage:
    """Return what has these words; of one kind, or of all."""
    kinds = (kind,) if kind in KINDS else KINDS
    with store.connect() as connection:
        hits = find_hits(connection, words, kinds=kinds, limit=size, offset=(page - 1) * size)
        counts = count_hits(connection, words)
    total = sum(counts[each] for each in kinds)
    return SearchPage(
        words=words,
        kind=kind if kind in KINDS else "",
        found=tuple(map(found_of, hits)),
        counts=counts,
        page=page,
        pages=max(1, -(-total // size)),
    )


def found_of(hit: Hit) -> Found:
    """Return a hit with its address."""
    return Found(kind=hit.kind, ref=hit.ref, title=hit.title, address=find_address(hit.ref), pieces=tuple(_pieces(hit)))


def find_address(ref: str) -> str:
    """Return where something stands on the desk.

    >>> find_address("item:r/7#s3"), find_address("incident:i12")
    ('/reports/r%2F7#s3', '/incidents/i12')
    """
    parsed = parse_ref(ref)
    if parsed.kind is RefKind.ITEM:
        return f"/reports/{quote(parsed.id, safe='')}#{parsed.item}"
    return f"/{parsed.kind}s/{quote(parsed.id, safe='')}"


def _pieces(hit: Hit) -> Iterator[tuple[str, bool]]:
    at = 0
    for mark in hit.marks:
        yield from ((words, is_sought) for words, is_sought in _cut(hit.snippet, at, mark.start, mark.end) if words)
        at = mark.end
    if hit.snippet[at:]:
        yield hit.snippet[at:], False


def _cut(words: str, at: int, start: int, end: int) -> tuple[tuple[str, bool], tuple[str, bool]]:
    return (words[at:start], False), (words[start:end], True)

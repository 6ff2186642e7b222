"""Differences of attributions: missed, too many, and what is wrong in those that both have."""

from collections.abc import Iterator, Sequence

from lemminflect import getAllLemmas

from quality.adapters import attributions_of
from quality.counts import match
from quality.errors.difference import Difference, Row, borders
from quality.scores import PARTS, Pair, overlaps, trimmed

#: Words of cues that the lexicon lists as verbs or nouns; auxiliaries it names itself.
_NEITHER = frozenset(("according", "that", "his", "her", "their", "its", "he", "she", "it", "they", "out", "up", "or"))
Parts = dict[str, tuple[Pair, ...]]
#: What stands before a noun.
_BEFORE_NOUNS = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "my", "no", "any", "this", "some"))


def compare_attributions(row: Row, record: Row) -> Iterator[Difference]:
    """Yield the differences of attributions that are paired by their cues."""
    text = row["text"]
    gold = [_parts(text, item) for item in row["gold"]["attributions"]]
    ours = [_parts(text, item) for item in attributions_of(record)]
    found = match([_candidates(want, ours) for want in gold])
    for i, want in enumerate(gold):
        if i not in found:
            yield Difference(kind=f"missed_{cue_kind(text, want['cue'])}", span=_reach(want))
            continue
        given = ours[found[i]]
        yield from _source(want["source"], given["source"])
        yield from _content(want["content"], given["content"])
    cues = [cue for want in gold for cue in want["cue"]]
    for j, statement in enumerate(record["statements"]):
        if j not in found.values():
            twice = _touch(ours[j]["cue"], cues)
            yield Difference(kind="twice" if twice else "spurious", detail=statement["act"], span=_reach(ours[j]))


def _parts(text: str, item: Row) -> Parts:
    return {part: trimmed(text, item.get(part)) for part in PARTS}


def _candidates(want: Parts, ours: Sequence[Parts]) -> list[int]:
    """Return ours whose cue touches, or whose content and source do where the gold has no cue; the fullest first."""
    rest = [n for n, given in enumerate(ours) if _touch(want["cue"], given["cue"])]
    if not want["cue"]:
        rest = [n for n, g in enumerate(ours) if _touch(want["content"], g["content"])]
    return sorted(rest, key=lambda n: (-sum(_touch(want[part], ours[n][part]) for part in PARTS), n))


def _touch(ones: Sequence[Pair], others: Sequence[Pair]) -> bool:
    return any(overlaps(one, other) > 0 for one in ones for other in others)


def _reach(parts: Parts) -> tuple[int, int] | None:
    """Return the cue, or else all that an attribution covers."""
    spans = parts["cue"] or [span for part in PARTS for span in parts[part]]
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None


def _source(want: Sequence[Pair], given: Sequence[Pair]) -> Iterator[Difference]:
    if want == given:
        return
    span = (given or want)[0]
    if not want or not given:
        yield Difference(kind="source_too_many" if given else "no_source", span=span)
    elif not _touch(want, given):
        yield Difference(kind="wrong_source", span=span)
    else:
        yield Difference(kind="source_borders", detail=_extent(want, given), span=span)


def _content(want: Sequence[Pair], given: Sequence[Pair]) -> Iterator[Difference]:
    if want == given:
        return
    span = (given or want)[0]
    if not want or not given:
        yield Difference(kind="content_too_many" if given else "no_content", span=span)
    elif not _touch(want, given):
        yield Difference(kind="wrong_content", span=span)
    elif len(want) != len(given):
        few = len(given) < len(want)
        yield Difference(kind="content_piece_missing" if few else "content_in_pieces", span=span)
    else:
        yield Difference(kind=f"content_{_extent(want, given)}", span=span)


def _extent(want: Sequence[Pair], given: Sequence[Pair]) -> str:
    return borders((want[0][0], want[-1][1]), (given[0][0], given[-1][1]))


def cue_kind(text: str, cue: Sequence[Pair]) -> str:
    """Say what carries an attribution: verb, noun, other words, or none.

    The lexicon says which of a cue's words may be verbs or nouns; before one that may be both, an
    article or a possessive makes it a noun.

    >>> cue_kind("His claim was that they had claimed it", [(4, 9)])
    'noun'
    >>> cue_kind("The union claims that", [(10, 16)]), cue_kind("according to her", [(0, 12)]), cue_kind("x", [])
    ('verb', 'other', 'none')
    """
    if not cue:
        return "none"
    kinds = [_word_kind(text, start, end) for span in cue for start, end in _words(text, span)]
    return next((kind for kind in ("verb", "noun") if kind in kinds), "other")


def _words(text: str, span: Pair) -> Iterator[Pair]:
    place = span[0]
    for word in text[span[0] : span[1]].split():
        place = text.index(word, place)
        yield place, place + len(word)
        place += len(word)


def _word_kind(text: str, start: int, end: int) -> str:
    word = text[start:end].strip("\"'“”,.:;()").lower()
    known = getAllLemmas(word)
    if word in _NEITHER or "AUX" in known:
        return "other"
    before = text[:start].split()[-1:] or [""]
    if "VERB" in known and not ("NOUN" in known and _leads_noun(before[0])):
        return "verb"
    return "noun" if "NOUN" in known else "other"


def _leads_noun(word: str) -> bool:
    return word.lower() in _BEFORE_NOUNS or word.endswith(("'s", "’s"))

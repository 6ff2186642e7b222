"""Toponyms: what is to be looked up of a place mention, and what stands around it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tidings.facts.places.bare import Piece, find_bare_names, is_shouted, pieces_of
from tidings.facts.places.context import nationalities
from tidings.model.mention import Mention, MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.span import Span
from tidings.resources import load_table
from tidings.resources.gazetteer import Gazetteer, fold

_POSSESSIVE = re.compile(r"['’]s?$|['’]S$")
_STATE_AFTER = re.compile(r"\s?,\s+((?:[A-Z]\.\s?)+|[A-Z][\w]+\.?(?:\s[A-Z]\w+)?)")
_ADJECTIVE_GAP = re.compile(r"(?:\s[\w-]+){0,4}\s")
_TRAILING = re.compile(r"\s+(?:of|in|near|the|and)$", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "his", "her"})
#: Words that open a sentence before a name and are no part of it, as "the" may be: "A US state", "In Basra".
_SMALL_WORDS = (_ARTICLES - {"the"}) | {"in", "of", "at", "on", "as", "to", "from", "for", "and", "or", "but"}
_BREAKS = frozenset('\n,.;:()"“”')
_WORDS_BEFORE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name as it is looked up.

    `kind` is the kind of place its words call for; `site` is "" or the word of a site
    ("airport"), of which `name` is the town if the site is named after one and empty
    otherwise; `inside` are names of larger places said to hold it, `hard` says that the
    words leave no doubt; `blurred` marks "northern Iraq"; `people` is the country (alpha-3)
    or continent of a word such as "Iraqi"; `main` says that it stands for what its mention
    stands for.
    """

    mention: Mention
    span: Span
    name: str
    kind: str | None = None
    site: str = ""
    blurred: bool = False
    inside: tuple[str, ...] = ()
    hard: bool = False
    people: str | None = None
    main: bool = True

    @property
    def key(self) -> tuple[str, str, str]:
        """What mentions of one place have in common."""
        return fold(self.name), self.site, self.kind or ""


def find_toponyms(reading: Reading, mentions: Sequence[Mention]) -> list[Toponym]:
    """Return a toponym for every bare place name, and for every mention of kind place that has a name in it.

    In text order; words for a people ("Iraqi") stand for their country.
    """
    found = []
    shouted = is_shouted(reading)
    pieces = pieces_of(reading, mentions, find_bare_names(reading))
    for position, piece in enumerate(pieces):
        around = [p.mention for p in pieces[max(0, position - 1) : position + 2]]
        if piece.bare is not None and piece.bare.people:
            found.append(_of_people(reading, piece, around[2 if position else 1 :]))
        elif piece.mention.kind is MentionKind.PLACE and (
            piece.bare or _is_name(reading, piece.mention, shouted=shouted)
        ):
            before, after = around[: 1 if position else 0], around[2 if position else 1 :]
            named = _named(reading, piece, before, after)
            if _is_kept(named, piece, reading.text, shouted=shouted):
                found.append(named)
    return found


def _of_people(reading: Reading, piece: Piece, after: Sequence[Mention]) -> Toponym:
    """Read a word for a people; "the German consulate" may be said to be in a town."""
    bare = piece.bare
    span = bare.span if bare else piece.mention.span
    town = _larger_after(reading.text, piece.mention.span, after)[0] if piece.main else ""
    people = bare.people if bare else None
    inside = (town,) if town else ()
    return Toponym(mention=piece.mention, span=span, name="", people=people, inside=inside, main=piece.main)


def _named(reading: Reading, piece: Piece, before: Sequence[Mention], after: Sequence[Mention]) -> Toponym:
    """Read a piece; the place is the bare name in it, which is looked up when the words around it make no name."""
    found = _toponym(reading, piece.mention, before, after)
    if piece.bare is None:
        return found
    bare = piece.bare.span
    name = bare.of(reading.text)
    is_part = found.site and not found.name and bare.end - bare.start < len(piece.mention.text) - len(found.site)
    is_part = is_part and found.site not in load_table("places.toml")["crossing"]["words"]
    if not _known(name) or (found.name and _known(found.name)) or (found.site and not is_part):
        name = found.name
    return replace(found, span=bare, name=name, main=piece.main)


def _is_kept(toponym: Toponym, piece: Piece, text: str, *, shouted: bool) -> bool:
    """Say whether a name counts: one that the gazetteer lacks needs words that show it to be a place."""
    if toponym.name.lower() in load_table("places.toml")["blur"]["words"]:
        return False
    if shouted or toponym.site or toponym.inside or toponym.kind or _known(toponym.name):
        return True
    return piece.bare is not None and piece.main and _is_marked(text, piece.mention.start)


def _is_marked(text: str, start: int) -> bool:
    words = re.findall(r"[\w-]+", text[max(0, start - 20) : start].lower())
    last = words[-2:-1] if words[-1:] == ["the"] else words[-1:]
    return bool(last) and last[0] in load_table("places.toml")["marks"]["words"]


def _is_name(reading: Reading, mention: Mention, *, shouted: bool) -> bool:
    tokens = [t for t in reading.tokens_in(mention.span) if t.lower not in _ARTICLES]
    if shouted or not tokens:
        return any(t.upos == "PROPN" for t in tokens)
    return any(t.text[:1].isupper() for t in tokens)


def _toponym(reading: Reading, mention: Mention, before: Sequence[Mention], after: Sequence[Mention]) -> Toponym:
    text = reading.text
    span = _trimmed(text, _grown(reading, mention, (*before, *after)))
    whole = span.of(text)
    words, kind, site, blurred, rest = read_name(whole)
    start = span.start + whole.find(words) if words else span.start
    follows, hard = _larger_after(text, span, after)
    inside = [name for name in (rest, follows, _larger_before(text, span, before)) if name]
    return Toponym(
        mention=mention,
        span=Span(start, _end_of(span, whole, words, start)),
        name="" if site and site not in _near_words() else words,
        kind=kind or _kind_around(text, span),
        site=site,
        blurred=blurred,
        inside=tuple(inside),
        hard=bool(rest) or hard,
    )


def _trimmed(text: str, span: Span) -> Span:
    """Leave out an "of" or "in" that a mention ends with ("the Doura district of")."""
    words = _TRAILING.sub("", span.of(text))
    return Span(span.start, span.start + len(words)) if words else span


def _grown(reading: Reading, mention: Mention, around: Sequence[Mention]) -> Span:
    """Return the mention with the words beside it that belong to its name ("Dayr" before "az Zawr")."""
    inside = reading.tokens_in(mention.span)
    if not inside:
        return mention.span
    taken = [m.span for m in around if m.kind is MentionKind.PLACE]
    for first, last in ((2, 0), (1, 0), (0, 1), (0, 2)):
        edges = reading.tokens[max(0, inside[0].index - first) : inside[-1].index + last + 1]
        span = Span(edges[0].start, edges[-1].end)
        added = [t for t in edges if not mention.span.covers(t.span)]
        if added and _is_one_name(reading.text, span, added, taken):
            return span
    return mention.span


def _is_one_name(text: str, span: Span, added: Sequence[Token], taken: Sequence[Span]) -> bool:
    capitals = all((t.text[:1].isupper() and t.lower not in _SMALL_WORDS) or t.text == "-" for t in added)
    free = not any(t.span.overlaps(other) for t in added for other in taken)
    words = span.of(text)
    return capitals and free and "  " not in words and not set(words) & _BREAKS and _known(words)


def _end_of(span: Span, whole: str, words: str, start: int) -> int:
    """End with the kind word ("Helmand province") but without "'s" and without ", Syria"."""
    head = whole.partition(",")[0] if words and "," not in words else whole
    return max(span.start + len(_POSSESSIVE.sub("", head.rstrip())), start + len(words))


def read_name(text: str) -> tuple[str, str | None, str, bool, str]:
    """Take a place name apart: the words to look up, kind, site word, blurred or not, what follows a comma.

    >>> read_name("the city of Irbil")
    ('Irbil', 'town', '', False, '')
    >>> read_name("northern Iraq"), read_name("Tartus, Syria")
    (('Iraq', None, '', True, ''), ('Tartus', None, '', False, 'Syria'))
    """
    whole = _POSSESSIVE.sub("", text.strip())
    if _known(whole):
        return whole, None, "", False, ""
    head, _, rest = whole.partition(",")
    name, kind = _without_kind_before(_POSSESSIVE.sub("", head.strip()))
    if _known(name):
        return name, kind, "", False, rest.strip()
    shorter, site = _without_site(name)
    if site:
        return shorter, kind, site, False, rest.strip()
    shorter, after = _without_kind_after(name)
    if after and _known(shorter):
        return shorter, kind or after, "", False, rest.strip()
    sharp, blurred = _without_blur(shorter if after else name)
    if not _known(sharp):
        sharp, blurred = _known_part(name)
    return sharp, kind or after, "", blurred, rest.strip()


def _known(name: str) -> bool:
    return bool(name) and bool(Gazetteer.load().candidates(name))


def _without_kind_before(name: str) -> tuple[str, str | None]:
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    kinds = load_table("places.toml")["before"]
    for position in range(min(len(words) - 2, 3), 0, -1):
        if words[position].lower() == "of" and words[position - 1].lower() in kinds:
            return " ".join(words[position + 1 :]), kinds[words[position - 1].lower()]
    if len(words) > 1 and words[0].lower() in kinds and not _known(" ".join(words)):
        return " ".join(words[1:]), kinds[words[0].lower()]
    return " ".join(words), None


def _without_kind_after(name: str) -> tuple[str, str | None]:
    words = name.split()
    kind = load_table("places.toml")["after"].get(words[-1].lower()) if len(words) > 1 else None
    return (" ".join(words[:-1]), kind) if kind else (name, None)


def _without_site(name: str) -> tuple[str, str]:
    words = name.split()
    for length in range(min(3, len(words) - 1), 0, -1):
        ending = " ".join(words[-length:]).lower().rstrip(".")
        if ending in _near_words() or ending in _site_words():
            return " ".join(words[:-length]), ending
    return name, ""


def _without_blur(name: str) -> tuple[str, bool]:
    words = name.split()
    blur = _blur_words()
    first = 0
    while first < len(words) - 1 and words[first].lower() in blur:
        first += 1
    shorter = " ".join(words[first:])
    return (shorter, True) if first and _known(shorter) else (name, False)


def _known_part(name: str) -> tuple[str, bool]:
    """Return the known name that a longer phrase begins or ends with ("Syrian capital Damascus")."""
    words = name.split()
    for first in range(1, len(words)):
        ending = " ".join(words[first:])
        if words[first][:1].isupper() and all(_is_descriptive(w) for w in words[:first]) and _known(ending):
            return ending, True
    for last in range(len(words) - 1, 0, -1):
        beginning = " ".join(words[:last])
        if words[0][:1].isupper() and all(w.islower() for w in words[last:]) and _known(beginning):
            return beginning, True
    return name, False


def _is_descriptive(word: str) -> bool:
    return word.islower() or fold(word) in nationalities() or word.lower() in load_table("places.toml")["before"]


def _kind_around(text: str, mention: Span) -> str | None:
    """Return the kind that words next to the mention give: "the city of …", "… province"."""
    table = load_table("places.toml")
    behind = re.match(r"\s([a-z-]+)", text[mention.end : mention.end + 20].lower())
    if behind and behind[1] in table["after"]:
        return str(table["after"][behind[1]])
    ahead = re.findall(r"[\w-]+", text[max(0, mention.start - 30) : mention.start].lower())[-_WORDS_BEFORE:]
    if ahead[-1:] == ["of"] and ahead[0] in table["before"]:
        return str(table["before"][ahead[0]])
    if ahead and ahead[-1] in table["before"] and text[mention.start - 1 : mention.start] == " ":
        return str(table["before"][ahead[-1]])
    return None


def _larger_after(text: str, mention: Span, after: Sequence[Mention]) -> tuple[str, bool]:
    table = load_table("places.toml")["inside"]
    if after and after[0].kind is MentionKind.PLACE:
        gap = " ".join(text[mention.end : after[0].start].lower().split())
        if gap in table["joins"]:
            return read_name(after[0].text)[0], gap in table["hard"]
    state = _STATE_AFTER.match(text, mention.end, mention.end + 24)
    if state:
        for name in (state[1].strip(), state[1].split()[0]):
            if fold(name) in _state_names():
                return name, True
    return "", False


def _larger_before(text: str, mention: Span, before: Sequence[Mention]) -> str:
    """Return the country of "Iraq's Kirkuk" or "the Iraqi city of Mosul"."""
    if not before:
        return ""
    gap = text[before[0].end : mention.start]
    if before[0].kind is MentionKind.NATIONALITY and _ADJECTIVE_GAP.fullmatch(gap):
        return nationalities().get(fold(before[0].text), "")
    owner = before[0].text + gap
    if (
        before[0].kind is MentionKind.PLACE
        and re.search(r"['’][sS]\b", owner[-40:])
        and _ADJECTIVE_GAP.fullmatch(re.sub(r"^['’][sS]", "", gap))
    ):
        return read_name(before[0].text)[0]
    return ""


@cache
def _state_names() -> frozenset[str]:
    states: Mapping[str, Sequence[object]] = load_table("gazetteer_countries.toml")["states"]
    return frozenset(fold(str(name)) for state, cells in states.items() for name in (state, *cells[:2]))


@cache
def _near_words() -> frozenset[str]:
    return frozenset(load_table("places.toml")["site_of_town"]["words"])


@cache
def _site_words() -> frozenset[str]:
    return frozenset(load_table("places.toml")["site"]["words"])


@cache
def _blur_words() -> frozenset[str]:
    return frozenset(load_table("places.toml")["blur"]["words"])

"""Bodies: one actor for a name, its acronym and its registry aliases; states and what speaks for them."""

from functools import cache, lru_cache

from tidings.facts.actors.cast import Cast
from tidings.facts.actors.draft import Draft
from tidings.facts.actors.lexicon import Noun, noun_ending_at
from tidings.facts.actors.names import Name, initials, words_of
from tidings.model.mention import MentionKind
from tidings.resources import load_table
from tidings.resources.registry import (
    capitals,
    countries,
    country_names,
    demonyms,
    find_known_actor,
    metonyms,
    name_key,
)

_ADJECTIVE = "the name or adjective of a state"
_GENERIC_FIRST = frozenset(
    {"national", "international", "united", "new", "federal", "people", "popular", "islamic", "ministry", "department"}
)


def join_body(cast: Cast, name: Name) -> Draft:
    """Return the actor of a body's name, a new one where none before fits."""
    words = _words(cast, name)
    text = " ".join(words)
    state = country_names().get(name_key(text))
    if state is not None:
        return join_state(cast, name, state, shown=True)
    draft = _known(cast, text, name)
    if draft is None:
        draft = cast.new(MentionKind.ORGANISATION, name.first, name.last, why="a body's name")
        _describe(cast, draft, text, name)
    draft.add_name(text)
    draft.shown = True
    cast.link(draft, name.first, name.last)
    return draft


def join_place(cast: Cast, name: Name) -> Draft | None:
    """Return the state that a place name stands for; a capital may speak for its state. None for other places."""
    text = " ".join(_words(cast, name))
    key = name_key(text)
    state = country_names().get(key)
    if state is not None:
        return join_state(cast, name, state, shown=False)
    code = metonyms().get(key) or capitals().get(key)
    if code is None:
        return None
    draft = _with_key(cast, key) or cast.new(
        MentionKind.ORGANISATION, name.first, name.last, why="a capital or palace that speaks for its state"
    )
    draft.add_name(text)
    draft.country, draft.category, draft.speaks_for_state = code, "government", countries()[code].name
    cast.link(draft, name.first, name.last)
    return draft


def join_state(cast: Cast, name: Name, code: str, *, shown: bool) -> Draft:
    """Return the actor of a state whose name was met."""
    draft = state_of(cast, code, name.first, name.last)
    text = " ".join(_words(cast, name))
    if draft.names == [countries()[code].name] and text != countries()[code].name and draft.why == _ADJECTIVE:
        draft.names.clear()
    draft.add_name(text)
    draft.shown = draft.shown or shown
    cast.link(draft, name.first, name.last)
    return draft


def state_of(cast: Cast, code: str, first: int, last: int) -> Draft:
    """Return the actor of a state, a new one where the report has only its adjective so far."""
    key = f"state:{code}"
    draft = _with_key(cast, key)
    if draft is None:
        draft = cast.new(MentionKind.ORGANISATION, first, last, why=_ADJECTIVE)
        draft.keys.add(key)
        draft.country, draft.category = code, "state"
        draft.add_name(countries()[code].name)
    return draft


def country_in(cast: Cast, first: int, last: int) -> str | None:
    """Return the country of a name or adjective among some tokens."""
    for index in range(first, last):
        for length in (3, 2, 1):
            if index + length > last:
                continue
            words = cast.reading.text[cast.token(index).start : cast.token(index + length - 1).end]
            key = name_key(words)
            if words in {"us", "Us"}:
                continue
            code = country_names().get(key) or demonyms().get(key)
            if code is not None:
                return code
    return None


@lru_cache(maxsize=65536)
def organ_key(words: str) -> frozenset[str]:
    """Return the words that tell a ministry or department apart: "Ministry of the Interior" is "interior ministry"."""
    dropped = {"of", "the", "for", "and", "s"}
    same = {"defence": "defense", "ministry": "ministry", "foreign": "foreign", "affairs": ""}
    return frozenset(same.get(w, w) for w in name_key(words).split() if w not in dropped) - {""}


def _words(cast: Cast, name: Name) -> list[str]:
    words = words_of(cast.reading, name)
    if words and words[-1].endswith(("'s", "’s")):
        words[-1] = words[-1][:-2]
    return words


def _known(cast: Cast, text: str, name: Name) -> Draft | None:
    key, known = name_key(text), find_known_actor(text)
    bracketed = _before_bracket(cast, name) if _acronym(text) or _fills_bracket(cast, name) else None
    if bracketed is not None:
        return bracketed
    for draft in reversed(cast.drafts.values()):
        if draft.is_person or not draft.names:
            continue
        if key in draft.keys or (known is not None and draft.known is known):
            return draft
        if any(_same_body(other, text) for other in draft.names):
            return draft
    return None


@lru_cache(maxsize=65536)
def _acronym(text: str) -> str | None:
    letters = text.replace(".", "")
    return letters if letters.isalnum() and text.isupper() and len(text) < 8 else None  # noqa: PLR2004


@lru_cache(maxsize=65536)
def _same_body(other: str, text: str) -> bool:
    """Say whether two names may be one body's: an acronym, another form of an organ, the first word alone."""
    acronym, organ = _acronym(text), organ_key(text)
    if acronym is not None and acronym in initials(other):
        return True
    if other.isupper() and len(other) < 8 and other.replace(".", "") in initials(text):  # noqa: PLR2004
        return True
    if len(organ) > 1 and organ & {"ministry", "department", "police", "army", "office"} and organ_key(other) == organ:
        return True
    first, others = name_key(text), name_key(other).split()
    return (
        " " not in first
        and len(others) > 1
        and others[0] == first
        and first not in _GENERIC_FIRST
        and first not in demonyms()
        and first not in country_names()
    )


def _fills_bracket(cast: Cast, name: Name) -> bool:
    """Say whether a name is all that stands in brackets behind another: "X (Army of Y)"."""
    return name.last < len(cast.reading.tokens) and cast.token(name.last).text in {")", "]"}


def _before_bracket(cast: Cast, name: Name) -> Draft | None:
    """Return the body before "(ELN)"."""
    if name.first < 2 or cast.token(name.first - 1).text not in {"(", "["}:  # noqa: PLR2004
        return None
    draft = cast.at(name.first - 2)
    return draft if draft is not None and not draft.is_person and draft.category != "state" else None


def _with_key(cast: Cast, key: str) -> Draft | None:
    return next((d for d in cast.drafts.values() if key in d.keys), None)


def _describe(cast: Cast, draft: Draft, text: str, name: Name) -> None:
    """Fill in what the registry, the name's own words and its countries say."""
    draft.known = find_known_actor(text)
    if draft.known is not None:
        draft.category, draft.country = draft.known.category, draft.known.country
        draft.why = f"the registry lists {draft.known.name}"
    noun = _head_noun(cast, name)
    if draft.category is None and noun is not None:
        draft.category = noun.category
        draft.why = f"the word {noun.word} in its name"
    draft.noun = noun
    if draft.known is None and _sounds_armed(text):
        draft.category, draft.why = "armed-group", "a word of its name that armed groups bear"
    code = metonyms().get(name_key(text))
    if code is not None:
        draft.country, draft.speaks_for_state = code, countries()[code].name
        draft.category = draft.category or "government"
    draft.country = draft.country or country_in(cast, name.first, name.last)


def _sounds_armed(text: str) -> bool:
    return not _armed_words().isdisjoint(name_key(text).split())


@cache
def _armed_words() -> frozenset[str]:
    return frozenset(load_table("actor_nouns.toml")["names"]["armed-group"].replace(";", " ").split())


def _head_noun(cast: Cast, name: Name) -> Noun | None:
    """Return the noun that says what the body is: the last one, or the one before "of" or "for"."""
    tokens = cast.reading.tokens
    last = noun_ending_at(tokens, name.last - 1)
    if last is not None and last.is_body and not any(t.lower in {"of", "for"} for t in tokens[name.first : name.last]):
        return last
    for index in range(name.first, name.last):
        noun = noun_ending_at(tokens, index)
        behind = tokens[index + 1].lower if index + 1 < name.last else "of"
        if noun is not None and noun.is_body and behind in {"of", "for", "in", "on", "to"}:
            return noun
    return last if last is not None and last.is_body else None

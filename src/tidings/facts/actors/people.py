"""People: one actor for the full name, the surname and the title with surname."""

from tidings.facts.actors.cast import Cast
from tidings.facts.actors.draft import Draft
from tidings.facts.actors.lexicon import bare, courtesy_titles, first_names
from tidings.facts.actors.names import Name, person_words, words_of
from tidings.model.mention import MentionKind


_THRONES = frozenset({"king", "queen", "prince", "princess", "emir", "sultan", "pope", "ayatollah"})


def join_person(cast: Cast, name: Name) -> Draft:
    """Return the actor of a person's name, a new one where nobody before fits."""
    words = words_of(cast.reading, name)
    if words and words[-1].endswith(("'s", "’s")):
        words[-1] = words[-1][:-2]
    gender = _title_gender(cast, name) or first_names().get(words[0].casefold() if len(words) > 1 else "")
    draft = _known(cast, words, gender, _throne(cast, name))
    if draft is None:
        draft = cast.new(MentionKind.PERSON, name.first, name.last, why="a person's name")
    draft.add_name(" ".join(words))
    draft.gender = draft.gender or gender
    draft.shown = True
    cast.link(draft, name.first, name.last)
    return draft


def _throne(cast: Cast, name: Name) -> str | None:
    """Return the royal title before a name: King Hussein is not Saddam Hussein."""
    before = cast.token(name.first - 1).lower if name.first > 0 else ""
    return before if before in _THRONES else None


def _known(cast: Cast, words: list[str], gender: str | None, throne: str | None) -> Draft | None:
    wanted = person_words(words)
    if not wanted:
        return None
    for draft in reversed(cast.drafts.values()):
        if not draft.is_person or not draft.names or (gender and draft.gender and gender != draft.gender):
            continue
        if throne is not None and throne not in (draft.role or "").lower():
            continue
        if any(_same_person(person_words(known.split()), wanted) for known in draft.names):
            return draft
    return None


def _same_person(known: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Say whether two names may be one person's: a surname, or one name's words within the other's."""
    if known == wanted:
        return True
    short, long_ = sorted((known, wanted), key=len)
    if not short:
        return False
    if len(short) == 1:
        return short[0] in long_[1:] or (short[0] == long_[0] and len(wanted) == 1)
    return set(short) <= set(long_) and short[0] == long_[0]


def _title_gender(cast: Cast, name: Name) -> str | None:
    for index in range(max(0, name.first - 3), name.first):
        gender = courtesy_titles().get(bare(cast.token(index).text))
        if gender is not None and cast.token(index).sentence == cast.token(name.first).sentence:
            return gender
    return None

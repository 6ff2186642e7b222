"""People: one actor for the full name, the surname and the title with surname."""

from collections.abc import Sequence

from tidings.facts.actors.cast import Cast
from tidings.facts.actors.draft import DESCRIPTION, Draft
from tidings.facts.actors.lexicon import bare, courtesy_titles, first_names
from tidings.facts.actors.names import Name, person_words, words_of, words_of_person
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


def name_the_unnamed(cast: Cast, people: Sequence[tuple[int, Draft]]) -> None:
    """Join "A militia spokesman said …. Ali Haddad said …": a description that the next sentence names.

    Both are subjects, the description is met once and alone in its sentence, and the name
    has no role of its own.
    """
    for index, draft in people:
        if draft.role is None and draft.span.start == cast.token(index).start:
            described = _just_described(cast, index)
            if described is not None:
                draft.give_role(described.role, DESCRIPTION)
                draft.category, draft.country = draft.category or described.category, draft.country or described.country
                draft.why = f"{draft.why}; the sentence before speaks of {described.role}"
                cast.relink(described, draft)


def _just_described(cast: Cast, index: int) -> Draft | None:
    token = cast.token(index)
    if not _is_subject(cast, index):
        return None
    before = [
        (at, d)
        for at, d in cast.before(index, limit=20)
        if cast.token(at).sentence == token.sentence - 1 and d.is_person
    ]
    if len(before) != 1:
        return None
    at, draft = before[0]
    is_new = not draft.names and not draft.is_plural and cast.times_met(draft) == 1
    return draft if is_new and _is_subject(cast, at) and _is_indefinite(cast, draft) else None


def _is_subject(cast: Cast, index: int) -> bool:
    token = cast.token(index)
    while token.deprel in {"flat", "compound"} and token.head >= 0:
        token = cast.token(token.head)
    return (
        token.deprel == "nsubj" and token.head >= 0 and cast.token(token.head).deprel in {"root", "parataxis", "conj"}
    )


def _is_indefinite(cast: Cast, draft: Draft) -> bool:
    before = cast.reading.text[max(0, draft.span.start - 3) : draft.span.start].lower().split()
    return bool(before) and before[-1] in {"a", "an"}


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
        if any(_same_person(words_of_person(known), wanted) for known in draft.names):
            return draft
    return None


def _same_person(known: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Say whether two names may be one person's: a surname (of two words too), or a name within the other."""
    if known == wanted:
        return True
    short, long_ = sorted((known, wanted), key=len)
    if not short:
        return False
    if len(short) == 1:
        return short[0] in long_[1:] or (short[0] == long_[0] and len(wanted) == 1)
    return set(short) <= set(long_) and (short[0] == long_[0] or wanted == known[-len(wanted) :])


def _title_gender(cast: Cast, name: Name) -> str | None:
    for index in range(max(0, name.first - 3), name.first):
        gender = courtesy_titles().get(bare(cast.token(index).text))
        if gender is not None and cast.token(index).sentence == cast.token(name.first).sentence:
            return gender
    return None

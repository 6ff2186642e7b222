"""Pronouns: the nearest actor that fits in gender, number and kind."""

from tidings.facts.actors.cast import Cast
from tidings.facts.actors.draft import Draft
from tidings.model.reading import Token

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
PRONOUNS = _HE | _SHE | _THEY | _IT | _RELATIVE
_SUBJECT = ("nsubj", "nsubj:pass")
_SENTENCES_BACK = 4


def find_antecedent(cast: Cast, token: Token) -> Draft | None:
    """Return the actor that a pronoun stands for, None if nobody fits."""
    word = token.lower
    if word in _RELATIVE:
        return _relative(cast, token)
    best: tuple[int, Draft] | None = None
    for at, draft in cast.before(token.index):
        if cast.distance(token.index, at) > _SENTENCES_BACK:
            break
        if not _fits(draft, word) or _clause_mate(cast, token, cast.token(at)) or _is_where(cast, draft, at):
            continue
        score = _score(cast, token, cast.token(at), draft)
        if best is None or score > best[0]:
            best = score, draft
    return None if best is None else best[1]


def _fits(draft: Draft, word: str) -> bool:
    if word in _HE | _SHE:
        gender = "m" if word in _HE else "f"
        return draft.is_person and not draft.is_plural and draft.gender in {None, gender}
    if word in _IT:
        return not draft.is_person and not draft.is_plural
    return draft.is_plural or not draft.is_person


def _is_where(cast: Cast, draft: Draft, at: int) -> bool:
    """Say whether a state or its government is named there only as the place where something happened: "in Mali"."""
    return draft.speaks_for_state is not None and at > 0 and cast.token(at - 1).lower in {"in", "at", "near", "across"}


def _score(cast: Cast, token: Token, at: Token, draft: Draft) -> int:
    """Prefer the nearest sentence, then its subject, then a name."""
    score = -10 * cast.distance(token.index, at.index)
    head = _phrase_head(cast, at)
    if head.deprel in _SUBJECT:
        score += 12
    elif head.deprel in {"nmod:poss", "compound", "nmod"}:
        score -= 4
    if draft.names and draft.is_person:
        score += 3
    if token.lower in _HE | _SHE and draft.gender is not None:
        score += 3
    if token.lower in _THEY and draft.is_plural:
        score += 6
    if draft.category == "state" and token.lower in _IT:
        score -= 3
    return score


def _phrase_head(cast: Cast, token: Token) -> Token:
    while token.deprel in {"flat", "compound", "appos", "nmod:desc"} and token.head >= 0:
        token = cast.token(token.head)
    return token


def _clause_mate(cast: Cast, token: Token, at: Token) -> bool:
    """Say whether a pronoun is the object of the verb whose subject the other is: "X hit him"."""
    head = _phrase_head(cast, at)
    return token.deprel in {"obj", "iobj", "obl", "obl:agent"} and head.head == token.head and head.deprel in _SUBJECT


def _relative(cast: Cast, token: Token) -> Draft | None:
    for above in cast.reading.ancestors(token):
        if above.deprel.startswith("acl") and above.head >= 0:
            found = cast.at(above.head)
            if found is not None:
                return found
    for at, draft in cast.before(token.index, limit=3):
        if token.index - at <= 3:  # noqa: PLR2004
            return draft
    return None

"""Words for people and bodies, from the data files an analyst may edit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from tidings.model.reading import Token
from tidings.resources import load_table
from tidings.resources.registry import demonyms, name_key

NOUN_TAGS = frozenset({"NOUN", "PROPN"})
#: Words that give a body its name: "a group called X", "a group that calls itself X".
NAMING = frozenset({"called", "named", "dubbed", "known", "calling", "calls", "call"})
#: Words that may stand beside them: "known as X", "which call themselves X".
BESIDE_NAMING = frozenset({"as", "itself", "themselves", "that", "which"})
#: A name stands at most so many words behind what it names.
NAMING_REACH = 5
_LONGEST = 4
#: "in front of", "on the front": no body.
_BEFORE_PLAIN_FRONT = frozenset({"in", "the", "at", "on", "of", "a"})
_PEOPLE_PLURALS = {"people", "police", "persons", "crew", "others", "dead", "injured", "wounded", "troops", "forces"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun for a person or body in the text: token range, dictionary form, kind and category."""

    first: int
    last: int
    word: str
    is_body: bool
    category: str | None
    is_plural: bool


@cache
def person_nouns() -> dict[str, str | None]:
    """Return the category of every noun for people; None where the context decides."""
    return _categories("person", undecided="open")


@cache
def body_nouns() -> dict[str, str | None]:
    """Return the category of every noun for bodies; None where the context decides."""
    return _categories("body", undecided="plain")


@cache
def courtesy_titles() -> dict[str, str | None]:
    """Return the gender that each courtesy title shows, None if it shows none."""
    table = load_table("titles.toml")["courtesy"]
    return {word: None if gender == "n" else gender for gender, words in table.items() for word in _words(words)}


@cache
def ranks() -> dict[str, str]:
    """Return the category that each rank or abbreviated office shows."""
    table = load_table("titles.toml")
    groups = {**table["office"], **table["rank"]}
    return {word: category for category, words in groups.items() for word in _words(words)}


@cache
def spelled_out() -> dict[str, str]:
    """Return what an abbreviated office or rank is short for."""
    return dict(load_table("titles.toml")["spelled"])


@cache
def holding_verbs() -> frozenset[str]:
    """Return what is done to a document by those who did not write it."""
    return frozenset(_words(load_table("actor_nouns.toml")["holding"]["verbs"]))


@cache
def measures() -> frozenset[str]:
    """Return the bodies that only count the people told behind "of"."""
    return frozenset(_words(load_table("actor_nouns.toml")["measure"]["words"]))


@cache
def name_suffixes() -> frozenset[str]:
    """Return what may follow a surname: Jr., III."""
    return frozenset(_words(load_table("titles.toml")["suffix"]["words"]))


@cache
def particles() -> frozenset[str]:
    """Return the small words that stand inside names: al, bin, de, van."""
    return frozenset(_words(load_table("titles.toml")["particle"]["words"]))


@cache
def first_names() -> dict[str, str]:
    """Return the gender of common first names, m or f."""
    table = load_table("first_names.toml")
    found = dict.fromkeys(table["f"].split(), "f")
    both = found.keys() & set(table["m"].split())
    found |= dict.fromkeys(table["m"].split(), "m")
    return {name: gender for name, gender in found.items() if name not in both}


@cache
def _last_words() -> frozenset[str]:
    """Return the words in which a noun of the lists ends."""
    return frozenset(noun.split()[-1] for noun in (*person_nouns(), *body_nouns()))


def bare(word: str) -> str:
    """Return a word in lower case without full stops: "Lt." is "lt"."""
    return word.casefold().replace(".", "").replace("’", "'")


def singulars(token: Token) -> tuple[str, ...]:
    """Return the forms under which a word may stand in a word list, plural forms last."""
    return _forms(token.text, token.lemma)


@lru_cache(maxsize=65536)
def _forms(text: str, lemma: str) -> tuple[str, ...]:
    lower = text.lower().replace("’", "'")
    forms = [lower, lemma.casefold()]
    if lower.endswith("men"):
        forms.append(lower[:-3] + "man")
    elif lower.endswith("ies"):
        forms.append(lower[:-3] + "y")
    elif lower.endswith("s"):
        forms.append(lower[:-1])
    return tuple(dict.fromkeys(forms))


def noun_ending_at(tokens: Sequence[Token], index: int) -> Noun | None:
    """Return the longest noun for a person or body that ends at a token."""
    token = tokens[index]
    if not _may_be_noun(tokens, index):
        return None
    forms = singulars(token)
    if not _may_end_noun(token.text, token.lemma):
        return _people(token)
    for length in range(min(_LONGEST, index - _sentence_start(tokens, index) + 1), 0, -1):
        before = [t.lower.replace("’", "'") for t in tokens[index - length + 1 : index]]
        words = [" ".join([*before, form]).replace(" 's", "'s").replace(" - ", "-") for form in forms]
        found = _listed(token, token.index - length + 1, words)
        if found is not None:
            return _as_people(tokens, found) if found.is_body and found.word in measures() else found
    return _people(token)


def _as_people(tokens: Sequence[Token], noun: Noun) -> Noun:
    """Return "a group of rebels" as the people that it counts, any other group as the body that it is."""
    index = noun.last + 1
    if index >= len(tokens) or tokens[noun.last].lower != "of":
        return noun
    while index + 1 < len(tokens) and index - noun.last < _LONGEST and tokens[index].upos in {"ADJ", "NUM"}:
        index += 1
    while index + 1 < len(tokens) and tokens[index + 1].upos in NOUN_TAGS and index - noun.last < _LONGEST:
        index += 1
    people = noun_ending_at(tokens, index) if tokens[index].sentence == tokens[noun.first].sentence else None
    if people is None or people.is_body or not people.is_plural:
        return noun
    return replace(noun, is_body=False, is_plural=True, category=people.category)


@lru_cache(maxsize=65536)
def _may_end_noun(text: str, lemma: str) -> bool:
    """Say whether a noun of the lists ends in a word: most words of a text end none, and are soon passed over."""
    return not _last_words().isdisjoint(_forms(text, lemma))


def _may_be_noun(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.upos not in NOUN_TAGS and (token.upos != "ADJ" or token.lower not in _PEOPLE_PLURALS):
        return False
    if token.lower == "front" and index > 0 and tokens[index - 1].lower in _BEFORE_PLAIN_FRONT:
        return False
    return token.text not in _capitalised() and not (token.lower == "state" and _is_before_of(tokens, index))


@cache
def _capitalised() -> frozenset[str]:
    """Return the words that are bodies in names alone."""
    return frozenset(_words(load_table("actor_nouns.toml")["capitalised"]["words"]))


def _is_before_of(tokens: Sequence[Token], index: int) -> bool:
    """Say whether "of" follows: a "state of emergency" is no body."""
    return index + 1 < len(tokens) and tokens[index + 1].lower == "of"


def _listed(token: Token, first: int, words: Sequence[str]) -> Noun | None:
    """Return the noun that the lists have in one of its forms, people before bodies."""
    for word in words:
        if word in person_nouns():
            return _found(token, first, word, is_body=False, category=person_nouns()[word])
    for word in words:
        if word in body_nouns():
            return _found(token, first, word, is_body=True, category=body_nouns()[word])
    return None


def _found(token: Token, first: int, word: str, *, is_body: bool, category: str | None) -> Noun:
    is_plural = token.lower in _PEOPLE_PLURALS or token.lower.endswith("men") or not word.endswith(token.lower)
    return Noun(first=first, last=token.index + 1, word=word, is_body=is_body, category=category, is_plural=is_plural)


def _people(token: Token) -> Noun | None:
    """Return "Americans" or "Catholics" as a noun for people."""
    if not token.text[:1].isupper() or name_key(token.text) not in demonyms():
        return None
    is_plural = token.lower.endswith("men") or (token.lower.endswith("s") and name_key(token.text[:-1]) in demonyms())
    if not is_plural:
        return None
    return Noun(first=token.index, last=token.index + 1, word=token.lower, is_body=False, category=None, is_plural=True)


def _sentence_start(tokens: Sequence[Token], index: int) -> int:
    start = index
    while start > 0 and index - start < _LONGEST and tokens[start - 1].sentence == tokens[index].sentence:
        start -= 1
    return start


def _categories(section: str, *, undecided: str) -> dict[str, str | None]:
    table = load_table("actor_nouns.toml")[section]
    found: dict[str, str | None] = {}
    for category, words in table.items():
        for word in _words(words):
            if category == undecided:
                found[word] = None
            else:
                found.setdefault(word, category)
    return found


def _words(text: str) -> list[str]:
    return [word for word in (" ".join(part.split()) for part in text.split(";")) if word]

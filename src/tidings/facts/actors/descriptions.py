"""Descriptions: "the group", "a senior defense official", "the police", and whom they mean."""

from tidings.facts.actors.cast import Cast
from tidings.facts.actors.draft import DESCRIPTION, Draft
from tidings.facts.actors.lexicon import Noun, bare, spelled_out
from tidings.facts.actors.phrases import Phrase, phrase_of, phrase_text
from tidings.model.mention import MentionKind
from tidings.resources.registry import find_known_actor

#: Nouns that may take up a body named before, with the categories they fit.
_TAKES_UP: dict[str, frozenset[str]] = {
    "group": frozenset({"armed-group", "ngo"}),
    "organization": frozenset({"armed-group", "ngo", "igo", "alliance"}),
    "organisation": frozenset({"armed-group", "ngo", "igo", "alliance"}),
    "movement": frozenset({"armed-group", "party"}),
    "militia": frozenset({"armed-group"}),
    "outfit": frozenset({"armed-group"}),
    "cartel": frozenset({"armed-group"}),
    "gang": frozenset({"armed-group"}),
    "militant group": frozenset({"armed-group"}),
    "terrorist group": frozenset({"armed-group"}),
    "rebel group": frozenset({"armed-group"}),
    "armed group": frozenset({"armed-group"}),
    "alliance": frozenset({"alliance"}),
    "bloc": frozenset({"alliance", "igo"}),
    "company": frozenset({"company"}),
    "firm": frozenset({"company"}),
    "airline": frozenset({"company"}),
    "bank": frozenset({"company"}),
    "party": frozenset({"party"}),
    "agency": frozenset({"agency", "igo"}),
    "newspaper": frozenset({"media"}),
    "country": frozenset({"state"}),
    "charity": frozenset({"ngo"}),
}
#: Bodies that a report means without having introduced them: one actor however often they come.
_COMMON = frozenset(
    {
        "police",
        "army",
        "military",
        "navy",
        "air force",
        "government",
        "authorities",
        "parliament",
        "congress",
        "cabinet",
        "opposition",
        "public",
        "security forces",
        "troops",
        "forces",
        "armed forces",
    }
)
_ARMED = frozenset(
    {
        "militant",
        "armed",
        "rebel",
        "extremist",
        "terrorist",
        "terror",
        "guerrilla",
        "islamist",
        "jihadist",
        "jihadi",
        "insurgent",
        "separatist",
        "paramilitary",
        "shiite",
        "sunni",
        "shia",
        "subversive",
        "militia",
        "drug",
    }
)
_REACH = 6


def join_description(cast: Cast, noun: Noun) -> Draft:
    """Return the actor that a description means, a new one where it takes up nobody."""
    phrase = phrase_of(cast.reading, noun)
    draft = (_listed(cast, noun, phrase) if noun.is_body else None) or _taken_up(cast, noun, phrase)
    if draft is None:
        draft = _new(cast, noun, phrase)
    elif not draft.is_person and draft.names and phrase.is_definite:
        text = "the " + phrase_text(cast.reading, phrase)
        if text not in draft.described and draft.noun is not noun:
            draft.described.append(text)
    cast.link(draft, noun.first, noun.last)
    return draft


def _listed(cast: Cast, noun: Noun, phrase: Phrase) -> Draft | None:
    """Return the body of the registry that the words name: "the state department" wherever capitals are lost."""
    reading = cast.reading
    text = reading.text[reading.tokens[phrase.first].start : reading.tokens[noun.last - 1].end]
    known = find_known_actor(text) if len(text.split()) > 1 else None
    if known is None:
        return None
    draft = next((d for d in cast.drafts.values() if d.known is known), None)
    if draft is None:
        draft = cast.new(MentionKind.ORGANISATION, phrase.first, noun.last, why=f"the registry lists {known.name}")
        draft.noun, draft.modifiers, draft.known = noun, phrase.modifiers, known
        draft.category, draft.country = known.category, known.country or phrase.country
    draft.add_name(" ".join(text.split()))
    return draft


def _new(cast: Cast, noun: Noun, phrase: Phrase) -> Draft:
    kind = MentionKind.ORGANISATION if noun.is_body else MentionKind.PERSON
    draft = cast.new(kind, phrase.first, phrase.last, why=f"a description headed by {noun.word}")
    draft.noun, draft.modifiers, draft.is_plural = noun, phrase.modifiers, noun.is_plural
    draft.country, draft.category = phrase.country, category_of(noun, phrase.modifiers)
    draft.extent = phrase.first, phrase.last
    text = phrase_text(cast.reading, phrase)
    if noun.is_body:
        draft.add_name(text)
    else:
        draft.give_role(text, DESCRIPTION)
    return draft


def category_of(noun: Noun, modifiers: frozenset[str]) -> str | None:
    """Return the category of a description from its noun and what modifies it."""
    if noun.is_body:
        return "armed-group" if noun.category is None and modifiers & _ARMED else noun.category
    if modifiers & {"police", "sheriffs"}:
        return "police"
    if modifiers & {"army", "military", "navy", "marine"} and noun.category in {None, "official"}:
        return "military"
    if modifiers & _ARMED and noun.category is None:
        return "armed-group"
    return noun.category


def _taken_up(cast: Cast, noun: Noun, phrase: Phrase) -> Draft | None:
    if phrase.is_counted or not (phrase.is_definite or phrase.is_bare):
        return None
    for at, draft in cast.before(noun.first):
        near = cast.distance(noun.first, at) <= _REACH
        if _fits_body(draft, noun, phrase, near=near) if noun.is_body else _fits_person(draft, noun, phrase, near=near):
            return draft
    return None


def _fits_body(draft: Draft, noun: Noun, phrase: Phrase, *, near: bool) -> bool:
    if draft.is_person or (phrase.country and draft.country and phrase.country != draft.country):
        return False
    if phrase.key in draft.keys:
        return True
    if draft.noun is not None and draft.noun.word == noun.word:
        if phrase.is_bare and noun.word not in _COMMON and not phrase.modifiers:
            return False
        return phrase.modifiers == draft.modifiers or (phrase.is_definite and phrase.modifiers <= _name_words(draft))
    return phrase.is_definite and near and bool(draft.names) and _is_of_its_class(draft, noun, phrase)


def _is_of_its_class(draft: Draft, noun: Noun, phrase: Phrase) -> bool:
    """Say whether "the ministry" or "the group" may mean a body: by a word of its name or by its category."""
    if set(noun.word.split()) <= _name_words(draft) and not phrase.modifiers:
        return True
    return draft.category in _TAKES_UP.get(noun.word, ()) and phrase.modifiers <= _ARMED | _name_words(draft)


def _name_words(draft: Draft) -> frozenset[str]:
    return draft.modifiers | {word for key in draft.keys for word in key.split()}


def _fits_person(draft: Draft, noun: Noun, phrase: Phrase, *, near: bool) -> bool:
    if not draft.is_person or (phrase.country and draft.country and phrase.country != draft.country):
        return False
    if draft.is_plural != noun.is_plural or (noun.is_plural and not phrase.is_definite):
        return False
    if draft.names:
        return not noun.is_plural and near and _role_says(draft.role, noun, phrase)
    if draft.noun is None or draft.noun.word != noun.word or not near:
        return False
    return phrase.is_definite and phrase.modifiers <= draft.modifiers


def _role_says(role: str | None, noun: Noun, phrase: Phrase) -> bool:
    said = (role or "").casefold().replace("-", " ").split()
    words = [part for word in said for part in spelled_out().get(bare(word), word).split()]
    wanted = [*noun.word.split(), *phrase.modifiers]
    return bool(words) and all(word in words for word in wanted)

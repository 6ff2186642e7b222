"""Find the actors of a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tidings.facts.actors.actors import Actors
from tidings.facts.actors.bodies import country_in, join_body, join_place
from tidings.facts.actors.cast import Cast
from tidings.facts.actors.descriptions import category_of, join_description
from tidings.facts.actors.draft import Draft
from tidings.facts.actors.lexicon import BESIDE_NAMING, NAMING, NAMING_REACH, Noun, bare, noun_ending_at, ranks
from tidings.facts.actors.names import Name, find_names
from tidings.facts.actors.people import join_person, name_the_unnamed
from tidings.facts.actors.phrases import phrase_of, phrase_text
from tidings.facts.actors.roles import Role, find_roles, is_role_of, role_text
from tidings.model.mention import Mention, MentionKind
from tidings.model.place import Place
from tidings.model.reading import Reading, Token
from tidings.model.report import Zone
from tidings.resources.registry import name_key

_WIDEST_PHRASE = 6


@dataclass(frozen=True, slots=True)
class _Bodies:
    """The names of bodies, by the token that they begin with and by the one behind them."""

    by_first: Mapping[int, Name]
    by_last: Mapping[int, Name]

    @classmethod
    def of(cls, names: Sequence[Name]) -> "_Bodies":
        bodies = [name for name in names if name.kind is MentionKind.ORGANISATION]
        return cls({name.first: name for name in bodies}, {name.last: name for name in bodies})


def find_actors(
    reading: Reading,
    zones: Sequence[Zone],  # noqa: ARG001 -- mentions of every zone may be the first or the fullest name
    mentions: Sequence[Mention],
    places: Sequence[Place],
) -> Actors:
    """Join the mentions of a report into actors: names first, then descriptions, then what a role says."""
    cast = Cast(reading)
    names = _without_towns(reading, find_names(reading, mentions), places)
    roles = {name.first: find_roles(reading, name) for name in names if is_role_of(name)}
    heads = {role.head for found in roles.values() for role in found if role.head is not None}
    people: list[tuple[Name, Draft]] = []
    pending: dict[int, Noun] = {}
    bodies = _Bodies.of(names)
    for item in _in_order(names, _nouns(reading, names)):
        if isinstance(item, Noun):
            if item.last - 1 not in heads:
                _join_noun(cast, item, bodies, pending)
        elif item.kind is MentionKind.PERSON:
            people.append((item, _join_person(cast, item, roles[item.first])))
        elif item.kind is MentionKind.PLACE:
            join_place(cast, item)
        else:
            _join_body(cast, item, pending)
    for name, draft in people:
        for role in roles[name.first]:
            _apply_role(cast, draft, role)
    _affiliate_unnamed(cast)
    name_the_unnamed(cast, [(name.first, draft) for name, draft in people])
    return Actors(cast, mentions)


def _without_towns(reading: Reading, names: Sequence[Name], places: Sequence[Place]) -> list[Name]:
    """Leave out a "person" that is a resolved place elsewhere in the report, and a "body" that is people of a body."""
    towns = {name_key(place.span.of(reading.text)) for place in places if place.score > 0}
    kept = [name for name in names if name.kind is not MentionKind.PERSON or not _is_town(reading, name, towns)]
    return [name for name in kept if name.kind is MentionKind.PERSON or not _are_people(reading, name)]


def _is_town(reading: Reading, name: Name, towns: set[str]) -> bool:
    return name.last - name.first == 1 and name_key(reading.tokens[name.first].text) in towns


def _are_people(reading: Reading, name: Name) -> bool:
    """Say whether what was taken for a body is a description of people: "officials from the ministry"."""
    noun = noun_ending_at(reading.tokens, name.first)
    following = reading.tokens[name.first + 1] if name.last - name.first > 1 else None
    return noun is not None and not noun.is_body and following is not None and following.text in {"from", "at", "in"}


def _affiliate_unnamed(cast: Cast) -> None:
    """Give a description the body that it names: "a State Department spokesman"."""
    for draft in cast.drafts.values():
        if draft.is_person and not draft.names and not draft.is_plural:
            found = (cast.at(index) for index in range(*draft.extent))
            body = next((b for b in found if b is not None and not b.is_person), None)
            if body is not None:
                draft.affiliation, draft.country = body.id, draft.country or body.country


def _in_order(names: Sequence[Name], nouns: Sequence[Noun]) -> list[Name | Noun]:
    items: list[Name | Noun] = [*names, *nouns]
    return sorted(items, key=lambda item: (item.first, item.last))


def _nouns(reading: Reading, names: Sequence[Name]) -> list[Noun]:
    """Return the nouns for people and bodies outside names, longest first where they overlap."""
    named = {index for name in names for index in range(name.first, name.last)}
    found: list[Noun] = []
    for index in range(len(reading.tokens)):
        if index in named:
            continue
        noun = noun_ending_at(reading.tokens, index)
        if noun is None or _only_modifies(reading, noun) or not named.isdisjoint(range(noun.first, noun.last)):
            continue
        if found and found[-1].last > noun.first:
            found.pop()
        found.append(noun)
    return found


def _only_modifies(reading: Reading, noun: Noun) -> bool:
    """Say whether a noun for people stands before what is really spoken of: "partner nations", "suspect vehicle"."""
    token = reading.tokens[noun.last - 1]
    return not noun.is_body and token.deprel == "compound" and token.head == token.index + 1


def _join_noun(cast: Cast, noun: Noun, bodies: _Bodies, pending: dict[int, Noun]) -> None:
    """Link a description to the name it introduces or explains, else to whom it means."""
    later = _introduced(cast, noun, bodies)
    earlier = _appositive(cast, noun, bodies)
    draft = cast.at(earlier.first) if earlier is not None else None
    if later is not None:
        pending[later.first] = noun
    elif draft is not None:
        _take_category(cast, draft, noun)
    else:
        join_description(cast, noun)


def _join_person(cast: Cast, name: Name, roles: Sequence[Role]) -> Draft:
    draft = join_person(cast, name)
    for role in roles:
        draft.give_role(role_text(cast.reading, role), role.level)
    return draft


def _join_body(cast: Cast, name: Name, pending: dict[int, Noun]) -> None:
    draft = join_body(cast, name)
    if name.first in pending:
        _take_category(cast, draft, pending[name.first])


def _introduced(cast: Cast, noun: Noun, bodies: _Bodies) -> Name | None:
    """Return the body's name that follows a noun at once or behind "called"; it is linked when the name is met."""
    tokens, after = cast.reading.tokens, noun.last
    if not noun.is_body:
        return None
    while after < len(tokens) and after - noun.last < NAMING_REACH and _leads_to_name(tokens[after]):
        after += 1
    between = {token.lower for token in tokens[noun.last : after]}
    return bodies.by_first.get(after) if between & NAMING or not between & BESIDE_NAMING else None


def _leads_to_name(token: Token) -> bool:
    """Say whether a word may stand between a class and a name: "called", "as", "the", a quotation mark."""
    return token.lower in NAMING | BESIDE_NAMING or (token.upos in {"DET", "PUNCT"} and token.text not in {".", ","})


def _appositive(cast: Cast, noun: Noun, bodies: _Bodies) -> Name | None:
    """Return the body's name that "X, a militant group" explains."""
    if not noun.is_body:
        return None
    tokens = cast.reading.tokens
    first = noun.first
    while (
        first > 0
        and tokens[first - 1].upos in {"ADJ", "NOUN", "PROPN", "DET", "NUM"}
        and noun.first - first < _WIDEST_PHRASE
    ):
        first -= 1
    if first <= 1 or tokens[first - 1].text not in {",", "(", "–", "—"} or tokens[first].upos != "DET":
        return None
    return bodies.by_last.get(first - 1)


def _take_category(cast: Cast, draft: Draft, noun: Noun) -> None:
    phrase = phrase_of(cast.reading, noun)
    if draft.known is None:
        category = category_of(noun, phrase.modifiers)
        if category is not None and (draft.category is None or category == "armed-group"):
            draft.category, draft.why = category, f"called {phrase_text(cast.reading, phrase)}"
        draft.country = draft.country or phrase.country
    cast.link(draft, noun.first, noun.last)


def _apply_role(cast: Cast, draft: Draft, role: Role) -> None:
    """Give a person a role, what it says of category and country, and the body it belongs to."""
    if role.head is not None and not cast.is_linked(role.head):
        noun = noun_ending_at(cast.reading.tokens, role.head)
        cast.link(draft, noun.first if noun else role.head, role.head + 1)
    body = _body_in(cast, draft, role)
    if draft.affiliation is None and body is not None:
        draft.affiliation = body.id
    _categorise(cast, draft, role, body)
    draft.country = draft.country or _country_of(cast, role) or (body.country if body else None)


def _body_in(cast: Cast, draft: Draft, role: Role) -> Draft | None:
    for index in range(role.first, role.last):
        found = cast.at(index)
        if found is not None and found is not draft and not found.is_person and _is_body(cast, found, index):
            return found
    return None


def _is_body(cast: Cast, found: Draft, index: int) -> bool:
    """Say whether a word in a role is the body: in "spokesman in Kabul" the capital is a mere place."""
    before = cast.token(index - 1).lower if index > 0 else ""
    return found.speaks_for_state is None or found.known is not None or before not in {"in", "at"}


def _country_of(cast: Cast, role: Role) -> str | None:
    """Return the country of a role's words, but not that of the place where somebody speaks."""
    words = [t.lower for t in cast.reading.tokens[role.first : role.last]]
    stop = next((n for n, word in enumerate(words) if word in {"in", "at", "to"}), len(words))
    return country_in(cast, role.first, role.first + stop)


def _categorise(cast: Cast, draft: Draft, role: Role, body: Draft | None) -> None:
    noun = noun_ending_at(cast.reading.tokens, role.head) if role.head is not None else None
    words = frozenset(name_key(t.text) for t in cast.reading.tokens[role.first : role.last])
    category = category_of(noun, words) if noun is not None else None
    if category is None:
        category = next(
            (ranks()[bare(t.text)] for t in cast.reading.tokens[role.first : role.last] if bare(t.text) in ranks()),
            None,
        )
    if body is not None and _says_more(body, category):
        category = body.category
    if draft.category is None or (category == "police" and draft.category == "military"):
        draft.category = category


def _says_more(body: Draft, category: str | None) -> bool:
    """Say whether the body tells better than the words what a person is: a lieutenant of the police is police."""
    if body.category == "police":
        return category in {None, "official", "civilian", "military"}
    return body.category in {"armed-group", "military"} and category in {None, "official", "civilian"}

"""Senses: whether a word that may stand for an event does so here."""

from collections.abc import Callable, Iterable, Mapping

from tidings.facts.events.arguments import Arguments, case_of
from tidings.facts.events.lexicon import Pattern, words_of
from tidings.facts.scene import Scene
from tidings.model.mention import MentionKind
from tidings.model.reading import Reading, Token

_ACTORS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.NATIONALITY, MentionKind.PLACE})
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.NATIONALITY})
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "they",
        "we",
        "him",
        "her",
        "them",
        "us",
        "it",
        "himself",
        "others",
        "both",
    }
)
#: So many words before its release a patient is said to be treated.
_NEAR = 10
#: So many words behind a fight its goal may be named.
_STRIVING = 6
_MODIFIERS = ("compound", "amod", "nmod", "nmod:poss", "nummod", "flat")


def fits(scene: Scene, token: Token, pattern: Pattern, arguments: Arguments, *, is_noun: bool) -> bool:
    """Say whether a pattern's conditions hold for a word."""
    reading = scene.reading
    if pattern.unless_with and _is_of_words(reading, token, pattern):
        return False
    if pattern.type == "ASSAULT" and _is_strife(reading, token, is_noun=is_noun):
        return False
    if is_noun:
        return _noun_fits(reading, token, pattern)
    if (token.deprel in {"amod", "compound"} and not pattern.harm) or _is_discharge(reading, token):
        return False
    return (
        pattern.negated <= _is_negated(reading, token)
        and _subject_fits(reading, pattern, arguments)
        and _preposition_fits(reading, token, pattern)
        and pattern.unless.isdisjoint(_company(reading, token, arguments))
        and (not pattern.beside or not pattern.beside.isdisjoint(_sentence_words(reading, token)))
        and all(_meets(scene, need, arguments) for need in pattern.needs)
    )


def _is_strife(reading: Reading, token: Token, *, is_noun: bool) -> bool:
    """Say whether somebody only strives for something: "a battle to secure the boy's return", "fight for custody"."""
    if _lemma(token) not in words_of("strife", "nouns" if is_noun else "verbs"):
        return False
    sentence = reading.sentence_of(token)
    behind = reading.tokens[token.index + 1 : min(sentence.last, token.index + _STRIVING)]
    if not behind or behind[0].lower not in {"to", "for"}:
        return False
    to_do = is_noun and behind[0].lower == "to" and len(behind) > 1 and behind[1].upos == "VERB"
    return to_do or (behind[0].lower == "for" and not words_of("strife", "goals").isdisjoint(_words(behind)))


def _is_of_words(reading: Reading, token: Token, pattern: Pattern) -> bool:
    """Say whether an attack is one of words: beside talk of campaigns and debates, with no word of force."""
    said = _sentence_words(reading, token)
    return not pattern.unless_with.isdisjoint(said) and said.isdisjoint(words_of("force_words"))


def _is_discharge(reading: Reading, token: Token) -> bool:
    """Say whether a patient or someone buried is let go, no prisoner: "treated and released", "free five trapped"."""
    if _lemma(token) not in words_of("discharge", "verbs"):
        return False
    sentence = reading.sentence_of(token)
    before = reading.tokens[max(sentence.first, token.index - _NEAR) : token.index]
    behind = reading.tokens[token.index + 1 : min(sentence.last, token.index + _NEAR)]
    trapped = not words_of("discharge", "from").isdisjoint(_words(behind))
    return trapped or not words_of("discharge", "after").isdisjoint(_words(before))


def is_actor(scene: Scene, token: Token) -> bool:
    """Say whether a phrase can act: a name of someone, a state, a body, a group, a pronoun."""
    if (
        token.lower in _PRONOUNS
        or token.lower in words_of("actor", "nouns")
        or _lemma(token) in words_of("actor", "nouns")
    ):
        return True
    kind = kind_at(scene, token)
    named = token.upos == "PROPN" or (token.upos == "NOUN" and _is_acronym(scene.reading, token))
    return kind in _ACTORS or (named and kind is None)


def _is_acronym(reading: Reading, token: Token) -> bool:
    """Say whether a word in capitals stands among words that are not."""
    if not token.text.isupper() or len(token.text) == 1:
        return False
    return any(t.text.islower() for t in reading.tokens[max(0, token.index - 2) : token.index + 3])


def is_person(scene: Scene, token: Token) -> bool:
    """Say whether a phrase is a person or people."""
    if token.lower in _PRONOUNS - {"it"} or token.upos == "NUM":
        return True
    people = words_of("person", "nouns")
    return token.lower in people or _lemma(token) in people or kind_at(scene, token) in _PEOPLE


def kind_at(scene: Scene, token: Token) -> MentionKind | None:
    """Return the kind of the mention that a word stands in, if any."""
    mention = scene.mention_at(token.start)
    return mention.kind if mention is not None else None


def _noun_fits(reading: Reading, token: Token, pattern: Pattern) -> bool:
    if _is_modifier(reading, token):
        return False
    around = _qualifiers(reading, token)
    if not pattern.unless_noun.isdisjoint(around):
        return False
    if _is_generic(reading, token) or _is_struggle(reading, token):
        return False
    return not pattern.beside or not pattern.beside.isdisjoint(_sentence_words(reading, token))


def _is_modifier(reading: Reading, token: Token) -> bool:
    """Say whether a noun only qualifies another one ("attack helicopter"), which is not itself an event."""
    head = reading.head(token)
    if token.deprel not in {"compound", "amod", "nmod:unmarked"} or head is None:
        return False
    carriers = words_of("carrier", "nouns") | words_of("carrier", "about")
    return head.index > token.index and _lemma(head) not in carriers


def _is_generic(reading: Reading, token: Token) -> bool:
    """Say whether a noun stands in "war on", "fight against", "counter-" and the like."""
    previous = [t.lower for t in reading.tokens[max(0, token.index - 3) : token.index]]
    following = [t.lower for t in reading.tokens[token.index + 1 : token.index + 2]]
    if following and following[0] in words_of("generic", "after"):
        return True
    said = " ".join(previous)
    return any(said.endswith(phrase) for phrase in words_of("generic", "before") if " " in phrase) or any(
        word in words_of("generic", "before") for word in previous[-2:-1] + previous[-1:] if word != "against"
    )


def _is_struggle(reading: Reading, token: Token) -> bool:
    """Say whether a noun is a struggle against an evil: "the war on drug trafficking"."""
    if _lemma(token) not in words_of("struggle"):
        return False
    against = (t for t in reading.children(token, "nmod") if case_of(reading, t) in words_of("struggle", "cases"))
    return any(_lemma(t) in words_of("struggle", "aims") for t in against)


def _qualifiers(reading: Reading, token: Token) -> frozenset[str]:
    near = reading.tokens[max(0, token.index - 2) : token.index]
    depending = [t for t in reading.children(token, *_MODIFIERS) if t.index < token.index or t.deprel == "nmod"]
    return _words(t for t in (*near, *depending))


def _company(reading: Reading, token: Token, arguments: Arguments) -> frozenset[str]:
    """Return the words that go with a verb: its arguments' heads with their modifiers, particles, adverbs."""
    heads = [*arguments.subjects, *arguments.objects, *(t for _, t in arguments.obliques)]
    heads += reading.children(token, "xcomp", "ccomp", "advmod", "compound:prt", "compound")
    modifiers = [m for head in arguments.objects for m in reading.children(head, "compound", "amod")]
    return _words((*heads, *modifiers)) | {case for case, t in arguments.obliques if t.index > token.index}


def _is_negated(reading: Reading, token: Token) -> bool:
    """Say whether a verb is denied: "not", "never", "no longer"."""
    beside = {t.lower for t in reading.children(token, "advmod", "aux", "det")}
    return bool(beside & {"not", "n't", "n’t", "never", "longer"})


def _forms(reading: Reading, token: Token) -> tuple[str, ...]:
    before = reading.tokens[token.index - 1].lower if token.index else ""
    return token.lower, _lemma(token), f"{before} {_lemma(token)}"


def _subject_fits(reading: Reading, pattern: Pattern, arguments: Arguments) -> bool:
    if pattern.subject_class is None:
        return True
    wanted = words_of("subject_class", pattern.subject_class)
    return any(not wanted.isdisjoint(_forms(reading, t)) for t in arguments.subjects)


def _preposition_fits(reading: Reading, token: Token, pattern: Pattern) -> bool:
    if not pattern.prepositions:
        return True
    following = [t.lower for t in reading.tokens[token.index + 1 : token.index + 3]]
    return not pattern.prepositions.isdisjoint(following)


def _meets(scene: Scene, need: str, arguments: Arguments) -> bool:
    return _NEEDS[need](scene, arguments)


def _is_it(_: Scene, arguments: Arguments) -> bool:
    return any(t.lower in {"it", "this", "that"} for t in arguments.subjects)


def _has_doer(scene: Scene, arguments: Arguments) -> bool:
    return any(is_actor(scene, t) for t in arguments.subjects)


def _has_actor(scene: Scene, arguments: Arguments) -> bool:
    doers = arguments.objects if arguments.passive and not arguments.subjects else arguments.subjects
    return any(is_actor(scene, t) for t in doers)


def _has_counterpart(scene: Scene, arguments: Arguments) -> bool:
    partners = (*arguments.objects, *arguments.with_case("with", "to", "between"))
    owners = (o for t in arguments.objects for o in scene.reading.children(t, "nmod:poss"))
    return any(is_actor(scene, t) for t in (*partners, *owners)) or _plural_meeting(arguments)


def _plural_meeting(arguments: Arguments) -> bool:
    """Say whether several doers act on one another ("the ministers met")."""
    return not arguments.objects and (len(arguments.subjects) > 1 or any(_is_plural(t) for t in arguments.subjects))


def _is_plural(token: Token) -> bool:
    return (token.upos == "NOUN" and token.lower != _lemma(token)) or token.lower == "they"


def _sentence_words(reading: Reading, token: Token) -> frozenset[str]:
    return _words(reading.sentence_tokens(reading.sentence_of(token)))


def _words(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(word for t in tokens for word in (t.lower, _lemma(t)))


def _lemma(token: Token) -> str:
    return token.lemma.lower()


#: What a pattern may ask of a verb's arguments, by the name that `events.toml` has for it.
_NEEDS: Mapping[str, Callable[[Scene, Arguments], bool]] = {
    "object": lambda _, arguments: bool(arguments.objects),
    "passive": lambda _, arguments: arguments.passive and bool(arguments.objects),
    "person": lambda scene, arguments: any(is_person(scene, t) for t in arguments.objects),
    "it": _is_it,
    "no_object": lambda _, arguments: not arguments.objects and not arguments.passive,
    "doer": _has_doer,
    "actor": _has_actor,
    "actor_or_passive": lambda scene, arguments: arguments.passive or _has_doer(scene, arguments),
    "counterpart": _has_counterpart,
}

"""Triggers: the event words of a report, each with what it stands for here."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tidings.facts.events.arguments import Arguments, arguments_of
from tidings.facts.events.lexicon import Entry, Lexicon, Pattern, load_lexicon
from tidings.facts.events.senses import fits
from tidings.facts.scene import Scene
from tidings.model.mention import MentionKind
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

_NAMED = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.DOCUMENT})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_AUXILIARY = frozenset({"aux", "aux:pass"})
_HYPHENS = frozenset({"-", "–"})
_FORCE = frozenset({"ASSAULT", "COERCE"})
_REACH = 5
_FREE = "free"
_NEAR = 3
#: Behind these a time names the event that it is counted from: "a week after the attack".
_COUNTED_FROM = frozenset({"after", "before", "since", "following"})
_APART = frozenset({"nsubj", "punct", "conj", "advcl", "parataxis", "mark", "aux", "aux:pass", "cc"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """An event word with its pattern, its arguments and the words that were recognised."""

    token: Token
    span: Span
    pattern: Pattern
    arguments: Arguments
    is_noun: bool
    words: str

    @property
    def is_plural(self) -> bool:
        """Whether the event word is a noun in the plural."""
        return self.is_noun and self.token.lower != self.token.lemma.lower() and self.token.lower.endswith("s")


def find_triggers(scene: Scene, tokens: Sequence[Token]) -> tuple[Trigger, ...]:
    """Return the event words among some tokens, in text order.

    A noun that another event word takes in ("lift the sanctions") counts if it is of another type.
    """
    lexicon = load_lexicon()
    named = _named_tokens(scene)
    report_words = frozenset({t.lower for t in scene.reading.tokens} | {t.lemma.lower() for t in scene.reading.tokens})
    found: list[Trigger] = []
    taken: dict[int, str | None] = {}
    for token in tokens:
        if token.index in named:
            continue
        trigger = _trigger(scene, lexicon, token, report_words)
        if trigger is None or taken.get(token.index, _FREE) in {trigger.pattern.type, trigger.pattern.mode}:
            continue
        if token.index in taken and not trigger.is_noun:
            continue
        found.append(trigger)
        taken.update((t.index, trigger.pattern.type) for t in scene.reading.tokens_in(trigger.span))
    forceful = {t.token.index for t in found if t.pattern.type in _FORCE}
    return tuple(t for t in found if not _is_aim_of_force(scene.reading, t, forceful))


def _is_aim_of_force(reading: Reading, trigger: Trigger, forceful: Collection[int]) -> bool:
    """Say whether coercion is only what force was used for: "fired tear gas to disperse the crowd" is one deed."""
    token = trigger.token
    is_aim = token.deprel in {"advcl", "xcomp"} and any(c.lower == "to" for c in reading.children(token, "mark"))
    return trigger.pattern.type == "COERCE" and is_aim and token.head in forceful


def lemmas_of(token: Token) -> tuple[str, ...]:
    """Return the forms by which a word is looked up: lemma, the word itself, bare plural of a name."""
    lemma, lower = token.lemma.lower(), token.lower
    if token.upos == "PROPN" and lower.endswith("s") and len(lower) > 4:  # noqa: PLR2004 - "gas" is no plural
        return lemma, lower, lower[:-1]
    return (lemma, lower) if lemma != lower else (lemma,)


def _named_tokens(scene: Scene) -> frozenset[int]:
    """Return the tokens inside names of persons, bodies and documents and inside dates: no event words."""
    inside: set[int] = set()
    for mention in scene.mentions:
        if mention.kind in _NAMED and mention.text[:1].isupper() and not mention.rule.startswith("description"):
            inside.update(t.index for t in scene.reading.tokens_in(mention))
    for time in scene.times:
        words = scene.reading.tokens_in(time)
        told = next((n for n, t in enumerate(words) if t.lower in _COUNTED_FROM), len(words))
        inside.update(t.index for t in words[:told])
    return frozenset(inside)


def _trigger(scene: Scene, lexicon: Lexicon, token: Token, report_words: frozenset[str]) -> Trigger | None:
    company: dict[str, Company] = {}
    for is_noun, entry in _entries(scene.reading, lexicon, token):
        span = _matched(scene.reading, token, entry, company, is_noun=is_noun)
        if span is None:
            continue
        arguments = arguments_of(scene.reading, token, is_noun=is_noun)
        if fits(scene, token, entry.pattern, arguments, is_noun=is_noun) and _in_report(entry.pattern, report_words):
            return Trigger(
                token=token, span=span, pattern=entry.pattern, arguments=arguments, is_noun=is_noun, words=entry.words
            )
    return None


def _in_report(pattern: Pattern, report_words: frozenset[str]) -> bool:
    return not pattern.in_report or not pattern.in_report.isdisjoint(report_words)


def _entries(reading: Reading, lexicon: Lexicon, token: Token) -> Iterator[tuple[bool, Entry]]:
    """Yield the entries that a word may be, as the part of speech allows."""
    if token.deprel in _AUXILIARY:
        return  # "was shot dead" is told by its verb, not as "be dead"
    if token.upos in _VERBAL and not _acts_as_noun(reading, token):
        forms = [form for form in _verb_forms(token) if form in lexicon.verbs]
        yield from ((False, entry) for form in forms for entry in lexicon.verbs[form])
        if not forms:  # a noun that was taken for a verb
            yield from ((True, entry) for form in _noun_forms(token) for entry in lexicon.nouns.get(form, ()))
    elif token.upos in _NOMINAL or token.upos in _VERBAL:
        for form in lemmas_of(token):
            yield from ((True, entry) for entry in lexicon.nouns.get(form, ()))
    elif token.upos == "ADJ" and _is_predicate(reading, token):
        for form in _verb_forms(token):
            yield from ((False, entry) for entry in lexicon.verbs.get(form, ()) if entry.pattern.harm)


def _noun_forms(token: Token) -> tuple[str, ...]:
    """Return the forms that a noun taken for a verb may have: not those of "according", "piled up"."""
    lemma, lower = token.lemma.lower(), token.lower
    return (lower, lemma) if lower == f"{lemma}s" else (lower,)


def _verb_forms(token: Token) -> tuple[str, ...]:
    """Return the lemma and, for a participle that was taken for an adjective, its verb."""
    lemma, lower = token.lemma.lower(), token.lower
    forms = [lemma]
    if lower.endswith("ed") and lemma == lower:
        forms += [lower[:-2], lower[:-1]]
    return tuple(forms)


def _acts_as_noun(reading: Reading, token: Token) -> bool:
    """Say whether a word in -ing that was taken for a verb has what only a noun has."""
    if not token.lower.endswith("ing"):
        return False
    return any(c.deprel in {"det", "amod", "nmod:poss", "compound"} for c in reading.children(token))


def _is_predicate(reading: Reading, token: Token) -> bool:
    return any(c.deprel in {"cop", "nsubj", "nsubj:pass", "aux:pass"} for c in reading.children(token)) or (
        token.deprel in {"xcomp", "acl", "conj"}
    )


#: The words around a word, each with the forms by which it is looked up.
Company = tuple[tuple[Token, tuple[str, ...]], ...]


def _matched(
    reading: Reading, token: Token, entry: Entry, company: dict[str, Company], *, is_noun: bool
) -> Span | None:
    """Return the words of an entry if all of them stand around its head word; `company` keeps what was looked up."""
    indices = [token.index]
    for wanted, side in ((entry.before, "before"), (entry.after, "noun" if is_noun else "verb")):
        if not wanted:
            continue
        if side not in company:
            near = _before(reading, token) if side == "before" else _after(reading, token, is_noun=is_noun)
            company[side] = tuple((other, lemmas_of(other)) for other in near)
        for choice in wanted:
            index = next((t.index for t, forms in company[side] if _meets(token, t, forms, choice)), None)
            if index is None:
                return None
            indices.append(index)
    return _span(reading, token, entry, indices)


def _meets(token: Token, other: Token, forms: tuple[str, ...], choice: frozenset[str]) -> bool:
    """Say whether a word is one that an entry asks for; a preposition or particle must stand near."""
    if choice.isdisjoint(forms):
        return False
    return other.upos not in {"ADP", "ADV"} or -_NEAR <= other.index - token.index <= _NEAR


def _before(reading: Reading, token: Token) -> tuple[Token, ...]:
    """Return the few words before a noun that may qualify it: none from beyond a verb ("police say the shooting")."""
    sentence = reading.sentence_of(token)
    near = reading.tokens[max(sentence.first, token.index - _REACH + 1) : token.index]
    verbs = [t.index for t in near if t.upos in {"VERB", "AUX"} and t.deprel not in {"amod", "compound"}]
    return tuple(t for t in near if t.upos != "PUNCT" and (not verbs or t.index > verbs[-1]))[-3:]


def _after(reading: Reading, token: Token, *, is_noun: bool) -> tuple[Token, ...]:
    """Return the words that may go with a verb or noun: those that depend on it, and the next few."""
    sentence = reading.sentence_of(token)
    near = [t for t in reading.tokens[token.index + 1 : token.index + _REACH] if t.index < sentence.last]
    if is_noun:
        return tuple(near)
    depending = [t for t in reading.children(token) if t.deprel not in _APART]
    deeper = [c for t in depending for c in reading.children(t, "nmod", "amod", "compound", "conj", "obj", "case")]
    return (*depending, *deeper, *_antecedent(reading, token), *near[:3])


def _antecedent(reading: Reading, token: Token) -> tuple[Token, ...]:
    """Return the noun that a clause says something of: "the accord that they signed", "the accord signed in May"."""
    noun = reading.head(token)
    if noun is None or not token.deprel.startswith("acl") or token.lower.endswith("ing"):
        return ()
    return (noun, *(t for t in reading.tokens[max(0, noun.index - _REACH) : noun.index] if t.deprel == "compound"))


def _span(reading: Reading, token: Token, entry: Entry, indices: list[int]) -> Span:
    """Return the trigger's span: the noun with its qualifying words, the verb with what stands near."""
    near = sorted(i for i in indices if abs(i - token.index) <= _REACH)
    first, last = near[0], near[-1]
    if not entry.before and not entry.after:
        return token.span
    if first < token.index and not entry.before:
        first = token.index
    return Span(reading.tokens[first].start, reading.tokens[last].end)

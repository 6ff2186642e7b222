"""Doers: who is said to have done something, as a claim, an accusation, a suspicion or a denial.

Every rule looks at one cue word and returns the words that name the one held responsible, the
one who says so, and where the deed is told. The cues stand in `responsibility.toml`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tidings.facts.events.chunks import Chunk, chunk_around, chunk_before, chunk_from, listed_with
from tidings.facts.events.patients import has_passive_auxiliary
from tidings.facts.events.unreal import is_negated
from tidings.model.event import ResponsibilityRelation as Relation
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_REACH = 9
_AGENT_REACH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One who claims, denies, is blamed or suspected, before it is known of which event.

    `actor` and `by` are heads of phrases, None where the words name nobody; `selves` says that the
    actor is the speaker of the statement around the cue; `deed` is the half-open range of tokens
    in which the deed is told; `pointing` that it only answers an accusation told beside it.
    """

    relation: Relation
    cue: Token
    actor: Token | None
    by: Token | None
    deed: tuple[int, int]
    rule: str
    selves: bool = False
    pointing: bool = False


Rule = Callable[[Reading, Token], Iterator[Held]]


def find_held(reading: Reading, tokens: Sequence[Token]) -> Iterator[Held]:
    """Yield everyone held responsible by a cue among some tokens, in text order."""
    for token in tokens:
        for rule in _rules().get(token.lemma.lower(), ()) or _rules().get(token.lower, ()):
            found = list(rule(reading, token))
            if found:
                yield from found
                break


@cache
def words(section: str, key: str) -> frozenset[str]:
    """Return a word list of `responsibility.toml`."""
    return frozenset(load_table("responsibility.toml")[section][key])


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    """Return cue word -> rules to try, in order."""
    table: tuple[tuple[str, str, Rule], ...] = (
        ("claim", "nouns", _claims),
        ("claim", "deed_verbs", _claims_deed),
        ("predicate", "words", _is_behind),
        ("predicate", "involved", _is_involved),
        ("blame", "verbs", _blames),
        ("blame", "accusing", _accuses),
        ("blame", "attributing", _attributes),
        ("blame", "masterminding", _masterminded),
        ("suspect", "verbs", _suspects),
        ("suspect", "nouns", _is_suspect),
        ("suspect", "charging", _charged),
        ("suspect", "identified", _identified),
        ("deny", "verbs", _denies),
        ("open", "verbs", _leaves_open),
        ("claim", "deeds", _tells_of_itself),
    )
    found: dict[str, list[Rule]] = {}
    for section, key, rule in table:
        for word in words(section, key):
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


def _claims(reading: Reading, noun: Token) -> Iterator[Held]:
    """ "X claimed responsibility for", "responsibility was claimed by X"."""
    verb = _verb_near(reading, noun, words("claim", "verbs"))
    if verb is None or _is_untold(reading, verb):
        return
    passive = verb.index > noun.index
    actor = _agent(reading, verb) if passive else subject_of(reading, verb)
    if actor is not None and not _is_nobody(reading, actor):
        yield Held(
            relation=Relation.CLAIMED,
            cue=verb,
            actor=actor,
            by=actor,
            deed=_after(reading, noun),
            rule="claim of responsibility",
        )


def _claims_deed(reading: Reading, verb: Token) -> Iterator[Held]:
    """ "X claimed the attack", "attacks claimed by X"."""
    if _is_untold(reading, verb):
        return
    agent = _agent(reading, verb)
    if agent is not None and not verb.lower.endswith("ing"):
        first = max(reading.sentence_of(verb).first, verb.index - _REACH)
        yield Held(
            relation=Relation.CLAIMED, cue=verb, actor=agent, by=agent, deed=(first, verb.index), rule="deed claimed by"
        )
        return
    behind = chunk_from(reading, verb.index + 1)
    actor = subject_of(reading, verb)
    if behind is not None and actor is not None and not _is_nobody(reading, actor):
        deed = (behind.first, behind.last)
        yield Held(relation=Relation.CLAIMED, cue=verb, actor=actor, by=actor, deed=deed, rule="deed claimed")


def _is_behind(reading: Reading, word: Token) -> Iterator[Held]:
    """ "X was behind the attack", "it was not responsible", "held X responsible for"."""
    holder = _verb_near(reading, word, words("blame", "holding"))
    if holder is not None and not _is_untold(reading, holder) and reading.child(holder, "aux") is None:
        behind = chunk_from(reading, holder.index + 1, word.index)
        if behind is not None:
            by = subject_of(reading, holder)
            yield Held(
                relation=Relation.BLAMED,
                cue=word,
                actor=behind.head,
                by=by,
                deed=_after(reading, word),
                rule="held responsible",
            )
        return
    yield from _predicated(reading, word, "named as the doer")


def _is_involved(reading: Reading, word: Token) -> Iterator[Held]:
    """ "X was involved in the attack"."""
    if has_passive_auxiliary(reading, word):
        yield from _predicated(reading, word, "named as involved")


def _predicated(reading: Reading, word: Token, rule: str) -> Iterator[Held]:
    """Yield who is said to be behind something, by the words before the predicate."""
    subject = _subject_of_predicate(reading, word)
    if subject is None or subject.lower in {"who", "whoever", "those", "what", "that"} or _is_nobody(reading, subject):
        return
    between = {t.lower for t in reading.tokens[subject.index + 1 : word.index]}
    selves = subject.lower in words("claim", "selves")
    if between & {"not", "n't", "n’t", "never"}:
        relation = Relation.DENIED
    elif selves:
        relation = Relation.CLAIMED
    elif between & {"may", "might", "could", "believed", "suspected", "thought", "likely", "possibly", "probably"}:
        relation = Relation.SUSPECTED
    else:
        relation = Relation.BLAMED
    if between & {"will", "would", "if", "whether"}:
        return
    actor = None if selves else subject
    yield Held(relation=relation, cue=word, actor=actor, by=None, deed=_after(reading, word), rule=rule, selves=selves)


def _tells_of_itself(reading: Reading, verb: Token) -> Iterator[Held]:
    """ "said it carried out the attack", "said it did not carry out the attack"."""
    subject = reading.child(verb, "nsubj")
    if subject is None or subject.lower not in words("claim", "selves") or has_passive_auxiliary(reading, verb):
        return
    if subject.index > verb.index or any(
        t.lower in {"will", "would", "could", "may", "might"} for t in reading.children(verb, "aux")
    ):
        return
    relation = Relation.DENIED if is_negated(reading, verb) else Relation.CLAIMED
    deed = (verb.index, _after(reading, verb)[1])
    yield Held(relation=relation, cue=verb, actor=None, by=None, deed=deed, rule="tells of itself", selves=True)


def _blames(reading: Reading, verb: Token) -> Iterator[Held]:
    """ "X blamed Y for", "blamed it on Y", "Y was blamed"."""
    if _is_untold(reading, verb) or verb.upos == "NOUN":
        return
    on = _behind_preposition(reading, verb, {"on", "upon"})
    behind = chunk_from(reading, verb.index + 1)
    if has_passive_auxiliary(reading, verb) and on is None:
        actor = subject_of(reading, verb)
        by = _agent(reading, verb)
    else:
        actor = on or (behind.head if behind else None)
        by = None if verb.deprel.startswith("acl") else subject_of(reading, verb)
    if actor is not None:
        deed = (max(0, verb.index - _REACH), verb.index) if on else _after(reading, verb)
        yield Held(relation=Relation.BLAMED, cue=verb, actor=actor, by=by, deed=deed, rule="blame")


def _accuses(reading: Reading, verb: Token) -> Iterator[Held]:
    """ "X accused Y of", "Y is accused of", "a man accused of"."""
    if _is_untold(reading, verb):
        return
    behind = chunk_from(reading, verb.index + 1)
    if behind is not None and not has_passive_auxiliary(reading, verb):
        by = subject_of(reading, verb)
        yield Held(
            relation=Relation.BLAMED, cue=verb, actor=behind.head, by=by, deed=_after(reading, verb), rule="accusation"
        )
        return
    before = chunk_before(reading, verb.index)
    actor = before.head if before else subject_of(reading, verb)
    if actor is not None:
        by = _agent(reading, verb)
        yield Held(
            relation=Relation.SUSPECTED, cue=verb, actor=actor, by=by, deed=_after(reading, verb), rule="accused"
        )


def _attributes(reading: Reading, verb: Token) -> Iterator[Held]:
    """ "attributed the attack to X"."""
    to = _behind_preposition(reading, verb, {"to"})
    if to is None or _is_untold(reading, verb) or verb.upos != "VERB":
        return
    by = None if has_passive_auxiliary(reading, verb) else subject_of(reading, verb)
    deed = (max(reading.sentence_of(verb).first, verb.index - _REACH), to.index)
    yield Held(relation=Relation.BLAMED, cue=verb, actor=to, by=by, deed=deed, rule="attributed to")


def _masterminded(reading: Reading, verb: Token) -> Iterator[Held]:
    """"the attacks were plotted by X", in what someone says."""
    agent = _agent(reading, verb)
    if agent is not None and has_passive_auxiliary(reading, verb) and not _is_untold(reading, verb):
        deed = (max(reading.sentence_of(verb).first, verb.index - _REACH), verb.index)
        yield Held(relation=Relation.BLAMED, cue=verb, actor=agent, by=None, deed=deed, rule="named as the one who planned it")


def _suspects(reading: Reading, verb: Token) -> Iterator[Held]:
    """ "police suspect X", "X is suspected of"."""
    if verb.upos not in {"VERB", "AUX"} or _is_untold(reading, verb):
        return
    behind = chunk_from(reading, verb.index + 1)
    if has_passive_auxiliary(reading, verb):
        actor, by = subject_of(reading, verb), _agent(reading, verb)
    elif behind is not None and verb.deprel != "amod":
        actor, by = behind.head, subject_of(reading, verb)
    else:
        return
    if actor is not None:
        yield Held(
            relation=Relation.SUSPECTED, cue=verb, actor=actor, by=by, deed=_after(reading, verb), rule="suspicion"
        )


def _is_suspect(reading: Reading, noun: Token) -> Iterator[Held]:
    """ "suspect John Smith", "the suspect, identified as John Smith,"."""
    if noun.upos not in {"NOUN", "PROPN"} or noun.deprel == "amod":
        return
    name = _name_in_apposition(reading, noun)
    if name is not None:
        deed = (noun.index, _after(reading, noun)[1])
        yield Held(relation=Relation.SUSPECTED, cue=noun, actor=name, by=None, deed=deed, rule="named as suspect")


def _charged(reading: Reading, verb: Token) -> Iterator[Held]:
    """ "X was charged with murder", "police arrested X in connection with the attack"."""
    if verb.upos not in {"VERB", "AUX"} or _is_untold(reading, verb):
        return
    first, last = _after(reading, verb)
    offence = {t.lower for t in reading.tokens[first:last]} & words("suspect", "offences")
    about = {t.lower for t in reading.tokens[first:last]} & words("suspect", "about")
    if not offence or not about:
        return
    passive = has_passive_auxiliary(reading, verb)
    behind = None if passive else chunk_from(reading, verb.index + 1)
    actor = behind.head if behind is not None else subject_of(reading, verb)
    by = _agent(reading, verb) if behind is None else subject_of(reading, verb)
    if actor is not None and not _is_nobody(reading, actor):
        yield Held(
            relation=Relation.SUSPECTED,
            cue=verb,
            actor=actor,
            by=by,
            deed=(first, last),
            rule="charged or arrested for it",
        )


def _identified(reading: Reading, verb: Token) -> Iterator[Held]:
    """ "police identified X as the gunman", "the gunman was identified as X"."""
    end = min(reading.sentence_of(verb).last, verb.index + _REACH)
    position = next((t.index for t in reading.tokens[verb.index : end] if t.lower == "as"), None)
    behind = chunk_from(reading, position + 1) if position is not None else None
    if position is None or behind is None:
        return
    subject = None if verb.deprel.startswith("acl") else subject_of(reading, verb)
    before = chunk_before(reading, verb.index) or _before_comma(reading, verb)
    other = chunk_from(reading, verb.index + 1, position)
    described = before.head if before is not None else subject
    for name, identity in ((behind.head, described), (other.head if other else described, behind.head)):
        if (
            identity is not None
            and name is not None
            and identity.lemma.lower() in words("suspect", "identities")
            and name.upos == "PROPN"
        ):
            by = _agent(reading, verb) if other is None else subject
            yield Held(
                relation=Relation.SUSPECTED,
                cue=verb,
                actor=name,
                by=by,
                deed=(verb.index, end),
                rule="identified as the doer",
            )
            return


def _denies(reading: Reading, verb: Token) -> Iterator[Held]:
    """ "X denied involvement", "a charge that X denies", "X denied that its planes bombed"."""
    agent = _agent(reading, verb)
    actor = agent or subject_of(reading, verb)
    if actor is None or is_negated(reading, verb) or _is_nobody(reading, actor) or verb.upos not in {"VERB", "AUX"}:
        return
    first, last = _after(reading, verb)
    near = [t.lower for t in reading.tokens[first : min(last, first + 5)]]
    relative = [t.lower for t in reading.tokens[max(0, verb.index - 6) : verb.index]]
    objects = words("deny", "objects")
    named = next((w for w in near if w in objects), None)
    if (named is None or named == "that") and (agent is not None or {"which", "that"} & set(relative)):
        named = "which"
    if named == "that":
        named = "own" if set(near) & words("claim", "selves") else None
    if named is not None:
        pointing = named in words("deny", "pointing")
        yield Held(
            relation=Relation.DENIED,
            cue=verb,
            actor=actor,
            by=actor,
            deed=(first, last),
            rule="denial",
            pointing=pointing,
        )


def _leaves_open(reading: Reading, verb: Token) -> Iterator[Held]:
    """ "X and Y have not confirmed who was behind the attack": one entry for each."""
    first, last = _after(reading, verb)
    following = [t.lower for t in reading.tokens[first:last]]
    before = [t.lower for t in reading.tokens[max(0, verb.index - 4) : verb.index]]
    negated = is_negated(reading, verb) or bool({"not", "n't", "n’t", "yet"} & set(before))
    asked = set(following[:4]) & words("open", "words")
    if not negated or not asked or not set(following[:7]) & words("open", "behind") or _follows_plan(before):
        return
    subject = subject_of(reading, verb)
    if subject is None or subject.lower in {"it", "there"} or _is_nobody(reading, subject):
        return
    for head in _all_of(reading, subject, verb):
        yield Held(
            relation=Relation.NOT_CONFIRMED,
            cue=verb,
            actor=None,
            by=head,
            deed=(first, last),
            rule="not confirmed who did it",
        )


def _follows_plan(before: Sequence[str]) -> bool:
    return "will" in before


def subject_of(reading: Reading, verb: Token) -> Token | None:
    """Return who does what a verb says: its subject, else the phrase right before its auxiliaries."""
    own = reading.child(verb, "nsubj", "nsubj:pass")
    if own is not None and own.lower not in _RELATIVES:
        return own if own.upos == "PRON" else chunk_around(reading, own).head
    index = verb.index - 1
    while index >= 0 and reading.tokens[index].upos in {"AUX", "ADV", "PART"}:
        index -= 1
    before = (
        chunk_before(reading, index + 1) if index >= 0 and reading.tokens[index].sentence == verb.sentence else None
    )
    if before is not None:
        return before.head
    if own is not None or verb.deprel.startswith("acl"):
        return _antecedent(reading, verb)
    governor = reading.head(verb)
    if governor is not None and verb.deprel in {"conj", "xcomp", "advcl"} and governor.upos in {"VERB", "AUX"}:
        return reading.child(governor, "nsubj", "nsubj:pass")
    return None


def _antecedent(reading: Reading, verb: Token) -> Token | None:
    governor = reading.head(verb)
    return governor if governor is not None and governor.upos in {"NOUN", "PROPN"} else None


def _subject_of_predicate(reading: Reading, word: Token) -> Token | None:
    """Return the subject of "behind" or "responsible": told by the words before its copula."""
    index = word.index - 1
    while index >= 0 and (
        reading.tokens[index].upos in {"AUX", "ADV", "PART", "VERB"} or reading.tokens[index].lower in {"to", "been"}
    ):
        index -= 1
    if index == word.index - 1 or index < 0 or reading.tokens[index].sentence != word.sentence:
        return None
    if reading.tokens[index].upos == "PRON":
        return reading.tokens[index]
    before = chunk_before(reading, index + 1)
    return before.head if before is not None else None


def _verb_near(reading: Reading, noun: Token, lemmas: frozenset[str]) -> Token | None:
    """Return the nearest verb of a set around a word, those before it first."""
    sentence = reading.sentence_of(noun)
    before = reading.tokens[max(sentence.first, noun.index - 5) : noun.index]
    after = reading.tokens[noun.index + 1 : min(sentence.last, noun.index + 12)]
    found = next((t for t in reversed(before) if t.lemma.lower() in lemmas), None)
    return found or next((t for t in after if t.lemma.lower() in lemmas and has_passive_auxiliary(reading, t)), None)


def _agent(reading: Reading, verb: Token) -> Token | None:
    """Return the doer behind "by" right after a verb."""
    end = min(reading.sentence_of(verb).last, verb.index + _AGENT_REACH)
    for token in reading.tokens[verb.index + 1 : end]:
        if token.lower == "by":
            found = chunk_from(reading, token.index + 1)
            return found.head if found is not None else None
        if token.upos in {"VERB", "NOUN", "PROPN"}:
            return None
    return None


def _behind_preposition(reading: Reading, verb: Token, prepositions: set[str]) -> Token | None:
    end = min(reading.sentence_of(verb).last, verb.index + _REACH)
    for token in reading.tokens[verb.index + 1 : end]:
        if token.lower in prepositions:
            found = chunk_from(reading, token.index + 1)
            return found.head if found is not None and found.head.upos in {"NOUN", "PROPN"} else None
        if token.upos == "VERB" or token.lower in {"for", "in", "after", "at"}:
            return None
    return None


def _name_in_apposition(reading: Reading, noun: Token) -> Token | None:
    """Return the name that stands right behind a noun, in its phrase or behind a comma."""
    chunk = chunk_around(reading, noun)
    if chunk.head.upos == "PROPN" and chunk.head.index > noun.index:
        return chunk.head
    index = chunk.last
    while index < len(reading.tokens) and reading.tokens[index].lower in {
        ",",
        "identified",
        "named",
        "as",
        "is",
        "was",
    }:
        index += 1
    if index == chunk.last or index >= len(reading.tokens):
        return None
    behind = chunk_from(reading, index)
    return (
        behind.head if behind is not None and behind.head.upos == "PROPN" and _is_name(reading, behind.head) else None
    )


def _is_name(reading: Reading, token: Token) -> bool:
    return any(s.label == "person" and s.span.covers(token.span) for s in reading.spans.get("names", ()))


def _before_comma(reading: Reading, verb: Token) -> Chunk | None:
    before = reading.tokens[verb.index - 1] if verb.index else None
    return chunk_before(reading, before.index) if before is not None and before.lower == "," else None


def _after(reading: Reading, token: Token) -> tuple[int, int]:
    """Return the range of tokens behind a word up to the end of its sentence."""
    return token.index + 1, reading.sentence_of(token).last


def _is_untold(reading: Reading, verb: Token) -> bool:
    """Say whether a verb is negated or only possible."""
    modals = {"will", "would", "could", "may", "might", "should", "can", "to"}
    return is_negated(reading, verb) or any(t.lower in modals for t in reading.children(verb, "aux", "mark"))


def _is_nobody(reading: Reading, head: Token) -> bool:
    """Say whether a phrase means nobody: "no group", "neither side"."""
    chunk = chunk_around(reading, head)
    return any(t.lower in words("nobody", "words") for t in reading.tokens[chunk.first : head.index + 1])


def _all_of(reading: Reading, head: Token, verb: Token) -> Iterator[Token]:
    """Yield the heads of a list of institutions."""
    chunk = chunk_around(reading, head)
    seen: set[int] = set()
    for one in (chunk, *listed_with(reading, chunk, until=verb.index, counted=False)):
        if one.head.index not in seen:
            seen.add(one.head.index)
            yield one.head

"""Doers: who is said to have done something, as a claim, an accusation, a suspicion or a denial.

Every rule looks at one cue word and returns the words that name the one held responsible, the
one who says so, and where the deed is told. The cues stand in `responsibility.toml`.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from tidings.facts.events.chunks import chunk_before, chunk_from
from tidings.facts.events.clauses import (
    agent_of,
    all_of,
    antecedent,
    before_comma,
    behind_for,
    behind_preposition,
    is_believed,
    is_nobody,
    is_untold,
    laid_on,
    name_in_apposition,
    rest_of,
    subject_of,
    subject_of_predicate,
    teller_of,
    verb_near,
    words,
)
from tidings.facts.events.held import Held, Rule
from tidings.facts.events.hints import arrest_of, bears_mark, charged, has_part
from tidings.facts.events.patients import has_passive_auxiliary
from tidings.facts.events.unreal import is_negated
from tidings.model.event import ResponsibilityRelation as Relation
from tidings.model.reading import Reading, Token

_REACH = 9
#: So many words behind "planned" the deed stands.
_OBJECT = 6


def find_held(reading: Reading, tokens: Sequence[Token]) -> Iterator[Held]:
    """Yield everyone held responsible by a cue among some tokens, in text order."""
    for token in tokens:
        for rule in _rules().get(token.lemma.lower(), ()) or _rules().get(token.lower, ()):
            found = list(rule(reading, token))
            if found:
                yield from found
                break


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    """Return cue word -> rules to try, in order."""
    table: tuple[tuple[str, str, Rule], ...] = (
        ("claim", "nouns", _claims),
        ("claim", "deed_verbs", _claims_deed),
        ("predicate", "words", _is_behind),
        ("predicate", "involved", _is_involved),
        ("predicate", "involved", has_part),
        ("blame", "verbs", _blames),
        ("blame", "accusing", _accuses),
        ("blame", "attributing", _attributes),
        ("blame", "masterminding", _masterminded),
        ("suspect", "verbs", _suspects),
        ("suspect", "nouns", _is_suspect),
        ("suspect", "marks", bears_mark),
        ("suspect", "charging", charged),
        ("suspect", "charging", arrest_of),
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
    """Read “X claimed responsibility for”, “responsibility was claimed by X”."""
    verb = verb_near(reading, noun, words("claim", "verbs"))
    if verb is None or is_untold(reading, verb):
        return
    passive = verb.index > noun.index
    actor = agent_of(reading, verb) if passive else subject_of(reading, verb)
    if actor is not None and not is_nobody(reading, actor):
        yield Held(
            relation=Relation.CLAIMED,
            cue=verb,
            actor=actor,
            by=actor,
            deed=rest_of(reading, noun),
            rule="claim of responsibility",
        )


def _claims_deed(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “X claimed the attack”, “attacks claimed by X”."""
    if is_untold(reading, verb):
        return
    agent = agent_of(reading, verb)
    if agent is not None and not verb.lower.endswith("ing"):
        first = max(reading.sentence_of(verb).first, verb.index - _REACH)
        yield Held(
            relation=Relation.CLAIMED, cue=verb, actor=agent, by=agent, deed=(first, verb.index), rule="deed claimed by"
        )
        return
    to = 1 if verb.index + 1 < len(reading.tokens) and reading.tokens[verb.index + 1].lower == "to" else 0
    behind = chunk_from(reading, verb.index + 1 + to)
    actor = subject_of(reading, verb)
    told = behind is not None and behind.head.lower not in words("claim", "nouns")
    if told and behind is not None and actor is not None and not is_nobody(reading, actor):
        deed = (behind.first, behind.last)
        yield Held(relation=Relation.CLAIMED, cue=verb, actor=actor, by=actor, deed=deed, rule="deed claimed")


def _is_behind(reading: Reading, word: Token) -> Iterator[Held]:
    """Read “X was behind the attack”, “it was not responsible”, “held X responsible for”."""
    holder = verb_near(reading, word, words("blame", "holding"))
    if holder is not None and has_passive_auxiliary(reading, holder):
        yield from _is_held(reading, holder, word)
        return
    if holder is not None and not is_untold(reading, holder) and reading.child(holder, "aux") is None:
        behind = chunk_from(reading, holder.index + 1, word.index)
        if behind is not None:
            by = subject_of(reading, holder)
            yield Held(
                relation=Relation.BLAMED,
                cue=word,
                actor=behind.head,
                by=by,
                deed=rest_of(reading, word),
                rule="held responsible",
            )
        return
    yield from _predicated(reading, word, "named as the doer")


def _is_held(reading: Reading, verb: Token, word: Token) -> Iterator[Held]:
    """Read “X was held responsible for”, “an attack for which X is held responsible”."""
    actor = subject_of(reading, verb)
    if actor is not None and not is_untold(reading, verb) and not is_nobody(reading, actor):
        by, deed = agent_of(reading, word), rest_of(reading, word)
        yield Held(relation=Relation.BLAMED, cue=word, actor=actor, by=by, deed=deed, rule="held responsible")


def _is_involved(reading: Reading, word: Token) -> Iterator[Held]:
    """Read “X was involved in the attack”."""
    if has_passive_auxiliary(reading, word):
        yield from _predicated(reading, word, "named as involved")


def _predicated(reading: Reading, word: Token, rule: str) -> Iterator[Held]:
    """Yield who is said to be behind something, by the words before the predicate."""
    subject = subject_of_predicate(reading, word)
    if subject is None or subject.lower in {"who", "whoever", "those", "what", "that"} or is_nobody(reading, subject):
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
    yield Held(relation=relation, cue=word, actor=actor, by=None, deed=rest_of(reading, word), rule=rule, selves=selves)


def _tells_of_itself(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “said it carried out the attack”, “said it did not carry out the attack”."""
    subject = reading.child(verb, "nsubj")
    if subject is None or subject.lower not in words("claim", "selves") or has_passive_auxiliary(reading, verb):
        return
    if subject.index > verb.index or any(
        t.lower in {"will", "would", "could", "may", "might"} for t in reading.children(verb, "aux")
    ):
        return
    relation = Relation.DENIED if is_negated(reading, verb) else Relation.CLAIMED
    deed = (verb.index, rest_of(reading, verb)[1])
    yield Held(relation=relation, cue=verb, actor=None, by=None, deed=deed, rule="tells of itself", selves=True)


def _blames(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “X blamed Y for”, “blamed it on Y”, “Y was blamed”."""
    if is_untold(reading, verb) or verb.upos == "NOUN":
        return
    on = laid_on(reading, verb)
    behind = chunk_from(reading, verb.index + 1)
    if has_passive_auxiliary(reading, verb) and on is None:
        actor = subject_of(reading, verb)
        by = agent_of(reading, verb)
    else:
        actor = on or (behind.head if behind else None)
        by = None if verb.deprel.startswith("acl") else subject_of(reading, verb)
    if actor is not None:
        deed = (max(0, verb.index - _REACH), verb.index) if on else behind_for(reading, verb)
        yield Held(relation=Relation.BLAMED, cue=verb, actor=actor, by=by, deed=deed, rule="blame")


def _accuses(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “X accused Y of”, “Y is accused of”, “a man accused of”."""
    if is_untold(reading, verb):
        return
    relative = next((t for t in reading.children(verb, "obj", "nsubj") if t.lower == "whom"), None)
    if relative is not None and (one := antecedent(reading, verb)):
        by = next((t for t in reading.children(verb, "nsubj") if t is not relative), None)
        deed = rest_of(reading, verb)
        yield Held(relation=Relation.BLAMED, cue=verb, actor=one, by=by, deed=deed, rule="accusation")
        return
    behind = chunk_from(reading, verb.index + 1)
    if behind is not None and not has_passive_auxiliary(reading, verb):
        by = subject_of(reading, verb)
        yield Held(
            relation=Relation.BLAMED, cue=verb, actor=behind.head, by=by, deed=rest_of(reading, verb), rule="accusation"
        )
        return
    before = chunk_before(reading, verb.index)
    actor = before.head if before else subject_of(reading, verb)
    if actor is not None:
        by = agent_of(reading, verb)
        yield Held(
            relation=Relation.SUSPECTED, cue=verb, actor=actor, by=by, deed=rest_of(reading, verb), rule="accused"
        )


def _attributes(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “attributed the attack to X”."""
    to = behind_preposition(reading, verb, {"to"})
    if to is None or is_untold(reading, verb) or verb.upos != "VERB":
        return
    by = None if has_passive_auxiliary(reading, verb) else subject_of(reading, verb)
    deed = (max(reading.sentence_of(verb).first, verb.index - _REACH), to.index)
    yield Held(relation=Relation.BLAMED, cue=verb, actor=to, by=by, deed=deed, rule="attributed to")


def _masterminded(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “the attacks were plotted by X”, “X planned the attacks”, in what someone says."""
    deed = (max(reading.sentence_of(verb).first, verb.index - _REACH), verb.index)
    passive = has_passive_auxiliary(reading, verb) or is_believed(reading, verb)
    agent = agent_of(reading, verb)
    if agent is None and not passive and not verb.lower.endswith("ing"):
        deed = (verb.index + 1, min(reading.sentence_of(verb).last, verb.index + _OBJECT))
        is_deed = any(t.lower in words("suspect", "offences") for t in reading.tokens[slice(*deed)])
        agent = subject_of(reading, verb) if is_deed else None
    elif not passive:
        return
    if agent is not None and not is_untold(reading, verb):
        yield Held(
            relation=Relation.SUSPECTED if is_believed(reading, verb) else Relation.BLAMED,
            cue=verb,
            actor=agent,
            by=teller_of(reading, verb),
            deed=deed,
            rule="named as the one who planned it",
        )


def _suspects(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “police suspect X”, “X is suspected of”."""
    if verb.upos not in {"VERB", "AUX"} or is_untold(reading, verb):
        return
    behind = chunk_from(reading, verb.index + 1)
    if has_passive_auxiliary(reading, verb):
        actor, by = subject_of(reading, verb), agent_of(reading, verb)
    elif behind is not None and verb.deprel != "amod":
        actor, by = behind.head, subject_of(reading, verb)
    elif verb.deprel == "acl" and reading.tokens[verb.index + 1].lower == "of":
        actor, by = antecedent(reading, verb), None
    else:
        return
    if actor is not None:
        yield Held(
            relation=Relation.SUSPECTED, cue=verb, actor=actor, by=by, deed=rest_of(reading, verb), rule="suspicion"
        )


def _is_suspect(reading: Reading, noun: Token) -> Iterator[Held]:
    """Read “suspect John Smith”, “the suspect, identified as John Smith,”."""
    if noun.upos not in {"NOUN", "PROPN"} or noun.deprel == "amod":
        return
    name = name_in_apposition(reading, noun)
    if name is not None:
        deed = (noun.index, rest_of(reading, noun)[1])
        yield Held(relation=Relation.SUSPECTED, cue=noun, actor=name, by=None, deed=deed, rule="named as suspect")


def _identified(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “police identified X as the gunman”, “the gunman was identified as X”."""
    end = min(reading.sentence_of(verb).last, verb.index + _REACH)
    position = next((t.index for t in reading.tokens[verb.index : end] if t.lower == "as"), None)
    behind = chunk_from(reading, position + 1) if position is not None else None
    if position is None or behind is None:
        return
    subject = None if verb.deprel.startswith("acl") else subject_of(reading, verb)
    before = chunk_before(reading, verb.index) or before_comma(reading, verb)
    other = chunk_from(reading, verb.index + 1, position)
    described = before.head if before is not None else subject
    for name, identity in ((behind.head, described), (other.head if other else described, behind.head)):
        if (
            identity is not None
            and name is not None
            and identity.lemma.lower() in words("suspect", "identities")
            and name.upos == "PROPN"
        ):
            by = agent_of(reading, verb) if other is None else subject
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
    """Read “X denied involvement”, “a charge that X denies”, “X denied that its planes bombed”."""
    agent = agent_of(reading, verb)
    actor = agent or subject_of(reading, verb)
    if actor is None or is_negated(reading, verb) or is_nobody(reading, actor) or verb.upos not in {"VERB", "AUX"}:
        return
    first, last = rest_of(reading, verb)
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
            rule="denial of a deed of one's own" if named == "own" else "denial",
            pointing=pointing,
        )


def _leaves_open(reading: Reading, verb: Token) -> Iterator[Held]:
    """Read “X and Y have not confirmed who was behind the attack”: one entry for each."""
    first, last = rest_of(reading, verb)
    following = [t.lower for t in reading.tokens[first:last]]
    before = [t.lower for t in reading.tokens[max(0, verb.index - 4) : verb.index]]
    negated = is_negated(reading, verb) or bool({"not", "n't", "n’t", "yet"} & set(before))
    asked = set(following[:4]) & words("open", "words")
    if not negated or not asked or not set(following[:7]) & words("open", "behind") or _follows_plan(before):
        return
    subject = subject_of(reading, verb)
    if subject is None or subject.lower in {"it", "there"} or is_nobody(reading, subject):
        return
    for head in all_of(reading, subject, verb):
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

"""Harm: the words that tell of people harmed, and the words that name those people.

Each rule looks at one trigger word and returns the heads of the phrases that name the
victims. Grammar decides where it is clear; where the parse is odd, the words next to the
trigger do. The words themselves stand in `casualties.toml`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tidings.facts.events import headcounts, patients, treated, violence
from tidings.model.event import Harm
from tidings.model.reading import Reading, Token
from tidings.resources import load_table

#: So many steps up a list stands the word that its items are subjects of.
_LIST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A word of harm with the heads of the phrases that name its victims.

    `weak` marks violence that need not be the whole story ("was shot"); `own_count` says that
    the trigger is itself the noun that is counted ("three deaths").
    """

    trigger: Token
    harm: Harm
    heads: tuple[Token, ...]
    rule: str
    weak: bool = False
    own_count: bool = False


def find_hits(reading: Reading, tokens: Sequence[Token]) -> Iterator[Hit]:
    """Yield the words of harm among some tokens, in text order."""
    for token in tokens:
        for rule in _rules_for(token):
            hit = rule(reading, token)
            if hit:
                yield hit
            if hit and hit.heads:
                break


Rule = Callable[[Reading, Token], Hit | None]


def _rules_for(token: Token) -> tuple[Rule, ...]:
    return _index().get(token.lemma.lower(), ()) or _index().get(token.lower, ())


@cache
def _index() -> dict[str, tuple[Rule, ...]]:
    """Return word -> rules to try, in order."""
    found: dict[str, list[Rule]] = {}
    for rule, words in _rule_words():
        for word in words:
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


def _rule_words() -> Iterator[tuple[Rule, Sequence[str]]]:
    """Yield each rule with its words; of two rules for one word the first is tried first."""
    held, noun, violence = _table("held"), _table("noun"), _table("violence")
    yield _injuries, _table("injuries")["nouns"]
    yield _held, (*held["abducted"], *held["detained"], *held["seizing"])
    sections = (("object", _object), ("subject", _subject), ("adjective", _adjective), ("noun", _noun))
    for section, rule in sections:
        yield rule, tuple(_harm_of(section))
    yield _toll, noun["toll"]
    yield _violence, (*violence["injured"], *violence["struck"])
    yield _counted, tuple(noun["counted"])
    yield _fatally, ("fatally", "mortally")
    yield _lives, ("life", "lives")
    yield _suicide, ("suicide",)
    yield _condition, ("condition",)
    yield _care, treated.words()


@cache
def _harm_of(section: str) -> dict[str, Harm]:
    """Return word -> harm for one section of the table."""
    table = load_table("casualties.toml")[section]
    harms = {harm.value: harm for harm in Harm}
    return {word: harms[key] for key, words in table.items() if key in harms for word in words}


def _table(section: str) -> dict[str, Any]:
    found: dict[str, Any] = load_table("casualties.toml")[section]
    return found


def _look(section: str, token: Token) -> Harm | None:
    found = _harm_of(section)
    return found.get(token.lemma.lower()) or found.get(token.lower)


def _object(reading: Reading, token: Token) -> Hit | None:
    """Harm done to an object: "killed 12 people", "12 people were killed"."""
    harm = _look("object", token)
    if harm is None or not patients.is_verbal(token) or _is_phrasal(reading, token):
        return None
    if harm is Harm.INJURED and violence.is_fatal(reading, token):
        harm = Harm.KILLED
    heads = patients.of_object(reading, token)
    heads = (*heads, *((*violence.companions(reading, token), *violence.with_self(reading, token)) if heads else ()))
    return Hit(trigger=token, harm=harm, heads=heads, rule="verb and its object")


def _violence(reading: Reading, token: Token) -> Hit | None:
    """Violence that leaves its victim hurt, or dead if the words say so."""
    if not violence.is_violent_verb(reading, token):
        return None
    words = _table("violence")
    lemma = token.lemma.lower()
    fatal = violence.is_fatal(reading, token)
    if lemma in words["struck"] and not violence.is_struck(reading, token):
        return None
    if not fatal and (lemma == "gun" or (lemma == "beat" and violence.is_active(reading, token))):
        return None
    harm = Harm.KILLED if fatal else Harm.INJURED
    heads = patients.of_object(reading, token)
    heads = (*heads, *(violence.with_self(reading, token) if heads else ()))
    return Hit(trigger=token, harm=harm, heads=heads, rule="verb of violence and its object", weak=not fatal)


def _is_phrasal(reading: Reading, token: Token) -> bool:
    """Say whether a particle gives a verb another sense: "hang up"."""
    return token.lemma.lower() in {"hang", "execute"} and any(
        t.deprel.startswith("compound") and t.upos == "ADP" for t in reading.children(token)
    )


def _subject(reading: Reading, token: Token) -> Hit | None:
    """Harm that befalls a subject: "12 people died"."""
    harm = _look("subject", token)
    if harm is None or not patients.is_verbal(token) or _lacks_particle(reading, token):
        return None
    return Hit(trigger=token, harm=harm, heads=patients.of_subject(reading, token), rule="verb and its subject")


def _lacks_particle(reading: Reading, token: Token) -> bool:
    """Say whether "pass" stands without "away"."""
    particles = _table("subject")["particle"].get(token.lemma.lower())
    after = reading.tokens[token.index + 1 : token.index + 2]
    return particles is not None and not (after and after[0].lower in particles)


def _suicide(reading: Reading, token: Token) -> Hit | None:
    """Read who "committed suicide"."""
    verb = reading.head(token)
    if verb is None or verb.lemma.lower() not in {"commit", "die"} or token.deprel == "compound":
        return None
    return Hit(trigger=verb, harm=Harm.KILLED, heads=patients.of_subject(reading, verb), rule="verb and its subject")


def _adjective(reading: Reading, token: Token) -> Hit | None:
    """Harm as a state: "12 dead", "nine wounded soldiers", "was found dead"."""
    harm = _look("adjective", token)
    number = headcounts.number_of(reading, token)
    thing = number is None and patients.is_before_thing(reading, token)
    if harm is None or thing or _belongs_to_violence(reading, token):
        return None
    heads = (number,) if number is not None else patients.of_adjective(reading, token)
    return Hit(trigger=token, harm=harm, heads=heads, rule="adjective of harm")


def _belongs_to_violence(reading: Reading, token: Token) -> bool:
    """Say whether a word is the "dead" of "shot dead": the verb's own rule has it."""
    if violence.has_own_people(reading, token):
        return False
    governor = reading.head(token)
    left = reading.tokens[token.index - 1] if token.index else None
    verbs = set(_table("violence")["injured"])
    return any(t is not None and t.lemma.lower() in verbs and patients.is_verbal(t) for t in (governor, left))


def _noun(reading: Reading, token: Token) -> Hit | None:
    """Harm as a noun: "three deaths", "the death of X", "X's murder"."""
    harm = _look("noun", token)
    if harm is None or token.upos == "VERB" or _is_charge(reading, token):
        return None
    named = patients.of_noun(reading, token)
    fatal = any(c.lower in _table("noun")["fatal"] for c in reading.children(token, "amod"))
    if token.lemma.lower() == "shooting" and not fatal:
        return None
    if named:
        harm = Harm.KILLED if fatal else harm
        return Hit(trigger=token, harm=harm, heads=named, rule="noun of harm and whose it is")
    if token.lemma.lower() in (*_table("noun")["deed"], *_table("noun")["uncounted"]):
        return None
    counted = token.deprel != "compound" and headcounts.has_number(reading, token)
    return Hit(trigger=token, harm=harm, heads=(token,) if counted else (), rule="counted noun of harm", own_count=True)


def _is_charge(reading: Reading, token: Token) -> bool:
    """Say whether a noun of harm names an offence or a place: "murder charges", "death row"."""
    charged = set(_table("noun")["charged"])
    governor = reading.head(token)
    right = reading.tokens[token.index + 1 : token.index + 2]
    near = {singular for t in right for singular in (t.lemma.lower(), t.lower) if t.sentence == token.sentence}
    of_charge = (
        governor is not None and governor.lemma.lower() in charged and token.deprel in {"nmod", "compound", "obl"}
    )
    beside = bool(near & charged) and right[0].head == token.head if right else False
    return of_charge or bool(near & charged and token.deprel == "compound") or beside


def _counted(reading: Reading, token: Token) -> Hit | None:
    """Nouns that count heads: "six bodies", "the bodies of six men", "22 hostages"."""
    harm = Harm(
        _table("noun")["counted"][
            token.lemma.lower() if token.lemma.lower() in _table("noun")["counted"] else token.lower
        ]
    )
    if token.deprel == "compound" or (token.upos in {"VERB", "ADJ"} and reading.child(token, "nummod") is None):
        return None
    named = patients.of_noun(reading, token) if harm is Harm.KILLED else ()
    if named and patients.is_human(reading, named[0]):
        return Hit(trigger=token, harm=harm, heads=named, rule="noun that counts heads")
    if harm is Harm.ABDUCTED and _dies(reading, token):
        return None
    counted = headcounts.has_number(reading, token)
    return Hit(
        trigger=token, harm=harm, heads=(token,) if counted else (), rule="noun that counts heads", own_count=True
    )


def _dies(reading: Reading, noun: Token) -> bool:
    """Say whether a noun, or the list that it stands in, is subject or object of a word of death."""
    chain = [t for t, _ in zip(reading.ancestors(noun), range(_LIST), strict=False)]
    return any(Harm.KILLED in (_look("subject", t), _look("object", t)) for t in chain if t.upos == "VERB")


def _toll(reading: Reading, token: Token) -> Hit | None:
    """Read a running total: "the death toll rose to 35"."""
    number = headcounts.last_number_after(reading, token)
    after = [t.lower for t in reading.tokens[token.index + 1 : token.index + 3]]
    if number is None or "free" in after:
        return None
    words = {t.lower for t in reading.tokens[max(0, token.index - 3) : token.index]}
    harm = Harm.INJURED if words & {"injury", "injured", "wounded"} else Harm.KILLED
    return Hit(trigger=token, harm=harm, heads=(number,), rule="running total")


def _injuries(reading: Reading, token: Token) -> Hit | None:
    """Injuries that someone has: "suffered wounds", "was taken to hospital with burns"."""
    words = _table("injuries")
    if token.upos == "VERB":
        return None
    for governor in _upward(reading, token):
        lemma = governor.lemma.lower()
        if lemma in words["dying"]:
            return Hit(trigger=token, harm=Harm.KILLED, heads=(), rule="")
        if lemma in words["verbs"] and patients.is_verbal(governor):
            heads = patients.of_treated(reading, governor, token)
            before = {t.lower for t in reading.tokens[max(0, token.index - 3) : token.index]}
            harm = Harm.KILLED if before & {"fatal", "deadly", "mortal"} else Harm.INJURED
            return Hit(trigger=token, harm=harm, heads=heads, rule="injuries that someone has")
    return None


def _fatally(reading: Reading, token: Token) -> Hit | None:
    """Read some of those who were shot: "four shot, two fatally"."""
    number = headcounts.number_right_before(reading, token)
    heads = (number,) if number is not None else ()
    return Hit(trigger=token, harm=Harm.KILLED, heads=heads, rule="some of them fatally")


def _condition(reading: Reading, token: Token) -> Hit | None:
    """Patients: "two are in critical condition"."""
    wanted = set(_table("injuries")["condition"])
    if not any(t.lower in wanted for t in reading.tokens[max(0, token.index - 4) : token.index]):
        return None
    heads = patients.of_predicate(reading, token)
    return Hit(trigger=token, harm=Harm.INJURED, heads=heads, rule="condition of a patient", weak=True)


def _care(reading: Reading, token: Token) -> Hit | None:
    """Patients of whom no word says that they are hurt: "two were taken to hospital"."""
    word, heads = treated.in_care(reading, token)
    return Hit(trigger=word, harm=Harm.INJURED, heads=heads, rule=treated.RULE, weak=True) if heads else None


def _is_own_life(reading: Reading, token: Token, *, losing: bool) -> bool:
    """Say whether whoever loses or takes a life loses the own one: "lost their lives", "took his own life"."""
    after = reading.tokens[token.index + 1 : token.index + 2]
    if token.deprel != "obj" or (after and after[0].lower == "into"):
        return False
    owner = reading.child(token, "nmod:poss")
    own = any(t.lower == "own" for t in reading.children(token, "amod"))
    return own or (losing and (owner is None or owner.upos in {"PRON", "DET"}))


def _lives(reading: Reading, token: Token) -> Hit | None:
    """Lives lost: "claimed the lives of two men", "12 lives", "lost their lives"."""
    verb = reading.head(token)
    words = _table("lives")
    lemma = verb.lemma.lower() if verb is not None else ""
    named = patients.of_noun(reading, token)
    taken = lemma in {*words["taking"], *words["losing"], "loss", "toll"}
    if verb is None or not taken:
        return None
    if _is_own_life(reading, token, losing=lemma in words["losing"]):
        heads = patients.of_subject(reading, verb)
    elif any(t.upos not in {"PRON", "DET"} for t in named):
        heads = named
    else:
        heads = (token,) if headcounts.has_number(reading, token) else ()
    return Hit(trigger=token, harm=Harm.KILLED, heads=heads, rule="lives lost", own_count=heads == (token,))


def _held(reading: Reading, token: Token) -> Hit | None:
    """People taken or held: "taken hostage", "in custody", "seized 22 fishermen"."""
    words = _table("held")
    if token.lemma.lower() in words["seizing"] and patients.is_verbal(token):
        heads = tuple(t for t in patients.of_object(reading, token) if patients.is_human(reading, t))
        return Hit(trigger=token, harm=Harm.ABDUCTED, heads=heads, rule="people seized")
    harm = Harm.ABDUCTED if token.lower in words["abducted"] else Harm.DETAINED
    for governor in _upward(reading, token):
        if governor.lemma.lower() in words["verbs"] and patients.is_verbal(governor):
            found = tuple(t for t in patients.of_object(reading, governor, until=token.index) if t.index != token.index)
            return Hit(trigger=token, harm=harm, heads=found, rule="people taken or held")
    if harm is Harm.DETAINED and token.lower == "custody" and _is_of_police(reading, token):
        return Hit(trigger=token, harm=harm, heads=patients.of_predicate(reading, token), rule="people in custody")
    return None


def _is_of_police(reading: Reading, token: Token) -> bool:
    """Say whether somebody is "in custody", "in police custody": nobody is held who has custody of a child."""
    before = [t.lower for t in reading.tokens[max(0, token.index - 3) : token.index]]
    return token.deprel != "compound" and not {"in", "into", "under"}.isdisjoint(before)


def _upward(reading: Reading, token: Token) -> Iterator[Token]:
    """Yield the governors of a word up to two steps, within its clause."""
    for step, governor in enumerate(reading.ancestors(token)):
        yield governor
        if step == 1 or governor.upos in {"VERB", "AUX"}:
            return

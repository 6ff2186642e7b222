"""Strengths: the numbers of a report that count troops, before anyone asks whose and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidings.facts.events.numbers import Count, find_counts, parse_count
from tidings.facts.forces.sizes import find_raised, find_strong
from tidings.facts.forces.words import words
from tidings.facts.scene import Scene
from tidings.model.reading import Reading, Token
from tidings.model.report import ZoneKind
from tidings.model.span import Span

#: Fewer than this many are a patrol or a crew, not a strength, unless they are sent or withdrawn.
SMALL = 10
#: A number stands at most so many words before its unit.
REACH = 7
VAGUE = frozenset({"dozens", "hundreds", "thousands", "scores"})
YEARS = range(1900, 2101)
NO_HEADS = frozenset({"%", "percent", "per", "$", "€", "£", "st", "nd", "rd", "th"})
#: Whose numbers are raised may be told so many words before.
_BACK = 40
CLAUSE_UPOS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """A number of troops: its bounds, the unit counted, the word it hangs on and the verb above."""

    token: Token
    verb: Token | None
    verb_class: str
    count: Count
    before: Count | None
    unit: str
    span: Span
    rule: str


def find_strengths(scene: Scene) -> Iterator[Strength]:
    """Yield every number of troops in headline and body, in text order."""
    reading = scene.reading
    for sentence in reading.sentences:
        if scene.zone_at(sentence.start) not in (ZoneKind.BODY, ZoneKind.HEADLINE):
            continue
        tokens = reading.sentence_tokens(sentence)
        if not any(_is_number(reading, t) for t in tokens):
            continue
        sizes = list(_sizes(reading, tokens))
        yield from sizes
        for token in tokens:
            found = _counted(reading, token) or _bare_number(reading, token, tokens)
            if found is not None and not any(size.span.overlaps(found.span) for size in sizes):
                yield found


def _sizes(reading: Reading, tokens: tuple[Token, ...]) -> Iterator[Strength]:
    """Yield the numbers that tell how strong a whole body is."""
    change = _growth(reading, tokens)
    if change is not None:
        yield change
    for body, count in find_strong(reading, tokens):
        yield _whole(reading, body, count, verb=_verb_above(reading, body), kind="have", rule="so-many-strong")
    for verb, body, count in find_raised(reading, tokens) if change is None else ():
        if _about_troops(reading.tokens[max(0, tokens[0].index - _BACK) : tokens[-1].index + 1]):
            yield _whole(reading, body, count, verb=verb, kind="grow", rule="raised-to")


def _whole(reading: Reading, body: Token, count: Count, *, verb: Token | None, kind: str, rule: str) -> Strength:
    military = body.lemma.lower() in words("units", "military") - {"force"}
    return Strength(
        token=body,
        verb=verb,
        verb_class=kind,
        count=count,
        before=None,
        unit=body.lower if military else "people",
        span=_joined(reading, count, body),
        rule=rule,
    )


def _growth(reading: Reading, tokens: tuple[Token, ...]) -> Strength | None:
    """Read "grow from 500 to around 4,000 people"."""
    for n, token in enumerate(tokens[:-3]):
        if token.lower != "from":
            continue
        before = _first_count(reading, tokens[n + 1 : n + 5])
        to = next((k for k in range(n + 2, min(n + 8, len(tokens))) if tokens[k].lower == "to"), None)
        after = _first_count(reading, tokens[to + 1 : to + 7]) if to and before else None
        if not (to and before and after and _about_troops(tokens)):
            continue
        last = next((t for t in tokens[to + 1 : to + 9] if t.index >= after.last - 1), token)
        unit = _unit_after(tokens, last)
        verb = _verb_above(reading, token)
        return Strength(
            token=unit or last,
            verb=verb,
            verb_class=verb_class(verb) or "grow",
            count=after,
            before=before,
            unit=unit.lower if unit else "people",
            span=Span(verb.start if verb and verb.start < token.start else token.start, (unit or last).end),
            rule="from-to",
        )
    return None


def _first_count(reading: Reading, tokens: tuple[Token, ...]) -> Count | None:
    number = next((t for t in tokens if t.upos == "NUM" or t.text[:1].isdigit()), None)
    count = parse_count(reading, number) if number else None
    return None if count is None or is_no_head_count(reading, number) else count


def is_no_head_count(reading: Reading, number: Token | None) -> bool:
    """Say whether a number is a year, a share, money, an ordinal or part of a compound ("two-day")."""
    if number is None or number.lower.endswith(("th", "st", "nd", "rd")):
        return True
    after = [t for t in reading.tokens[number.index + 1 : number.index + 3] if t.sentence == number.sentence]
    before = reading.tokens[max(0, number.index - 1) : number.index]
    if after[:1] and after[0].text == "-":
        return len(after) < 2 or after[1].upos != "NUM"  # noqa: PLR2004 - the hyphen and what follows it
    return bool({t.lower for t in (*after[:1], *before)} & NO_HEADS)


def _unit_after(tokens: tuple[Token, ...], number: Token) -> Token | None:
    units = words("units", "military") | words("units", "civil")
    after = [t for t in tokens if number.index < t.index <= number.index + 5]
    return next((t for t in after if t.lemma.lower() in units or t.lower in units), None)


def _about_troops(tokens: tuple[Token, ...]) -> bool:
    named = {t.lemma.lower() for t in tokens} | {t.lower for t in tokens}
    return bool(named & words("units", "military")) or bool(
        named & (words("strength", "nouns") - {"level", "target", "number", "size"})
    )


def _counted(reading: Reading, unit: Token) -> Strength | None:
    """Read "2,500 soldiers", "some 150 Honor Guard members", "thousands of troops"."""
    if unit.upos not in ("NOUN", "PROPN") or not is_unit(reading, unit):
        return None
    number = _number_before(reading, unit)
    count = None if is_no_head_count(reading, number) else parse_count(reading, number or unit)
    if count is None or _is_harmed(reading, unit):
        return None
    verb = _verb_before(reading, count) or _verb_above(reading, unit)
    if verb_class(_main_verb(reading, unit)) == "never" or _is_refused(reading, unit):
        return None
    kind = "have" if is_located(reading, unit) else verb_class(verb) or _noun_class(reading, unit)
    if kind in (None, "never") or _is_too_small(count, str(kind)):
        return None
    return Strength(
        token=unit,
        verb=verb,
        verb_class=str(kind),
        count=count,
        before=None,
        unit=unit.lower,
        span=_joined(reading, count, unit),
        rule="counted-unit",
    )


def is_unit(reading: Reading, token: Token) -> bool:
    """Say whether a word names troops, or people of a military body."""
    named = {token.lemma.lower(), token.lower, token.lower.removesuffix("s")}
    return bool(named & words("units", "military")) or (
        bool(named & words("units", "civil")) and _is_military_phrase(reading, token)
    )


def is_located(reading: Reading, unit: Token) -> bool:
    """Say whether the phrase itself puts them somewhere: "the 2,000 troops currently in …"."""
    after = reading.tokens[unit.index + 1 : unit.index + 4]
    words_after = [t.lower for t in after if t.sentence == unit.sentence]
    if words_after[:1] and words_after[0] in words("current", "cues"):
        words_after = words_after[1:]
    owned = _opener(reading, unit) in {"the", "its", "their", "whose", "our", "'s", "’s"}
    return words_after[:1] in (["in"], ["overseas"], ["abroad"], ["at"]) and owned


def _opener(reading: Reading, unit: Token) -> str:
    """Return the word that opens a unit's phrase: the first before it that is no number, adjective or name."""
    for token in reversed(reading.tokens[max(0, unit.index - REACH) : unit.index]):
        if token.upos not in ("NUM", "ADJ", "ADV", "PROPN", "NOUN", "PUNCT") or token.sentence != unit.sentence:
            return token.lower
    return ""


def _joined(reading: Reading, count: Count, unit: Token) -> Span:
    """Return the span of a count and its unit."""
    start = min(reading.tokens[count.first].start, unit.start)
    return Span(start, max(reading.tokens[count.last - 1].end, unit.end))


def _number_before(reading: Reading, unit: Token) -> Token | None:
    """Return the number that stands before a unit, with nothing but its adjectives and names between."""
    for token in reversed(reading.tokens[max(0, unit.index - REACH) : unit.index]):
        if token.sentence != unit.sentence:
            return None
        if _is_number(reading, token):
            return token
        if token.upos not in ("ADJ", "NOUN", "PROPN", "ADV") and token.text not in ("-", ",", "and", "of", "AND", "OF"):
            return None
    return None


def _is_number(reading: Reading, token: Token) -> bool:
    """Say whether a word is a number, whatever the parse calls it: "Forty-Two Reserve Sailors"."""
    if token.upos == "NUM" or token.lower.isdigit() or token.lower in VAGUE:
        return True
    counts = find_counts(reading, token.index, token.index + 1) if token.upos == "PROPN" else ()
    return bool(counts) and not counts[0].is_article


def _is_military_phrase(reading: Reading, unit: Token) -> bool:
    phrase = reading.tokens[max(0, unit.index - 4) : unit.index + 5]
    return any(t.lower in words("strength", "bodies") for t in phrase if t.sentence == unit.sentence)


def _is_too_small(count: Count, kind: str) -> bool:
    value = count.at_least if count.at_least is not None else count.at_most
    return value is None or (value < SMALL and kind not in ("send", "withdraw", "authorise")) or value < 2  # noqa: PLR2004


def _is_harmed(reading: Reading, unit: Token) -> bool:
    clauses = [*reading.children(unit, "acl"), *(t for t in reading.children(unit, "amod"))]
    return any(t.lemma.lower() in words("verbs", "never") for t in clauses)


def _bare_number(reading: Reading, number: Token, tokens: tuple[Token, ...]) -> Strength | None:
    """Read a number without its unit: "they now number about 160,000", "nearly 300 of them were sent"."""
    if number.upos != "NUM" or is_no_head_count(reading, number) or _counts_a_noun(reading, number):
        return None
    count = parse_count(reading, number)
    if count is None or count.at_least in YEARS or _is_too_small(count, "have"):
        return None
    verb = _verb_above(reading, number)
    kind = _bare_class(reading, number, verb, tokens)
    if kind is None:
        return None
    return Strength(
        token=number,
        verb=verb,
        verb_class=kind,
        count=count,
        before=None,
        unit="people",
        span=_joined(reading, count, reading.tokens[number.index + 1] if _has_more(reading, number) else number),
        rule="bare-number",
    )


def _counts_a_noun(reading: Reading, number: Token) -> bool:
    """Say whether a number counts what stands behind it; "80 more next spring" counts nobody by name."""
    if _has_more(reading, number):
        after = reading.tokens[number.index + 2 : number.index + 3]
        return any(t.upos in ("NOUN", "PROPN") and not t.deprel.startswith("obl") for t in after)
    after = reading.tokens[number.index + 1 : number.index + 2]
    return bool(after) and after[0].upos in ("NOUN", "PROPN", "ADJ", "NUM", "SYM")


def _has_more(reading: Reading, number: Token) -> bool:
    return any(t.lower == "more" for t in reading.tokens[number.index + 1 : number.index + 2])


def _bare_class(reading: Reading, number: Token, verb: Token | None, tokens: tuple[Token, ...]) -> str | None:
    """Return what is said of a number that has no unit, or None when it counts no troops."""
    before = [t for t in tokens if number.index - REACH <= t.index < number.index]
    numbered = any(t.lower in words("standing", "verbs") for t in before[-4:])
    level = any(t.lemma.lower() in words("standing", "nouns") for t in before)
    if (numbered or level) and _has_military_unit(tokens):
        return "have"
    allowed = next((t for t in reading.children(number, "acl") if verb_class(t) == "authorise"), None)
    if allowed is not None and _has_military_unit(tokens):
        return "authorise"
    is_more = before[-1:] and before[-1].lower in ("another", "further")
    if (is_more or _has_more(reading, number)) and _has_military_unit(tokens):
        return verb_class(verb) or "send"
    of_them = [t.lower for t in reading.tokens[number.index + 1 : number.index + 3]] in (["of", "them"], ["of", "its"])
    earlier = reading.tokens[max(0, tokens[0].index - 60) : tokens[0].index]
    return (
        verb_class(verb)
        if of_them and verb_class(verb) in ("send", "withdraw") and _has_military_unit(earlier)
        else None
    )


def _has_military_unit(tokens: Sequence[Token]) -> bool:
    military = words("units", "military") - {"contractor", "monitor", "observer", "operator"}
    return any(t.lemma.lower() in military or t.lower in military for t in tokens)


def _verb_before(reading: Reading, count: Count) -> Token | None:
    """Return the verb that stands right before a number: "has 120 soldiers", "deployed about 300 troops"."""
    before = reading.tokens[max(0, count.first - 1) : count.first]
    return next((t for t in before if t.upos in CLAUSE_UPOS and verb_class(t) not in (None, "never")), None)


def _verb_above(reading: Reading, token: Token) -> Token | None:
    """Return the verb of the clause, or the participle that hangs on the noun itself."""
    for clause in reading.children(token, "acl"):
        if verb_class(clause):
            return clause
    for above in reading.ancestors(token):
        if above.upos in CLAUSE_UPOS:
            lower = reading.child(above, "xcomp")
            return lower if lower is not None and verb_class(above) is None and verb_class(lower) else above
    return None


def _main_verb(reading: Reading, unit: Token) -> Token | None:
    """Return the verb that the unit is subject or object of, whatever clause hangs on the unit itself."""
    above = reading.head(unit)
    return above if above is not None and unit.deprel.partition(":")[0] in ("nsubj", "obj") else None


def _is_refused(reading: Reading, unit: Token) -> bool:
    """Say whether they are asked for in vain ("rejected a request to send 1,000") or dead ("bodies of ten")."""
    above = [t.lemma.lower() for t, _ in zip(reading.ancestors(unit), range(4), strict=False)]
    return not words("verbs", "refuse").isdisjoint(above) or above[:1] == ["body"] or above[:1] == ["coffin"]


def verb_class(verb: Token | None) -> str | None:
    """Return what a verb does with a strength: send, have, withdraw, grow, shrink, authorise, never."""
    if verb is None:
        return None
    lemma = verb.lemma.lower()
    if lemma in words("verbs", "never"):
        return "never"
    return next(
        (kind for kind in ("withdraw", "send", "grow", "shrink", "authorise", "have") if lemma in words("verbs", kind)),
        None,
    )


def _noun_class(reading: Reading, unit: Token) -> str | None:
    """Return the class by the noun above ("deployment of 300 troops") or by "N troops in PLACE"."""
    nouns = {
        "deployment": "send",
        "dispatch": "send",
        "arrival": "send",
        "withdrawal": "withdraw",
        "pullout": "withdraw",
        "reduction": "shrink",
        "increase": "grow",
        "contingent": "have",
        "force": "have",
        "mission": "have",
        "garrison": "have",
        "presence": "have",
    }
    above = next((nouns[t.lemma.lower()] for t in reading.ancestors(unit) if t.lemma.lower() in nouns), None)
    located = (
        any(t.deprel in ("nmod", "advmod", "acl") for t in reading.children(unit))
        and reading.child(unit, "nmod", "advmod") is not None
    )
    return above or (
        "have"
        if located and unit.lemma.lower() in ("troop", "soldier", "marine", "peacekeeper", "force", "troops")
        else None
    )

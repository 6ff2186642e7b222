"""Whether a strength is there, was there, is planned or is allowed."""

from tidings.facts.forces.strengths import Strength, is_located
from tidings.facts.forces.words import words
from tidings.facts.scene import Scene
from tidings.model.force import ForceStatus
from tidings.model.reading import Reading, Token

LONGEST_CHAIN = 3
FUTURE = frozenset({"will", "would", "shall", "’ll", "'ll", "could", "may", "might", "can", "should", "must"})


def find_status(scene: Scene, strength: Strength) -> tuple[ForceStatus, str]:
    """Return the status and the words that decided it."""
    reading, verb = scene.reading, strength.verb
    standing = _standing(reading, strength)
    if standing is not None:
        return standing
    planned = _planned(reading, strength)
    if strength.verb_class == "authorise":
        return ForceStatus.AUTHORISED, f"“{verb.text}” allows it" if verb else "it is allowed"
    if planned:
        return ForceStatus.PLANNED, planned
    past = _past(scene, strength)
    if past:
        return ForceStatus.PAST, past
    if strength.verb_class == "withdraw":
        return ForceStatus.PAST, "they have left"
    return ForceStatus.CURRENT, "stated as present"


def _standing(reading: Reading, strength: Strength) -> tuple[ForceStatus, str] | None:
    """Read what the phrase itself says: they are there already, or the number is a target."""
    if strength.rule != "raised-to" and is_located(reading, strength.token):
        return ForceStatus.CURRENT, "the phrase puts them there"
    after = reading.tokens[strength.token.index + 1 : strength.token.index + 3]
    cue = next((t for t in after if t.lower in ("already", "currently", "now")), None)
    if cue is not None and strength.rule == "counted-unit":
        return ForceStatus.CURRENT, f"“{cue.text}”"
    before = reading.tokens[max(0, strength.token.index - 3) : strength.token.index]
    if _has_now(reading, strength):
        return ForceStatus.CURRENT, "“has” stands right before the number"
    target = next((t for t in before if t.lower == "target"), None)
    return (ForceStatus.PLANNED, "a target") if target is not None and strength.rule == "bare-number" else None


def _has_now(reading: Reading, strength: Strength) -> bool:
    """Say whether a plain "has" stands before the number, whatever the parser hangs the unit on."""
    first = reading.tokens_in(strength.span)[0].index
    *_, two, one, verb = (None, None, None, *reading.tokens[max(0, first - 3) : first])
    if verb is None or verb.lower not in ("has", "have"):
        return False
    return not any(t is not None and (t.lower in FUTURE or t.lower == "to") for t in (two, one))


def _planned(reading: Reading, strength: Strength) -> str | None:
    """Return why a strength is only planned: a modal, an infinitive under a plan, a plan noun."""
    verb = strength.verb
    if strength.rule == "raised-to" and verb and any(t.lower == "to" for t in reading.children(verb, "mark")):
        return f"“to {verb.text}” is still to come"
    for word in (strength.token, *_chain(reading, strength)):
        for aux in reading.children(word, "aux", "mark"):
            if aux.lower in FUTURE:
                return f"“{aux.text} {word.text}” is still to come"
        above = reading.head(word)
        if _is_to_come(reading, word, above):
            return f"“to {word.text}” is still to come"
        plans = words("verbs", "plan") | words("plan_nouns", "nouns")
        if (
            above is not None
            and above.lemma.lower() in plans
            and (word.deprel in ("xcomp", "ccomp", "acl", "nmod", "obj", "advcl") or _is_called_for(reading, word))
            and _is_open(reading, word)
        ):
            return f"“{above.text}” makes it a plan"
        if word.lemma.lower() in ("target", "pledge", "proposal"):
            return f"“{word.text}” makes it a plan"
    return None


def _is_called_for(reading: Reading, word: Token) -> bool:
    """Say whether a noun stands behind "for": "calling for the deployment of 20,000 peacekeepers"."""
    return word.deprel.startswith("obl") and any(t.lower == "for" for t in reading.children(word, "case"))


def _is_to_come(reading: Reading, word: Token, above: Token | None) -> bool:
    """Read "are to arrive", whether the parser takes "are" for the verb or for its auxiliary."""
    marked = any(t.lower == "to" for t in reading.children(word, "mark"))
    has_be = any(t.lemma.lower() == "be" for t in reading.children(word, "aux"))
    under_be = above is not None and above.lemma.lower() == "be" and word.deprel == "xcomp"
    return marked and (has_be or under_be)


def _is_open(reading: Reading, word: Token) -> bool:
    """Say whether a clause is an infinitive or a noun: what is planned, not what is reported."""
    return word.upos == "NOUN" or any(t.lower == "to" for t in reading.children(word, "mark"))


def _chain(reading: Reading, strength: Strength) -> tuple[Token, ...]:
    """Return the words from the unit up to its verb: what lies above speaks of something else."""
    found: list[Token] = []
    for above in reading.ancestors(strength.token):
        found.append(above)
        if above.upos == "VERB" or len(found) == LONGEST_CHAIN:
            break
    return tuple(found) if strength.verb is None or strength.verb in found else (strength.verb, *found)


def _past(scene: Scene, strength: Strength) -> str | None:
    reading, verb = scene.reading, strength.verb
    sentence = reading.sentence_of(strength.token)
    said = scene.text[sentence.start : sentence.end].lower()
    padded = f" {' '.join(said.split())} "
    if verb is not None and any(aux.lower in ("had", "’d", "'d") for aux in reading.children(verb, "aux")):
        return "past perfect"
    if any(f" {cue} " in padded for cue in words("current", "cues")):
        return None
    cue = next((c for c in sorted(words("past", "cues")) if f" {c} " in padded), None)
    if cue is not None:
        return f"“{cue}”"
    return "past tense of having" if verb is not None and _was(reading, verb, strength) else None


def _was(reading: Reading, verb: Token, strength: Strength) -> bool:
    """Say whether the verb says that they were there: "had 5,000 troops", "were stationed"."""
    if strength.verb_class != "have":
        return False
    return verb.lower in ("had", "numbered", "kept", "was", "were", "maintained") or any(
        a.lower in ("was", "were") for a in reading.children(verb, "aux", "cop")
    )

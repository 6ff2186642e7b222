"""Recall: whether an event is told as something earlier than the news of the report."""

from datetime import date
from itertools import pairwise

from tidings.facts.events.arguments import case_of
from tidings.facts.events.cues import Told, words
from tidings.facts.events.triggers import Trigger
from tidings.facts.scene import Scene
from tidings.model.event import Status
from tidings.model.reading import Reading, Token
from tidings.model.when import When
from tidings.resources import load_table

_REACH = 6
_LINKS = frozenset({"for", "to", "of", "by"})


def is_recalled(scene: Scene, trigger: Trigger, when: When | None) -> str:
    """Return why an event is one that the report recalls, "" if it is not."""
    if when is not None and when.to is not None:
        return _by_date(scene, when)
    return _by_phrase(scene, trigger.token)


def is_prior(reading: Reading, trigger: Trigger) -> bool:
    """Say whether an event is told as what came before another ("after", "in retaliation for")."""
    case, head = case_of(reading, trigger.token), reading.head(trigger.token)
    if case in words("prior", "cases") or any(
        c.lower in words("prior", "cases") for c in reading.children(trigger.token, "mark")
    ):
        return True
    near = [t.lower for t in reading.tokens[max(0, trigger.token.index - _REACH) : trigger.token.index]]
    is_reason = any(word in words("prior", "reasons") and after in _LINKS for word, after in pairwise(near))
    if is_reason or head is None:
        return is_reason
    is_result = trigger.token.deprel in {"obj", "nsubj:pass"} and head.lemma.lower() in words("prior", "causing")
    return head.lemma.lower() in words("prior", "reasons") and not is_result


def is_onset(reading: Reading, trigger: Trigger) -> bool:
    """Say whether a time is when a fight began that goes on: "since the war broke out in March 2003"."""
    verb = reading.head(trigger.token)
    if verb is None or not trigger.token.deprel.startswith("nsubj") or verb.lemma.lower() not in words("onset"):
        return False
    return any(c.lower == "since" for c in reading.children(verb, "mark", "case"))


def is_to_come(scene: Scene, when: When) -> bool:
    """Say whether a time begins only after the story was written."""
    return bool(when.from_ and scene.written.to and when.from_ > scene.written.to)


def is_refusal(trigger: Trigger, told: Told) -> bool:
    """Say whether a favour that will not be done is a refusal: "will not grant asylum"."""
    if trigger.is_noun or trigger.pattern.type not in {"CONCEDE", "AID"} or told.status is not Status.DENIED:
        return False
    return bool(trigger.arguments.subjects) and "governs" not in told.why


def _by_date(scene: Scene, when: When) -> str:
    written = scene.written.from_
    if written is None or when.to is None:
        return ""
    days = (date.fromisoformat(written) - date.fromisoformat(when.to)).days
    limit = int(load_table("event_status.toml")["background"]["days"])
    return f"{days} days before the day of writing" if days > limit else ""


def _by_phrase(scene: Scene, token: Token) -> str:
    """Look for a phrase such as "last year" in what depends on the event word."""
    said = scene.text[
        min(t.start for t in scene.reading.subtree(token)) : max(t.end for t in scene.reading.subtree(token))
    ].lower()
    found = next((phrase for phrase in sorted(words("recalled", "phrases")) if phrase in said), "")
    return f"“{found}” goes with it" if found else ""

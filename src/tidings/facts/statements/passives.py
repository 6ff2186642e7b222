"""Cues whose subject does not speak: who is accused or asked, and what seems; "by" names who speaks."""

from collections.abc import Sequence
from dataclasses import replace

from tidings.facts.statements.drafts import Draft, joined, trimmed
from tidings.facts.statements.grammar import noun_phrase
from tidings.facts.statements.lexicon import words
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

_BEING = frozenset({"be", "get"})
#: "He's sought" is read as well as "he is" as "he has".
_HAS_OR_IS = frozenset({"'s", "’s"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "X"})


def turned(reading: Reading, draft: Draft) -> Draft:
    """Return a draft whose cue is passive with the agent as its speaker, or with none.

    Who stands before "was accused of" is part of what is said; who is asked is only asked.
    """
    verb = _passive(reading, draft.cue)
    if draft.cue is None or verb is None:
        return draft
    contents = draft.contents
    about = draft.source if draft.source is not None and draft.source.end <= draft.cue.start else None
    about = about or _subject(reading, draft, verb)
    if about is not None and verb.lemma.lower() not in words("cues", "only_asked"):
        contents = joined(reading.text, (about, *contents))
    agent = _agent(reading, draft.cue)
    kept = _without_agent(reading, contents, agent) if agent is not None else contents
    return replace(draft, source=agent, contents=kept) if kept else draft


def _subject(reading: Reading, draft: Draft, verb: Token) -> Span | None:
    """Return the subject of a passive cue that stands before it and is in no content yet."""
    subject = reading.child(verb, "nsubj:pass")
    if subject is None or draft.cue is None or subject.index > verb.index or draft.covers(subject):
        return None
    phrase = noun_phrase(reading, subject, without=("parataxis",))
    return None if phrase.end > draft.cue.start or draft.touches(phrase) else phrase


def _passive(reading: Reading, cue: Span | None) -> Token | None:
    """Return the verb of a cue that says what is said to or of its subject: "was accused", "Asked about".

    Who "seemed to think" something thinks it.
    """
    inside = reading.tokens_in(cue) if cue is not None else ()
    for number, token in enumerate(inside):
        if token.lemma.lower() in words("cues", "seeming") and token.upos != "NOUN":
            return None if any(t.upos == "VERB" for t in inside[number + 1 :]) else token
        if token.lemma.lower() not in words("cues", "said_of_subject") or token.lower == token.lemma.lower():
            continue
        if token.lower.endswith("ing"):
            continue
        if any(t.lemma.lower() in _BEING or t.deprel == "aux:pass" for t in inside[:number]):
            return token
        if token.index == reading.sentence_of(token).first or _is_when(reading, inside[0]):
            return token
    return next((t for t in inside if _is_said_of(reading, t)), None)


def _is_said_of(reading: Reading, token: Token) -> bool:
    """Say whether grammar makes a word passive that tells no feeling or words of its subject: "were dubbed"."""
    relations = {c.deprel for c in reading.children(token) if c.lower not in _HAS_OR_IS}
    is_passive = token.upos == "VERB" and {"nsubj:pass", "aux:pass"} <= relations
    return is_passive and token.lemma.lower() not in words("cues", "felt") | words("cues", "quoting")


def _is_when(reading: Reading, first: Token) -> bool:
    """Say whether "when" stands right before a cue: "When asked"."""
    return first.index > 0 and reading.tokens[first.index - 1].lower in {"when", "if", "though"}


def _agent(reading: Reading, cue: Span) -> Span | None:
    """Return the phrase behind "by", in the cue's last place or right behind it."""
    behind = reading.tokens_in(Span(cue.end, reading.sentence_of(reading.tokens_in(cue)[-1]).end))
    last = reading.tokens_in(cue)[-1]
    by = last if last.lower == "by" else behind[0] if behind and behind[0].lower == "by" else None
    if by is None:
        return None
    head = next((a for a in reading.ancestors(by) if a.upos in _NAMING and a.index > by.index), None)
    if head is None:
        return None
    found = noun_phrase(reading, head, without=("case", "acl", "parataxis", "advcl"))
    return found if found.start > by.start else None


def _without_agent(reading: Reading, contents: Sequence[Span], agent: Span) -> tuple[Span, ...]:
    """Return contents without the "by" phrase that they begin with."""
    kept = []
    for piece in contents:
        if not piece.overlaps(agent):
            kept.append(piece)
            continue
        rest = trimmed(reading.text, Span(agent.end, piece.end)) if piece.end > agent.end else None
        kept += [rest] if rest is not None else []
    return tuple(kept)

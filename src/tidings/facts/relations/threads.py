"""Threads of a report: what was promised or begun, and is to be followed up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidings.facts.relations.activities import find_activities, goes_on_behind, kind_of_noun
from tidings.facts.relations.promises import find_promises
from tidings.facts.relations.subjects import doer_of
from tidings.facts.scene import Scene
from tidings.facts.statements.cover import REPORT, source_of, statements_with
from tidings.facts.times.attach import find_when
from tidings.model.event import Event, Status
from tidings.model.reading import Reading, Token
from tidings.model.relation import Thread, ThreadKind, ThreadStatus
from tidings.model.report import ZoneKind
from tidings.model.span import Span
from tidings.model.statement import Act, Statement
from tidings.model.when import Interval

_ZONES = frozenset({ZoneKind.BODY, ZoneKind.HEADLINE})
#: What is denied, asked for or declined is no thread.
_NO_THREAD = frozenset({Act.DENY, Act.REQUEST, Act.DECLINE, Act.NOT_CONFIRM})
#: What an investigation or a promise of consequences is about.
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", None})
#: "a full and open inquiry": so many words before the noun.
_NEAR = 6
_FURTHEST = (ThreadStatus.PROMISED, ThreadStatus.UNDER_WAY, ThreadStatus.DONE)


def find_threads(scene: Scene, statements: Sequence[Statement], events: Sequence[Event]) -> tuple[Thread, ...]:
    """Return the threads in text order, each once."""
    found: list[Thread] = []
    for thread in _all(scene, statements, events):
        known = next((other for other in found if _is_same(thread, other)), None)
        if known is None:
            found.append(thread)
        else:
            found[found.index(known)] = _merged(known, thread)
    return tuple(sorted(found, key=_start))


def _all(scene: Scene, statements: Sequence[Statement], events: Sequence[Event]) -> Iterator[Thread]:
    for token in scene.reading.tokens:
        if token.upos not in {"VERB", "NOUN", "PROPN", "ADJ"} or scene.zone_at(token.start) not in _ZONES:
            continue
        for activity, status, anchor, why in find_activities(scene.reading, token):
            yield from _thread(scene, statements, events, (activity.kind, status, anchor, token, why))
        yield from _begun_in_content(scene, statements, events, token)
        for kind, status, anchor, why in find_promises(scene.reading, token):
            yield from _thread(scene, statements, events, (kind, status, anchor, token, why))


def _begun_in_content(
    scene: Scene, statements: Sequence[Statement], events: Sequence[Event], token: Token
) -> Iterator[Thread]:
    """Yield the activity that begins a content: "pledging a full inquiry", "say talks with them continue"."""
    kind = kind_of_noun(token)
    if kind is None:
        return
    for statement in statements_with(statements, token):
        first = statement.content[0]
        if not first.covers(token):
            continue
        between = scene.reading.tokens_in(Span(first.start, token.end))
        if len(between) > _NEAR or any(t.upos in {"VERB", "AUX"} for t in between):
            continue
        if statement.act is Act.PROMISE:
            found = (kind, ThreadStatus.PROMISED, token, token, f"“{token.text}” is promised")
            yield from _thread(scene, statements, events, found)
        elif goes_on_behind(scene.reading, token):
            found = (kind, ThreadStatus.UNDER_WAY, token, token, f"“{token.text}” go on")
            yield from _thread(scene, statements, events, found)


def _thread(
    scene: Scene,
    statements: Sequence[Statement],
    events: Sequence[Event],
    found: tuple[ThreadKind, ThreadStatus, Token, Token, str],
) -> Iterator[Thread]:
    kind, status, anchor, word, why = found
    source = source_of(statements, word.span)
    statement = next((s for s in statements if s.id == source), None)
    if statement is not None and statement.act in _NO_THREAD:
        return
    span = _span(scene.reading, anchor, word)
    yield Thread(
        kind=kind,
        by=doer_of(scene, anchor, word, statement),
        about=_about(scene, kind, span, word, events),
        status=status,
        when=_when(scene, anchor, statement),
        span=span,
        source=source if statement is not None else REPORT,
        why=why,
        rule=f"thread-{kind.value}",
    )


def _span(reading: Reading, anchor: Token, word: Token) -> Span:
    """Return the clause of the anchor without its subject."""
    subject = reading.child(anchor, "nsubj")
    apart = {t.index for t in reading.subtree(subject)} if subject is not None and subject is not word else set()
    inside = [
        t for t in reading.subtree(anchor, without=("parataxis", "conj")) if t.index not in apart and t.upos != "PUNCT"
    ]
    near = [t for t in inside if t.sentence == anchor.sentence] or [anchor]
    return Span(min(near[0].start, word.start), max(near[-1].end, word.end))


def _about(scene: Scene, kind: ThreadKind, span: Span, word: Token, events: Sequence[Event]) -> str | None:
    """Return the event that a thread is about: one told in its words, else the last deed told before."""
    if kind in {ThreadKind.NEGOTIATION, ThreadKind.DEPLOYMENT_PLANNED}:
        return None
    deeds = [e for e in events if e.type in _DEEDS and e.status not in {Status.DENIED, Status.PROMISED, Status.PLANNED}]
    inside = [e for e in deeds if any(m.overlaps(span) for m in e.mentions)]
    if inside:
        return _prominent(inside).id
    sentence = scene.reading.sentence_of(word).span
    near = [e for e in deeds if any(m.overlaps(sentence) for m in e.mentions)]
    earlier = [e for e in deeds if any(m.start < word.start for m in e.mentions)]
    pool = near or [e for e in earlier if e.type == "ASSAULT"] or earlier
    return _prominent(pool).id if pool else None


def _prominent(events: Sequence[Event]) -> Event:
    """Return the event told most often, the first of several."""
    return max(events, key=_weight)


def _weight(event: Event) -> tuple[int, int]:
    return len(event.mentions) + len(event.casualties), -event.trigger.start


def _when(scene: Scene, anchor: Token, statement: Statement | None) -> Interval | None:
    when = find_when(scene, anchor)
    if when is not None and when.from_ is not None:
        return Interval(from_=when.from_, to=when.to)
    return statement.when if statement is not None else None


def _is_same(one: Thread, other: Thread) -> bool:
    """Say whether two threads are one told twice."""
    if one.kind is not other.kind or one.kind in {ThreadKind.DEPLOYMENT_PLANNED, ThreadKind.OTHER}:
        return False
    return _agree(one.by, other.by) and _agree(one.about, other.about)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _merged(known: Thread, again: Thread) -> Thread:
    """Return one thread of two: what the first leaves open from the second, the furthest status."""
    further = max(known.status, again.status, key=_FURTHEST.index)
    return replace(known, by=known.by or again.by, about=known.about or again.about, status=further)


def _start(thread: Thread) -> int:
    return thread.span.start

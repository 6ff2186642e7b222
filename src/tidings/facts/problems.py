"""Problems that show only when the facts are there."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from tidings.facts.places.borrow import is_placed
from tidings.facts.scene import Scene
from tidings.model.event import Casualties, Event
from tidings.model.place import Place
from tidings.model.problem import Problem
from tidings.model.reading import Token
from tidings.model.span import Span
from tidings.resources import load_table

_FEW = 4
_LONGEST_GAP = 2


def find_problems(scene: Scene, events: Sequence[Event]) -> tuple[Problem, ...]:
    """Return what looks wrong: repeated words, unresolved places, conflicting figures."""
    return (*_repeated_words(scene), *_unresolved_places(scene), *_conflicting_figures(scene, events))


def _repeated_words(scene: Scene) -> Iterator[Problem]:
    """Yield words written twice in a row, except where grammar or a name wants them twice."""
    for first, second in pairwise(scene.reading.tokens):
        if first.lower == second.lower and first.sentence == second.sentence and _is_slip(scene, first, second):
            span = Span(first.start, second.end)
            yield Problem(
                kind="repeated-word",
                message=f"The word “{first.text}” stands twice in a row: “{span.of(scene.text)}”.",
                spans=(span,),
            )


def _is_slip(scene: Scene, first: Token, second: Token) -> bool:
    between = scene.text[first.end : second.start]
    if not between or between.strip() or len(between) > _LONGEST_GAP or not re.search(r"[^\W\d_]", first.text):
        return False
    if first.lower in _twice_in_order() or _is_initial(first) or (second.text.isupper() and not first.text.isupper()):
        return False
    return not (first.text[0].isupper() and _is_name(scene, first, second))


def _is_initial(token: Token) -> bool:
    return len(token.text.strip(".")) == 1 and token.text[0].isupper() and token.lower not in {"a", "i"}


def _is_name(scene: Scene, first: Token, second: Token) -> bool:
    """Say whether the pair is a name that is doubled by nature ("Bora Bora"): a name, and no title before one."""
    if first.lower.rstrip(".") in _doubled_titles() or first.upos in {"DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ"}:
        return False
    following = scene.reading.tokens[second.index + 1 : second.index + 2]
    goes_on = bool(following) and following[0].upos == "PROPN" and following[0].sentence == first.sentence
    return first.upos == "PROPN" and not (first.text.endswith(".") and goes_on)


def _unresolved_places(scene: Scene) -> Iterator[Problem]:
    """Yield one problem for all place names that no gazetteer entry fits, whose point is at most a likely one."""
    guessed = [p for p in scene.places if p.lat is not None and p.precision != "country" and not is_placed(p)]
    lost = [place for place in scene.places if place.score == 0 or place in guessed]
    if lost:
        names = list(dict.fromkeys(_name(place) for place in lost))
        more = " and others" if len(names) > _FEW else ""
        message = f"Places that could not be found: {', '.join(names[:_FEW])}{more}."
        yield Problem(kind="unresolved-place", message=message, spans=tuple(place.span for place in lost))


def _name(place: Place) -> str:
    return f"“{place.name}”"


def _conflicting_figures(scene: Scene, events: Sequence[Event]) -> Iterator[Problem]:
    """Yield events of which the report gives two totals of one harm that cannot both be right."""
    for event in events:
        totals = [c for c in event.casualties if c.part_of is None]
        for first, second in combinations(totals, 2):
            if first.harm is second.harm and first.source != second.source and not _may_agree(first, second):
                figures = f"{_quoted(scene, first)} and {_quoted(scene, second)}"
                yield Problem(
                    kind="conflicting-figures",
                    message=f"Two figures for {first.harm.value} in one event: {figures}.",
                    spans=(first.span, second.span),
                )


def _quoted(scene: Scene, figure: Casualties) -> str:
    return f"“{figure.span.of(scene.text)}”"


def _may_agree(first: Casualties, second: Casualties) -> bool:
    """Say whether one number could satisfy both bounds; other kinds of victim are other people."""
    if first.victim is not second.victim or (first.who and second.who and first.who != second.who):
        return True
    low = max(first.at_least or 0, second.at_least or 0)
    tops = [c.at_most for c in (first, second) if c.at_most is not None]
    return not tops or low <= min(tops) or (first.approximate and second.approximate)


@cache
def _twice_in_order() -> frozenset[str]:
    return frozenset(load_table("problems.toml")["repeated"]["allowed"])


@cache
def _doubled_titles() -> frozenset[str]:
    return frozenset(load_table("problems.toml")["repeated"]["titles"])

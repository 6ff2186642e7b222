"""Statements in plain words, each speaker once."""

from collections.abc import Iterable, Iterator

from tidings.model.statement import Speaker, Statement
from tidings.views.dates import write_short
from tidings.views.names import Names
from tidings.views.page import Line
from tidings.views.words import ACTS


def describe_statements(statements: Iterable[Statement], names: Names) -> Iterator[Line]:
    """Yield a line for each speaker, in the order of first words, with what was said below."""
    spoken: dict[str, list[Statement]] = {}
    for statement in statements:
        spoken.setdefault(_key(statement.speaker, names), []).append(statement)
    for said in spoken.values():
        speaker = max((s.speaker for s in said), key=lambda speaker: len(names.speaker_in_full(speaker)[1]))
        name, capacity = names.speaker_in_full(speaker)
        lines = tuple(_describe(statement, names) for statement in said)
        yield Line(text=name[:1].upper() + name[1:], aside=capacity, below=lines)


def _key(speaker: Speaker | None, names: Names) -> str:
    return (speaker.entity if speaker else None) or names.speaker(speaker).casefold()


def _describe(statement: Statement, names: Names) -> Line:
    within = next((outer for outer in names.record.statements if outer.id == statement.within), None)
    cue = (statement.cue,) if statement.cue else ()
    told = f"told by {names.speaker(within.speaker)}" if within else ""
    when = write_short(statement.when.from_, statement.when.to) if statement.when else ""
    return Line(
        text=ACTS[statement.act],
        aside=", ".join(filter(None, [when, told])),
        evidence=statement.content or cue,
        why=statement.why,
        id=statement.id,
    )

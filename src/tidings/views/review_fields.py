"""The fields of an item that a coder may correct: what was extracted, what the coder made of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tidings.model.event import Casualties, Event, Harm, Status, Victim
from tidings.model.record import Record, plain
from tidings.model.span import Span
from tidings.views.words import EVENTS

TYPES = tuple(sorted({type_ for type_, _ in EVENTS if type_}))
MODES = tuple(sorted({mode for _, mode in EVENTS if mode}))


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field in the form: its name there is `item` and `path`, "v1 when.from".

    `kind` is text, choice, day, number or span; `extracted` and `value` are what a form holds:
    "" is unknown, a span is "start-end".
    """

    item: str
    path: str
    label: str
    kind: str
    extracted: str
    value: str
    choices: tuple[str, ...] = ()
    words: str = ""

    @property
    def name(self) -> str:
        """Return the field's name in the form."""
        return f"{self.item} {self.path}"

    @property
    def is_changed(self) -> bool:
        """Say whether the coder put another value."""
        return self.value != self.extracted


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGroup:
    """Fields of one thing: the event, its day, its place, one casualty entry."""

    title: str
    rows: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """The same thing as it was read and as the coder left it."""

    item: str
    read: Mapping[str, Any]
    made: Mapping[str, Any]
    text: str

    def row(self, path: str, label: str, kind: str = "text", choices: tuple[str, ...] = ()) -> FieldRow:
        value = to_form(_at(self.made, path))
        return FieldRow(
            item=self.item,
            path="span" if path == "trigger" else path,
            label=label,
            kind=kind,
            extracted=to_form(_at(self.read, path)),
            value=value,
            choices=choices,
            words=words_of(value, self.text) if kind == "span" else "",
        )


def find_fields(read: Event, made: Event, record: Record) -> tuple[FieldGroup, ...]:
    """Return the form of an event, `made` being the event with a coder's corrections."""
    pair = _Pair(read.id, plain(read), plain(made), record.report.text)
    return (
        FieldGroup(title="What", rows=tuple(_what(pair))),
        FieldGroup(title="When and where", rows=tuple(_when_and_where(pair))),
        *(_harm(read.id, one, _same(one, made), record) for one in read.casualties),
    )


def _what(pair: _Pair) -> Iterator[FieldRow]:
    yield pair.row("type", "type", "choice", ("", *TYPES))
    yield pair.row("mode", "mode", "choice", ("", *MODES))
    yield pair.row("status", "status", "choice", tuple(Status))
    yield pair.row("trigger", "words", "span")


def _when_and_where(pair: _Pair) -> Iterator[FieldRow]:
    yield pair.row("when.from", "from", "day")
    yield pair.row("when.to", "to", "day")
    yield pair.row("where.name", "place")
    yield pair.row("where.country", "country")


def _harm(event: str, read: Casualties, made: Casualties, record: Record) -> FieldGroup:
    pair = _Pair(f"{event}.{read.id}", plain(read), plain(made), record.report.text)
    rows = (
        pair.row("harm", "harm", "choice", tuple(Harm)),
        pair.row("at_least", "at least", "number"),
        pair.row("at_most", "at most", "number"),
        pair.row("victim", "kind of victim", "choice", tuple(Victim)),
        pair.row("who", "who"),
        pair.row("span", "words", "span"),
    )
    return FieldGroup(title=f"People {read.harm.value}" + (" (of those above)" if read.part_of else ""), rows=rows)


def _same(one: Casualties, made: Event) -> Casualties:
    return next((other for other in made.casualties if other.id == one.id), one)


def _at(value: Mapping[str, Any], path: str) -> Any:  # noqa: ANN401 - JSON has no narrower type
    found: Any = value
    for step in path.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def to_form(value: object) -> str:
    """Return a JSON value as a form holds it.

    >>> to_form([3, 9]), to_form(None), to_form(12)
    ('3-9', '', '12')
    """
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "-".join(map(str, value))
    return str(value)


def from_form(kind: str, value: str) -> str:
    """Return what a form holds as the JSON of a correction.

    >>> from_form("number", "12"), from_form("span", "3-9"), from_form("text", "")
    ('12', '[3, 9]', 'null')

    Raises:
        ValueError: when it is no number or no span.
    """
    value = value.strip()
    if not value:
        return "null"
    if kind == "number":
        return json.dumps(int(value))
    if kind == "span":
        start, _, end = value.partition("-")
        return json.dumps([int(start), int(end)])
    return json.dumps(value, ensure_ascii=False)


def as_json(value: str) -> str:
    """Return a form's value as JSON: as it is if it is JSON already, else as a string.

    >>> as_json("12"), as_json("holds"), as_json('"holds"')
    ('12', '"holds"', '"holds"')
    """
    try:
        json.loads(value)
    except ValueError:
        return json.dumps(value, ensure_ascii=False)
    return value


def words_of(value: str, text: str) -> str:
    """Return the words of a span as a form holds it."""
    start, _, end = value.partition("-")
    return Span(int(start), int(end)).of(text) if start.isdigit() and end.isdigit() else ""

"""The page of one report: what a reader sees, without how it is drawn."""

from dataclasses import dataclass

from tidings.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line in plain words, with the stretches of text that it rests on and the lines that belong below it.

    `aside` is said more quietly than `text`; `why` is the reason that the record gives; `id` is the
    item's id in the record, below another line within that one; "" where a line is no single item.
    """

    text: str
    aside: str = ""
    evidence: tuple[Span, ...] = ()
    why: str = ""
    id: str = ""
    below: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled list of lines; `key` names the kind of evidence in it, `nothing` stands where there are none."""

    key: str
    title: str
    lines: tuple[Line, ...]
    nothing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """One report for a person: a heading, what is known of the report itself, and the sections."""

    heading: str
    about: tuple[Line, ...]
    sections: tuple[Section, ...]
    text: str

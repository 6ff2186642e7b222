"""The page of a report in a notebook: one piece of HTML that needs nothing else.

Colours are see-through, so that the page can be read on a light and on a dark ground.
"""

from html import escape

from tidings.model.record import Record
from tidings.views.build import page_of
from tidings.views.evidence import Piece, cut_at_marks, find_marks
from tidings.views.page import Line, ReportPage, Section
from tidings.views.quote import quote

#: Red, green and blue of a section's marks, by its key.
COLOURS: dict[str, str] = {
    "event": "220, 60, 50",
    "statement": "20, 150, 170",
    "plan": "70, 110, 230",
    "force": "70, 110, 230",
    "recalled": "140, 140, 140",
    "open": "215, 150, 0",
    "problem": "190, 70, 190",
}
#: Where marks lie over each other the first of these is seen.
FIRST_SEEN = ("problem", "event", "force", "plan", "open", "recalled", "statement")
QUOTE_ROOM = 90

_BODY = "max-width: 76em; line-height: 1.45; font-family: system-ui, sans-serif; color: inherit"
_QUIET = "opacity: 0.65"
_TEXT = "white-space: pre-wrap; border-left: 3px solid rgba(128, 128, 128, 0.4); padding: 0.2em 0 0.2em 1em"


def to_html(record: Record) -> str:
    """Return a record as HTML: the sections with the words they rest on, then the text with its evidence marked."""
    page = page_of(record)
    parts = [f'<div style="{_BODY}">', _heading(page)]
    parts += [_section(section, page.text) for section in page.sections if section.lines]
    parts.append(_marked_text(page))
    parts.append("</div>")
    return "\n".join(parts)


def _heading(page: ReportPage) -> str:
    about = "<br>".join(": ".join(filter(None, [line.text, line.aside])) for line in map(_escaped, page.about))
    return f'<h3 style="margin: 0.2em 0">{escape(page.heading)}</h3>\n<div style="{_QUIET}">{about}</div>'


def _section(section: Section, text: str) -> str:
    title = f'<h4 style="margin: 1em 0 0.2em; color: rgb({COLOURS[section.key]})">{escape(section.title)}</h4>'
    return f"{title}\n{_list(section.lines, text)}"


def _list(lines: tuple[Line, ...], text: str) -> str:
    items = "".join(f"<li{_title(line.why)}>{_line(line, text)}</li>" for line in lines)
    return f'<ul style="margin: 0; padding-left: 1.4em">{items}</ul>'


def _line(line: Line, text: str) -> str:
    safe = _escaped(line)
    parts = [f"<span>{safe.text}</span>"]
    if line.aside:
        parts.append(f'<span style="{_QUIET}">{safe.aside}</span>')
    if line.evidence:
        found = quote(text, line.evidence[0], QUOTE_ROOM)
        words = f"{escape(found.before)}<b>{escape(found.marked)}</b>{escape(found.after)}"
        parts.append(f'<span style="{_QUIET}; font-style: italic">“{words}”</span>')
    return " ".join(parts) + (_list(line.below, text) if line.below else "")


def _marked_text(page: ReportPage) -> str:
    pieces = "".join(_piece(piece) for piece in cut_at_marks(page.text, find_marks(page)))
    return (
        f'<details open style="margin-top: 1em"><summary>The report, its evidence marked</summary>\n'
        f'<div style="{_TEXT}">{pieces}</div></details>'
    )


def _piece(piece: Piece) -> str:
    words = escape(piece.text)
    if not piece.marks:
        return words
    key = min((mark.key for mark in piece.marks), key=FIRST_SEEN.index)
    says = "\n".join(dict.fromkeys(mark.says for mark in piece.marks))
    style = f"background: rgba({COLOURS[key]}, 0.22); color: inherit; border-radius: 2px"
    return f'<mark style="{style}"{_title(says)}>{words}</mark>'


def _title(words: str) -> str:
    return f' title="{escape(words)}"' if words else ""


def _escaped(line: Line) -> Line:
    return Line(text=escape(line.text), aside=escape(line.aside))

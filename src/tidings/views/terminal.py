"""The page of a report in a terminal: plain words left, the words they rest on right."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from tidings.model.record import Record
from tidings.views.build import page_of
from tidings.views.page import Line, ReportPage, Section
from tidings.views.quote import quote

#: Wider lines are hard to read.
WIDEST = 150
#: With less room a quotation goes on a line of its own.
NARROWEST_QUOTE = 34
#: So many lines of one section are shown; the record itself has all.
MOST_LINES = 30
#: So much of a line's width is left to plain words before quotations go below.
WIDEST_WORDS = 0.52
GAP = 2
INDENT = 2

#: Colours of a section's title, by its key.
COLOURS: dict[str, str] = {
    "event": "red",
    "statement": "cyan",
    "plan": "blue",
    "force": "blue",
    "recalled": "bright_black",
    "open": "yellow",
    "problem": "magenta",
}


def to_terminal(record: Record, *, is_first: bool = True) -> str:
    """Return a record as text for standard output, with colours if that is a terminal that has them."""
    console = Console(highlight=False, soft_wrap=True)
    width = min(console.width, WIDEST)
    with console.capture() as captured:
        if not is_first:
            console.print(Text("─" * width, style="bright_black"))
        for text in render(page_of(record), width):
            console.print(text)
    return captured.get()


def render(page: ReportPage, width: int) -> Iterator[Text]:
    """Yield the lines of a page, none wider than `width`."""
    yield Text()
    yield from _wrapped(Text(page.heading, style="bold"), width, 0)
    for line in page.about:
        yield from _wrapped(_words(line, separator=": "), width, 0)
    for section in page.sections:
        if section.lines or section.nothing:
            yield Text()
            yield from _section(section, page.text, width)
    yield Text()


def _section(section: Section, text: str, width: int) -> Iterator[Text]:
    if not section.lines:
        yield Text(section.nothing, style="dim")
        return
    yield Text(section.title.upper(), style=f"bold {COLOURS[section.key]}")
    rows = [row for line in section.lines for row in _rows(line, INDENT)]
    column = _column(rows, int(width * WIDEST_WORDS))
    for indent, row in rows[:MOST_LINES]:
        yield from _line(row, indent, text, (column, width))
    if len(rows) > MOST_LINES:
        yield Text(f"{' ' * INDENT}… and {len(rows) - MOST_LINES} more; --json has them all", style="dim")


def _column(rows: list[tuple[int, Line]], widest: int) -> int:
    """Return where quotations begin: behind the longest words that leave them room."""
    lengths = (indent + len(_words(row).plain) + GAP for indent, row in rows if row.evidence)
    return max((length for length in lengths if length <= widest), default=0)


def _rows(line: Line, indent: int) -> Iterator[tuple[int, Line]]:
    yield indent, line
    for below in line.below:
        yield from _rows(below, indent + 2)


def _line(line: Line, indent: int, text: str, measures: tuple[int, int]) -> Iterator[Text]:
    """Yield a line with its words beside it where they fit, else below it."""
    column, width = measures
    style = "bold" if indent == INDENT else ""
    lines = list(_wrapped(_words(line, style=style), width, indent))
    room = width - column
    if not line.evidence or _says_it_itself(line, text):
        yield from lines
    elif room >= NARROWEST_QUOTE and len(lines) == 1 and len(lines[0].plain) <= column - GAP:
        lines[0].pad_right(column - len(lines[0].plain))
        yield lines[0].append_text(_quoted(line, text, room))
    else:
        yield from lines
        yield Text(" " * (indent + 2)).append_text(_quoted(line, text, width - indent - 2))


def _says_it_itself(line: Line, text: str) -> bool:
    """Say whether a line quotes its words already, as problems do."""
    words = line.evidence[0].of(text)
    return f"“{words}”" in line.text


def _words(line: Line, separator: str = "  ", style: str = "") -> Text:
    words = Text().append(line.text, style=style)
    if line.aside:
        words.append((separator if line.text else "") + line.aside, style="dim")
    return words


def _wrapped(words: Text, width: int, indent: int) -> Iterator[Text]:
    console = Console(width=width)
    for number, part in enumerate(words.wrap(console, width - indent - 2)):
        part.rstrip()
        yield Text(" " * (indent if number == 0 else indent + 2)).append_text(part)


def _quoted(line: Line, text: str, room: int) -> Text:
    """Return the words of a line's first stretch of evidence, the evidence itself set off."""
    found = quote(text, line.evidence[0], room - 2)
    quoted = Text().append("“" + found.before, style="dim")
    quoted.append(found.marked, style="italic")
    quoted.append(found.after + "”", style="dim")
    return quoted

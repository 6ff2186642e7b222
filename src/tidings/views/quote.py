"""The words that a line rests on, shortened to the room there is."""

import re
from dataclasses import dataclass

from tidings.model.span import Span

ELLIPSIS = "…"
#: So far around the evidence its sentence is looked for.
REACH = 240

#: Quotation marks at the ends of the evidence are left out: the line has its own.
MARKS = '“”"„«» '

_BLANKS = re.compile(r"\s+")
#: Short forms with a full stop that does not end a sentence.
_SHORT_FORMS = (
    "Col",
    "Maj",
    "Gen",
    "Lt",
    "Capt",
    "Sgt",
    "Brig",
    "Adm",
    "Mr",
    "Ms",
    "Mrs",
    "Dr",
    "Gov",
    "Sen",
    "Rep",
    "St",
    "No",
)
_NOT_SHORT = "".join(rf"(?<!\b{form})" for form in _SHORT_FORMS) + r"(?<!\b[A-Z])(?<!\.[A-Z])"
_SENTENCE_END = re.compile(_NOT_SHORT + r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the report in three pieces; the middle one is the evidence itself."""

    before: str
    marked: str
    after: str

    def __str__(self) -> str:
        """Return the words in one piece."""
        return self.before + self.marked + self.after


def quote(text: str, span: Span, room: int) -> Quote:
    """Return the words of a span in one line of at most `room` characters, with as much of its sentence as fits."""
    marked = _flat(span.of(text)).strip(MARKS)
    if len(marked) >= room:
        return Quote("", _shorten_end(marked, room), "")
    before, after = _around(text, span)
    left = min(len(before), max((room - len(marked)) // 2, room - len(marked) - len(after)))
    before = _shorten_start(before, left)
    return Quote(before.lstrip(MARKS), marked, _shorten_end(after, room - len(marked) - len(before)))


def _around(text: str, span: Span) -> tuple[str, str]:
    """Return the rest of the sentence before and after a span."""
    before = text[max(0, span.start - REACH) : span.start]
    after = text[span.end : span.end + REACH]
    ends = [found.end() for found in _SENTENCE_END.finditer(before + text[span.start : span.start + 3])]
    start = max((end for end in ends if end <= len(before)), default=0)
    stop = _SENTENCE_END.search(after)
    return _flat(before[start:], keep="end"), _flat(after[: stop.start() + 1] if stop else after, keep="start")


def _flat(words: str, keep: str = "") -> str:
    """Return words on one line; a blank at the end or start is kept where evidence joins on."""
    flat = _BLANKS.sub(" ", words)
    if keep == "end":
        return flat.lstrip()
    return flat.rstrip() if keep == "start" else flat.strip()


def _shorten_end(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    if room < 1:
        return ""
    cut = words[: room - 1]
    end = cut.rfind(" ")
    return (cut[:end] if end > 0 else cut if room > len(ELLIPSIS) * 12 else "") + ELLIPSIS


def _shorten_start(words: str, room: int) -> str:
    if len(words) <= room:
        return words
    if room < 1:
        return ""
    cut = words[len(words) - room + 1 :]
    start = cut.find(" ")
    return ELLIPSIS + (cut[start + 1 :] if start >= 0 else "")

"""What a whole line is for: page date, boilerplate, credit or caption, by the patterns of `zones.toml`."""

import re
from functools import cache
from itertools import pairwise

from tidings.model.report import ZoneKind
from tidings.resources import load_table
from tidings.zones.dates import TIME_OF_DAY, date_words_pattern, full_date_pattern, label_pattern

LONGEST_MARK = 300
LONGEST_CREDIT = 160
LONGEST_DATE_LINE = 140
LONGEST_CAPTION_WORDS = 60
LONGEST_SCENE_WORDS = 22

Kind = tuple[ZoneKind, str]


def kind_of_line(line: str) -> Kind | None:
    """Return what a line is for by its own words, None for running text."""
    if len(line) <= LONGEST_DATE_LINE and is_page_date(line):
        return ZoneKind.PAGE_DATE, "a line that holds a date and nothing else"
    if len(line) <= LONGEST_CREDIT and is_credit(line):
        return ZoneKind.CREDIT, "names the maker of a picture"
    if len(line.split()) <= LONGEST_CAPTION_WORDS * 2 and _lines("caption").fullmatch(line):
        return ZoneKind.CAPTION, "opens or ends as a caption does"
    if len(line) <= LONGEST_MARK and _lines("boilerplate").fullmatch(line):
        return ZoneKind.BOILERPLATE, "a phrase of the page, not of the story"
    return None


def is_page_date(line: str) -> bool:
    """Say whether a line holds a date, perhaps with label, hour or author, and nothing else."""
    dated = bool(full_date_pattern().search(line))
    if not dated and not (label_pattern().match(line) and re.search(rf"{TIME_OF_DAY}|\bago\b", line, re.IGNORECASE)):
        return False
    rest = date_words_pattern().sub(" ", line)
    if dated and re.match(r"\s*by\s", line, re.IGNORECASE):
        rest = re.sub(r"\bby\b(?:\s+[A-Z][\w.’'-]*){1,5}", " ", rest, flags=re.IGNORECASE)
    return not re.search(r"[^\W\d_]", rest)


def is_credit(line: str) -> bool:
    """Say whether a line names who made a picture: "Name | Agency", "(Photo: X)", "Photo by X"."""
    if _lines("credit").fullmatch(line):
        return True
    parts = [part.strip(" ().").lower() for part in re.split(r"\s*[|/•·]\s*|\s+[-–—]\s+|\s+via\s+", line)]
    agencies = load_table("zones.toml")["credit"]["agencies"]
    return len(parts) > 1 and parts[-1] in agencies and not re.search(r"[.!?]\s+[a-z]", line)


def is_dated_picture(line: str) -> bool:
    """Say whether a line is one sentence that ends in a full date, as captions do."""
    if '"' in line or len(line.split()) > LONGEST_CAPTION_WORDS or _sentences(line) > 1:
        return False
    dates = list(full_date_pattern().finditer(line))
    return bool(dates) and not line[dates[-1].end() :].strip(' .)"”') and not _has(line, "reports")


def shows_a_scene(line: str) -> bool:
    """Say whether a line is one short sentence in the present tense on what can be seen."""
    if len(line.split()) > LONGEST_CAPTION_WORDS or re.search(r"[\"“”$%]", line) or _sentences(line) > 1:
        return False
    return _has(line, "shows") and not _has(line, "reports") and not _has(line, "past")


def is_live_scene(line: str) -> bool:
    """Say whether a line is a short sentence of the form "people do this as that happens"."""
    words = re.findall(r"[a-z]+", line.lower())
    shows = _words("caption", "shows")
    if len(words) > LONGEST_SCENE_WORDS or "as" not in words or not shows_a_scene(line):
        return False
    ahead = words[: words.index("as")]
    return any(word in shows and before not in _NOUN_AHEAD for before, word in pairwise(ahead[:10]))


_NOUN_AHEAD = {"to", "a", "an", "the", "of", "in", "on"}


def _has(line: str, words: str) -> bool:
    return not _words("caption", words).isdisjoint(re.findall(r"[a-z]+", line.lower()))


def _sentences(line: str) -> int:
    return len(re.findall(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][”\"]?\s+(?=[A-Z“\"])", line)) + 1


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(load_table("zones.toml")[section][key])


@cache
def _lines(section: str) -> re.Pattern[str]:
    """Return all patterns of a section as one; they must match the whole line."""
    return re.compile(
        "|".join(f"(?:{p})" for p in load_table("zones.toml")[section]["line"]), re.IGNORECASE | re.DOTALL
    )

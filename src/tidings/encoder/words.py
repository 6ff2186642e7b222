"""Words: cut text into words the way Universal Dependencies' English treebanks do.

Punctuation and clitics stand alone ("did|n't", "Iraq|'s"), compounds are cut at
their hyphens ("Iran|-|backed"). Kept whole: abbreviations ("U.S.", "Col."),
numbers and dates ("2,500", "9/11"), designations ("AK-47"), words with a
prefix ("anti-tank"), addresses.
"""

import re
from collections.abc import Iterator

#: Titles, which a name follows.
TITLES = (
    "Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Col|Lt|Maj|Sgt|Capt|Cmdr|Cdr|Adm|Brig|Cpl|Pvt|Pte|Spc|Pfc|Hon|Supt|Insp"
    "|Const|Det|Lieut|Pres|Amb|Atty|Comdt|Msgr|Asst|Rep|Reps|Sen|Sens|Gov|Rev|Fr"
)
_ALWAYS = (
    rf"{TITLES}|Jr|Sr|Inc|Corp|Ltd|Bros|Co|St|Ft|Mt|vs|etc|approx|dept"
    "|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec"
)
_BEFORE_NUMBER = "No|Nos|Mar|Apr|Jun|Jul|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|p|pp|para|art|sec|fig|vol"
_PREFIXES = "anti|co|ex|mid|non|post|pre|pro|re|semi|multi|sub|inter|e|vice"
_LETTER = r"[^\W\d_]"
_WORDLIKE = r"(?:[^\W_]|[\u0300-\u036f\u064b-\u065f])"

_PATTERN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"]+[^\s<>".,;:!?)\]'’”»]     # web addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                          # e-mail addresses
  | [@\#]\w+                                              # names of accounts, topics
  | (?:{_LETTER}\.){{2,}}                                 # U.S., a.m.
  | \b[A-HJ-Z]\.(?=\s+[A-Z])                              # J. Smith
  | \b(?i:{_ALWAYS})\.(?!\w)
  | \b(?i:{_BEFORE_NUMBER})\.(?=\s?\d)
  | \d{{4}}-\d\d?-\d\d?(?!\w)                             # 2021-02-18
  | \d+(?:[.,:/]\d+)+(?:st|nd|rd|th|s)?                   # 2,500 7.62 10:30 9/11
  | \d+(?=(?:am|pm|km|kg|mm|cm|m|bn|mph|kph|ft|lbs?|hrs?|k|g)\b)
  | [A-Z][A-Za-z]{{0,4}}-\d+[A-Za-z]*\b                   # AK-47, Su-24
  | \b(?i:{_PREFIXES})-{_LETTER}+
  | (?:US|A|C|HK|NZ)?\$
  | [A-Z]+(?:&[A-Z]+)+                                    # AT&T
  | {_WORDLIKE}+(?:['’´]{_WORDLIKE}+)*
  | ''|``|\.{{2,}}|-{{2,}}|([^\w\s])\1+
  | [^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?<=.)(?:n['’´]t|['’´](?:s|m|re|ve|ll|d))$", re.IGNORECASE)


def find_words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the half-open offsets of every word and mark in a stretch of text."""
    for match in _PATTERN.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        cut = _cut(match.group())
        if cut:
            yield first, first + cut
            first += cut
        yield first, last


def _cut(word: str) -> int:
    """Return where a clitic begins inside a word, 0 for none."""
    if word.isalpha():
        return len("can") if word.lower() == "cannot" else 0
    if not word[0].isalnum():
        return 0
    found = _CLITIC.search(word)
    return found.start() if found else 0

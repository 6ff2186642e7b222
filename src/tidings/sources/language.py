"""The language of a text, found offline."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

#: Shorter texts are not judged.
FEWEST_WORDS = 12
#: So much of a text is looked at.
SAMPLE = 4_000
#: A text with so large a share of these words is English, and nothing else needs to be loaded.
ENGLISH_SHARE = 0.15
ENGLISH_WORDS = frozenset(
    {"the", "and", "of", "to", "that", "with", "from", "were", "was", "has", "have", "been", "by", "his", "her"}
    | {"their", "which", "who", "will", "would", "said", "for", "not"}
)


_WORD = re.compile(r"[^\W\d_]+")


def identify_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of a text, None for one too short to judge."""
    words = _WORD.findall(text[:SAMPLE].lower())
    if len(words) < FEWEST_WORDS:
        return None
    if sum(word in ENGLISH_WORDS for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    language, _ = _identifier().classify(" ".join(words))
    return str(language)


@cache
def _identifier() -> "LanguageIdentifier":
    """Load py3langid's model (about a second): only texts that are not plainly English need it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - see above

    return LanguageIdentifier.from_model_file(MODEL_FILE)

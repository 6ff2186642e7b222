"""Lemmas: the dictionary form of a word, given its part of speech."""

from functools import lru_cache

import lemminflect

#: What the lexicon gets wrong or does not hold: clitics, and a few words of this field.
_FIXED = {
    ("n't", "PART"): "not",
    ("'m", "AUX"): "be",
    ("'re", "AUX"): "be",
    ("'s", "AUX"): "be",
    ("'ve", "AUX"): "have",
    ("'ll", "AUX"): "will",
    ("'d", "AUX"): "would",
    ("ca", "AUX"): "can",
    ("wo", "AUX"): "will",
    ("an", "DET"): "a",
    ("lay", "VERB"): "lie",
    ("wound", "VERB"): "wound",
    ("media", "NOUN"): "media",
}
_PRONOUNS = dict(
    zip(
        ["me", "i", "us", "him", "her", "them", "hers", "theirs", "these", "those", "whom"],
        ["I", "I", "we", "he", "she", "they", "she", "they", "this", "that", "who"],
        strict=True,
    )
)
_INFLECTED = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})


@lru_cache(maxsize=100_000)
def find_lemma(word: str, upos: str) -> str:
    """Return the lemma in lower case; of a name, the name as it stands."""
    if upos == "PROPN":
        return word
    lower = word.lower().replace("’", "'")
    if upos in {"PRON", "DET"} and lower in _PRONOUNS:
        return _PRONOUNS[lower]
    if (lower, upos) in _FIXED:
        return _FIXED[lower, upos]
    if upos not in _INFLECTED or not lower.isalpha():
        return lower
    known = lemminflect.getAllLemmas(lower, upos) or lemminflect.getAllLemmasOOV(lower, upos)
    return str(known[upos][0]) if known.get(upos) else lower

"""Lemmas: the dictionary form of a word, given its part of speech."""

import gzip
from functools import cache, lru_cache
from pathlib import Path

from lemminflect import config, getAllLemmasOOV
from lemminflect.codecs.OverridesCodec import OverridesCodec

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
    known = _lexicon().get(f"{lower},{upos.lower()}")
    if known:
        return known.partition("/")[0]
    guessed = getAllLemmasOOV(lower, upos)
    return str(guessed[upos][0]) if guessed.get(upos) else lower


@cache
def _lexicon() -> dict[str, str]:
    """Return lemminflect's lexicon: "word,category" to its lemmas, the first before a "/".

    The library reads the same files, but takes four times as long, which every start would feel.
    """
    lines = gzip.decompress(Path(config.lemma_lu_fn).read_bytes()).decode().splitlines()
    lexicon = dict(line.rsplit(",", 1) for line in lines)
    for word, lemmas in OverridesCodec.load(config.lemma_overrides_fn).items():
        lexicon |= {f"{word},{upos.lower()}": lemma for upos, (lemma,) in lemmas.items()}
    return lexicon

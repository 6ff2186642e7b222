"""How place names are compared: without case, accents, hyphens, apostrophes and articles."""

import re
import unicodedata
from functools import lru_cache

#: Letters that are no letter plus accent for Unicode.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"})
_DROPPED = re.compile(r"['’‘ʻʼʿʾ`´ʹ′.·]")
_SPACED = re.compile(r"[^\w]+|_")
_ARTICLE = re.compile(r"^(?:al|el|ul|ar|as|ash|at|ath|ad|adh|an|az)\s(?=\S{3})")
_KINDS = re.compile(
    r"^(?:province|provincia|region|state|republic|governorate|department|departamento|"
    r"county|municipality|union territory|emirate) of (?:the )?|"
    r"^(?:provincia|departamento|departement|wilaya|muhafazat) (?:de |del |de la |di |du )?|"
    r"\s(?:province|governorate|department|region|state|district|oblast|viloyati|welayaty|prefecture|"
    r"territory|republic|krai|kray|emirate|voivodeship|wilaya|regency|division|canton)$",
)
_VOWELS = re.compile(r"[aeiouy]+")
_SAME_SOUND = (
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("ph", "f"),
    ("q", "k"),
    ("c", "k"),
    ("w", "v"),
    ("z", "s"),
)


@lru_cache(16384)
def fold(name: str) -> str:
    """Return the form under which a name is looked up.

    >>> fold("Al-Başrah"), fold("St. John’s"), fold("U.S.")
    ('al basrah', 'st johns', 'us')
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
    return _SPACED.sub(" ", _DROPPED.sub("", plain)).strip()


def strip_article(folded: str) -> str:
    """Return a folded name without the Arabic article it begins with.

    >>> strip_article("al basrah")
    'basrah'
    """
    return _ARTICLE.sub("", folded)


def strip_kind(folded: str) -> str:
    """Return a folded name without a word such as "province" or "governorate of".

    >>> strip_kind("erbil governorate")
    'erbil'
    """
    return _KINDS.sub("", folded).strip()


def skeleton(folded: str) -> str:
    """Return what transliterations of one name share: its consonants, near sounds made one.

    >>> skeleton("irbil") == skeleton("arbeel")
    True
    """
    bare = strip_article(folded).replace(" ", "")
    for written, heard in _SAME_SOUND:
        bare = bare.replace(written, heard)
    bare = re.sub(r"h(?=$|[^aeiouy])", "", bare)
    consonants = _VOWELS.sub("", bare)
    return re.sub(r"(.)\1+", r"\1", consonants)

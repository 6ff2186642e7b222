"""Forms of verbs: which of them cannot be passives."""

from tidings.model.reading import Token

#: Participles that are like the bare form.
_UNCHANGED = frozenset({"hurt", "hit", "cut", "wound", "shot", "put", "set"})


def is_active_form(verb: Token) -> bool:
    """Say whether a verb stands in the present, in the bare form or in -ing, so in the active."""
    return is_present(verb) or verb.lower.endswith("ing") or _is_bare(verb)


def is_present(verb: Token) -> bool:
    """Say whether a verb stands in the third person of the present, and so in the active."""
    return verb.lower == verb.lemma.lower() + "s" and verb.upos in {"VERB", "AUX"}


def _is_bare(verb: Token) -> bool:
    """Say whether a verb stands in its bare form, which no participle of it has: "continues to kill"."""
    return verb.upos == "VERB" and verb.lower == verb.lemma.lower() and verb.lower not in _UNCHANGED

"""Labels: what every head may say, and the targets that a corpus sets for it.

A target is the set of labels that a corpus allows for a word. Where a corpus does
not annotate a kind, the words it leaves unmarked may still be of that kind, and
training asks only that the probability lies somewhere within the set.
"""

from collections.abc import Iterable, Sequence

UPOS = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
ENTITIES = (
    "person", "organisation", "place", "nationality", "weapon", "vehicle",
    "platform", "time", "quantity", "money", "document", "named-event",
)  # fmt: skip
NAMES = ("person", "organisation", "place", "misc")
ATTRIBUTION = ("source", "cue", "content")
TIMES = ("DATE", "TIME", "DURATION", "SET")
EVENTS = ("OCCURRENCE", "REPORTING", "I_ACTION", "STATE", "I_STATE", "ASPECTUAL", "PERCEPTION")
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
RELATIONS = (
    "root", "nsubj", "nsubj:pass", "obj", "iobj", "csubj", "csubj:pass", "ccomp", "xcomp", "obl", "obl:agent",
    "obl:unmarked", "vocative", "expl", "dislocated", "advcl", "advmod", "discourse", "aux", "aux:pass", "cop",
    "mark", "nmod", "nmod:poss", "nmod:unmarked", "appos", "nummod", "acl", "acl:relcl", "amod", "det", "case",
    "conj", "cc", "fixed", "flat", "list", "parataxis", "compound", "orphan", "goeswith", "reparandum", "punct", "dep",
)  # fmt: skip


def bio(labels: Iterable[str]) -> tuple[str, ...]:
    """Return O and the B- and I- form of every label."""
    return ("O", *(f"{mark}-{label}" for label in labels for mark in "BI"))


#: Every tagging head: its tags, and whether they are BIO tags or stand for single words.
HEADS: dict[str, tuple[str, tuple[str, ...]]] = {
    "upos": ("word", UPOS),
    "entities": ("bio", bio(ENTITIES)),
    "names": ("bio", bio(NAMES)),
    "attribution": ("bio", bio(ATTRIBUTION)),
    "times": ("bio", bio(TIMES)),
    "events": ("word", ("O", *EVENTS)),
    "roles": ("bio", bio(ROLES)),
}
#: The pointers: a word that begins a span of this label points at the word that begins its cue.
LINKS = ("source", "content")


class Targets:
    """The distinct sets of allowed tags of one head, numbered as they come up."""

    def __init__(self, tags: Sequence[str]) -> None:
        """Begin with no set for a head with these tags."""
        self.tags = tuple(tags)
        self.sets: list[frozenset[str]] = []
        self._numbers: dict[frozenset[str], int] = {}

    def number(self, allowed: Iterable[str]) -> int:
        """Return the number of a set of allowed tags; a set that allows all is -1, no target."""
        wanted = frozenset(allowed)
        unknown = wanted.difference(self.tags)
        if unknown or not wanted:
            raise ValueError(f"no such tags: {sorted(unknown)}")
        if len(wanted) == len(self.tags):
            return -1
        if wanted not in self._numbers:
            self._numbers[wanted] = len(self.sets)
            self.sets.append(wanted)
        return self._numbers[wanted]


def to_labels(version: str) -> dict[str, object]:
    """Return what labels.json says."""
    heads = [{"name": head, "scheme": scheme, "tags": list(tags)} for head, (scheme, tags) in HEADS.items()]
    return {"version": version, "heads": heads, "relations": list(RELATIONS), "links": list(LINKS)}

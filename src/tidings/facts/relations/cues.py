"""Cues of relations, from the data file an analyst may edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tidings.model.relation import RelationKind
from tidings.resources import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class NounCue:
    """A noun that states a relation: who may be called so, and where the other actor stands."""

    relation: RelationKind
    by: frozenset[str]
    before: bool
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbCue:
    """A verb that states a relation between its subject and its object or prepositional object."""

    relation: RelationKind
    to: frozenset[str]
    reverse: bool
    passive: bool
    active: bool
    participle: bool
    bodies_only: bool
    named_only: bool
    needs: frozenset[str]
    hedge: str | None


@cache
def noun_cues() -> Mapping[str, NounCue]:
    """Return the noun cues by lemma."""
    found: dict[str, NounCue] = {}
    for row in load_table("relations.toml")["noun"]:
        cue = NounCue(
            relation=RelationKind(row["relation"]), by=frozenset(row["by"]), before=row["before"], who=row["from"]
        )
        found |= dict.fromkeys(row["words"], cue)
    return found


@cache
def verb_cues() -> Mapping[str, tuple[VerbCue, ...]]:
    """Return the verb cues by lemma."""
    found: dict[str, list[VerbCue]] = {}
    for row in load_table("relations.toml")["verb"]:
        cue = VerbCue(
            relation=RelationKind(row["relation"]),
            to=frozenset(row["to"]),
            reverse=row.get("reverse", False),
            passive=row.get("passive", False) or row.get("only_passive", False),
            active=not row.get("only_passive", False),
            participle=row.get("participle", False),
            bodies_only=row.get("both") == "bodies",
            named_only=row.get("from") == "named",
            needs=frozenset(row.get("needs", ())),
            hedge=row.get("hedge"),
        )
        for word in row["words"]:
            found.setdefault(word, []).append(cue)
    return {word: tuple(cues) for word, cues in found.items()}


@cache
def compound_cues() -> Mapping[str, RelationKind]:
    """Return the relations that the second half of a compound states: "Iran-backed"."""
    return {word: RelationKind(relation) for word, relation in load_table("relations.toml")["compound"].items()}


@cache
def list_cues() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the words before a list of members, by the first of them."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in load_table("relations.toml")["list"]["words"]:
        cue = tuple(words.split())
        found[cue[0]] = (*found.get(cue[0], ()), cue)
    return found


@cache
def hedges() -> tuple[tuple[str, ...], ...]:
    """Return the words that soften a relation, longest first."""
    phrases = [tuple(words.split()) for words in load_table("relations.toml")["hedge"]["words"]]
    return tuple(sorted(phrases, key=len, reverse=True))


@cache
def bars() -> frozenset[str]:
    """Return the words that make a stated relation none at all."""
    return frozenset(load_table("relations.toml")["hedge"]["barred"])

"""Relations of a report."""

from collections.abc import Sequence

from tidings.facts.relations.compounds import find_by_compounds
from tidings.facts.relations.ends import Found, may_stand
from tidings.facts.relations.hedge import find_hedge, is_barred
from tidings.facts.relations.lists import find_by_lists
from tidings.facts.relations.nouns import find_by_nouns
from tidings.facts.relations.verbs import find_by_verbs
from tidings.facts.scene import Scene
from tidings.facts.statements.cover import source_of
from tidings.model.relation import Relation, RelationKind
from tidings.model.span import Span
from tidings.model.statement import Statement

#: Every rule, in the order they run; of two that find the same the first is kept.
RULES = (find_by_nouns, find_by_compounds, find_by_verbs, find_by_lists)


def find_relations(scene: Scene, statements: Sequence[Statement]) -> tuple[Relation, ...]:
    """Return the relations in text order, each with its hedge and whose word it is."""
    kept: dict[tuple[RelationKind, str, str], Relation] = {}
    for rule in RULES:
        for found in rule(scene):
            key = (found.relation, found.from_, found.to)
            if key not in kept and may_stand(scene, *key) and not is_barred(scene, found):
                kept[key] = _relation(scene, found, statements)
    return tuple(sorted(kept.values(), key=lambda relation: (relation.span, relation.relation)))


def _relation(scene: Scene, found: Found, statements: Sequence[Statement]) -> Relation:
    tokens = scene.reading.tokens
    span = Span(tokens[found.first].start, tokens[found.last - 1].end)
    hedge = find_hedge(scene, found)
    return Relation(
        relation=found.relation,
        from_=found.from_,
        to=found.to,
        hedge=hedge,
        source=source_of(statements, span),
        span=span,
        why=found.why + (f", softened by “{hedge}”" if hedge else ""),
        rule=found.rule,
    )

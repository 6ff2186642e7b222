"""Which actor each entity of a new report is by rule, held to the actors that have its name already."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection

from tidings.model.mention import Entity
from tidings.model.record import Record
from tidings.store.many import add_missing, ask_many
from tidings.store.plain import plain_rows
from tidings.store.rules import ActorFound, RuleActor, Rules
from tidings.store.tables import rule_actor_names, rule_actors

NAME_CHARACTERS = 200
#: Actors of one name that a new entity is held to.
MOST_KNOWN = 20

_OF_NAME = """SELECT n.folded, a.id, a.kind, a.category, a.country FROM rule_actor_names n
 JOIN rule_actors a ON a.id = n.id WHERE n.folded = :value ORDER BY a.id LIMIT {most}"""


def identify_actors(connection: Connection, record: Record, rules: Rules) -> dict[str, ActorFound]:
    """Return which actor each entity of a new report is by rule, by entity id; new actors are remembered."""
    names = {entity.id: _cut(rules.find_actor_names(entity)) for entity in record.entities}
    directory = _load(connection, sorted({each[0] for each in names.values() if each}))
    found: dict[str, ActorFound] = {}
    for entity in record.entities:
        actor = rules.find_actor(entity, record, directory.known(names[entity.id]))
        if actor.id is not None:
            found[entity.id] = actor
            directory.add(actor.id, entity, _cut(actor.names))
    directory.write(connection)
    return found


@dataclass
class _Directory:
    """The actors that go by the names of one report, with those that the report adds."""

    by_name: dict[str, dict[str, RuleActor]] = field(default_factory=lambda: defaultdict(dict))
    fresh: dict[str, RuleActor] = field(default_factory=dict)
    names: set[tuple[str, str]] = field(default_factory=set)

    def known(self, names: tuple[str, ...]) -> list[RuleActor]:
        there = self.by_name[names[0]] if names else {}
        return [there[id_] for id_ in sorted(there)][:MOST_KNOWN]

    def add(self, id_: str, entity: Entity, names: Iterable[str]) -> None:
        actor = RuleActor(id=id_, kind=entity.kind.value, category=entity.category, country=entity.country)
        actor = self.fresh.setdefault(id_, actor)
        for name in names:
            self.by_name[name].setdefault(id_, actor)
            self.names.add((name, id_))

    def write(self, connection: Connection) -> None:
        actors = [
            {"id": a.id, "kind": a.kind, "category": a.category, "country": a.country}
            for _, a in sorted(self.fresh.items())
        ]
        names = [{"folded": name, "id": id_} for name, id_ in sorted(self.names)]
        add_missing(connection, rule_actors, plain_rows(actors))
        add_missing(connection, rule_actor_names, plain_rows(names))


def _load(connection: Connection, names: list[str]) -> _Directory:
    directory = _Directory()
    for row in ask_many(connection, _OF_NAME, names, most=MOST_KNOWN):
        actor = RuleActor(id=row.id, kind=row.kind, category=row.category, country=row.country)
        directory.by_name[row.folded][row.id] = actor
    return directory


def _cut(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name[:NAME_CHARACTERS] for name in names))

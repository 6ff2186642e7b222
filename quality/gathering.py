"""Gather events into incidents in memory, by the same functions and limits as the store."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tidings.model.incident import Candidate, Features
from tidings.model.record import Record
from tidings.resolution import (
    Bindings,
    choose_incident,
    compare_texts,
    find_bands,
    find_blocks,
    find_body,
    find_features,
)

#: The latest events of a block that are looked at, and the members of an incident that are compared.
PER_BLOCK = 64
MOST_CANDIDATES = 50
FIRST_MEMBERS, LAST_MEMBERS = 2, 6
MOST_COPIES = 20


@dataclass
class Gathering:
    """Incidents so far; `incident_of` gives the incident of each event, by its reference."""

    incident_of: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[Features]] = field(default_factory=lambda: defaultdict(list))
    why: dict[str, str] = field(default_factory=dict)
    bindings: Bindings = field(default_factory=Bindings)
    _blocks: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _order: dict[str, int] = field(default_factory=dict)
    _redirects: dict[str, str] = field(default_factory=dict)
    compared: int = 0

    def add(self, features: Features) -> None:
        """Put an event into the incident that it belongs to, or into one of its own."""
        blocks = find_blocks(features)
        candidates = self.find_candidates(blocks)
        self.compared += len(candidates)
        choice = choose_incident(features, candidates, self.bindings)
        self.why[features.event] = choice.why
        if choice.incident is None and not choice.founds:
            return
        incident = choice.incident or features.event
        for other, _ in choice.also:
            self._merge(other, incident)
        self.incident_of[features.event] = incident
        self._order[features.event] = len(self._order)
        self.members[incident].append(features)
        for block in blocks:
            self._blocks[block].append(incident)

    def find_candidates(self, blocks: Iterable[str]) -> tuple[Candidate, ...]:
        """Return the incidents that share a block, those with most shared blocks first, then the latest."""
        shared: Counter[str] = Counter()
        for block in blocks:
            latest = reversed(self._blocks.get(block, ())[-PER_BLOCK:])
            shared.update(dict.fromkeys(map(self._resolve, latest), 1))
        best = [incident for incident, _ in shared.most_common(MOST_CANDIDATES)]
        return tuple(Candidate(incident=incident, members=self._sample(incident)) for incident in best)

    def _merge(self, other: str, into: str) -> None:
        """Make two incidents one; the blocks of the other are looked up under its new name."""
        moved = self.members.pop(other)
        self.members[into] = sorted([*self.members[into], *moved], key=lambda member: self._order[member.event])
        self._redirects[other] = into
        self.incident_of.update({member.event: into for member in moved})

    def _resolve(self, incident: str) -> str:
        while incident in self._redirects:
            incident = self._redirects[incident]
        return incident

    def _sample(self, incident: str) -> tuple[Features, ...]:
        members = self.members[incident]
        return tuple(members[:FIRST_MEMBERS] + members[FIRST_MEMBERS:][-LAST_MEMBERS:])


def gather(features: Iterable[Sequence[Features]]) -> Gathering:
    """Gather the events of reports, given as one sequence of features a report, in that order."""
    found = Gathering()
    for of_report in features:
        for event in of_report:
            found.add(event)
    return found


def find_copy_groups(records: Iterable[Record]) -> dict[str, str]:
    """Return for each report the first report that it is a copy of, itself if it is none."""
    groups: dict[str, str] = {}
    bodies: dict[str, str] = {}
    bands: dict[str, list[str]] = defaultdict(list)
    for record in records:
        id_, body = record.report.id, find_body(record)
        found = find_bands(body)
        shared = Counter(other for band in found for other in bands[band])
        near = (other for other, _ in shared.most_common(MOST_COPIES))
        groups[id_] = next((groups[other] for other in near if compare_texts(body, bodies[other]).is_copy), id_)
        bodies[id_] = body
        for band in found:
            bands[band].append(id_)
    return groups


def find_all_features(records: Sequence[Record]) -> list[tuple[Features, ...]]:
    """Return the features of each record's events, copies found first."""
    groups = find_copy_groups(records)
    return [find_features(record, groups[record.report.id]) for record in records]

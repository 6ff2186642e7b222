"""The page on which coders see how far they agree, and settle what they do not agree on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tidings.model.incident import Decision
from tidings.model.refs import parse_ref
from tidings.store import Connection, Store
from tidings.store.overlay import lay_over
from tidings.store.queries.review import QueueRow, find_coders, find_item, find_verdicts, load_record
from tidings.views.agreement import Coding, FieldAgreement, code_event, find_differences, measure_agreement
from tidings.views.desk_review import event_of, stem_of, under

#: The reason that a decision between coders gives; it outranks theirs.
ADJUDICATION = "adjudication"
#: So many disagreements stand on the page.
LISTED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """An item on which coders differ: per field, who says what; and how it was settled, if it was."""

    item: QueueRow
    fields: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    coders: tuple[str, ...]
    settled: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """How far coders agree."""

    coders: tuple[tuple[str, int], ...]
    items: int
    fields: tuple[FieldAgreement, ...]
    open: tuple[Disagreement, ...]
    settled: tuple[Disagreement, ...]


def load_agreement(store: Store) -> AgreementPage:
    """Return the agreement over every item that two or more coders decided."""
    with store.connect() as connection:
        doubled = {
            item: found for item, found in by_item(find_verdicts(connection)).items() if len(coders_of(found)) > 1
        }
        coded = [(item, code_item(connection, item, found)) for item, found in sorted(doubled.items())]
        differing = [
            _disagreement(connection, item, coding, doubled[item]) for item, coding in coded if find_differences(coding)
        ]
        found = [each for each in differing if each is not None]
        return AgreementPage(
            coders=find_coders(connection),
            items=len(coded),
            fields=measure_agreement([coding for _, coding in coded]),
            open=tuple(each for each in found if not each.settled)[:LISTED],
            settled=tuple(each for each in found if each.settled)[:LISTED],
        )


def by_item(verdicts: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Return decisions by the item that they or the part of it they are on belong to."""
    found: dict[str, list[Decision]] = {}
    for decision in verdicts:
        found.setdefault(stem_of(decision.subject), []).append(decision)
    return found


def coders_of(decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Return who decided on an item on their own account, not between others."""
    return tuple(dict.fromkeys(d.by for d in decisions if d.why != ADJUDICATION))


def code_item(connection: Connection, item: str, decisions: Sequence[Decision]) -> Coding:
    """Return what each coder made of an item."""
    ref = parse_ref(item)
    record = load_record(connection, ref.id)
    if record is None:
        return {}
    coding = {}
    for coder in coders_of(decisions):
        own = [d for d in decisions if d.by == coder and d.why != ADJUDICATION]
        whole = [d.kind.value for d in own if d.subject == item]
        made = lay_over(record, under(own, record.report.id)).record
        coding[coder] = code_event(event_of(made, ref.item or ""), whole[-1] if whole else "correct")
    return coding


def _disagreement(
    connection: Connection, item: str, coding: Coding, decisions: Sequence[Decision]
) -> Disagreement | None:
    ref = parse_ref(item)
    row = find_item(connection, ref.id, ref.item or "")
    if row is None:
        return None
    values = tuple(
        (name, tuple((coder, made.get(name, "")) for coder, made in coding.items()))
        for name in find_differences(coding)
    )
    return Disagreement(
        item=row,
        fields=values,
        coders=tuple(coding),
        settled=tuple(d for d in decisions if d.why == ADJUDICATION),
    )

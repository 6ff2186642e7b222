"""Settling what coders do not agree on: one coder's reading of an item becomes the decision between them."""

from collections.abc import Iterator, Sequence

from tidings.model.incident import Decision, DecisionKind
from tidings.model.refs import item_ref, parse_ref
from tidings.store import Draft, Store
from tidings.store.overlay import lay_over
from tidings.store.queries.review import find_decisions, load_record
from tidings.views.desk_agreement import ADJUDICATION
from tidings.views.desk_review import event_of, under, verdict_of
from tidings.views.review_fields import FieldRow, find_fields, from_form


def settle_as(store: Store, item: str, coder: str, by: str) -> tuple[Draft, ...]:
    """Return the decisions by which an item becomes what one coder left it as; none when that coder did not decide."""
    ref = parse_ref(item)
    with store.connect() as connection:
        record = load_record(connection, ref.id)
        live = [d for d in find_decisions(connection, item) if d.undone_at is None]
    own = [d for d in live if d.by == coder and d.why != ADJUDICATION]
    if record is None or not own:
        return ()
    verdict = verdict_of(own, item) or DecisionKind.CORRECT.value
    draft = Draft(by=by, kind=DecisionKind(verdict), subject=item, why=ADJUDICATION, note=f"as {coder} has it")
    if verdict in {DecisionKind.REJECT, DecisionKind.UNSURE}:
        return (draft,)
    read = event_of(record, ref.item or "")
    made = event_of(lay_over(record, under(own, record.report.id)).record, read.id)
    rows = [row for group in find_fields(read, made, record) for row in group.rows]
    accepted = Draft(by=by, kind=DecisionKind.ACCEPT, subject=item, why=ADJUDICATION, note=draft.note)
    return (accepted, *_values(rows, live, accepted, ref.id))


def _values(rows: Sequence[FieldRow], live: Sequence[Decision], draft: Draft, report: str) -> Iterator[Draft]:
    """Yield the coder's value of every field that anybody has corrected."""
    corrected = {(d.subject, d.field) for d in live if d.kind is DecisionKind.CORRECT}
    for row in rows:
        subject = item_ref(report, row.item)
        if (subject, row.path) in corrected:
            yield Draft(
                by=draft.by,
                kind=DecisionKind.CORRECT,
                subject=subject,
                field=row.path,
                value=from_form(row.kind, row.value),
                why=ADJUDICATION,
                note=draft.note,
            )

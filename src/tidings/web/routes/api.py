"""The record for programs: the same things as the pages show, as JSON."""

import json
from dataclasses import asdict, replace
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from starlette.requests import Request
from starlette.responses import Response

from tidings.keeping import decide, undo
from tidings.model.incident import Decision
from tidings.model.refs import incident_ref
from tidings.store import Draft
from tidings.store.queries.actors import ActorItem, find_actors
from tidings.store.queries.briefs import find_members
from tidings.store.queries.incident import FigureRow, IncidentRow, LedgerRow, find_ledger
from tidings.store.queries.incidents import list_incidents
from tidings.store.queries.listing import ReportItem, list_reports
from tidings.store.queries.missions import MissionItem, find_missions
from tidings.store.queries.review import find_history, load_json
from tidings.store.queries.shared import Slice
from tidings.store.queries.statements import StatementFilter, StatementRow, find_statements
from tidings.store.queries.threads import ThreadFilter, ThreadItem, find_threads
from tidings.store.queries.unseen import find_figures_seen
from tidings.views.as_seen import hide_others, see_incident, see_rows
from tidings.views.brief import load_brief
from tidings.views.desk_actor import load_actor
from tidings.views.desk_agreement import ADJUDICATION, load_agreement
from tidings.views.desk_mission import Condition, load_mission_file
from tidings.views.desk_search import load_search
from tidings.web import api_models as models
from tidings.web.pages import coder_of, store_of

PROBLEMS: dict[int | str, dict[str, Any]] = {
    code: {"model": models.Problem, "content": {"application/problem+json": {}}} for code in (400, 404, 422)
}
router = APIRouter(prefix="/api", tags=["record"], responses=PROBLEMS)

PageNumber = Annotated[int, Query(ge=1, description="counted from 1")]
Size = Annotated[int, Query(ge=1, le=500, description="items on a page")]


@router.get("/reports")
def reports(request: Request, words: str = "", page: PageNumber = 1, size: Size = 50) -> models.Page[ReportItem]:
    """List reports, the latest added first; `words` are looked for in titles."""
    with store_of(request).connect() as connection:
        return models.page_of(list_reports(connection, words, page, size))


@router.get("/reports/{id:path}", response_class=Response, responses={200: {"content": {"application/json": {}}}})
def report(request: Request, id: str) -> Response:  # noqa: A002 - the store's own
    """Return the record of a report as it was read, byte for byte (tidings.record/1)."""
    with store_of(request).connect() as connection:
        line = load_json(connection, id)
    if line is None:
        raise HTTPException(404, "There is no such report in the store.")
    return Response(line.encode("utf-8", "surrogatepass"), media_type="application/json")


@router.get("/incidents")
def incidents(request: Request, wanted: Annotated[models.IncidentQuery, Query()]) -> models.Page[IncidentRow]:
    """List incidents, the latest first."""
    with store_of(request).connect() as connection:
        found = list_incidents(connection, wanted.chosen(), wanted.page, wanted.size)
        return models.page_of(replace(found, rows=see_rows(connection, found.rows, coder_of(request))))


@router.get("/incidents/{id}")
def incident(request: Request, id: str) -> models.IncidentOut:  # noqa: A002 - as above
    """Return an incident with what each of its reports says, as the coder may see it who asks (cookie `coder`)."""
    with store_of(request).connect() as connection:
        seen = see_incident(connection, id, coder_of(request))
        if seen is None:
            raise HTTPException(404, "There is no such incident in the store.")
        members = seen.unseen.lift(find_members(connection, [id], also=seen.unseen.events))
        told: dict[int, dict[str, Any]] = {m.key: {"report": m.report, "event": m.id} for m in members}
        figures = find_figures_seen(connection, tuple(told), seen.unseen)
        history, _ = find_history(connection, subject=incident_ref(id), most=500)
        return models.IncidentOut(
            incident=seen.incident,
            events=list(members),
            figures=[models.FigureOut(**_without_key(row), **told[row.event_key]) for row in figures],
            responsibility=[
                models.LedgerOut(**_without_key(row), **told[row.event_key])
                for row in find_ledger(connection, tuple(told))
            ],
            decisions=list(hide_others(connection, history, coder_of(request))),
        )


@router.get("/decisions")
def decisions(
    request: Request, subject: str = "", by: str = "", kind: str = "", page: PageNumber = 1, size: Size = 50
) -> models.Page[Decision]:
    """Return decisions, the latest first; `subject` also finds those on its parts.

    Where a coder asks (cookie `coder`), what others decided on items that she has not decided is left out.
    """
    with store_of(request).connect() as connection:
        found, total = find_history(connection, subject=subject, by=by, kind=kind, most=size, skip=(page - 1) * size)
        shown = hide_others(connection, found, coder_of(request))
    return models.page_of(Slice(tuple(shown), total, page, size))


@router.post("/decisions", status_code=201)
def add_decision(request: Request, sent: models.DecisionIn) -> Decision:
    """Keep a decision; nothing that was extracted is overwritten."""
    if sent.by.startswith("rule:"):
        raise HTTPException(422, "A name that begins with “rule:” is kept for rules; give a coder's name.")
    draft = Draft(
        by=sent.by,
        kind=sent.kind,
        subject=sent.subject,
        other=sent.other,
        field=sent.field,
        value=json.dumps(sent.value, ensure_ascii=False) if "value" in sent.model_fields_set else None,
        why=ADJUDICATION if sent.settles else "",
        note=sent.note,
    )
    return decide(store_of(request), draft)


@router.post("/decisions/{number}/undo")
def undo_decision(request: Request, number: int, sent: models.UndoIn) -> Decision:
    """Take a decision back; it stays in the history, marked with who undid it and when."""
    return undo(store_of(request), number, sent.by)


@router.get("/agreement")
def agreement(request: Request) -> list[models.AgreementOut]:
    """Return how far coders agree, field by field (Krippendorff's alpha)."""
    return [models.AgreementOut(**asdict(field)) for field in load_agreement(store_of(request)).fields]


@router.get("/actors")
def actors(
    request: Request, words: str = "", kind: str = "", category: str = "", country: str = "", page: PageNumber = 1
) -> models.Page[ActorItem]:
    """List actors, those that most reports name first."""
    with store_of(request).connect() as connection:
        found = find_actors(connection, words=words, kind=kind, category=category, country=country, page=page)
    return models.page_of(found)


@router.get("/actors/{id}")
def actor(request: Request, id: str) -> models.ActorOut:  # noqa: A002 - as above
    """Return an actor with what it did, suffered, said and is said to be."""
    page = load_actor(store_of(request), id, coder_of(request))
    if page is None:
        raise HTTPException(404, "There is no such actor in the store.")
    return models.ActorOut(
        actor=page.actor,
        names=list(page.names),
        roles=list(page.roles),
        deeds=[deed for _, deeds in page.deeds for deed in deeds],
        relations=list(page.relations),
        force_levels=[s.level for s in page.strengths],
        threads=list(page.threads),
    )


@router.get("/statements")
def statements(request: Request, wanted: Annotated[models.StatementQuery, Query()]) -> models.Page[StatementRow]:
    """List statements, the latest first."""
    chosen = StatementFilter(**wanted.model_dump(exclude={"page", "size"}))
    with store_of(request).connect() as connection:
        return models.page_of(find_statements(connection, chosen, wanted.page, wanted.size))


@router.get("/threads")
def threads(request: Request, wanted: Annotated[models.ThreadQuery, Query()]) -> models.Page[ThreadItem]:
    """List threads, those open for longest first; `state` is open, closed or empty."""
    chosen = ThreadFilter(**wanted.model_dump(exclude={"page", "size"}))
    with store_of(request).connect() as connection:
        return models.page_of(find_threads(connection, chosen, wanted.page, wanted.size))


@router.get("/missions")
def missions(request: Request, words: str = "", page: PageNumber = 1) -> models.Page[MissionItem]:
    """List missions and deployments: bodies of which a strength is known."""
    with store_of(request).connect() as connection:
        return models.page_of(find_missions(connection, words=words, page=page))


@router.get("/missions/{id}")
def mission(request: Request, id: str) -> models.MissionOut:  # noqa: A002 - as above
    """Return the file of a mission."""
    file = load_mission_file(store_of(request), id)
    if file is None:
        raise HTTPException(404, "No report in the store gives a strength of this actor.")
    return models.MissionOut(
        mission=file.mission,
        actual=file.actual.level if file.actual else None,
        pledged=file.pledged.level if file.pledged else None,
        force_levels=[s.level for s in file.strengths],
        conditions=[_condition(c) for c in file.conditions],
        incidents=[n.row for n in file.near],
        statements=list(file.statements),
        threads=list(file.threads),
    )


@router.get("/search")
def search(request: Request, q: str, kind: str = "", page: PageNumber = 1, size: Size = 50) -> models.SearchOut:
    """Return what has all of these words, the best first; `kind` is report, statement, incident, actor or empty."""
    found = load_search(store_of(request), q, kind, page, size)
    hits = [
        models.HitOut(kind=h.kind, ref=h.ref, title=h.title, words="".join(words for words, _ in h.pieces))
        for h in found.found
    ]
    return models.SearchOut(items=hits, counts=found.counts, page=page, pages=found.pages)


@router.get("/brief")
def brief(request: Request, subject: str) -> models.BriefOut:
    """Return a brief: every sentence with the numbers of the sources it rests on."""
    found = load_brief(store_of(request), subject)
    sections = [
        {
            "heading": section.heading,
            "sentences": [{"text": s.text, "sources": [c.number for c in s.cites]} for s in section.sentences],
        }
        for section in found.sections
    ]
    return models.BriefOut(
        kind=found.kind,
        id=found.id,
        title=found.title,
        about=found.about,
        sections=sections,
        sources=[models.CiteOut(**asdict(cite)) for cite in found.sources],
    )


def _without_key(row: FigureRow | LedgerRow) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name != "event_key"}


def _condition(condition: Condition) -> models.ConditionOut:
    return models.ConditionOut(
        item=condition.strength.level.item,
        field=condition.field,
        kind=condition.row.kind,
        by=condition.row.by_name,
        words=condition.row.words,
        verdict=condition.verdict,
        judgements=list(condition.judgements),
    )

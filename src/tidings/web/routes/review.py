"""Review: the queue for one coder, and how far coders agree."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, HTTPException
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from tidings.keeping import decide, now, undo
from tidings.model.incident import DecisionKind
from tidings.model.refs import RefKind, item_ref, parse_ref
from tidings.store import Draft
from tidings.store.queries.review import QueueFilter
from tidings.views.desk_agreement import load_agreement
from tidings.views.desk_review import ReviewPage, find_last_step, load_review, stem_of
from tidings.views.review_fields import FieldRow, from_form
from tidings.views.settling import settle_as
from tidings.web.pages import coder_of, show, store_of
from tidings.web.routes.decide import ask_first

router = APIRouter(include_in_schema=False)
SCOPES = (("mine", "not yet decided by me"), ("second", "decided by others, not by me"), ("new", "decided by nobody"))
#: What the buttons of the page do, where it is one decision on the item.
PLAIN = {
    kind.value: kind for kind in (DecisionKind.ACCEPT, DecisionKind.REJECT, DecisionKind.UNSURE, DecisionKind.NOTE)
}
NO_ITEM = "There is no such item in the store; it may have been read by another version of tidings."


async def sent_form(request: Request) -> FormData:
    """Return the form that was sent."""
    return await request.form()


Form = Annotated[FormData, Depends(sent_form)]


@router.get("/review")
def show_item(request: Request, item: str = "", done: str = "") -> Response:
    """Show the item asked for, or the most doubtful one."""
    coder = coder_of(request)
    if coder is None:
        return ask_first(f"{request.url.path}?{request.url.query}")
    wanted = _wanted(request.query_params, coder)
    page = load_review(store_of(request), wanted, _item(item))
    if page is None:
        raise HTTPException(404, NO_ITEM)
    values = {
        "here": "review",
        "page": page,
        "scopes": SCOPES,
        "kept": _kept(wanted),
        "done": done,
        "last": find_last_step(store_of(request), coder),
    }
    template = "review.html" if isinstance(page, ReviewPage) else "review_empty.html"
    return show(request, template, values)


@router.post("/review")
def keep_step(request: Request, form: Form) -> RedirectResponse:
    """Keep what a coder made of an item and go on to the next."""
    coder = coder_of(request)
    item = _text(form, "item")
    if coder is None:
        return ask_first(f"/review?{urlencode({'item': item})}")
    wanted = _wanted({name: _text(form, name) for name in ("scope", "report", "incident", "type")}, coder)
    store = store_of(request)
    page = load_review(store, wanted, _item(item))
    if not isinstance(page, ReviewPage):
        raise HTTPException(404, NO_ITEM)
    drafts = list(_drafts(page, form, coder))
    at = now()
    for draft in drafts:
        decide(store, draft, at)
    stays = not drafts or _text(form, "do") in {"note", "split"}
    following = page.item if stays else page.after or page.before
    return _go(wanted, following.item if following else "", _text(form, "do") if drafts else "")


@router.post("/review/undo")
def undo_step(request: Request, form: Form) -> RedirectResponse:
    """Take back the coder's last step, all its decisions together, and show its item again."""
    coder = coder_of(request)
    if coder is None:
        return ask_first("/review")
    wanted = _wanted({name: _text(form, name) for name in ("scope", "report", "incident", "type")}, coder)
    step = find_last_step(store_of(request), coder)
    for decision in step:
        undo(store_of(request), decision.id, coder)
    return _go(wanted, stem_of(step[0].subject) if step else "", "undo" if step else "")


@router.get("/review/agreement")
def show_agreement(request: Request) -> HTMLResponse:
    """Show how far coders agree and what is to be settled."""
    return show(request, "agreement.html", {"here": "review", "page": load_agreement(store_of(request))})


@router.post("/review/settle")
def settle_item(request: Request, form: Form) -> RedirectResponse:
    """Keep one coder's reading of an item as the decision between them."""
    coder, item = coder_of(request), _text(form, "item")
    if coder is None:
        return ask_first("/review/agreement")
    if _item(item) is None:
        raise HTTPException(404, NO_ITEM)
    for draft in settle_as(store_of(request), item, _text(form, "coder"), coder):
        decide(store_of(request), draft)
    return RedirectResponse("/review/agreement", status_code=303)


def _drafts(page: ReviewPage, form: FormData, coder: str) -> Iterator[Draft]:
    """Yield the decisions that a form stands for."""
    do, note = _text(form, "do"), _text(form, "note")
    plain = Draft(by=coder, kind=PLAIN.get(do, DecisionKind.NOTE), subject=page.item.item, note=note)
    if do in PLAIN:
        yield from [plain] if do != "note" or note else []
    elif do == "correct":
        yield from _corrections(page, form, replace(plain, kind=DecisionKind.CORRECT))
    elif do == "merge" and _text(form, "incident"):
        yield replace(plain, kind=DecisionKind.SAME, other=f"incident:{_text(form, 'incident')}")
    elif do == "split" and page.item.incident:
        yield replace(plain, kind=DecisionKind.NOT_SAME, other=f"incident:{page.item.incident}")


def _corrections(page: ReviewPage, form: FormData, draft: Draft) -> Iterator[Draft]:
    """Yield a correction for each field that was changed; the item itself is then accepted as corrected."""
    changed = [row for group in page.groups for row in group.rows if _changed(row, form)]
    if changed and not any(row.item == page.event.id for row in changed):
        yield replace(draft, kind=DecisionKind.ACCEPT)
    for row in changed:
        yield replace(
            draft,
            subject=item_ref(page.item.report, row.item),
            field=row.path,
            value=_value(row, _text(form, row.name)),
        )


def _changed(row: FieldRow, form: FormData) -> bool:
    return row.name in form and _text(form, row.name) != row.value


def _value(row: FieldRow, value: str) -> str:
    try:
        return from_form(row.kind, value)
    except ValueError:
        raise HTTPException(422, f"“{value}” cannot stand in the field “{row.label}”; go back and mend it.") from None


def _wanted(values: Mapping[str, str], coder: str) -> QueueFilter:
    scope = values.get("scope", "mine")
    return QueueFilter(
        coder=coder,
        scope=scope if scope in dict(SCOPES) else "mine",
        report=values.get("report", ""),
        incident=values.get("incident", ""),
        type=values.get("type", ""),
    )


def _kept(wanted: QueueFilter) -> dict[str, str]:
    """Return what stays in the address from one item to the next."""
    found = {"scope": wanted.scope, "report": wanted.report, "incident": wanted.incident, "type": wanted.type}
    return {name: value for name, value in found.items() if value and value != "mine"}


def _go(wanted: QueueFilter, item: str, done: str) -> RedirectResponse:
    query = urlencode({name: value for name, value in {**_kept(wanted), "item": item, "done": done}.items() if value})
    return RedirectResponse(f"/review?{query}" if query else "/review", status_code=303)


def _item(name: str) -> tuple[str, str] | None:
    if not name:
        return None
    try:
        ref = parse_ref(name)
    except ValueError:
        raise HTTPException(404, NO_ITEM) from None
    if ref.kind is not RefKind.ITEM:
        raise HTTPException(404, NO_ITEM)
    return ref.id, (ref.item or "").partition(".")[0]


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""

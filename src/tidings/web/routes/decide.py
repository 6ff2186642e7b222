"""What coders decide, from any page: one decision, and taking it back."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse

from tidings.keeping import decide, undo
from tidings.model.incident import DecisionKind
from tidings.store import Draft
from tidings.views.review_fields import as_json
from tidings.web.pages import coder_of, local_path, store_of

router = APIRouter(include_in_schema=False)


@router.post("/decide")
def keep_decision(  # noqa: PLR0913, PLR0917 - one for each field of the form
    request: Request,
    kind: Annotated[DecisionKind, Form()],
    subject: Annotated[str, Form()],
    other: Annotated[str, Form()] = "",
    field: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
    why: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002 - the usual name in an address
) -> RedirectResponse:
    """Keep one decision and go on to a page."""
    coder = coder_of(request)
    if coder is None:
        return ask_first(next)
    draft = Draft(
        by=coder,
        kind=kind,
        subject=subject,
        other=other or None,
        field=field or None,
        value=as_json(value) if value else None,
        why=why,
        note=note.strip(),
    )
    decide(store_of(request), draft)
    return RedirectResponse(local_path(next), status_code=303)


@router.post("/undo")
def take_back(
    request: Request,
    decision: Annotated[list[int], Form()],
    next: Annotated[str, Form()] = "/",  # noqa: A002 - as above
) -> RedirectResponse:
    """Undo decisions, the latest first; they stay in the history."""
    coder = coder_of(request)
    if coder is None:
        return ask_first(next)
    for number in sorted(decision, reverse=True):
        undo(store_of(request), number, coder)
    return RedirectResponse(local_path(next), status_code=303)


def ask_first(address: str) -> RedirectResponse:
    """Ask for the coder's name: every decision carries one."""
    return RedirectResponse(f"/coder?next={quote(local_path(address), safe='')}", status_code=303)

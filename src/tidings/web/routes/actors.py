"""Actors: the list, and everything about one."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from tidings.keeping import decide
from tidings.model.incident import DecisionKind
from tidings.model.refs import actor_ref
from tidings.store import Draft
from tidings.views.desk_actor import PARTS, ActorFilter, list_actors, load_actor
from tidings.web.pages import coder_of, show, store_of
from tidings.web.routes.decide import ask_first

router = APIRouter(include_in_schema=False)


@router.get("/actors")
def actors(
    request: Request, words: str = "", kind: str = "", category: str = "", country: str = "", page: int = 1
) -> HTMLResponse:
    """List the actors of all reports."""
    wanted = {"words": words.strip(), "kind": kind, "category": category, "country": country.upper()}
    listed = list_actors(store_of(request), ActorFilter(**wanted), page)
    kept = urlencode({name: value for name, value in wanted.items() if value})
    values = {"here": "actors", "list": listed, "wanted": wanted, "address": f"/actors?{kept}&" if kept else "/actors?"}
    return show(request, "actors.html", values)


@router.get("/actors/{actor:path}")
def actor(request: Request, actor: str) -> HTMLResponse:
    """Show everything about an actor."""
    page = load_actor(store_of(request), actor, coder_of(request))
    if page is None:
        raise HTTPException(404, "There is no such actor in the store.")
    return show(request, "actor.html", {"here": "actors", "page": page, "parts": PARTS})


@router.post("/actors")
def join_actors(
    request: Request,
    one: Annotated[str, Form()],
    other: Annotated[str, Form()],
    kind: Annotated[DecisionKind, Form()] = DecisionKind.SAME,
    note: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep that two actors are one, or are not; later reports follow."""
    coder = coder_of(request)
    if coder is None:
        return ask_first(f"/actors/{one}")
    draft = Draft(by=coder, kind=kind, subject=actor_ref(one), other=actor_ref(other), note=note.strip())
    decide(store_of(request), draft)
    return RedirectResponse(f"/actors/{other if kind is DecisionKind.SAME else one}", status_code=303)

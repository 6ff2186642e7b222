"""Missions and deployments: the list, and the file of each."""

from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tidings.views.desk_mission import list_missions, load_mission_file
from tidings.web.pages import show, store_of

router = APIRouter(include_in_schema=False)


@router.get("/missions")
def missions(request: Request, words: str = "", page: int = 1) -> HTMLResponse:
    """List the bodies of which a strength is known."""
    found = list_missions(store_of(request), words.strip(), page)
    address = f"/missions?{urlencode({'words': words})}&" if words else "/missions?"
    return show(request, "missions.html", {"here": "missions", "page": found, "words": words, "address": address})


@router.get("/missions/{actor:path}")
def mission(request: Request, actor: str) -> HTMLResponse:
    """Show the file of a mission."""
    file = load_mission_file(store_of(request), actor)
    if file is None:
        raise HTTPException(404, "No report in the store gives a strength of this actor, so it has no mission file.")
    return show(request, "mission.html", {"here": "missions", "file": file})

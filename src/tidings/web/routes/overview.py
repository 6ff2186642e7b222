"""The overview: what is new, what changed, what looks wrong."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tidings.views.desk_overview import load_overview
from tidings.web.pages import show, store_of

router = APIRouter(include_in_schema=False)


@router.get("/")
def overview(request: Request) -> HTMLResponse:
    """Show the overview."""
    return show(request, "overview.html", {"here": "overview", "overview": load_overview(store_of(request))})

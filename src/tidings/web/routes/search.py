"""Search over everything."""

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tidings.views.desk_search import load_search
from tidings.web.pages import show, store_of

router = APIRouter(include_in_schema=False)


@router.get("/search")
def search(request: Request, q: str = "", kind: str = "", page: int = 1) -> HTMLResponse:
    """Show what has these words, the best first."""
    found = load_search(store_of(request), q.strip(), kind, max(page, 1))
    values = {"here": "search", "page": found, "kept": urlencode({"q": q.strip()})}
    return show(request, "search.html", values)

"""Open threads: what was promised or begun and has not been closed."""

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tidings.model.relation import ThreadKind
from tidings.store.queries.threads import ThreadFilter
from tidings.views.desk_statements import list_threads
from tidings.web.pages import show, store_of

router = APIRouter(include_in_schema=False)
STATES = (("open", "open"), ("closed", "closed"), ("all", "all"))


@router.get("/threads")
def threads(
    request: Request, state: str = "open", kind: str = "", by: str = "", words: str = "", page: int = 1
) -> HTMLResponse:
    """List threads, those open for longest first."""
    wanted = ThreadFilter(state="" if state == "all" else state, kind=kind, by=by.strip(), words=words.strip())
    given = {"state": "" if state == "open" else state, "kind": kind, "by": by.strip(), "words": words.strip()}
    kept = urlencode({name: value for name, value in given.items() if value})
    values = {
        "here": "threads",
        "page": list_threads(store_of(request), wanted, page),
        "wanted": wanted,
        "state": state,
        "states": STATES,
        "kinds": tuple(ThreadKind),
        "address": f"/threads?{kept}&" if kept else "/threads?",
    }
    return show(request, "threads.html", values)

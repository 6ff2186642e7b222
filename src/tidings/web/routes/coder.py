"""Who sits at this browser: a name that stands in each decision. It is no log-in."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from tidings.web.pages import CODER, local_path, show

router = APIRouter(include_in_schema=False)
LONGEST_NAME = 80
YEAR_S = 365 * 24 * 3600


@router.get("/coder")
def ask_name(request: Request, next: str = "/") -> HTMLResponse:  # noqa: A002 - the usual name in an address
    """Ask for the coder's name."""
    return show(request, "coder.html", {"next": local_path(next)})


@router.post("/coder")
def keep_name(name: Annotated[str, Form()] = "", next: Annotated[str, Form()] = "/") -> RedirectResponse:  # noqa: A002
    """Keep the coder's name in this browser; an empty one is forgotten."""
    answer = RedirectResponse(local_path(next), status_code=303)
    kept = " ".join(name.split())[:LONGEST_NAME]
    if kept.startswith("rule:"):
        kept = kept.removeprefix("rule:").strip()
    answer.set_cookie(CODER, quote(kept), max_age=YEAR_S if kept else 0, httponly=True, samesite="strict")
    return answer

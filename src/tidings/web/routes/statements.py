"""Statements: who said what, in what capacity, when."""

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tidings.store.queries.statements import StatementFilter
from tidings.views.desk_statements import list_statements
from tidings.web.pages import show, store_of

router = APIRouter(include_in_schema=False)
FIELDS = ("speaker", "role", "act", "words", "date_from", "date_to", "actor")


@router.get("/statements")
def statements(request: Request, page: int = 1) -> HTMLResponse:
    """List the statements that fit the form."""
    given = {name: request.query_params.get(name, "").strip() for name in FIELDS}
    wanted = StatementFilter(**given, unnamed=bool(request.query_params.get("unnamed")))
    listed = list_statements(store_of(request), wanted, page)
    kept = urlencode({**{k: v for k, v in given.items() if v}, **({"unnamed": "1"} if wanted.unnamed else {})})
    address = f"/statements?{kept}&" if kept else "/statements?"
    values = {"here": "statements", "list": listed, "wanted": wanted, "address": address, "is_filtered": bool(kept)}
    return show(request, "statements.html", values)
